"use client";

import { useState } from "react";
import { realNameCodeAction } from "@/app/[region]/(portal)/account/real-name/actions";
import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import { ScanPanel } from "@/components/scan/scan-panel";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import { useHydrated } from "@/components/ui/use-hydrated";
import { faceNeedsLogin, type PhoneApp } from "@/lib/regions/apps";

type FaceAuthenticationProps = {
  apps: readonly { app: PhoneApp; name: string }[];
  /** Before a sensitive function instead of for the level itself. */
  stepUp?: boolean;
};

/** 「扫脸认证」: a code to scan, whose face check raises the level and proves this session (R4, B17). */
export function FaceAuthentication({ apps, stepUp = false }: FaceAuthenticationProps) {
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
      items={apps.map(({ app, name }) => ({
        value: app,
        label: name,
        panel: (
          <ScanPanel
            imageName="扫脸验证二维码"
            appName={name}
            create={() => realNameCodeAction({ app, stepUp })}
            takeUp={(ticket) => takeUpTicketAction({ ticket })}
          >
            <p className="text-muted text-sm">
              {faceNeedsLogin(app) ? `请先登录${name}再扫一扫` : `打开${name}扫一扫，无需登录`}
            </p>
          </ScanPanel>
        ),
      }))}
    />
  );
}
