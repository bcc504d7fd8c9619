import { z } from "zod";
import { readCountry } from "@/lib/domain/countries";
import { checkDocumentNumber, DOCUMENT_TYPES, isForeignType } from "@/lib/domain/documents";
import { periodProblem } from "@/lib/domain/filing-rules";
import { normalizeCode, toHalfWidth } from "@/lib/domain/normalize";
import { DEPARTMENT_WORDS, KIND_WORDS, ROLE_WORDS, STATUS_WORDS } from "@/lib/domain/registry-file";
import { requiredText, taxpayerIdField } from "./fields";
import { dayField, nameField, phoneField } from "./filings/fields";
import { problemsOf } from "./problems";

/** Whether somebody is born yet is for the registry to say. */
const NO_DAY_LIMIT = "9999-12-31";
const MAX_WORD = 64;

/** A cell that holds one of a few words: REQUIRED, WORD_UNKNOWN. */
function wordField<T>(words: Readonly<Record<string, T>>) {
  return requiredText(MAX_WORD).transform((word, context): T => {
    const value = Object.hasOwn(words, word) ? words[word] : undefined;
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: "WORD_UNKNOWN" });
    return z.NEVER;
  });
}

/** An empty cell is null. */
function optional<T>(field: z.ZodType<T, string>) {
  return z.string("NOT_TEXT").transform((text, context): T | null => {
    if (text.trim() === "") return null;
    const read = field.safeParse(text);
    if (read.success) return read.data;
    const [problem] = problemsOf(read.error.issues);
    context.addIssue({ code: "custom", message: problem?.code ?? "INVALID" });
    return z.NEVER;
  });
}

/** 固定电话: digits, brackets, hyphens and 转. */
const landlineField = requiredText(32)
  .transform((text) => toHalfWidth(text).replace(/\s/g, ""))
  .refine((text) => /^\+?[\d()-]{5,20}(转\d{1,6})?$/.test(text), "LANDLINE_INVALID");

const documentColumns = {
  name: nameField,
  documentType: z.enum(DOCUMENT_TYPES, "WORD_UNKNOWN"),
  country: z.string("NOT_TEXT").max(MAX_WORD, "TOO_LONG"),
  documentNumber: requiredText(64).transform(normalizeCode),
};

type Document = { documentType: (typeof DOCUMENT_TYPES)[number]; country: string };

/** 国籍（地区） counts with foreign documents only. */
function countryOf({ documentType, country }: Document): string | null {
  return isForeignType(documentType) ? readCountry(country) : "CN";
}

function checkDocument(row: Document & { documentNumber: string }, context: z.RefinementCtx) {
  const problem = checkDocumentNumber(row.documentType, row.documentNumber, NO_DAY_LIMIT);
  if (problem) {
    context.addIssue({ code: "custom", message: problem, path: ["documentNumber"] });
  }
  if (countryOf(row) === null) {
    context.addIssue({ code: "custom", message: "COUNTRY_INVALID", path: ["country"] });
  }
}

function withCountry<T extends Document>(row: T): Omit<T, "country"> & { country: string } {
  return { ...row, country: countryOf(row) ?? "CN" };
}

/** A line of 企业登记信息: cells by column, trimmed. */
export const enterpriseRow = z.object({
  creditCode: taxpayerIdField,
  name: requiredText(100),
  kind: wordField(KIND_WORDS),
  taxAuthority: requiredText(100),
  status: wordField(STATUS_WORDS),
});

/** A line of 人员信息. */
export const personRow = z
  .object({ ...documentColumns, mobile: optional(phoneField), landline: optional(landlineField) })
  .superRefine(checkDocument)
  .transform(withCountry);

/** A line of 人企关联关系. Only a 法定代表人 has a 数据来源. */
export const relationRow = z
  .object({
    creditCode: taxpayerIdField,
    ...documentColumns,
    role: wordField(ROLE_WORDS),
    department: optional(wordField(DEPARTMENT_WORDS)),
    validFrom: optional(dayField),
    validTo: optional(dayField),
  })
  .superRefine(checkDocument)
  .superRefine(({ role, department, validFrom, validTo }, context) => {
    const legal = role.role === "LEGAL_REPRESENTATIVE";
    if (legal !== (department !== null)) {
      const message = legal ? "DEPARTMENT_REQUIRED" : "DEPARTMENT_FOR_LEGAL_REPRESENTATIVE";
      context.addIssue({ code: "custom", message, path: ["department"] });
    }
    if (legal && (validFrom !== null || validTo !== null)) {
      const message = "LEGAL_REPRESENTATIVE_WITHOUT_PERIOD";
      context.addIssue({ code: "custom", message, path: ["validTo"] });
    } else if (validFrom !== null && periodProblem({ validFrom, validTo }, null)) {
      context.addIssue({ code: "custom", message: "PERIOD_REVERSED", path: ["validTo"] });
    }
  })
  .transform(withCountry);
