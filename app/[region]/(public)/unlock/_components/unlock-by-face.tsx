"use client";

import { useTexts } from "#use-texts";
import { takeUpTicketAction, unlockCodeAction } from "@/app/[region]/(public)/login/scan-actions";
import { LateScanPanel } from "@/components/scan/late-scan-panel";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import type { PhoneApp } from "@/lib/regions/apps";

type UnlockByFaceProps = {
  region: string;
  flow: string;
  apps: readonly { app: PhoneApp; name: string }[];
};

/** The code whose face check opens the lock. */
export function UnlockByFace({ region, flow, apps }: UnlockByFaceProps) {
  const t = useTexts();
  return (
    <>
      <Tabs
        label={t("扫脸方式")}
        items={apps.map(({ app, name }) => ({
          value: app,
          label: t("{app}扫码验证", { app: name }),
          panel: (
            <LateScanPanel
              imageName={t("扫脸验证二维码")}
              appName={name}
              create={() => unlockCodeAction({ region, flow, app })}
              takeUp={(ticket) => takeUpTicketAction({ ticket })}
            />
          ),
        }))}
      />
      <Link href={`/${region}/login`} className="link mt-4 inline-flex min-h-11 items-center">
        {t("返回登录")}
      </Link>
    </>
  );
}
