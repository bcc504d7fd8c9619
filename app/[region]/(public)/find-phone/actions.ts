"use server";

import { findPhoneBeginForm, newPhoneCodeForm, newPhoneForm } from "@/lib/schemas/account";
import { action } from "@/lib/server/action";
import { beginFindPhone, findPhone, sendFindPhoneCode } from "@/lib/server/recovery/find-phone";

const anyone = "ANYONE" as const;

const begin = action({ input: findPhoneBeginForm, allow: anyone }, beginFindPhone);
const send = action({ input: newPhoneCodeForm, allow: anyone }, sendFindPhoneCode);
const bind = action({ input: newPhoneForm, allow: anyone }, findPhone);

/** 「下一步」 of account and password. */
export async function beginFindPhoneAction(input: unknown) {
  return begin(input);
}

/** 「获取验证码」 to the new phone. */
export async function sendFindPhoneCodeAction(input: unknown) {
  return send(input);
}

/** 「确定」. */
export async function findPhoneAction(input: unknown) {
  return bind(input);
}
