import { isManager, type Role } from "@/lib/domain/relation-rules";

/** 业务表单: what an enterprise files, by its subject. */
const FILING_KINDS = [
  "NEW_TAXPAYER",
  "HANDLER_CHANGE",
  "AGENCY_INFORMATION",
  "AGREEMENT",
  "AGREEMENT_CHANGE",
  "CROSS_REGION_REPORT",
  "PROPERTY_SOURCE",
] as const;

export type FilingKind = (typeof FILING_KINDS)[number];

/** Where a filing stands: 草稿, 待审核, 已生效, 已退回, 已撤回, 已作废. */
export type FilingStatus = "DRAFT" | "PENDING" | "EFFECTIVE" | "REJECTED" | "WITHDRAWN" | "VOID";

/** Whether a filing takes effect at once, or waits for the hall (办税服务厅). */
export type FilingApproval = "AUTOMATIC" | "HALL";

/** The forms of 我要办税 this portal performs itself: filings, and a client's own 代理机构认定管理. */
export type TaxForm = FilingKind | "RECOGNITION";

/** The function (功能树) a form is reached by; 新办纳税人套餐 needs none: the enterprise cannot be acted for yet. */
export const FORM_FUNCTIONS: Record<Exclude<TaxForm, "NEW_TAXPAYER">, string> = {
  HANDLER_CHANGE: "handler-registration",
  AGENCY_INFORMATION: "agency-information",
  AGREEMENT: "agreement-elements",
  AGREEMENT_CHANGE: "agreement-change",
  RECOGNITION: "agency-recognition",
  CROSS_REGION_REPORT: "cross-region-report",
  PROPERTY_SOURCE: "cross-region-report",
};

/** Who is about to file: the acting identity, and what its enterprise is. */
export type Filer = {
  acting: "PERSON" | "ENTERPRISE" | "CLIENT" | "PROJECT";
  role: Role | null;
  /** Whether the acting enterprise is a 涉税专业服务机构. */
  agency: boolean;
};

/** Why somebody may not file a form as the identity they act as. */
export type FilingRefusal =
  | "FILED_BY_PERSONS"
  | "FILED_BY_ENTERPRISES"
  | "FILED_BY_MANAGERS"
  | "FILED_BY_AGENCIES";

/**
 * Who may file what, or null when this one may. 新办纳税人套餐: a natural person. 跨区域涉税事项: an enterprise, or an agent for
 * their client. Everything about people and agreements: 法定代表人 and 财务负责人 through 企业业务, for forms of an agency those
 * of the agency (西藏 四(二)1, 4).
 */
export function filingRefusal(form: TaxForm, filer: Filer): FilingRefusal | null {
  switch (form) {
    case "NEW_TAXPAYER":
      return filer.acting === "PERSON" ? null : "FILED_BY_PERSONS";
    case "CROSS_REGION_REPORT":
    case "PROPERTY_SOURCE":
      return filer.acting === "ENTERPRISE" || filer.acting === "CLIENT"
        ? null
        : "FILED_BY_ENTERPRISES";
    case "HANDLER_CHANGE":
    case "RECOGNITION":
      return managerRefusal(filer);
    case "AGENCY_INFORMATION":
    case "AGREEMENT":
    case "AGREEMENT_CHANGE":
      return managerRefusal(filer) ?? (filer.agency ? null : "FILED_BY_AGENCIES");
  }
}

function managerRefusal({ acting, role }: Filer): FilingRefusal | null {
  if (acting !== "ENTERPRISE") return "FILED_BY_ENTERPRISES";
  return role && isManager(role) ? null : "FILED_BY_MANAGERS";
}

/** Inclusive days "YYYY-MM-DD"; null is open. */
type Period = { validFrom: string; validTo: string | null };

/** What is wrong with a period (有效期), or null. */
export function periodProblem(
  { validFrom, validTo }: Period,
  today: string | null,
): "PERIOD_ENDS_BEFORE_IT_BEGINS" | "PERIOD_OVER" | null {
  if (validTo === null) return null;
  if (validTo < validFrom) return "PERIOD_ENDS_BEFORE_IT_BEGINS";
  return today !== null && validTo < today ? "PERIOD_OVER" : null;
}

/** Whether two periods share a day. */
export function periodsOverlap(one: Period, other: Period): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}

/** 受理编号 of a filing: the bureau's short name, the day ("YYYY-MM-DD"), its count on that day from 1. */
export function filingNumber(abbreviation: string, day: string, count: number): string {
  return `${abbreviation}税受${day.replaceAll("-", "")}${String(count).padStart(6, "0")}`;
}

/**
 * 跨区域涉税事项管理编号, e.g. 鲁跨报〔2026〕000000000123: the bureau that issues it, 报 for 跨区域报验 or 源 for 财产税源, the
 * year, its count in that year from 1.
 */
export function projectNumber(
  abbreviation: string,
  kind: "REPORT" | "PROPERTY_SOURCE",
  year: string,
  count: number,
): string {
  const sign = kind === "REPORT" ? "报" : "源";
  return `${abbreviation}跨${sign}〔${year}〕${String(count).padStart(12, "0")}`;
}
