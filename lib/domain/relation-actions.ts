import {
  isManager,
  type RelationFacts,
  type RelationStatus,
  type Role,
} from "@/lib/domain/relation-rules";

/** What can be done to a 人企关联关系, or to make one. */
export const RELATION_ACTIONS = [
  /** 申请企业授权, by a natural person. */
  "APPLY",
  /** 添加办税人员, by a manager. */
  "ADD",
  /** 撤回, by the side that asked. */
  "WITHDRAW",
  /** 确认 or 同意, by the side that was asked. */
  "ACCEPT",
  /** 拒绝, by the side that was asked. */
  "REJECT",
  /** 删除 of one's own relation, by the person. */
  "REMOVE_OWN",
  /** 删除, by a manager. */
  "REMOVE",
  /** 冻结. */
  "FREEZE",
  /** 解冻. */
  "UNFREEZE",
  /** 授权: functions and permission identities. */
  "GRANT",
  /** 修改有效期. */
  "CHANGE_PERIOD",
  /** 交接. */
  "HAND_OVER",
  /** 清除记录. */
  "CLEAR_RECORD",
] as const;

export type RelationAction = (typeof RELATION_ACTIONS)[number];

/** Why something may not be done to a relation; its text says where to go instead. */
export type RelationRefusal =
  | "ONLY_MANAGERS"
  | "PERSON_SIDE_ONLY"
  | "OWN_AUTHORIZATION"
  | "LEGAL_REPRESENTATIVE_REGISTERED"
  | "FINANCE_MANAGER_STAYS"
  | "FINANCE_MANAGER_CANNOT_REFUSE"
  | "FINANCE_MANAGER_BY_LEGAL_REPRESENTATIVE"
  | "MANAGERS_HAVE_ALL_FUNCTIONS"
  | "ROLE_REGISTERED"
  | "AGENT_BY_AGREEMENT"
  | "NOT_REGISTERED_YET"
  | "OTHER_SIDE_DECIDES"
  | "STILL_WAITING"
  | "ALREADY_CONFIRMED"
  | "RELATION_ENDED"
  | "RELATION_NOT_ENDED"
  | "ALREADY_FROZEN"
  | "NOT_FROZEN";

/** Who wants to do what to which relation. */
export type RelationAsk = {
  action: RelationAction;
  /** Role in the relation's enterprise one acts in; null as the natural person. */
  as: Role | null;
  /** Whether the relation is, or would be, one's own. */
  own: boolean;
  target: {
    role: Role;
    /** Null while there is no relation yet (APPLY, ADD). `effectiveStatus` of a stored one. */
    status: RelationStatus | null;
    frozen: boolean;
  };
};

type Side = {
  /** Roles it may be done to. */
  roles: readonly Role[];
  statuses: readonly (RelationStatus | null)[];
};

const STAFF: readonly Role[] = ["TAX_HANDLER", "INVOICE_CLERK"];
const STAFF_AND_FINANCE: readonly Role[] = ["FINANCE_MANAGER", ...STAFF];
const EVERY_ROLE: readonly Role[] = ["LEGAL_REPRESENTATIVE", ...STAFF_AND_FINANCE, "TAX_AGENT"];
const ENDED: readonly RelationStatus[] = ["REJECTED", "WITHDRAWN", "EXPIRED", "REMOVED"];

/** Who may do what, to relations of which roles, in which states: by the person it is of, and by a manager (E1, E2, A4, B9). */
const TABLE: Readonly<Record<RelationAction, { person?: Side; manager?: Side }>> = {
  APPLY: { person: { roles: STAFF, statuses: [null] } },
  ADD: { manager: { roles: STAFF, statuses: [null] } },
  WITHDRAW: {
    person: { roles: STAFF, statuses: ["PENDING_ENTERPRISE"] },
    manager: { roles: STAFF, statuses: ["PENDING_PERSON"] },
  },
  ACCEPT: {
    person: { roles: STAFF_AND_FINANCE, statuses: ["PENDING_PERSON"] },
    manager: { roles: STAFF, statuses: ["PENDING_ENTERPRISE"] },
  },
  REJECT: {
    person: { roles: STAFF, statuses: ["PENDING_PERSON"] },
    manager: { roles: STAFF, statuses: ["PENDING_ENTERPRISE"] },
  },
  REMOVE_OWN: { person: { roles: STAFF, statuses: ["ACTIVE"] } },
  REMOVE: { manager: { roles: STAFF_AND_FINANCE, statuses: ["ACTIVE"] } },
  FREEZE: { manager: { roles: STAFF_AND_FINANCE, statuses: ["ACTIVE"] } },
  UNFREEZE: { manager: { roles: STAFF_AND_FINANCE, statuses: ["ACTIVE"] } },
  GRANT: { manager: { roles: STAFF, statuses: ["ACTIVE"] } },
  CHANGE_PERIOD: { manager: { roles: STAFF, statuses: ["ACTIVE"] } },
  HAND_OVER: { manager: { roles: STAFF, statuses: ["ACTIVE"] } },
  CLEAR_RECORD: {
    person: { roles: EVERY_ROLE, statuses: ENDED },
    manager: { roles: EVERY_ROLE, statuses: ENDED },
  },
};

