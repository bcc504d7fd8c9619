import { z } from "zod";
import { checkUsername } from "@/lib/domain/account-identifier";
import { readCountry } from "@/lib/domain/countries";
import {
  checkDocumentNumber,
  DOCUMENT_TYPES,
  type DocumentType,
  isForeignType,
} from "@/lib/domain/documents";
import { checkEmail, EMAIL_MAX, normalizeEmail } from "@/lib/domain/email-address";
import { normalizeCode, normalizePhone } from "@/lib/domain/normalize";
import { checkPhoneNumber } from "@/lib/domain/phone-number";
import { checkName, normalizeName } from "@/lib/domain/registration-rules";
import { agreementField, requiredText, smsCodeField, taxpayerIdField } from "./fields";
import { newPasswordFields, typedTwice } from "./new-password";

/** No birth is after it: only the server knows which day it is. */
const END_OF_TIME = "9999-12-31";

/** Text that has to pass a check once it is normalised. */
function checkedText(
  max: number,
  normalize: (text: string) => string,
  check: (value: string) => string | null,
) {
  return requiredText(max)
    .transform(normalize)
    .superRefine((value, context) => {
      const problem = check(value);
      if (problem) context.addIssue({ code: "custom", message: problem });
    });
}

const region = z.string().max(32, "TOO_LONG");
const flow = z.string().max(64, "TOO_LONG");

const humanCheck = z
  .string("HUMAN_CHECK_REQUIRED")
  .min(1, "HUMAN_CHECK_REQUIRED")
  .max(8000, "TOO_LONG");

/** The document and the name in it. */
const identityFields = {
  documentType: z.enum(DOCUMENT_TYPES, "REQUIRED"),
  /** 国籍（地区）, as code or name; of documents from abroad only. */
  country: z.string("INVALID").max(64, "TOO_LONG").default(""),
  documentNumber: requiredText(64).transform(normalizeCode),
  name: checkedText(64, normalizeName, checkName),
};

/** The number follows the type; the country becomes its code, CN for documents of China. */
function withCountry<
  Form extends { documentType: DocumentType; country: string; documentNumber: string },
>(form: Form, context: z.RefinementCtx): Form {
  const problem = (field: string, message: string) =>
    context.addIssue({ code: "custom", message, path: [field] });
  const foreign = isForeignType(form.documentType);
  const country = foreign ? readCountry(form.country) : "CN";
  if (country === null) problem("country", form.country.trim() ? "COUNTRY_UNKNOWN" : "REQUIRED");
  if (foreign && country === "CN") problem("country", "COUNTRY_IS_CHINA");
  const wrong = checkDocumentNumber(form.documentType, form.documentNumber, END_OF_TIME);
  if (wrong) problem("documentNumber", wrong);
  return { ...form, country: country ?? "" };
}

/** Step 身份信息校验 of 用户注册 and 境外自然人注册. */
export const registerIdentityForm = z
  .object({ region, overseas: z.boolean("INVALID"), ...identityFields, humanCheck })
  .transform(withCountry);

export type RegisterIdentityForm = z.output<typeof registerIdentityForm>;

const phoneField = checkedText(32, normalizePhone, checkPhoneNumber);
const emailField = checkedText(EMAIL_MAX, normalizeEmail, checkEmail);

/** 用户名（选填）, empty when none is wanted (A2). */
const usernameField = z
  .string("NOT_TEXT")
  .max(64, "TOO_LONG")
  .transform((text) => text.trim())
  .superRefine((value, context) => {
    const problem = value === "" ? null : checkUsername(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

const access = { ...newPasswordFields, username: usernameField, agreement: agreementField };

/** 「获取验证码」: a code to a phone, or for 境外自然人 to a mailbox. */
export const registerCodeForms = {
  SMS: z.object({ region, flow, contact: phoneField }),
  EMAIL: z.object({ region, flow, contact: emailField }),
};

/** Step 基本信息填写 with a phone, or for 境外自然人 with a mailbox. */
export const registerDetailsForms = {
  SMS: typedTwice(z.object({ region, flow, contact: phoneField, code: smsCodeField, ...access })),
  EMAIL: typedTwice(z.object({ region, flow, contact: emailField, code: smsCodeField, ...access })),
};

export type RegisterDetailsForm = z.output<typeof registerDetailsForms.SMS>;

/** The same step once more, the phone or mailbox being verified already. */
export const registerAccessForm = typedTwice(z.object({ region, flow, ...access }));

export type RegisterAccessForm = z.output<typeof registerAccessForm>;

/** 手机验证, where a registration begins with the phone (云南 2.4.1(3)). */
export const registerPhoneForm = z.object({
  region,
  /** 企业用户注册 (云南 2.4.2). */
  enterpriseUser: z.boolean("INVALID"),
  contact: phoneField,
  humanCheck,
});

/** 「获取验证码」 to that phone, and the code. */
export const registerPhoneCodeForm = z.object({ region, flow });
export const registerPhoneProofForm = z.object({ region, flow, code: smsCodeField });

/** 基本信息填写 once the phone is verified: who it is, and how they log in. */
export const registerPersonForm = typedTwice(
  z.object({ region, flow, ...identityFields, ...access }),
).transform(withCountry);

export type RegisterPersonForm = z.output<typeof registerPersonForm>;

/** 「完成注册」: nothing is typed, but 所属税务机关 chosen where the bureau asks for it (「登记」). */
export const registerCompleteForm = z.object({
  region,
  flow,
  taxAuthority: z.string("REQUIRED").max(60, "TOO_LONG").default(""),
});

/** 企业用户注册: 统一社会信用代码 of the enterprise to bind (云南 2.4.2). */
export const bindingEnterpriseForm = z.object({
  region,
  flow,
  taxpayerId: taxpayerIdField,
  humanCheck,
});
/** 企业认证人员. */
export const certifierForm = z.object({
  region,
  flow,
  certifier: z.string("CERTIFIER_REQUIRED").min(1, "CERTIFIER_REQUIRED").max(64, "TOO_LONG"),
});
/** What 企业认证人员 confirmed on the phone. */
export const bindingTicketForm = z.object({ region, flow, ticket: z.string().max(64, "TOO_LONG") });
