import { FUNCTIONS, type TaxFunction } from "@/lib/domain/function-tree";
import { isManager, type Role } from "@/lib/domain/relation-rules";

/** A grant of everything (全部功能). */
const ALL_FUNCTIONS = "*";

const TAX_AND_QUERY = ["tax", "query"];

/** What decides which functions an acting identity has (E2, E4). */
export type GrantFacts = {
  acting: "PERSON" | "ENTERPRISE" | "CLIENT" | "PROJECT";
  /** Role in the enterprise; null for a natural person, an agent, and 子身份办税员 named by a report. */
  role: Role | null;
  /** Whether the bureau of the enterprise gives handlers and clerks functions by default. */
  regionDefaults: boolean;
  /** Codes of functions, groups or ALL_FUNCTIONS given directly or by permission identities (权限身份). */
  grants: readonly string[];
};

/** Why someone does not have a function, or null when they do. */
export type FunctionRefusal = "FOR_PERSONS" | "FOR_ENTERPRISES" | "NOT_GRANTED";

/**
 * Why the acting identity may not use a function, or null when it may (为什么我看不到这个功能, B14): it is for natural persons only,
 * for enterprises only, or nobody granted it.
 */
export function functionRefusal(each: TaxFunction, facts: GrantFacts): FunctionRefusal | null {
  if (facts.acting === "PERSON") return each.audience === "ENTERPRISE" ? "FOR_ENTERPRISES" : null;
  if (each.audience === "PERSON") return "FOR_PERSONS";
  if (each.open) return null;
  const codes = grantedCodes(facts);
  const granted =
    codes.includes(ALL_FUNCTIONS) ||
    codes.includes(each.code) ||
    each.within.some((code) => codes.includes(code));
  return granted ? null : "NOT_GRANTED";
}

/** The functions an acting identity has, in the order of the tree (E2, E4). */
export function grantedFunctions(facts: GrantFacts): readonly TaxFunction[] {
  return FUNCTIONS.filter((each) => functionRefusal(each, facts) === null);
}

/**
 * 法定代表人 and 财务负责人 have everything. For others what was granted stands; where nothing was, the defaults: 办税员 我要办税 +
 * 我要查询, 开票员 发票使用, as far as the bureau has them. An agent, and whoever a cross-region report names, has the handler's
 * defaults in every bureau: agreement and report themselves are the grant.
 */
export function grantedCodes({
  acting,
  role,
  regionDefaults,
  grants,
}: GrantFacts): readonly string[] {
  if (acting === "CLIENT" || role === null) return grants.length > 0 ? grants : TAX_AND_QUERY;
  if (isManager(role)) return [ALL_FUNCTIONS];
  if (grants.length > 0) return grants;
  if (!regionDefaults) return [];
  if (role === "TAX_HANDLER") return TAX_AND_QUERY;
  return role === "INVOICE_CLERK" ? ["invoice-use"] : [];
}
