"use client";

import { Tabs } from "@/components/ui/tabs";
import type { LegacyStyle } from "@/lib/regions/entry-styles";
import { ReasonNotice } from "../../_components/reason-notice";
import { EnterpriseForm } from "./enterprise-form";
import { EnterpriseWays } from "./enterprise-ways";
import { PersonForm } from "./person-form";

type LegacyEntriesProps = {
  region: string;
  style: LegacyStyle;
  /** Enterprise of a certificate the front server has seen, if any. */
  holder: string | null;
  reason: string | null;
};

/** The entries of an old style (旧版登录): enterprise, natural person, and agency where it has one (辽宁 二, 云南 1). */
export function LegacyEntries({ region, style, holder, reason }: LegacyEntriesProps) {
  const { enterpriseTab, personTab, agencyTab, register } = style;
  return (
    <>
      <ReasonNotice reason={reason} />
      <Tabs
        label="登录入口"
        keepMounted
        items={[
          {
            value: "ENTERPRISE",
            label: enterpriseTab,
            panel: <EnterpriseWays region={region} style={style} holder={holder} />,
          },
          {
            value: "PERSON",
            label: personTab,
            panel: <PersonForm region={region} label={personTab} register={register} />,
          },
          ...(agencyTab
            ? [
                {
                  value: "AGENCY",
                  label: agencyTab,
                  panel: (
                    <EnterpriseForm
                      region={region}
                      entry="AGENCY"
                      label={agencyTab}
                      words={AGENCY_WORDS}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

const AGENCY_WORDS = { taxpayerId: "社会信用代码或纳税人识别号", password: "登录密码" };
