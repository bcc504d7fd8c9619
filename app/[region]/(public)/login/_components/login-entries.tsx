"use client";

import { useEffect, useState } from "react";
import { useTexts } from "#use-texts";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import type { PhoneApp } from "@/lib/regions/apps";
import { type LoginEntry, LoginForm } from "./login-form";
import { ReasonNotice } from "./reason-notice";
import { ScanLogin } from "./scan-login";

type LoginEntriesProps = {
  region: string;
  scanApps: readonly { app: PhoneApp; name: string }[];
  /** The bureau takes 税务数字证书 at 企业业务. */
  certificateLogin: boolean;
};

/** The four entries (L1): three tabs, and 特定主体 which takes the place of 企业业务. */
export function LoginEntries({ region, scanApps, certificateLogin }: LoginEntriesProps) {
  const t = useTexts();
  const [tab, setTab] = useState("ENTERPRISE");
  const [specific, setSpecific] = useState(false);
  const [reason, setReason] = useState<string | null>(null);

  // The page itself is the same for everybody (static); what the address says is read here.
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    const wanted = query.get("entry")?.toUpperCase();
    if (wanted === "PERSON" || wanted === "AGENCY") setTab(wanted);
    if (wanted === "SPECIFIC") setSpecific(true);
    setReason(query.get("reason"));
  }, []);

  const enterprise: LoginEntry = specific ? "SPECIFIC" : "ENTERPRISE";
  const enterpriseLabel = specific ? t("特定主体") : t("企业业务");
  const specificNow = specific && tab === "ENTERPRISE";
  const forms = (
    <>
      <ReasonNotice reason={reason} />
      <Tabs
        label={t("登录入口")}
        value={tab}
        onValueChange={setTab}
        keepMounted
        items={[
          {
            value: "ENTERPRISE",
            label: enterpriseLabel,
            panel: (
              <>
                <LoginForm
                  key={enterprise}
                  region={region}
                  entry={enterprise}
                  label={enterpriseLabel}
                />
                <div className="flex flex-wrap justify-between gap-x-4 text-sm">
                  <a
                    href={specific ? "?entry=enterprise" : "?entry=specific"}
                    className="link inline-flex min-h-11 items-center"
                    onClick={(event) => {
                      event.preventDefault();
                      setSpecific(!specific);
                    }}
                  >
                    {specific ? t("返回企业业务") : t("特定主体登录")}
                  </a>
                  {certificateLogin && !specific && (
                    <Link
                      href={`/${region}/login/certificate`}
                      className="link inline-flex min-h-11 items-center"
                    >
                      {t("税务数字证书登录")}
                    </Link>
                  )}
                </div>
              </>
            ),
          },
          {
            value: "PERSON",
            label: t("自然人业务"),
            panel: <LoginForm region={region} entry="PERSON" label={t("自然人业务")} />,
          },
          {
            value: "AGENCY",
            label: t("代理业务"),
            panel: <LoginForm region={region} entry="AGENCY" label={t("代理业务")} />,
          },
        ]}
      />
    </>
  );
  if (scanApps.length === 0) return forms;
  return (
    <div className="grid gap-8 md:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="min-w-0 md:order-last">{forms}</div>
      <ScanLogin region={region} apps={scanApps} specific={specificNow} />
    </div>
  );
}
