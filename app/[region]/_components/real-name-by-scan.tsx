"use client";

import { type ReactNode, useState } from "react";
import { useTexts } from "#use-texts";
import { LateScanPanel } from "@/components/scan/late-scan-panel";
import type { ShownCode } from "@/components/scan/use-scan-code";
import { useAreaProblemText } from "@/components/texts/use-area-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import type { Result } from "@/lib/domain/result";
import type { SourceText } from "@/lib/english/dictionary";
import { FACE_MESSAGES } from "@/lib/messages/face";
import { faceNeedsLogin, type PhoneApp } from "@/lib/regions/apps";
import type { RealNameWay } from "@/lib/server/accounts/real-name";

type RealNameByScanProps = {
  /** Accessible name of the row of applications. */
  label: string;
  /** Follows the application's name in its tab, e.g. 扫码验证. */
  tabSuffix?: string;
  ways: readonly RealNameWay[];
  create: (way: { app: PhoneApp; consent: boolean }) => Promise<Result<ShownCode>>;
  takeUp: (ticket: string) => Promise<Result<{ to: string | null }>>;
  help?: (code: string) => ReactNode;
  className?: string;
};

/** 实名认证 by one of the bureau's applications: its code to scan. Without any way, where one is enrolled (山东 17). */
export function RealNameByScan({
  label,
  tabSuffix = "",
  ways,
  className,
  ...panel
}: RealNameByScanProps) {
  const t = useTexts();
  const problemText = useAreaProblemText(FACE_MESSAGES);
  if (ways.length === 0) {
    return <Alert tone="warning" title={problemText({ code: "FACE_NO_REFERENCE" })} />;
  }
  return (
    <Tabs
      label={label}
      className={className}
      items={ways.map((way) => ({
        value: way.app,
        label: t.named(way.name) + tabSuffix,
        panel: <WayPanel way={way} {...panel} />,
      }))}
    />
  );
}

type WayPanelProps = { way: RealNameWay } & Pick<RealNameByScanProps, "create" | "takeUp" | "help">;

/** The code of one application; before a provider is told who it is, the person agrees (个人信息保护法 23). */
function WayPanel({ way: { app, name: given, external }, create, takeUp, help }: WayPanelProps) {
  const t = useTexts();
  const name = t.named(given);
  const [consent, setConsent] = useState(false);
  if (external && !consent) {
    return (
      <div className="grid justify-items-start gap-4">
        <p>
          {t(
            "由{provider}核验身份：姓名和证件号码将提供给{provider}，仅用于本次实名认证；人脸由{provider}采集，本网站不接收。不同意的，可到办税服务场所办理。",
            { provider: name },
          )}
        </p>
        <Button onClick={() => setConsent(true)}>{t("同意并显示二维码")}</Button>
      </div>
    );
  }
  return (
    <LateScanPanel
      imageName={t("扫脸验证二维码")}
      appName={name}
      create={() => create({ app, consent })}
      takeUp={takeUp}
      help={help}
    >
      <p className="text-muted text-sm">
        {t(instruction(external, faceNeedsLogin(app)), { app: name })}
      </p>
    </LateScanPanel>
  );
}

function instruction(external: boolean, needsLogin: boolean): SourceText {
  if (external) return "请用{app}扫一扫，按提示完成实名认证，完成后本页面自动继续";
  return needsLogin ? "请先登录{app}再扫一扫" : "打开{app}扫一扫，无需登录";
}
