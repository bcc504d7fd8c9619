import { checkDocumentNumber, type DocumentType } from "@/lib/domain/documents";
import { normalizeCode } from "@/lib/domain/normalize";
import { checkName, normalizeName } from "@/lib/domain/registration-rules";

/** 更正内容: what may be asked to be corrected. */
export const CORRECTION_KINDS = ["NAME", "DOCUMENT_NUMBER", "OTHER"] as const;

export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Where 更正申请 stands: 办理中, 已更正, 不予更正, 已撤回. */
export type CorrectionStatus = "PENDING" | "CORRECTED" | "REFUSED" | "WITHDRAWN";

/** What is kept of the person now. */
type Kept = { name: string; documentType: DocumentType; documentNumber: string };

/** 更正为, as it would be kept. */
export function correctedValue(kind: CorrectionKind, typed: string): string {
  if (kind === "NAME") return normalizeName(typed);
  return kind === "DOCUMENT_NUMBER" ? normalizeCode(typed) : typed;
}

/**
 * Why a value (as `correctedValue` makes it) cannot stand in place of what is kept: `NAME_INVALID`, `DOCUMENT_NUMBER_*` of the person's
 * own 证件类型, `CORRECTION_SAME`; null when it can. `today` as YYYY-MM-DD.
 */
export function correctionProblem(
  kind: CorrectionKind,
  value: string,
  kept: Kept,
  today: string,
): string | null {
  if (kind === "OTHER") return null;
  if (value === (kind === "NAME" ? kept.name : kept.documentNumber)) return "CORRECTION_SAME";
  return kind === "NAME" ? checkName(value) : checkDocumentNumber(kept.documentType, value, today);
}
