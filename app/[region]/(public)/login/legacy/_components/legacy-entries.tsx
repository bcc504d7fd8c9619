"use client";

import { useState } from "react";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Tabs } from "@/components/ui/tabs";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { LegacyStyle } from "@/lib/regions/entry-styles";
import { ReasonNotice } from "../../_components/reason-notice";
import { EnterpriseForm } from "./enterprise-form";
import { PersonForm } from "./person-form";
import { QuickForm } from "./quick-form";

type LegacyEntriesProps = { region: string; style: LegacyStyle; reason: string | null };

/** The entries of the old style (旧版登录): enterprise, natural person, agency (辽宁 二). */
export function LegacyEntries({ region, style, reason }: LegacyEntriesProps) {
  return (
    <>
      <ReasonNotice reason={reason} />
      <Tabs
        label="登录入口"
        keepMounted
        items={[
          {
            value: "ENTERPRISE",
            label: style.enterpriseTab,
            panel: <EnterpriseEntry region={region} label={style.enterpriseTab} />,
          },
          {
            value: "PERSON",
            label: style.personTab,
            panel: <PersonForm region={region} label={style.personTab} />,
          },
          {
            value: "AGENCY",
            label: style.agencyTab,
            panel: <EnterpriseForm region={region} entry="AGENCY" label={style.agencyTab} />,
          },
        ]}
      />
    </>
  );
}

const WAYS = [
  { value: "ORDINARY", label: "普通登录" },
  { value: "QUICK", label: "快捷登录" },
] as const;

/** 普通登录 or 快捷登录 (辽宁 二(一)). */
function EnterpriseEntry({ region, label }: { region: string; label: string }) {
  const [way, setWay] = useState<(typeof WAYS)[number]["value"]>("ORDINARY");
  const hydrated = useHydrated();
  return (
    <>
      <RadioGroup legend="登录方式" hideLegend className="mb-5">
        <div className="flex flex-wrap gap-x-8">
          {WAYS.map(({ value, label: name }) => (
            <Radio
              key={value}
              id={`legacy-way-${value}`}
              name="legacy-way"
              value={value}
              label={name}
              checked={way === value}
              disabled={!hydrated}
              onChange={() => setWay(value)}
            />
          ))}
        </div>
      </RadioGroup>
      {way === "ORDINARY" ? (
        <EnterpriseForm region={region} entry="ENTERPRISE" label={`${label} 普通登录`} />
      ) : (
        <QuickForm region={region} label={`${label} 快捷登录`} />
      )}
    </>
  );
}
