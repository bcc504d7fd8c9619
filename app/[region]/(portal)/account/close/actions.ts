"use server";

import {
  closeByCodeForm,
  closeByFaceForm,
  closingCodeForm,
  closingFaceForm,
} from "@/lib/schemas/account";
import { closeAccount, sendClosingCode } from "@/lib/server/accounts/close-account";
import { action } from "@/lib/server/action";
import { closingFaceCode } from "@/lib/server/scan/account-codes";

const signedIn = "SIGNED_IN" as const;

const send = action({ input: closingCodeForm, allow: signedIn }, sendClosingCode);
const face = action({ input: closingFaceForm, allow: signedIn }, closingFaceCode);
const byCode = action({ input: closeByCodeForm, allow: signedIn }, closeAccount);
const byFace = action({ input: closeByFaceForm, allow: signedIn }, closeAccount);

/** 「获取验证码」. */
export async function sendClosingCodeAction(input: unknown) {
  return send(input);
}

/** The code of 扫码验证. */
export async function closingFaceCodeAction(input: unknown) {
  return face(input);
}

/** 「确认注销」 with a code. */
export async function closeByCodeAction(input: unknown) {
  return byCode(input);
}

/** 「确认注销」 after a face. */
export async function closeByFaceAction(input: unknown) {
  return byFace(input);
}
