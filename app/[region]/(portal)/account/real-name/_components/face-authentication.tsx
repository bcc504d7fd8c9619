"use client";

import { useState } from "react";
import { realNameCodeAction } from "@/app/[region]/(portal)/account/real-name/actions";
import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import { ScanPanel } from "@/components/scan/scan-panel";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import { useHydrated } from "@/components/ui/use-hydrated";
import { faceNeedsLogin } from "@/lib/regions/apps";
import type { RealNameWay } from "@/lib/server/accounts/real-name";

type FaceAuthenticationProps = {
  ways: readonly RealNameWay[];
  /** Before a sensitive function instead of for the level itself. */
  stepUp?: boolean;
};

/** 「扫脸认证」: a code to scan, whose face check raises the level and proves this session (R4, B17). */
export function FaceAuthentication({ ways, stepUp = false }: FaceAuthenticationProps) {
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  if (!open) {
    return (
      <Button className="mt-4" disabled={!hydrated} onClick={() => setOpen(true)}>
        扫脸认证
      </Button>
    );
  }
  return (
    <Tabs
      label="扫脸认证"
      className="mt-4"
      items={ways.map((way) => ({
        value: way.app,
        label: way.name,
        panel: <WayPanel way={way} stepUp={stepUp} />,
      }))}
    />
  );
}

/** The code of one application; before a provider is told who it is, the person agrees (个人信息保护法 23). */
function WayPanel({ way: { app, name, external }, stepUp }: { way: RealNameWay; stepUp: boolean }) {
  const [consent, setConsent] = useState(false);
  if (external && !consent) {
    return (
      <div className="grid justify-items-start gap-4">
        <p>
          由{name}核验您的身份：您的姓名和证件号码将提供给{name}
          ，仅用于本次实名认证；人脸由{name}采集，本网站不接收。不同意的，可到办税服务场所办理。
        </p>
        <Button onClick={() => setConsent(true)}>同意并显示二维码</Button>
      </div>
    );
  }
  return (
    <ScanPanel
      imageName="扫脸验证二维码"
      appName={name}
      create={() => realNameCodeAction({ app, stepUp, consent })}
      takeUp={(ticket) => takeUpTicketAction({ ticket })}
    >
      <p className="text-muted text-sm">{instruction(name, external, faceNeedsLogin(app))}</p>
    </ScanPanel>
  );
}

function instruction(name: string, external: boolean, needsLogin: boolean): string {
  if (external) return `请用${name}扫一扫，按提示完成实名认证，完成后本页面自动继续`;
  return needsLogin ? `请先登录${name}再扫一扫` : `打开${name}扫一扫，无需登录`;
}
