"use client";

import { ScanPanel } from "@/components/scan/scan-panel";
import { Alert } from "@/components/ui/alert";
import { Tabs } from "@/components/ui/tabs";
import { messageOf } from "@/lib/messages";
import type { PhoneApp } from "@/lib/regions/apps";
import { recoveryFaceCodeAction, takeUpRecoveryFaceAction } from "../actions";

type ReceiverFaceProps = {
  region: string;
  flow: string;
  /** Without an enrolled face there is nothing to compare with (山东 17). */
  enrolled: boolean;
  apps: readonly { app: PhoneApp; name: string }[];
};

/** The face of whoever received the text message, by scan. */
export function ReceiverFace({ region, flow, enrolled, apps }: ReceiverFaceProps) {
  if (!enrolled) return <Alert tone="warning" title={messageOf({ code: "FACE_NO_REFERENCE" })} />;
  return (
    <Tabs
      label="扫脸方式"
      items={apps.map(({ app, name }) => ({
        value: app,
        label: `${name}扫码验证`,
        panel: (
          <ScanPanel
            imageName="扫脸验证二维码"
            appName={name}
            create={() => recoveryFaceCodeAction({ region, flow, app })}
            takeUp={(ticket) => takeUpRecoveryFaceAction({ region, flow, ticket })}
          />
        ),
      }))}
    />
  );
}
