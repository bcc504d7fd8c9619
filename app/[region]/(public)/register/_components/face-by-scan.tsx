"use client";

import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import { ScanPanel } from "@/components/scan/scan-panel";
import { Tabs } from "@/components/ui/tabs";
import type { PhoneApp } from "@/lib/regions/apps";
import { registerFaceCodeAction } from "../actions";
import { RegisterHelp } from "./register-help";

type FaceByScanProps = {
  region: string;
  flow: string;
  apps: readonly { app: PhoneApp; name: string }[];
};

/** The code whose face check proves who registers. */
export function FaceByScan({ region, flow, apps }: FaceByScanProps) {
  return (
    <>
      <Tabs
        label="扫脸方式"
        items={apps.map(({ app, name }) => ({
          value: app,
          label: `${name}扫码验证`,
          panel: (
            <ScanPanel
              imageName="扫脸验证二维码"
              appName={name}
              create={() => registerFaceCodeAction({ region, flow, app })}
              takeUp={(ticket) => takeUpTicketAction({ ticket })}
              help={(code) => <RegisterHelp region={region} code={code} />}
            >
              <p className="text-muted text-sm">打开{name}扫一扫，无需登录，请准备好本人证件</p>
            </ScanPanel>
          ),
        }))}
      />
      <section className="mt-6" aria-labelledby="face-help">
        <h3 id="face-help" className="mb-1 font-semibold">
          扫脸不通过？
        </h3>
        <ul className="grid list-disc gap-1 pl-5 text-muted text-sm">
          <li>请在光线充足、没有其他人脸的地方，按照提示做明显动作。</li>
          <li>确实无法核验的，请前往办税服务厅采集实名信息，再回到这里注册。</li>
        </ul>
      </section>
    </>
  );
}
