"use client";

import { RealNameByScan } from "@/app/[region]/_components/real-name-by-scan";
import type { RealNameWay } from "@/lib/server/accounts/real-name";
import { recoveryFaceCodeAction, takeUpRecoveryFaceAction } from "../actions";

type ReceiverFaceProps = { region: string; flow: string; ways: readonly RealNameWay[] };

/** The real name of whoever received the text message, by scan (F4). */
export function ReceiverFace({ region, flow, ways }: ReceiverFaceProps) {
  return (
    <RealNameByScan
      label="扫脸方式"
      tabSuffix="扫码验证"
      ways={ways}
      create={(way) => recoveryFaceCodeAction({ region, flow, ...way })}
      takeUp={(ticket) => takeUpRecoveryFaceAction({ region, flow, ticket })}
    />
  );
}
