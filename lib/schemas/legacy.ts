import { z } from "zod";
import { normalizePhone } from "@/lib/domain/normalize";
import { checkPhoneNumber } from "@/lib/domain/phone-number";
import {
  agreementField,
  passwordField,
  requiredText,
  smsCodeField,
  taxpayerIdField,
} from "./fields";

const region = z.string().max(32, "TOO_LONG");
const flow = z.string().max(64, "TOO_LONG");
const humanCheck = z
  .string("HUMAN_CHECK_REQUIRED")
  .min(1, "HUMAN_CHECK_REQUIRED")
  .max(8000, "TOO_LONG");
const handler = z.string("HANDLER_REQUIRED").min(1, "HANDLER_REQUIRED").max(64, "TOO_LONG");
const phone = requiredText(32).transform((typed, context) => {
  const number = normalizePhone(typed);
  if (checkPhoneNumber(number) === null) return number;
  context.addIssue({ code: "custom", message: "LEGACY_PHONE_INVALID" });
  return z.NEVER;
});

/** 普通登录 and 代理机构登录, first step: the enterprise's own password (企业密码). */
export const enterprisePasswordForm = z.object({
  region,
  entry: z.enum(["ENTERPRISE", "AGENCY"], "INVALID"),
  taxpayerId: taxpayerIdField,
  password: passwordField,
  agreement: agreementField,
  humanCheck,
});

export type EnterprisePasswordForm = z.output<typeof enterprisePasswordForm>;

const quick = {
  region,
  /** The flow of the message sent before, so that another one does not begin anew. */
  flow,
  taxpayerId: taxpayerIdField,
  password: passwordField,
  role: z.enum(
    ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER", "TAX_HANDLER", "INVOICE_CLERK"],
    "REQUIRED",
  ),
  phone,
};

/** 「发送验证码」 of 快捷登录. */
export const quickCodeForm = z.object({ ...quick, humanCheck });
/** 「登录」 of 快捷登录. */
export const quickLoginForm = z.object({
  ...quick,
  code: smsCodeField,
  agreement: agreementField,
  humanCheck,
});

export type QuickCodeForm = z.output<typeof quickCodeForm>;
export type QuickLoginForm = z.output<typeof quickLoginForm>;

/** 「同步办税人」 and other presses that only need the flow. */
export const legacyFlowForm = z.object({ region, flow });
/** 「获取验证码」 for a chosen person. */
export const handlerForm = z.object({ region, flow, handler });
/** 短信登录: 「确定」. */
export const handlerCodeForm = z.object({ region, flow, handler, code: smsCodeField });
/** 密码登录: 「确定」. */
export const handlerPasswordForm = z.object({ region, flow, handler, password: passwordField });
/** 「确定」 of the client and its 协议密码. */
export const legacyClientForm = z.object({
  region,
  flow,
  client: z.string("CLIENT_REQUIRED").min(1, "CLIENT_REQUIRED").max(80, "TOO_LONG"),
  password: passwordField,
});

/** 企业密码找回, first step. */
export const recoverEnterpriseForm = z.object({ region, taxpayerId: taxpayerIdField, humanCheck });
/** 「获取验证码」 for 短信验证码接收人. */
export const recoveryCodeRequestForm = z.object({
  region,
  flow,
  receiver: z.string("RECEIVER_REQUIRED").min(1, "RECEIVER_REQUIRED").max(64, "TOO_LONG"),
});
/** 「下一步」 after the text message. */
export const recoveryCodeForm = recoveryCodeRequestForm.extend({ code: smsCodeField });
/** 扫脸 of the receiver, by an application of the bureau. */
export const recoveryFaceForm = z.object({
  region,
  flow,
  app: z.enum(["TAX", "IIT", "LICENSE", "ALIPAY", "WECHAT"], "INVALID"),
});
/** What the phone confirmed, taken up by the browser. */
export const recoveryTicketForm = z.object({
  region,
  flow,
  ticket: z.string().max(64, "TOO_LONG"),
});

/** 「获取验证码」 before a sensitive function. */
export const stepUpSendForm = z.object({ flow });
/** The code of that message. */
export const stepUpCodeForm = z.object({ flow, code: smsCodeField });
