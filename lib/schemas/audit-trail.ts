import { z } from "zod";
import { isRealDate } from "@/lib/domain/china-time";
import { normalizeCode } from "@/lib/domain/normalize";
import { reasonField } from "./hall";

/** Nothing, or text of at most `max` characters. */
const optionalText = (max: number) =>
  z
    .string("NOT_TEXT")
    .max(max, "TOO_LONG")
    .transform((text) => text.trim())
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "NOT_TEXT")
    .transform((text) => text || null);

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && isRealDate(Number(year), Number(month), Number(day));
}

/** A day "YYYY-MM-DD" in Asia/Shanghai, or nothing. */
const day = z
  .string("DAY_INVALID")
  .refine((text) => text === "" || isDay(text), "DAY_INVALID")
  .transform((text) => text || null);

/** What is looked for in the audit trail (审计日志), and why. Numbers are as typed and leave no trace of themselves. */
export const auditSearchForm = z
  .object({
    from: day,
    to: day,
    event: z
      .string("INVALID")
      .regex(/^[A-Z_]{0,64}$/, "INVALID")
      .transform((text) => text || null),
    outcome: z.enum(["", "OK", "REFUSED"], "INVALID").transform((text) => text || null),
    employeeNumber: optionalText(32),
    documentNumber: optionalText(64).transform((text) => text && normalizeCode(text)),
    taxpayerId: optionalText(64).transform((text) => text && normalizeCode(text)),
    reason: reasonField,
  })
  .superRefine(({ from, to }, context) => {
    if (from && to && to < from) {
      context.addIssue({ code: "custom", message: "DAYS_REVERSED", path: ["to"] });
    }
  });

const sequence = z.int("INVALID").min(0, "INVALID").max(2_147_483_647, "INVALID");

/** 导出 of what a search found. */
export const auditExportForm = z.object({ search: sequence, reason: reasonField });

/** The next part of a verification, after the event it has come to; 0 begins. */
export const auditVerifyForm = z.object({ after: sequence, reason: reasonField });

export type AuditSearch = z.output<typeof auditSearchForm>;
