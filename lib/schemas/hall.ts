import { z } from "zod";
import { OFFICER_ROLES } from "@/lib/domain/officer-roles";
import { passwordField, requiredText, smsCodeField } from "./fields";
import { idField, nameField, phoneField } from "./filings/fields";
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

/** 「添加税务人员」. */
export const addOfficerForm = z.object({
  employeeNumber: employeeNumberField,
  name: nameField,
  phone: phoneField,
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
