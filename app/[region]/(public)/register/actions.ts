"use server";

import {
  registerAccessForm,
  registerCodeForms,
  registerCompleteForm,
  registerDetailsForms,
  registerIdentityForm,
  registerPersonForm,
  registerPhoneCodeForm,
  registerPhoneForm,
  registerPhoneProofForm,
} from "@/lib/schemas/register";
import { flowCodeForm } from "@/lib/schemas/scan";
import { action } from "@/lib/server/action";
import { beginRegistration } from "@/lib/server/registration/begin";
import { completeRegistration } from "@/lib/server/registration/complete";
import { sendRegisterCode } from "@/lib/server/registration/contact";
import { changeAccess, submitDetails } from "@/lib/server/registration/details";
import {
  beginWithPhone,
  sendPhoneCode,
  submitPerson,
  verifyRegisterPhone,
} from "@/lib/server/registration/phone-first";
import { registerFaceCode } from "@/lib/server/scan/create";

const anyone = "ANYONE" as const;

const begin = action({ input: registerIdentityForm, allow: anyone }, beginRegistration);
const smsCode = action({ input: registerCodeForms.SMS, allow: anyone }, sendRegisterCode);
const emailCode = action({ input: registerCodeForms.EMAIL, allow: anyone }, sendRegisterCode);
const smsDetails = action({ input: registerDetailsForms.SMS, allow: anyone }, submitDetails);
const emailDetails = action({ input: registerDetailsForms.EMAIL, allow: anyone }, submitDetails);
const access = action({ input: registerAccessForm, allow: anyone }, changeAccess);
const phone = action({ input: registerPhoneForm, allow: anyone }, beginWithPhone);
const phoneCode = action({ input: registerPhoneCodeForm, allow: anyone }, sendPhoneCode);
const phoneProof = action({ input: registerPhoneProofForm, allow: anyone }, verifyRegisterPhone);
const person = action({ input: registerPersonForm, allow: anyone }, submitPerson);
const face = action({ input: flowCodeForm, allow: anyone }, registerFaceCode);
const complete = action({ input: registerCompleteForm, allow: anyone }, completeRegistration);

/** 「下一步」 of 身份信息校验. */
export async function beginRegistrationAction(input: unknown) {
  return begin(input);
}

/** 「获取验证码」 to a phone. */
export async function sendRegisterSmsAction(input: unknown) {
  return smsCode(input);
}

/** 「获取验证码」 to a mailbox. */
export async function sendRegisterEmailAction(input: unknown) {
  return emailCode(input);
}

/** 「下一步」 of 基本信息填写, with a phone. */
export async function submitPhoneDetailsAction(input: unknown) {
  return smsDetails(input);
}

/** 「下一步」 of 基本信息填写, with a mailbox. */
export async function submitEmailDetailsAction(input: unknown) {
  return emailDetails(input);
}

/** 「下一步」 of 基本信息填写 once the phone or mailbox is verified. */
export async function changeAccessAction(input: unknown) {
  return access(input);
}

/** 「下一步」 of the phone a registration begins with. */
export async function beginWithPhoneAction(input: unknown) {
  return phone(input);
}

/** 「获取验证码」 to that phone. */
export async function sendPhoneCodeAction(input: unknown) {
  return phoneCode(input);
}

/** 「下一步」 of its code. */
export async function verifyRegisterPhoneAction(input: unknown) {
  return phoneProof(input);
}

/** 「下一步」 of 基本信息填写 after the phone. */
export async function submitPersonAction(input: unknown) {
  return person(input);
}

/** The code of 人脸识别认证. */
export async function registerFaceCodeAction(input: unknown) {
  return face(input);
}

/** 「完成注册」. */
export async function completeRegistrationAction(input: unknown) {
  return complete(input);
}
