import { z } from "zod";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import {
  accountField,
  agreementField,
  passwordField,
  smsCodeField,
  taxpayerIdField,
} from "./fields";

const common = {
  region: z.string().max(32, "TOO_LONG"),
  account: accountField,
  /** Only asked for when a number alone means several people. */
  documentType: z.enum(DOCUMENT_TYPES, "INVALID").optional(),
  country: z
    .string("INVALID")
    .regex(/^[A-Z]{2}$/, "INVALID")
    .optional(),
  password: passwordField,
  agreement: agreementField,
  /** The phone application signed in to; none: the portal. */
  app: z.enum(["TAX", "IIT", "LICENSE"]).optional(),
  humanCheck: z.string("HUMAN_CHECK_REQUIRED").min(1, "HUMAN_CHECK_REQUIRED").max(8000, "TOO_LONG"),
};

/** First factor of 自然人业务 (L2). */
const personLogin = z.object({ entry: z.literal("PERSON"), ...common });

/** First factor of 企业业务 (L2). */
const enterpriseLogin = z.object({
  entry: z.literal("ENTERPRISE"),
  taxpayerId: taxpayerIdField,
  ...common,
});

/** First factor of 代理业务 (L2): the code is the agency's. */
const agencyLogin = z.object({
  entry: z.literal("AGENCY"),
  taxpayerId: taxpayerIdField,
  ...common,
});

/** First factor of 特定主体 (L2, L8). */
const specificLogin = z.object({
  entry: z.literal("SPECIFIC"),
  projectKind: z.enum(["REPORT", "PROPERTY_SOURCE"], "REQUIRED"),
  taxpayerId: taxpayerIdField,
  ...common,
});

/** The login form at its four entries: one schema for the browser and the server. */
export const loginForms = {
  PERSON: personLogin,
  ENTERPRISE: enterpriseLogin,
  AGENCY: agencyLogin,
  SPECIFIC: specificLogin,
};

export const firstFactor = z.discriminatedUnion("entry", [
  personLogin,
  enterpriseLogin,
  agencyLogin,
  specificLogin,
]);

export type FirstFactor = z.output<typeof firstFactor>;

const flowReference = {
  region: z.string().max(32, "TOO_LONG"),
  flow: z.string().max(64, "TOO_LONG"),
};

/** 「获取验证码」 of the page 身份验证. */
export const sendCodeForm = z.object(flowReference);

/** 「登录」 of the page 身份验证. */
export const secondFactorForm = z.object({ ...flowReference, code: smsCodeField });

/** A finance manager's 「确认并进入」 (L6). */
export const confirmFinanceManagerForm = z.object(flowReference);

/** 「进入」: the acting identity chosen after both factors. */
export const chooseIdentityForm = z.object({
  ...flowReference,
  identity: z.string("IDENTITY_REQUIRED").min(1, "IDENTITY_REQUIRED").max(80, "TOO_LONG"),
});
