"use server";

import { flowPasswordForm } from "@/lib/schemas/account";
import {
  chooseIdentityForm,
  confirmFinanceManagerForm,
  firstFactor,
  secondFactorForm,
  sendCodeForm,
} from "@/lib/schemas/login";
import { action } from "@/lib/server/action";
import { changeInitialPassword } from "@/lib/server/login/change-initial-password";
import { chooseIdentity, confirmFinanceManager } from "@/lib/server/login/choose-identity";
import { submitFirstFactor } from "@/lib/server/login/first-factor";
import { sendLoginCode, submitSecondFactor } from "@/lib/server/login/second-factor";

const anyone = "ANYONE" as const;

const firstFactorAction = action({ input: firstFactor, allow: anyone }, submitFirstFactor);
const sendCodeAction = action({ input: sendCodeForm, allow: anyone }, sendLoginCode);
const secondFactorAction = action({ input: secondFactorForm, allow: anyone }, submitSecondFactor);
const initialPasswordAction = action(
  { input: flowPasswordForm, allow: anyone },
  changeInitialPassword,
);
const chooseIdentityAction = action({ input: chooseIdentityForm, allow: anyone }, chooseIdentity);
const confirmAction = action(
  { input: confirmFinanceManagerForm, allow: anyone },
  confirmFinanceManager,
);

/** 「登录」 of the login form. */
export async function submitFirstFactorAction(input: unknown) {
  return firstFactorAction(input);
}

/** 「获取验证码」 of 身份验证. */
export async function sendLoginCodeAction(input: unknown) {
  return sendCodeAction(input);
}

/** 「登录」 of 身份验证. */
export async function submitSecondFactorAction(input: unknown) {
  return secondFactorAction(input);
}

/** 「进入」. */
export async function submitIdentityAction(input: unknown) {
  return chooseIdentityAction(input);
}

/** 「确认并进入」 of a finance manager. */
export async function confirmFinanceManagerAction(input: unknown) {
  return confirmAction(input);
}

/** 「保存」 of a new password in place of the initial one. */
export async function changeInitialPasswordAction(input: unknown) {
  return initialPasswordAction(input);
}
