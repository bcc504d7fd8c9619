"use server";

import { flowPasswordForm } from "@/lib/schemas/account";
import {
  recoverEnterpriseForm,
  recoveryCodeForm,
  recoveryCodeRequestForm,
  recoveryFaceForm,
  recoveryTicketForm,
} from "@/lib/schemas/legacy";
import { action } from "@/lib/server/action";
import { setRecoveredPassword } from "@/lib/server/legacy/recovered-password";
import {
  beginEnterpriseRecovery,
  sendRecoveryCode,
  submitRecoveryCode,
} from "@/lib/server/legacy/recovery";
import { recoveryFaceCode, takeUpRecoveryFace } from "@/lib/server/legacy/recovery-face";

const allow = "ANYONE" as const;

const begin = action({ input: recoverEnterpriseForm, allow }, beginEnterpriseRecovery);
const send = action({ input: recoveryCodeRequestForm, allow }, sendRecoveryCode);
const submit = action({ input: recoveryCodeForm, allow }, submitRecoveryCode);
const face = action({ input: recoveryFaceForm, allow }, recoveryFaceCode);
const takeUp = action({ input: recoveryTicketForm, allow }, takeUpRecoveryFace);
const save = action({ input: flowPasswordForm, allow }, setRecoveredPassword);

/** 「下一步」 of the taxpayer's number. */
export async function beginEnterpriseRecoveryAction(input: unknown) {
  return begin(input);
}

/** 「获取验证码」 for 短信验证码接收人. */
export async function sendRecoveryCodeAction(input: unknown) {
  return send(input);
}

/** 「下一步」 after the text message. */
export async function submitRecoveryCodeAction(input: unknown) {
  return submit(input);
}

/** The code of 扫脸. */
export async function recoveryFaceCodeAction(input: unknown) {
  return face(input);
}

/** The face takes effect in this browser. */
export async function takeUpRecoveryFaceAction(input: unknown) {
  return takeUp(input);
}

/** 「提交」 of the new 企业密码. */
export async function setRecoveredPasswordAction(input: unknown) {
  return save(input);
}
