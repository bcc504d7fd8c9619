import type { z } from "zod";
import { checkPassword } from "@/lib/domain/password-rule";
import { passwordField } from "./fields";

/** 新个人用户密码 (K3), without what only the server knows of its owner. */
const newPasswordField = passwordField.superRefine((value, context) => {
  const [problem] = checkPassword(value);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

/** A new password, typed twice. */
export const newPasswordFields = {
  newPassword: newPasswordField,
  confirmPassword: passwordField,
};

/** The second typing has to be the first one. */
export function typedTwice<T extends { newPassword: string; confirmPassword: string }>(
  schema: z.ZodType<T, Record<string, unknown>>,
) {
  return schema.superRefine(({ newPassword, confirmPassword }, context) => {
    if (newPassword !== confirmPassword) {
      context.addIssue({
        code: "custom",
        message: "PASSWORDS_DIFFER",
        path: ["confirmPassword"],
      });
    }
  });
}
