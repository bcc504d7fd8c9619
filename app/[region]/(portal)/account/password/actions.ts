"use server";

import {
  accountCodeForm,
  accountFlowForm,
  changePasswordForm,
  flowPasswordForm,
  nothingForm,
} from "@/lib/schemas/account";
import { flowCodeForm } from "@/lib/schemas/scan";
import { changePassword } from "@/lib/server/accounts/change-password";
import { action } from "@/lib/server/action";
import { beginForgottenOldPassword } from "@/lib/server/recovery/forgot-password";
import { setForgottenPassword } from "@/lib/server/recovery/set-password";
import { sendRecoveryCode, submitRecoveryCode } from "@/lib/server/recovery/verify";
import { recoveryFaceCode } from "@/lib/server/scan/account-codes";

const signedIn = "SIGNED_IN" as const;

const change = action({ input: changePasswordForm, allow: signedIn }, changePassword);
const begin = action({ input: nothingForm, allow: signedIn }, beginForgottenOldPassword);
const send = action({ input: accountFlowForm, allow: signedIn }, sendRecoveryCode);
const submit = action({ input: accountCodeForm, allow: signedIn }, submitRecoveryCode);
const face = action({ input: flowCodeForm, allow: signedIn }, recoveryFaceCode);
const setPassword = action({ input: flowPasswordForm, allow: signedIn }, setForgottenPassword);

/** 「保存」 with the old password. */
export async function changePasswordAction(input: unknown) {
  return change(input);
}

/** 「下一步」 of 忘记旧密码. */
export async function beginForgottenOldPasswordAction(input: unknown) {
  return begin(input);
}

/** 「获取验证码」 of 忘记旧密码. */
export async function sendOldPasswordCodeAction(input: unknown) {
  return send(input);
}

/** 「下一步」 of the code. */
export async function submitOldPasswordCodeAction(input: unknown) {
  return submit(input);
}

/** The code of 扫码验证. */
export async function oldPasswordFaceCodeAction(input: unknown) {
  return face(input);
}

/** 「保存」 without the old password, once proved. */
export async function setForgottenOldPasswordAction(input: unknown) {
  return setPassword(input);
}
