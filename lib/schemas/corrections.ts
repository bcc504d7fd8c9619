import { z } from "zod";
import { CORRECTION_KINDS } from "@/lib/domain/correction-rules";
import { requiredText } from "./fields";
import { idField } from "./filings/fields";
import { reasonField } from "./hall";

/** 「提交申请」 of 更正申请: what, what it should be, and why. */
export const correctionForm = z.object({
  kind: z.enum(CORRECTION_KINDS, "REQUIRED"),
  value: requiredText(200),
  note: requiredText(200),
});
export type CorrectionForm = z.output<typeof correctionForm>;

/** 「撤回」. */
export const withdrawCorrectionForm = z.object({ correction: idField });

/** 「受理」 in the hall. */
export const openCorrectionForm = z.object({ correction: idField, reason: reasonField });

/** 「准予更正」 and 「不予更正」 in the hall. */
export const decideCorrectionForm = z.object({
  correction: idField,
  decision: z.enum(["CORRECT", "REFUSE"], "INVALID"),
  reason: reasonField,
});
