import { type RelationRefusal, relationRefusal } from "@/lib/domain/relation-actions";
import { isManager, type RelationStatus, type Role } from "@/lib/domain/relation-rules";

/** The buttons of 企业人员维护 (辽宁 三(一), 三(二)1), in the order they stand in a row. */
export const PERSONNEL_ACTIONS = [
  /** 删除. */
  "REMOVE",
  /** 冻结. */
  "FREEZE",
  /** 解冻. */
  "UNFREEZE",
  /** 绑定: the natural person's password stands for 个人登录密码. */
  "BIND",
  /** 解绑: the former 个人登录密码 counts again. */
  "UNBIND",
  /** 重置密码, to `RESET_PASSWORD`. */
  "RESET",
] as const;

export type PersonnelAction = (typeof PERSONNEL_ACTIONS)[number];

/** What 重置密码 sets 个人登录密码 to (辽宁 三(二)1, 七9). */
export const RESET_PASSWORD = "111111";

/**
 * Hours a reset password can be used: everybody knows it, so it opens nothing after a day. The guide names no time; a day lets
 * whoever is told in the evening use it in the morning.
 */
export const RESET_PASSWORD_HOURS = 24;

/** Why something may not be done to a person of the enterprise; its text says where to go instead. */
export type PersonnelRefusal =
  | RelationRefusal
  | "MANAGER_KEEPS_OWN_PASSWORD"
  | "RESET_OWN_PASSWORD"
  | "NOT_SET_UP_HERE"
  | "PASSWORD_BOUND_ALREADY"
  | "PASSWORD_NOT_BOUND"
  | "BINDING_NEEDS_ACCOUNT"
  | "RESET_WHILE_BOUND";

/** Who wants to do what to whom. */
export type PersonnelAsk = {
  action: PersonnelAction;
  /** Role in the enterprise one acts in. */
  as: Role;
  own: boolean;
  target: {
    role: Role;
    /** `legacyStatus` of the stored relation. */
    status: RelationStatus;
    frozen: boolean;
    /** 绑定 stands. */
    bound: boolean;
    /** Has an open account to bind to. */
    account: boolean;
  };
};

/**
 * Why this may not be done, or null when it may. 删除, 冻结 and 解冻 follow the one table of relations. About passwords: managers
 * only; 法定代表人 of everybody's but another manager's who stands beside or above; nobody resets their own, since 修改密码 asks for
 * the old one (B13); 绑定 of one's own is a choice of which own secret counts.
 */
export function personnelRefusal(ask: PersonnelAsk): PersonnelRefusal | null {
  const { action, as, own, target } = ask;
  if (action === "REMOVE" || action === "FREEZE" || action === "UNFREEZE") {
    return relationRefusal({ action, as, own, target });
  }
  if (!isManager(as)) return "ONLY_MANAGERS";
  if (target.role === "TAX_AGENT") return "AGENT_BY_AGREEMENT";
  if (own && action === "RESET") return "RESET_OWN_PASSWORD";
  if (!own && target.role === "LEGAL_REPRESENTATIVE") return "MANAGER_KEEPS_OWN_PASSWORD";
  if (!own && target.role === "FINANCE_MANAGER" && as === "FINANCE_MANAGER") {
    return "MANAGER_KEEPS_OWN_PASSWORD";
  }
  if (target.status !== "ACTIVE") return "NOT_SET_UP_HERE";
  return passwordRefusal(action, target);
}

function passwordRefusal(
  action: "BIND" | "UNBIND" | "RESET",
  { bound, account }: PersonnelAsk["target"],
): PersonnelRefusal | null {
  switch (action) {
    case "BIND":
      if (bound) return "PASSWORD_BOUND_ALREADY";
      return account ? null : "BINDING_NEEDS_ACCOUNT";
    case "UNBIND":
      return bound ? null : "PASSWORD_NOT_BOUND";
    case "RESET":
      return bound ? "RESET_WHILE_BOUND" : null;
  }
}
