"use client";

import { useTexts } from "#use-texts";
import { LateScanPanel } from "@/components/scan/late-scan-panel";
import { useAreaProblemText } from "@/components/texts/use-area-problem-text";
import { Alert } from "@/components/ui/alert";
import { Tabs } from "@/components/ui/tabs";
import { FACE_MESSAGES } from "@/lib/messages/face";
import { faceNeedsLogin, type PhoneApp } from "@/lib/regions/apps";
import { loginFaceCodeAction, takeUpTicketAction } from "../../scan-actions";
import { PhoneEmpty } from "./phone-empty";
import { CodeForm, codeTabLabel, RestartHelp } from "./verify-form";

type VerifyMethodsProps = {
  region: string;
  flow: string;
  view: {
    method: "SMS" | "EMAIL" | null;
    maskedTarget: string | null;
    resendSeconds: number;
    faceKnown: boolean;
  };
  faceApps: readonly { app: PhoneApp; name: string }[];
};

/** Ways to verify after the password (L3): a code, or a face by one of the bureau's APPs. Without a phone: scanning. */
export function VerifyMethods({ region, flow, view, faceApps }: VerifyMethodsProps) {
  const t = useTexts();
  const { method, maskedTarget, resendSeconds, faceKnown } = view;
  const code = method &&
    maskedTarget && {
      value: method,
      label: t(codeTabLabel(method)),
      panel: <CodeForm {...{ region, flow, method, maskedTarget, resendSeconds }} />,
    };
  // An e-mail account has a face only once it was collected (山东 7).
  const faces = method === "EMAIL" && !faceKnown ? [] : faceApps;
  return (
    <>
      {!code && <PhoneEmpty region={region} />}
      <Tabs
        label={t("验证方式")}
        items={[
          ...(code ? [code] : []),
          ...faces.map(({ app, name }) => ({
            value: app,
            label: t("{app}扫码验证", { app: name }),
            panel: faceKnown ? (
              <FaceByScan region={region} flow={flow} app={app} name={name} />
            ) : (
              <NotEnrolled />
            ),
          })),
        ]}
      />
    </>
  );
}

function FaceByScan({
  region,
  flow,
  app,
  name,
}: {
  region: string;
  flow: string;
  app: PhoneApp;
  name: string;
}) {
  const t = useTexts();
  return (
    <LateScanPanel
      imageName={t("扫脸验证二维码")}
      appName={name}
      create={() => loginFaceCodeAction({ region, flow, app })}
      takeUp={(ticket) => takeUpTicketAction({ ticket })}
      help={(code) => <RestartHelp region={region} code={code} />}
    >
      <p className="text-muted text-sm">
        {faceNeedsLogin(app)
          ? t("请先登录{app}，再扫一扫进行扫脸验证", { app: name })
          : t("打开{app}扫一扫即可扫脸验证，无需登录", { app: name })}
      </p>
    </LateScanPanel>
  );
}

/** Nothing to compare a face with (山东 17). */
function NotEnrolled() {
  const t = useTexts();
  const problemText = useAreaProblemText(FACE_MESSAGES);
  return (
    <Alert tone="warning" title={problemText({ code: "FACE_NO_REFERENCE" })}>
      <p>{t("也可以选择其他验证方式登录。")}</p>
    </Alert>
  );
}
