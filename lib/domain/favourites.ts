import { findFunction, type TaxFunction } from "@/lib/domain/function-tree";
import { functionRefusal, type GrantFacts } from "@/lib/domain/function-tree-grants";

/** 常用功能 a person can keep. */
export const FAVOURITES_AT_MOST = 12;

/** 常用功能 of who never chose any: what natural persons, and what enterprises, come for most. */
const DEFAULTS: Readonly<Record<"PERSON" | "ENTERPRISE", readonly string[]>> = {
  PERSON: ["business-income", "payment", "payment-certificate", "authorizations", "my-messages"],
  ENTERPRISE: [
    "vat-general-taxpayer",
    "invoice-issue",
    "payment",
    "query-declarations",
    "filings",
    "switch-identity",
  ],
};

/** 常用功能 as the main page shows them to one acting identity. */
export type Favourites = {
  functions: readonly TaxFunction[];
  /** Chosen ones the acting identity may not use: they stay chosen and are not shown. */
  hidden: number;
};

/** The chosen functions in the person's order, or the default set as far as granted; codes of the past are left out. */
export function favouriteFunctions(saved: readonly string[], facts: GrantFacts): Favourites {
  const chosen = saved.length > 0;
  const codes = chosen ? saved : DEFAULTS[facts.acting === "PERSON" ? "PERSON" : "ENTERPRISE"];
  const all = codes.flatMap((code) => findFunction(code) ?? []);
  const functions = all.filter((each) => functionRefusal(each, facts) === null);
  return { functions, hidden: chosen ? all.length - functions.length : 0 };
}

/** The list with one entry moved to another place; a place beyond an end counts as that end. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const place = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, place), ...list.slice(from, from + 1), ...rest.slice(place)];
}
