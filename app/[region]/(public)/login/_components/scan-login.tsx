"use client";

import { useEffect, useState } from "react";
import { useTexts } from "#use-texts";
import { LateScanPanel } from "@/components/scan/late-scan-panel";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import type { SourceText } from "@/lib/english/dictionary";
import type { PhoneApp } from "@/lib/regions/apps";
import { loginCodeAction, takeUpTicketAction } from "../scan-actions";

type ScanLoginProps = {
  region: string;
  apps: readonly { app: PhoneApp; name: string }[];
  /** 特定主体: the tax APP with a face, then the project (L8). */
  specific: boolean;
};

const WIDE = "(min-width: 48rem)";

/**
 * 扫码登录 beside the password form (Q2). On a phone it is folded away; a code is only made once it is in sight.
 */
export function ScanLogin({ region, apps, specific }: ScanLoginProps) {
  const t = useTexts();
  const [open, setOpen] = useState<boolean | null>(null);
  useEffect(() => setOpen(window.matchMedia(WIDE).matches), []);
  const offered = specific ? apps.filter(({ app }) => app === "TAX") : apps;
  return (
    <details
      className="group min-w-0 rounded-md border border-line md:border-0 md:border-line md:border-r md:pr-6 md:rounded-none"
      open={open === true}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-11 list-none items-center px-4 font-semibold md:mb-4 md:px-0">
        <span className="md:hidden">
          {t("在{apps}中打开", { apps: offered.map(({ name }) => name).join(t("、")) })}
        </span>
        <span className="hidden md:inline">{t("扫码登录")}</span>
      </summary>
      {open && (
        <div className="px-4 pb-4 md:px-0 md:pb-0">
          <Tabs
            key={specific ? "specific" : "all"}
            label={t("扫码登录")}
            items={offered.map(({ app, name }) => ({
              value: app,
              label: name,
              panel: (
                <LateScanPanel
                  imageName={t("登录二维码")}
                  appName={name}
                  create={() => loginCodeAction({ region, app, specific })}
                  takeUp={(ticket) => takeUpTicketAction({ ticket })}
                  help={(code) => <ScanHelp region={region} code={code} />}
                >
                  <p className="text-muted text-sm">
                    {t(explanation(app, specific), { app: name })}
                  </p>
                </LateScanPanel>
              ),
            }))}
          />
          <Link
            href={`/${region}/apps`}
            className="link mt-2 inline-flex min-h-11 items-center text-sm"
          >
            {t("下载手机APP")}
          </Link>
        </div>
      )}
    </details>
  );
}

function explanation(app: PhoneApp, specific: boolean): SourceText {
  if (specific) return "请先登录{app}，扫码并扫脸后选择跨区域涉税事项";
  if (app === "IIT") return "请先登录{app}再扫一扫，登录后为自然人业务";
  if (app === "LICENSE") return "请由持照人登录{app}再扫一扫，登录后为该企业";
  return "请先登录{app}再扫一扫，网页与APP的登录身份一致";
}

function ScanHelp({ region, code }: { region: string; code: string }) {
  const t = useTexts();
  if (code !== "ACCOUNT_LOCKED") return null;
  return (
    <Link className="link" href={`/${region}/forgot-password`}>
      {t("忘记密码")}
    </Link>
  );
}
