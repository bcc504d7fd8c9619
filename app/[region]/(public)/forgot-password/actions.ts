"use server";

import {
  accountCodeForm,
  accountFlowForm,
  flowPasswordForm,
  forgotPasswordForm,
} from "@/lib/schemas/account";
import { flowCodeForm } from "@/lib/schemas/scan";
import { action } from "@/lib/server/action";
import { beginForgotPassword } from "@/lib/server/recovery/forgot-password";
import { setForgottenPassword } from "@/lib/server/recovery/set-password";
import { sendRecoveryCode, submitRecoveryCode } from "@/lib/server/recovery/verify";
import { recoveryFaceCode } from "@/lib/server/scan/account-codes";

const anyone = "ANYONE" as const;

const begin = action({ input: forgotPasswordForm, allow: anyone }, beginForgotPassword);
const send = action({ input: accountFlowForm, allow: anyone }, sendRecoveryCode);
const submit = action({ input: accountCodeForm, allow: anyone }, submitRecoveryCode);
const face = action({ input: flowCodeForm, allow: anyone }, recoveryFaceCode);
const setPassword = action({ input: flowPasswordForm, allow: anyone }, setForgottenPassword);

/** 「下一步」 of the account. */
export async function beginForgotPasswordAction(input: unknown) {
  return begin(input);
}

/** 「获取验证码」. */
export async function sendForgotPasswordCodeAction(input: unknown) {
  return send(input);
}

/** 「下一步」 of the code. */
export async function submitForgotPasswordCodeAction(input: unknown) {
  return submit(input);
}

/** The code of 扫码验证. */
export async function forgotPasswordFaceCodeAction(input: unknown) {
  return face(input);
}

/** 「提交」 of the new password. */
export async function setForgottenPasswordAction(input: unknown) {
  return setPassword(input);
}
