import { z } from "zod";
import { isRealDate } from "@/lib/domain/china-time";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { requiredText, taxpayerIdField, versionField } from "./fields";

/** What a person chooses to become in an enterprise (申请身份, 身份): 办税员 as main or sub identity, or 开票员. */
const HANDLER_ROLES = ["TAX_HANDLER", "SUB_TAX_HANDLER", "INVOICE_CLERK"] as const;

export type HandlerRole = (typeof HANDLER_ROLES)[number];

const roleField = z.enum(HANDLER_ROLES, "REQUIRED");

/** An id or code: what else is sent names nothing. */
export const id = z.string("INVALID").regex(/^[\w-]{1,64}$/, "INVALID");

const MOST_BOXES = 200;

/** Boxes of permission identities by id, ticked or not. */
export const boxes = z
  .record(id, z.boolean("INVALID"))
  .refine((all) => Object.keys(all).length <= MOST_BOXES, "INVALID");

/** The count of switches the page was rendered for (B7). */
export const identityVersion = versionField;

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && isRealDate(Number(year), Number(month), Number(day));
}

const day = z.string("REQUIRED").min(1, "REQUIRED").refine(isDay, "DAY_INVALID");

/** 有效期起 and 有效期止, "YYYY-MM-DD"; without an end it stays in force until somebody ends it. */
const periodFields = {
  validFrom: day,
  validTo: z
    .string("DAY_INVALID")
    .refine((text) => text === "" || isDay(text), "DAY_INVALID")
    .transform((text) => text || null),
};

/** 有效期止 may not lie before 有效期起. */
function inOrder<T extends { validFrom: string; validTo: string | null }>(
  schema: z.ZodType<T, Record<string, unknown>>,
) {
  return schema.superRefine(({ validFrom, validTo }, context) => {
    if (validTo !== null && validTo < validFrom) {
      context.addIssue({ code: "custom", message: "PERIOD_REVERSED", path: ["validTo"] });
    }
  });
}

/** 申请企业授权 (A4). */
export const applyForm = inOrder(
  z.object({ taxpayerId: taxpayerIdField, role: roleField, ...periodFields }),
);

/** Whom a manager names: 姓名, 身份证件类型, 身份证件号码. */
export const personFields = {
  name: requiredText(100),
  documentType: z.enum(DOCUMENT_TYPES, "REQUIRED"),
  documentNumber: requiredText(64),
};

/** 添加办税人员 (E2): boxes of 权限身份 by their ids. */
export const addHandlerForm = inOrder(
  z.object({
    ...personFields,
    role: roleField,
    ...periodFields,
    identities: boxes,
    identityVersion,
  }),
);

/** 交接 (B11): who takes over from the person of `relationId`. */
export const handOverForm = inOrder(
  z.object({ relationId: id, ...personFields, ...periodFields, identityVersion }),
);

/** 修改有效期 of one relation. */
export const changePeriodForm = inOrder(
  z.object({ relationId: id, ...periodFields, identityVersion }),
);

/** A button of the person's own rows. */
export const ownRelationForm = z.object({
  relationId: id,
  action: z.enum(["ACCEPT", "REJECT", "WITHDRAW", "REMOVE_OWN", "CLEAR_RECORD"], "INVALID"),
});

/** A button of a manager's rows. */
export const staffRelationForm = z.object({
  relationId: id,
  action: z.enum(
    ["ACCEPT", "REJECT", "WITHDRAW", "REMOVE", "FREEZE", "UNFREEZE", "CLEAR_RECORD"],
    "INVALID",
  ),
  identityVersion,
});

/** 添加前须扫脸 (B10). */
export const faceBeforeAddingForm = z.object({ wanted: z.boolean("INVALID") });

/** Functions and groups of the 功能树. */
export const functionCodes = z.array(id).max(500, "TOO_LONG");

/** 授权 (E4): permission identities and functions given directly. */
export const grantForm = z.object({
  relationId: id,
  identities: boxes,
  functions: functionCodes,
  identityVersion,
});

/** 授权 of an agent by the client (E4). */
export const grantAgentForm = z.object({ agentId: id, functions: functionCodes, identityVersion });

/** 权限身份 (E4): an empty `permissionIdentityId` makes a new one. At least one function has to be ticked (OL5). */
export const permissionIdentityForm = z.object({
  permissionIdentityId: z.union([z.literal(""), id], "INVALID"),
  name: requiredText(30),
  description: z
    .string("NOT_TEXT")
    .trim()
    .max(200, "TOO_LONG")
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "NOT_TEXT"),
  functions: functionCodes.min(1, "FUNCTIONS_REQUIRED"),
  identityVersion,
});

/** 删除 of a permission identity. */
export const deletePermissionIdentityForm = z.object({
  permissionIdentityId: id,
  identityVersion,
});

/** 向管理人员申请该功能 (B14). */
export const requestFunctionForm = z.object({ functionCode: id, identityVersion });
