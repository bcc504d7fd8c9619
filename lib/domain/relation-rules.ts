/** 五员, in the order of the law's responsibility. */
export const ROLES = [
  "LEGAL_REPRESENTATIVE",
  "FINANCE_MANAGER",
  "TAX_HANDLER",
  "INVOICE_CLERK",
  "TAX_AGENT",
] as const;

export type Role = (typeof ROLES)[number];

/** Where a 人企关联关系 stands: known to the registry, waiting for one side, in force, or how it ended. */
export type RelationStatus =
  | "REGISTERED"
  | "PENDING_PERSON"
  | "PENDING_ENTERPRISE"
  | "ACTIVE"
  | "REJECTED"
  | "WITHDRAWN"
  | "EXPIRED"
  | "REMOVED";

/** What decides whether a relation counts; days are "YYYY-MM-DD" and inclusive, null is open. */
export type RelationFacts = {
  role: Role;
  status: RelationStatus;
  validFrom: string | null;
  validTo: string | null;
  frozen: boolean;
  /** Made by one side in an old entry: elsewhere it waits for the person (O1). */
  legacyOnly: boolean;
};

export type RelationProblem =
  | "HANDLER_FROZEN"
  | "NOT_BOUND"
  | "RELATION_NOT_ACTIVE"
  | "RELATION_NOT_YET_VALID"
  | "RELATION_EXPIRED"
  | "RELATION_WAITING";

/**
 * Why a relation may not be used at a unified entry today, or null when it may. What has ended comes first, then what waits,
 * then the freeze (办税人员已冻结), then a period that has not begun.
 */
export function relationProblem(facts: RelationFacts, today: string): RelationProblem | null {
  switch (facts.status) {
    case "REJECTED":
    case "WITHDRAWN":
    case "REMOVED":
      return "RELATION_NOT_ACTIVE";
    case "EXPIRED":
      return "RELATION_EXPIRED";
    case "REGISTERED":
    case "PENDING_PERSON":
    case "PENDING_ENTERPRISE":
      return "RELATION_WAITING";
    case "ACTIVE":
      return activeRelationProblem(facts, today);
  }
}

function activeRelationProblem(facts: RelationFacts, today: string): RelationProblem | null {
  if (facts.validTo !== null && facts.validTo < today) return "RELATION_EXPIRED";
  if (facts.legacyOnly) return "RELATION_WAITING";
  if (facts.frozen) return "HANDLER_FROZEN";
  if (facts.validFrom !== null && facts.validFrom > today) return "RELATION_NOT_YET_VALID";
  return null;
}

/** Whether the role manages the enterprise's people (E1): 法定代表人, 财务负责人. */
export function isManager(role: Role): boolean {
  return role === "LEGAL_REPRESENTATIVE" || role === "FINANCE_MANAGER";
}

/** L6: a finance manager whose relation waits for them confirms it right at the enterprise entry, and cannot refuse. */
export function mayConfirmAtLogin(facts: RelationFacts, today: string): boolean {
  const { role, status, frozen, validTo } = facts;
  const over = validTo !== null && validTo < today;
  return role === "FINANCE_MANAGER" && status === "PENDING_PERSON" && !frozen && !over;
}

/**
 * L8: whose role shows every cross-region project of the enterprise: 法定代表人, 财务负责人, 主身份办税员. A sub handler
 * (`primary` false) sees those that name them, an invoice clerk none.
 */
export function seesProjects(role: Role, primary: boolean): boolean {
  return isManager(role) || (role === "TAX_HANDLER" && primary);
}