/**
 * Why this may not be done, or null when it may: first who asks, then whose relation it is, then its role, then its state.
 * Only 法定代表人 and 财务负责人 manage people (西藏 三(三)1), nobody their own authorisation (B13).
 */
export function relationRefusal(ask: RelationAsk): RelationRefusal | null {
  return (
    askerRefusal(ask) ??
    roleRefusal(ask) ??
    ownRefusal(ask) ??
    financeRefusal(ask) ??
    stateRefusal(ask)
  );
}

function sideOf({ action, as }: RelationAsk): Side | undefined {
  return as === null ? TABLE[action].person : TABLE[action].manager;
}

function askerRefusal(ask: RelationAsk): RelationRefusal | null {
  if (ask.as === null) return ask.own && sideOf(ask) ? null : "ONLY_MANAGERS";
  if (!sideOf(ask)) return "PERSON_SIDE_ONLY";
  return isManager(ask.as) ? null : "ONLY_MANAGERS";
}

function roleRefusal(ask: RelationAsk): RelationRefusal | null {
  const { action, own, target } = ask;
  if (sideOf(ask)?.roles.includes(target.role)) return null;
  switch (target.role) {
    case "TAX_AGENT":
      return "AGENT_BY_AGREEMENT";
    case "LEGAL_REPRESENTATIVE":
      return action === "GRANT" ? "MANAGERS_HAVE_ALL_FUNCTIONS" : "LEGAL_REPRESENTATIVE_REGISTERED";
    default:
      if (action === "GRANT") return "MANAGERS_HAVE_ALL_FUNCTIONS";
      if (action === "REJECT" && own) return "FINANCE_MANAGER_CANNOT_REFUSE";
      return action === "REMOVE_OWN" ? "FINANCE_MANAGER_STAYS" : "ROLE_REGISTERED";
  }
}

/** A manager's own relations: neither manager removes himself, nobody edits what he himself may do. */
function ownRefusal({ action, as, own, target }: RelationAsk): RelationRefusal | null {
  if (as === null || !own || action === "CLEAR_RECORD") return null;
  return action === "REMOVE" && target.role === "FINANCE_MANAGER"
    ? "FINANCE_MANAGER_STAYS"
    : "OWN_AUTHORIZATION";
}

/** Among the managers only the legal representative decides about the finance manager. */
function financeRefusal({ action, as, target }: RelationAsk): RelationRefusal | null {
  const concerned = as === "FINANCE_MANAGER" && target.role === "FINANCE_MANAGER";
  return concerned && action !== "CLEAR_RECORD" ? "FINANCE_MANAGER_BY_LEGAL_REPRESENTATIVE" : null;
}

function stateRefusal(ask: RelationAsk): RelationRefusal | null {
  const { action, target } = ask;
  if (sideOf(ask)?.statuses.includes(target.status)) {
    if (action === "FREEZE" && target.frozen) return "ALREADY_FROZEN";
    return action === "UNFREEZE" && !target.frozen ? "NOT_FROZEN" : null;
  }
  if (action === "CLEAR_RECORD") return "RELATION_NOT_ENDED";
  switch (target.status) {
    case "REGISTERED":
      return "NOT_REGISTERED_YET";
    case "PENDING_PERSON":
    case "PENDING_ENTERPRISE":
      return action === "ACCEPT" || action === "REJECT" || action === "WITHDRAW"
        ? "OTHER_SIDE_DECIDES"
        : "STILL_WAITING";
    case "ACTIVE":
      return "ALREADY_CONFIRMED";
    default:
      return "RELATION_ENDED";
  }
}

/**
 * A stored relation's state as of today ("YYYY-MM-DD"): what still lives behind its last day has expired (到期自动失效, B9), and
 * what one side made in an old entry waits for the person (O1).
 */
export function effectiveStatus(
  { status, validTo, legacyOnly }: Pick<RelationFacts, "status" | "validTo" | "legacyOnly">,
  today: string,
): RelationStatus {
  if (ENDED.includes(status) || status === "REGISTERED") return status;
  if (validTo !== null && validTo < today) return "EXPIRED";
  return status === "ACTIVE" && legacyOnly ? "PENDING_PERSON" : status;
}

/** Days ahead of its last day that a relation's end is announced (B9). */
export const EXPIRY_WARNING_DAYS = 30;

export type PeriodProblem = "PERIOD_REVERSED" | "PERIOD_OVER";

/** What is wrong with a period of validity (有效期起, 有效期止; days "YYYY-MM-DD", no end when null), or null. */
export function periodProblem(
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  today: string,
): PeriodProblem | null {
  if (validTo === null) return null;
  if (validTo < validFrom) return "PERIOD_REVERSED";
  return validTo < today ? "PERIOD_OVER" : null;
}
