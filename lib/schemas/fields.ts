import { z } from "zod";
import { checkTaxpayerId } from "@/lib/domain/credit-code";
import { normalizeCode, normalizeSmsCode } from "@/lib/domain/normalize";
import { CODE_DIGITS } from "@/lib/domain/sms-quota";

/** Control characters and halves of surrogate pairs: no keyboard types them, and PostgreSQL refuses some. */
const NOT_TEXT = /[\p{Cc}\p{Cs}]/u;

/** Longest text that is worth normalising: a code with a space after every character still fits. */
const RAW_CODE_LENGTH = 64;

type TextRule = {
  /** What is stored and checked of what was typed, e.g. without spaces around it. */
  clean: (raw: string) => string;
  /** Longest raw text looked at, and longest clean text, in UTF-16 units. */
  rawMax: number;
  max: number;
  /** Problem code of a clean text that is neither empty nor too long, or null. */
  check?: (clean: string) => string | null;
};

/** A text field whose error messages are problem codes for `lib/messages.ts`: the first problem only. */
function textField(rule: TextRule) {
  return z
    .string({
      error: ({ input }) => (input === undefined || input === null ? "REQUIRED" : "NOT_TEXT"),
    })
    .transform((raw, context) => {
      const clean = raw.length > rule.rawMax ? raw : rule.clean(raw);
      const problem = textProblem(raw, clean, rule);
      if (problem === null) return clean;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    });
}

function textProblem(raw: string, clean: string, rule: TextRule): string | null {
  if (raw.length > rule.rawMax || clean.length > rule.max) return "TOO_LONG";
  if (clean === "") return "REQUIRED";
  if (NOT_TEXT.test(clean)) return "NOT_TEXT";
  return rule.check?.(clean) ?? null;
}

const trimmed = (raw: string) => raw.trim();

/** A line of text that has to be there, without the spaces around it: REQUIRED, TOO_LONG, NOT_TEXT. */
export function requiredText(max: number) {
  return textField({ clean: trimmed, rawMax: max + 64, max });
}

/** 统一社会信用代码/纳税人识别号, normalised: REQUIRED, TOO_LONG, NOT_TEXT, CREDIT_CODE_INVALID. */
export const taxpayerIdField = textField({
  clean: normalizeCode,
  rawMax: RAW_CODE_LENGTH,
  max: RAW_CODE_LENGTH,
  check: checkTaxpayerId,
});

/** 居民身份证号码/手机号码/用户名 as typed, without the spaces around it; `readAccountIdentifier` reads it. */
export const accountField = requiredText(64);

/** A password as typed (个人用户密码): REQUIRED, TOO_LONG, NOT_TEXT. Whether it is right is for the server to say. */
export const passwordField = textField({ clean: (raw) => raw, rawMax: 64, max: 64 });

/** 短信验证码, its digits: REQUIRED, TOO_LONG, NOT_TEXT, CODE_FORMAT. */
export const smsCodeField = textField({
  clean: trimmed,
  rawMax: RAW_CODE_LENGTH,
  max: RAW_CODE_LENGTH,
  check: (typed) => (normalizeSmsCode(typed).length === CODE_DIGITS ? null : "CODE_FORMAT"),
}).transform(normalizeSmsCode);

/** Version of a row or an identity a form was rendered for: INVALID beyond what the database's whole numbers hold. */
export const versionField = z.int("INVALID").min(0, "INVALID").max(2_147_483_647, "INVALID");

/** 我已阅读并同意用户服务协议、隐私政策 (L11): must be ticked. */
export const agreementField = z
  .boolean({ error: "AGREEMENT_REQUIRED" })
  .refine((ticked) => ticked, { error: "AGREEMENT_REQUIRED" });
