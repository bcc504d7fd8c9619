import { z } from "zod";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { requiredText, versionField } from "./fields";
import { newPasswordFields, typedTwice } from "./new-password";

const id = z.string("INVALID").regex(/^[\w-]{1,64}$/, "INVALID");
/** The count of switches the page was rendered for (B7). */
const identityVersion = versionField;

/** 添加用户, somebody named: an empty `relationId`. */
const named = {
  relationId: z.literal("", "INVALID"),
  name: requiredText(100),
  documentType: z.enum(DOCUMENT_TYPES, "REQUIRED"),
  documentNumber: requiredText(64),
};

/** 「创建用户」 of somebody named by name and document (云南 3.4.1(2)). */
export const namedUserForm = z.object({ ...named, identityVersion });
export type NamedUserForm = { relationId: string } & Omit<
  z.output<typeof namedUserForm>,
  "relationId"
>;

/** 「确认」 of the new user's password (云南 3.4.1(3)), for somebody named or for one of the registry's own. */
export const createUserForm = typedTwice(
  z.object({
    relationId: z.union([z.literal(""), id], "INVALID"),
    name: z.string("NOT_TEXT").max(100, "TOO_LONG"),
    documentType: z.enum(DOCUMENT_TYPES, "REQUIRED"),
    documentNumber: z.string("NOT_TEXT").max(64, "TOO_LONG"),
    ...newPasswordFields,
    identityVersion,
  }),
);
export type CreateUserForm = z.output<typeof createUserForm>;

/** 「确定」 of 功能权限; without any function the person is unbound. */
export const grantUserForm = z.object({
  relationId: id,
  functions: z.array(id).max(500, "TOO_LONG"),
  identityVersion,
});
