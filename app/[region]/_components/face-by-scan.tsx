"use client";

import { useTexts } from "#use-texts";
import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import { LateScanPanel } from "@/components/scan/late-scan-panel";
import type { ShownCode } from "@/components/scan/use-scan-code";
import { useAreaProblemText } from "@/components/texts/use-area-problem-text";
import { Alert } from "@/components/ui/alert";
import { Tabs } from "@/components/ui/tabs";
import type { Result } from "@/lib/domain/result";
import { FACE_MESSAGES } from "@/lib/messages/face";
import { faceNeedsLogin, type PhoneApp } from "@/lib/regions/apps";

export type FaceApps = readonly { app: PhoneApp; name: string }[];

type FaceByScanProps = {
  apps: FaceApps;
  /** Whether there is a photograph to compare the face with. */
  enrolled: boolean;
  create: (app: PhoneApp) => Promise<Result<ShownCode>>;
};

/** 扫码验证: a face by one of the bureau's APPs; without a photograph to compare with, the way to the hall (山东 17). */
export function FaceByScan({ apps, enrolled, create }: FaceByScanProps) {
  const t = useTexts();
  const problemText = useAreaProblemText(FACE_MESSAGES);
  if (!enrolled) {
    return (
      <Alert tone="warning" title={problemText({ code: "FACE_NO_REFERENCE" })}>
        <p>{t("请携带本人有效身份证件原件前往，办理后即可扫码验证。")}</p>
      </Alert>
    );
  }
  return (
    <Tabs
      label={t("扫码APP")}
      items={apps
        .map(({ app, name: given }) => ({ app, name: t.named(given) }))
        .map(({ app, name }) => ({
          value: app,
          label: name,
          panel: (
            <LateScanPanel
              imageName={t("扫脸验证二维码")}
              appName={name}
              create={() => create(app)}
              takeUp={(ticket) => takeUpTicketAction({ ticket })}
            >
              <p className="text-muted text-sm">
                {faceNeedsLogin(app)
                  ? t("请先登录{app}，再扫一扫进行扫脸验证", { app: name })
                  : t("打开{app}扫一扫即可扫脸验证，无需登录", { app: name })}
              </p>
            </LateScanPanel>
          ),
        }))}
    />
  );
}
