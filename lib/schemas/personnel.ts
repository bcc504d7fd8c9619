import { z } from "zod";
import { PERSONNEL_ACTIONS } from "@/lib/domain/personnel-actions";
import { passwordField } from "./fields";
import { newPasswordFields, typedTwice } from "./new-password";
import { boxes, functionCodes, id, identityVersion, personFields } from "./relations";

/** 「搜索」 of 添加办税人员 (辽宁 二(一)8). */
export const searchPersonForm = z.object({ ...personFields, identityVersion });

export type SearchPersonForm = z.output<typeof searchPersonForm>;

/**
 * 「确定」 of 添加办税人员 (辽宁 二(一)9): the person once more, their first 个人登录密码, 身份信息 (permission identities) and 管理权限
 * (functions), of which there has to be one: PERMISSIONS_REQUIRED.
 */
export const addPersonForm = typedTwice(
  z.object({
    ...personFields,
    ...newPasswordFields,
    identities: boxes,
    functions: functionCodes,
    identityVersion,
  }),
).superRefine(({ identities, functions }, context) => {
  if (functions.length === 0 && !Object.values(identities).includes(true)) {
    context.addIssue({ code: "custom", message: "PERMISSIONS_REQUIRED", path: ["functions"] });
  }
});

export type AddPersonForm = z.output<typeof addPersonForm>;

/** A button of a row. */
export const personnelForm = z.object({
  relationId: id,
  action: z.enum(PERSONNEL_ACTIONS, "INVALID"),
  identityVersion,
});

/** 修改企业密码 and 修改密码 (辽宁 三(二)): 旧密码, 新密码, 确认新密码, and 人机验证 in place of 验证码. */
export const replacePasswordForm = typedTwice(
  z.object({
    oldPassword: passwordField,
    ...newPasswordFields,
    humanCheck: z
      .string("HUMAN_CHECK_REQUIRED")
      .min(1, "HUMAN_CHECK_REQUIRED")
      .max(8000, "TOO_LONG"),
    identityVersion,
  }),
);

export type ReplacePasswordForm = z.output<typeof replacePasswordForm>;
