"use server";

import { flowCodeForm, loginCodeForm, takeUpForm } from "@/lib/schemas/scan";
import { unlockForm } from "@/lib/schemas/unlock";
import { action } from "@/lib/server/action";
import { beginUnlock } from "@/lib/server/login/unlock";
import { loginCode, loginFaceCode, unlockCode } from "@/lib/server/scan/create";
import { takeUpTicket } from "@/lib/server/scan/take-up";

const anyone = "ANYONE" as const;

const forLogin = action({ input: loginCodeForm, allow: anyone }, loginCode);
const forFace = action({ input: flowCodeForm, allow: anyone }, loginFaceCode);
const forUnlock = action({ input: flowCodeForm, allow: anyone }, unlockCode);
const takeUp = action({ input: takeUpForm, allow: anyone }, takeUpTicket);
const unlock = action({ input: unlockForm, allow: anyone }, beginUnlock);

/** The code of 扫码登录. */
export async function loginCodeAction(input: unknown) {
  return forLogin(input);
}

/** The code of 扫脸验证 on 身份验证. */
export async function loginFaceCodeAction(input: unknown) {
  return forFace(input);
}

/** The code of 刷脸解锁. */
export async function unlockCodeAction(input: unknown) {
  return forUnlock(input);
}

/** What the phone confirmed takes effect in this browser. */
export async function takeUpTicketAction(input: unknown) {
  return takeUp(input);
}

/** 「下一步」 of 刷脸解锁. */
export async function beginUnlockAction(input: unknown) {
  return unlock(input);
}
