"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Tabs } from "@/components/ui/tabs";
import { useHydrated } from "@/components/ui/use-hydrated";
import { messageOf } from "@/lib/messages";
import type { LegacyStyle } from "@/lib/regions/entry-styles";
import { EnterpriseForm } from "./enterprise-form";
import { PersonForm } from "./person-form";
import { QuickForm } from "./quick-form";

/** What the address may say of how one came here. */
const REASONS: Record<string, "info" | "success" | "warning"> = {
  SIGNED_OUT: "info",
  SIGNED_OUT_BY_YOU: "success",
  PASSWORD_CHANGED: "success",
  ENTERPRISE_PASSWORD_CHANGED: "success",
  SESSION_ENDED: "warning",
  FLOW_EXPIRED: "warning",
};

type LegacyEntriesProps = { region: string; style: LegacyStyle; reason: string | null };

/** The entries of the old style (旧版登录): enterprise, natural person, agency (辽宁 二). */
export function LegacyEntries({ region, style, reason }: LegacyEntriesProps) {
  const tone = reason === null ? undefined : REASONS[reason];
  return (
    <>
      {tone && reason && (
        <Alert tone={tone} role="status" title={messageOf({ code: reason })} className="mb-6" />
      )}
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
