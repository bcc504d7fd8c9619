import { z } from "zod";
import { checkUsername } from "@/lib/domain/account-identifier";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { normalizePhone, toHalfWidth } from "@/lib/domain/normalize";
import { accountField, passwordField, requiredText, smsCodeField } from "./fields";
import { newPasswordFields, typedTwice } from "./new-password";

const region = z.string().max(32, "TOO_LONG");
const flow = z.string().max(64, "TOO_LONG");
const rowId = z.string("INVALID").min(1, "INVALID").max(64, "TOO_LONG");
const humanCheck = z
  .string("HUMAN_CHECK_REQUIRED")
  .min(1, "HUMAN_CHECK_REQUIRED")
  .max(8000, "TOO_LONG");

/** Type and country of a document; only asked for when a number alone means several people. */
const documentHint = {
  documentType: z.enum(DOCUMENT_TYPES, "INVALID").optional(),
  country: z
    .string("INVALID")
    .regex(/^[A-Z]{2}$/, "INVALID")
    .optional(),
};

/**
 * 手机号码, normalised: REQUIRED, TOO_LONG, NOT_TEXT, PHONE_INVALID. The look of a number only: the server asks its plan of
 * numbers, which is too heavy for a page.
 */
const phoneField = requiredText(32)
  .transform(normalizePhone)
  .refine((phone) => /^(?:1[3-9]\d{9}|\+[1-9]\d{6,14})$/.test(phone), { error: "PHONE_INVALID" });

/** 用户名, its case kept (A2): REQUIRED, TOO_LONG, NOT_TEXT, USERNAME_FORMAT, USERNAME_LIKE_NUMBER. */
const usernameField = requiredText(64)
  .transform((typed) => toHalfWidth(typed))
  .superRefine((username, context) => {
    const problem = checkUsername(username);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

/** 忘记密码: whose password. */
export const forgotPasswordForm = z.object({
  region,
  account: accountField,
  ...documentHint,
  humanCheck,
});
export type ForgotPasswordForm = z.output<typeof forgotPasswordForm>;

/** 找回手机号码, first step. */
export const findPhoneBeginForm = z.object({
  region,
  account: accountField,
  ...documentHint,
  password: passwordField,
  humanCheck,
});
export type FindPhoneBeginForm = z.output<typeof findPhoneBeginForm>;

/** 「获取验证码」 of a flow under way. */
export const accountFlowForm = z.object({ region, flow });
/** A code in a flow under way. */
export const accountCodeForm = z.object({ region, flow, code: smsCodeField });
/** A new password at the end of a flow: 忘记密码 of person or enterprise, 忘记旧密码, one that may not stay, 个人登录密码. */
export const flowPasswordForm = typedTwice(z.object({ region, flow, ...newPasswordFields }));

/** 「获取验证码」 for a number that is to be bound; `flow` is empty before the first code of a signed-in page. */
export const newPhoneCodeForm = z.object({ region, flow, phone: phoneField });
/** 「确定」 of a number that is to be bound. */
export const newPhoneForm = z.object({ region, flow, phone: phoneField, code: smsCodeField });

/** 「设为默认」. */
export const defaultPhoneForm = z.object({ phoneId: rowId });
/** 「删除」 of a phone; `last` when the person was told that none will be left. */
export const removePhoneForm = z.object({ phoneId: rowId, last: z.boolean("INVALID") });

/** 用户名 of 个人信息维护. */
export const usernameForm = z.object({ username: usernameField });

/** 个人密码修改 with the old one. */
export const changePasswordForm = typedTwice(
  z.object({ oldPassword: passwordField, ...newPasswordFields }),
);

/** Nothing is typed. */
export const nothingForm = z.object({});

/** 「获取验证码」 of 用户注销. */
export const closingCodeForm = z.object({ flow });
/** The code to scan of 用户注销, for an account no code can be sent to. */
export const closingFaceForm = z.object({ app: z.enum(["TAX", "IIT", "LICENSE"], "INVALID") });

const closing = {
  flow,
  understood: z
    .boolean({ error: "CLOSING_NOT_UNDERSTOOD" })
    .refine((ticked) => ticked, { error: "CLOSING_NOT_UNDERSTOOD" }),
  password: passwordField,
};
/** 「确认注销」 with a code. */
export const closeByCodeForm = z.object({ ...closing, code: smsCodeField });
/** 「确认注销」 after a face. */
export const closeByFaceForm = z.object(closing);
