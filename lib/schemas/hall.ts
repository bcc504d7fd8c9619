import { z } from "zod";
import { checkDocumentNumber } from "@/lib/domain/documents";
import { normalizeCode } from "@/lib/domain/normalize";
import { OFFICER_ROLES } from "@/lib/domain/officer-roles";
import { passwordField, requiredText, smsCodeField, taxpayerIdField } from "./fields";
import {
  checkIdentity,
  idField,
  listedPerson,
  MAX_ADDED_PEOPLE,
  nameField,
  phoneField,
  registeredPerson,
} from "./filings/fields";
import { newPasswordFields, typedTwice } from "./new-password";

/** 办理事由 of whatever an officer does or looks up (T1): 4 to 200 characters. */
export const reasonField = requiredText(200).refine(
  (text) => Array.from(text).length >= 4,
  "REASON_TOO_SHORT",
);

/** 工号: 3 to 20 letters and digits. */
export const employeeNumberField = requiredText(20).refine(
  (text) => /^[A-Za-z0-9]{3,20}$/.test(text),
  "EMPLOYEE_NUMBER_FORMAT",
);

const humanCheck = z
  .string("HUMAN_CHECK_REQUIRED")
  .min(1, "HUMAN_CHECK_REQUIRED")
  .max(8000, "TOO_LONG");
const flow = z.string("INVALID").max(64, "TOO_LONG");

/** First step of the login of an officer: whether the number exists is not told, so any text will do. */
export const hallLoginForm = z.object({
  employeeNumber: requiredText(64),
  password: passwordField,
  humanCheck,
});

/** 「获取验证码」 of the second step. */
export const hallCodeForm = z.object({ flow });

/** Second step. */
export const hallVerifyForm = z.object({ flow, code: smsCodeField });

/** 设置密码 by the one-time link an officer was sent. */
export const officerPasswordForm = typedTwice(
  z.object({
    token: z.string("INVALID").max(64, "TOO_LONG"),
    employeeNumber: requiredText(64),
    humanCheck,
    ...newPasswordFields,
  }),
);

/** 居民身份证号码: keeps an officer who is a taxpayer, too, from their own account (B13). */
export const residentIdField = requiredText(64)
  .transform(normalizeCode)
  .superRefine((number, context) => {
    const message = checkDocumentNumber("RESIDENT_ID", number, "9999-12-31");
    if (message) context.addIssue({ code: "custom", message });
  });

/** 「添加税务人员」. */
export const addOfficerForm = z.object({
  employeeNumber: employeeNumberField,
  name: nameField,
  phone: phoneField,
  documentNumber: residentIdField,
  role: z.enum(OFFICER_ROLES, "REQUIRED"),
  reason: reasonField,
});

/** 「停用」, 「启用」, 「重置密码」 of an officer. */
export const officerChangeForm = z.object({
  officer: idField,
  change: z.enum(["DISABLE", "ENABLE", "RESET"], "INVALID"),
  reason: reasonField,
});

/** A decision of 复核. */
export const fourEyesForm = z.object({
  request: idField,
  decision: z.enum(["APPROVE", "REFUSE"], "REQUIRED"),
  reason: reasonField,
});

/** 「撤回」 of one's own request. */
export const withdrawFourEyesForm = z.object({ request: idField, reason: reasonField });

/** 人员查询: one of document number and phone, the name when known. */
export const lookUpPersonForm = z.object({
  identifier: requiredText(64),
  name: z.string("NOT_TEXT").trim().max(64, "TOO_LONG"),
  reason: reasonField,
});

/** 企业查询: 纳税人识别号, or at least four characters of the name. */
export const lookUpEnterpriseForm = z.object({
  identifier: requiredText(64)
    // What stands for any text in a search would find every enterprise.
    .refine((text) => !/[%_]/.test(text), "INVALID")
    .refine((text) => Array.from(text).length >= 4, "NAME_TOO_SHORT"),
  reason: reasonField,
});

/** 「解锁」 of a person's account, 「结束登录」. */
export const personReasonForm = z.object({ person: idField, reason: reasonField });

/** 「解除关联关系」, 「冻结」, 「解冻」. */
export const relationChangeForm = z.object({
  relation: idField,
  action: z.enum(["REMOVE", "FREEZE", "UNFREEZE"], "INVALID"),
  reason: reasonField,
});

/** 「实名信息采集」, without the photograph. */
export const collectForm = z
  .object({
    ...listedPerson.shape,
    phone: phoneField,
    consented: z.literal(true, "FACE_CONSENT_REQUIRED"),
    reason: reasonField,
  })
  .superRefine(checkIdentity)
  .transform((form) => ({ ...form, country: form.country || "CN" }));

/** 「获取验证码」 of 开户. */
export const openingCodeForm = z.object({ person: idField, phone: phoneField });

/** 「开户」. */
export const openingForm = z.object({
  person: idField,
  flow: z.string("CODE_NOT_SENT").min(1, "CODE_NOT_SENT").max(64, "TOO_LONG"),
  code: smsCodeField,
  reason: reasonField,
});

const people = z.array(registeredPerson, "INVALID").max(MAX_ADDED_PEOPLE, "TOO_MANY_PEOPLE");

/** 「税务登记」 of an enterprise. */
export const registerEnterpriseForm = z.object({
  taxpayerId: taxpayerIdField,
  name: requiredText(100),
  taxAuthority: requiredText(100),
  kind: z.enum(["ENTERPRISE", "AGENCY", "SOCIAL_INSURANCE_ONLY"], "REQUIRED"),
  legalRepresentative: registeredPerson,
  financeManagers: people.max(1, "TOO_MANY_PEOPLE"),
  handlers: people,
  reason: reasonField,
});

/** 「登记人员」 of an enterprise that is registered. */
export const registerPersonForm = z
  .object({
    enterprise: idField,
    role: z.enum(["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER", "TAX_HANDLER"], "REQUIRED"),
    ...registeredPerson.shape,
    reason: reasonField,
  })
  .superRefine(checkIdentity);

/** 「信息确认」 of an enterprise, 「密码重置」 of its password. */
export const enterpriseReasonForm = z.object({ enterprise: idField, reason: reasonField });

/** 「同意」, 「退回」, 「作废」 of a filing. */
export const filingDecisionForm = z.object({
  filing: idField,
  decision: z.enum(["APPROVE", "REJECT", "VOID"], "INVALID"),
  reason: reasonField,
});

/** 「打印凭证」. */
export const printVoucherForm = z.object({ voucher: idField });
