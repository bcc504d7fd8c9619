"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Link } from "@/components/ui/link";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Spinner } from "@/components/ui/spinner";
import { Tabs } from "@/components/ui/tabs";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { EnterpriseWay, LegacyStyle } from "@/lib/regions/entry-styles";
import { EnterpriseForm } from "./enterprise-form";

// Fetched when chosen: most come with the password (普通登录). What is shown meanwhile keeps the choice itself from waiting.
const QuickForm = dynamic(() => import("./quick-form").then((file) => file.QuickForm), {
  loading: () => <Spinner className="text-muted" />,
});
const CertificateWays = dynamic(
  () =>
    import("../../certificate/_components/certificate-ways").then((file) => file.CertificateWays),
  { loading: () => <Spinner className="text-muted" /> },
);

type EnterpriseWaysProps = { region: string; style: LegacyStyle; holder: string | null };

/** The ways into the enterprise entry, as radios (辽宁 二(一)) or as tabs (云南 1.1). */
export function EnterpriseWays({ region, style, holder }: EnterpriseWaysProps) {
  const { ways, waysShownAs } = style;
  const panels = ways.map(({ way, label }) => ({
    value: way,
    label,
    panel: <Way region={region} style={style} holder={holder} way={way} name={label} />,
  }));
  if (waysShownAs === "RADIOS") return <WayRadios panels={panels} />;
  return (
    <>
      <Tabs label="登录方式" items={panels} />
      <Link href={`/${region}/register`} className="link inline-flex min-h-11 items-center text-sm">
        {style.register}
      </Link>
    </>
  );
}

type Panel = { value: EnterpriseWay; label: string; panel: ReactNode };

function WayRadios({ panels }: { panels: readonly Panel[] }) {
  const [chosen, setChosen] = useState(panels[0]?.value);
  const hydrated = useHydrated();
  return (
    <>
      <RadioGroup legend="登录方式" hideLegend className="mb-5">
        <div className="flex flex-wrap gap-x-8">
          {panels.map(({ value, label }) => (
            <Radio
              key={value}
              id={`legacy-way-${value}`}
              name="legacy-way"
              value={value}
              label={label}
              checked={chosen === value}
              disabled={!hydrated}
              onChange={() => setChosen(value)}
            />
          ))}
        </div>
      </RadioGroup>
      {panels.find(({ value }) => value === chosen)?.panel}
    </>
  );
}

type WayProps = EnterpriseWaysProps & { way: EnterpriseWay; name: string };

function Way({ region, style, holder, way, name }: WayProps) {
  const label = `${style.enterpriseTab} ${name}`;
  switch (way) {
    case "QUICK":
      return <QuickForm region={region} label={label} />;
    case "CERTIFICATE":
      return <CertificateWays region={region} holder={holder} label={label} />;
    case "TAX_DEVICE":
      return (
        <CertificateWays
          region={region}
          holder={holder}
          label={label}
          hint="金税盘、税控盘或税务UKey随附的数字证书，扩展名为 .p12 或 .pfx"
        />
      );
    default: {
      const entry = way === "CROSS_REGION" ? "SPECIFIC" : "ENTERPRISE";
      return <EnterpriseForm key={way} region={region} entry={entry} label={label} words={style} />;
    }
  }
}
