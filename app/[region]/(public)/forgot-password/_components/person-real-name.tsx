"use client";

import { useTexts } from "#use-texts";
import { RealNameByScan } from "@/app/[region]/_components/real-name-by-scan";
import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import type { RealNameWay } from "@/lib/server/accounts/real-name";
import { forgotPasswordFaceCodeAction } from "../actions";

type PersonRealNameProps = { region: string; flow: string; ways: readonly RealNameWay[] };

/** 实名认证 after the text message (云南 4). */
export function PersonRealName({ region, flow, ways }: PersonRealNameProps) {
  const t = useTexts();
  return (
    <RealNameByScan
      label={t("实名认证")}
      ways={ways}
      create={(way) => forgotPasswordFaceCodeAction({ region, flow, ...way })}
      takeUp={(ticket) => takeUpTicketAction({ ticket })}
    />
  );
}
