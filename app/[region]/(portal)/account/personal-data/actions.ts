"use server";

import { correctionForm, withdrawCorrectionForm } from "@/lib/schemas/corrections";
import { action } from "@/lib/server/action";
import { requestCorrection, withdrawCorrection } from "@/lib/server/corrections/own";

const request = action({ input: correctionForm, allow: "SIGNED_IN" }, requestCorrection);
const withdraw = action({ input: withdrawCorrectionForm, allow: "SIGNED_IN" }, withdrawCorrection);

/** 「提交申请」 of 更正申请. */
export async function requestCorrectionAction(input: unknown) {
  return request(input);
}

/** 「撤回」. */
export async function withdrawCorrectionAction(input: unknown) {
  return withdraw(input);
}
