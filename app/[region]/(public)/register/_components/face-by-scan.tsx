"use client";

import { useTexts } from "#use-texts";
import { RealNameByScan } from "@/app/[region]/_components/real-name-by-scan";
import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import type { RealNameWay } from "@/lib/server/accounts/real-name";
import { registerFaceCodeAction } from "../actions";
import { RegisterHelp } from "./register-help";

type FaceByScanProps = {
  region: string;
  flow: string;
  ways: readonly RealNameWay[];
};

/** The code whose face check proves who registers. */
export function FaceByScan({ region, flow, ways }: FaceByScanProps) {
  const t = useTexts();
  return (
    <>
      <RealNameByScan
        label={t("扫脸方式")}
        tabSuffix={t.locale === "en" ? "" : "扫码验证"}
        ways={ways}
        create={(way) => registerFaceCodeAction({ region, flow, ...way })}
        takeUp={(ticket) => takeUpTicketAction({ ticket })}
        help={(code) => <RegisterHelp region={region} code={code} />}
      />
      <section className="mt-6" aria-labelledby="face-help">
        <h3 id="face-help" className="mb-1 font-semibold">
          {t("扫脸不通过？")}
        </h3>
        <ul className="grid list-disc gap-1 pl-5 text-muted text-sm">
          <li>{t("请在光线充足、没有其他人脸的地方，按照提示做明显动作。")}</li>
          <li>{t("确实无法核验的，请前往办税服务厅采集实名信息，再回到这里注册。")}</li>
        </ul>
      </section>
    </>
  );
}
