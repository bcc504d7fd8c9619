"use server";

import {
  defaultPhoneForm,
  newPhoneCodeForm,
  newPhoneForm,
  removePhoneForm,
} from "@/lib/schemas/account";
import { action } from "@/lib/server/action";
import {
  addPhone,
  removePhone,
  sendAddPhoneCode,
  setDefaultPhone,
} from "@/lib/server/phones/own-phones";

const signedIn = "SIGNED_IN" as const;

const send = action({ input: newPhoneCodeForm, allow: signedIn }, sendAddPhoneCode);
const add = action({ input: newPhoneForm, allow: signedIn }, addPhone);
const setDefault = action({ input: defaultPhoneForm, allow: signedIn }, setDefaultPhone);
const remove = action({ input: removePhoneForm, allow: signedIn }, removePhone);

/** 「获取验证码」 of 添加手机号码. */
export async function sendAddPhoneCodeAction(input: unknown) {
  return send(input);
}

/** 「确定」 of 添加手机号码. */
export async function addPhoneAction(input: unknown) {
  return add(input);
}

/** 「设为默认」. */
export async function setDefaultPhoneAction(input: unknown) {
  return setDefault(input);
}

/** 「删除」, once confirmed. */
export async function removePhoneAction(input: unknown) {
  return remove(input);
}
