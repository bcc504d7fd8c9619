"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type SessionState, sessionState } from "@/components/layout/portal-session";
import { OFFICER_ROLES } from "@/lib/domain/officer-roles";
import { success } from "@/lib/domain/result";
import { HALL_LIMITS } from "@/lib/domain/session-limits";
import {
  hallCodeForm,
  hallLoginForm,
  hallVerifyForm,
  officerPasswordForm,
} from "@/lib/schemas/hall";
import { action } from "@/lib/server/action";
import { hallSignOut } from "@/lib/server/hall/auth";
import { sendOfficerCode, submitOfficerCode, submitOfficerPassword } from "@/lib/server/hall/login";
import { officerAction } from "@/lib/server/hall/officer-action";
import { getOfficer, peekOfficer } from "@/lib/server/hall/officer-session";
import { setOfficerPassword } from "@/lib/server/hall/set-password";
import { endOfficerSession } from "@/lib/server/hall/sign-out";

const anyone = "ANYONE" as const;
const passwordAction = action({ input: hallLoginForm, allow: anyone }, submitOfficerPassword);
const sendAction = action({ input: hallCodeForm, allow: anyone }, sendOfficerCode);
const codeAction = action({ input: hallVerifyForm, allow: anyone }, submitOfficerCode);
const newPasswordAction = action({ input: officerPasswordForm, allow: anyone }, setOfficerPassword);
const staying = officerAction({ input: z.undefined(), roles: OFFICER_ROLES }, async () =>
  success(),
);

/** 「登录」 with 工号 and 密码. */
export async function submitOfficerPasswordAction(input: unknown) {
  return passwordAction(input);
}

/** 「获取验证码」. */
export async function sendOfficerCodeAction(input: unknown) {
  return sendAction(input);
}

/** 「登录」 with the code. */
export async function submitOfficerCodeAction(input: unknown) {
  return codeAction(input);
}

/** 「设置密码」 by the one-time link. */
export async function setOfficerPasswordAction(input: unknown) {
  return newPasswordAction(input);
}

/** 「退出」. */
export async function signOutOfficerAction(): Promise<void> {
  const officer = await getOfficer();
  if (officer) await endOfficerSession(officer, new Date());
  await hallSignOut({ redirect: false });
  redirect("/hall/login?reason=SIGNED_OUT_BY_YOU");
}

/** How long the session has still to live; asking does not prolong it. */
export async function peekOfficerAction(): Promise<SessionState | null> {
  const now = new Date();
  const session = await peekOfficer(now);
  return session && sessionState({ ...session, identityVersion: 0 }, now, HALL_LIMITS);
}

/** 「继续使用」. */
export async function keepOfficerAction(): Promise<SessionState | null> {
  await staying(undefined);
  return peekOfficerAction();
}
