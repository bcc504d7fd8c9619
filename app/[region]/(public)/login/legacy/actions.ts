"use server";

import {
  enterprisePasswordForm,
  handlerCodeForm,
  handlerForm,
  handlerPasswordForm,
  legacyClientForm,
  legacyFlowForm,
  newLegacyPasswordForm,
  quickCodeForm,
  quickLoginForm,
} from "@/lib/schemas/legacy";
import { action } from "@/lib/server/action";
import { changeIssuedPassword } from "@/lib/server/legacy/change-issued-password";
import { chooseLegacyClient } from "@/lib/server/legacy/client";
import { submitEnterprisePassword } from "@/lib/server/legacy/enterprise-password";
import { synchronizeHandlers } from "@/lib/server/legacy/people";
import { proveByCode, sendHandlerCode } from "@/lib/server/legacy/prove-by-code";
import { proveByPassword } from "@/lib/server/legacy/prove-by-password";
import { sendQuickCode, submitQuickLogin } from "@/lib/server/legacy/quick";
import { setHandlerPassword } from "@/lib/server/legacy/set-password";

const allow = "ANYONE" as const;

const enterprise = action({ input: enterprisePasswordForm, allow }, submitEnterprisePassword);
const quickCode = action({ input: quickCodeForm, allow }, sendQuickCode);
const quickLogin = action({ input: quickLoginForm, allow }, submitQuickLogin);
const synchronize = action({ input: legacyFlowForm, allow }, synchronizeHandlers);
const handlerCode = action({ input: handlerForm, allow }, sendHandlerCode);
const byCode = action({ input: handlerCodeForm, allow }, proveByCode);
const byPassword = action({ input: handlerPasswordForm, allow }, proveByPassword);
const newPassword = action({ input: newLegacyPasswordForm, allow }, setHandlerPassword);
const issuedPassword = action({ input: newLegacyPasswordForm, allow }, changeIssuedPassword);
const client = action({ input: legacyClientForm, allow }, chooseLegacyClient);

/** 「登录」 of 普通登录 and 代理机构登录. */
export async function submitEnterprisePasswordAction(input: unknown) {
  return enterprise(input);
}

/** 「发送验证码」 of 快捷登录. */
export async function sendQuickCodeAction(input: unknown) {
  return quickCode(input);
}

/** 「登录」 of 快捷登录. */
export async function submitQuickLoginAction(input: unknown) {
  return quickLogin(input);
}

/** 「同步办税人」. */
export async function synchronizeHandlersAction(input: unknown) {
  return synchronize(input);
}

/** 「获取验证码」 for the chosen person. */
export async function sendHandlerCodeAction(input: unknown) {
  return handlerCode(input);
}

/** 短信登录: 「确定」. */
export async function proveByCodeAction(input: unknown) {
  return byCode(input);
}

/** 密码登录: 「确定」. */
export async function proveByPasswordAction(input: unknown) {
  return byPassword(input);
}

/** 「保存」 of 个人登录密码. */
export async function setHandlerPasswordAction(input: unknown) {
  return newPassword(input);
}

/** 「确定」 of the client. */
export async function chooseLegacyClientAction(input: unknown) {
  return client(input);
}

/** 「提交」 of a new 企业密码 in place of one issued by a voucher. */
export async function changeIssuedPasswordAction(input: unknown) {
  return issuedPassword(input);
}
