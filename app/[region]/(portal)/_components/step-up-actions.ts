"use server";

import { stepUpCodeForm, stepUpSendForm } from "@/lib/schemas/legacy";
import { action } from "@/lib/server/action";
import { sendStepUpCode, submitStepUpCode } from "@/lib/server/legacy/step-up";

const send = action({ input: stepUpSendForm, allow: "ACTING" }, sendStepUpCode);
const submit = action({ input: stepUpCodeForm, allow: "ACTING" }, submitStepUpCode);

/** 「获取验证码」 before a sensitive function. */
export async function sendStepUpCodeAction(input: unknown) {
  return send(input);
}

/** 「确定」 with the code. */
export async function submitStepUpCodeAction(input: unknown) {
  return submit(input);
}
