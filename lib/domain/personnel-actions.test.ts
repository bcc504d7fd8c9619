import { expect, test } from "vitest";
import {
  PERSONNEL_ACTIONS,
  type PersonnelAsk,
  personnelRefusal,
} from "@/lib/domain/personnel-actions";
import { relationRefusal } from "@/lib/domain/relation-actions";
import { type RelationStatus, ROLES, type Role } from "@/lib/domain/relation-rules";

const STATUSES: readonly RelationStatus[] = [
  "REGISTERED",
  "PENDING_PERSON",
  "PENDING_ENTERPRISE",
  "ACTIVE",
  "REJECTED",
  "WITHDRAWN",
  "EXPIRED",
  "REMOVED",
];
const EITHER = [false, true];

/** Every question there is: asker × whose × action × target role × state × freeze × binding × account. */
const EVERY_ASK: readonly PersonnelAsk[] = ROLES.flatMap((as) =>
  EITHER.flatMap((own) =>
    PERSONNEL_ACTIONS.flatMap((action) =>
      ROLES.flatMap((role) =>
        STATUSES.flatMap((status) =>
          EITHER.flatMap((frozen) =>
            EITHER.flatMap((bound) =>
              EITHER.map((account) => ({
                action,
                as,
                own,
                target: { role, status, frozen, bound, account },
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** Whose password a manager decides about, written the other way round. */
const REACH: Partial<Record<Role, { others: readonly Role[]; own: readonly Role[] }>> = {
  LEGAL_REPRESENTATIVE: {
    others: ["FINANCE_MANAGER", "TAX_HANDLER", "INVOICE_CLERK"],
    own: ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER", "TAX_HANDLER", "INVOICE_CLERK"],
  },
  FINANCE_MANAGER: {
    others: ["TAX_HANDLER", "INVOICE_CLERK"],
    own: ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER", "TAX_HANDLER", "INVOICE_CLERK"],
  },
};

function allowed({ action, as, own, target }: PersonnelAsk): boolean {
  if (action === "REMOVE" || action === "FREEZE" || action === "UNFREEZE") {
    return relationRefusal({ action, as, own, target }) === null;
  }
  const reach = REACH[as]?.[own ? "own" : "others"] ?? [];
  if (!reach.includes(target.role) || target.status !== "ACTIVE") return false;
  if (action === "BIND") return !target.bound && target.account;
  return action === "UNBIND" ? target.bound : !target.bound && !own;
}

test.each(ROLES)("OL5 E1 B13 everything %s may do to people of the enterprise", (as) => {
  const asks = EVERY_ASK.filter((ask) => ask.as === as);
  const may = asks.filter((ask) => personnelRefusal(ask) === null);
  expect(may).toEqual(asks.filter(allowed));
  expect(may.length > 0).toBe(as === "LEGAL_REPRESENTATIVE" || as === "FINANCE_MANAGER");
});

const handler = {
  role: "TAX_HANDLER",
  status: "ACTIVE",
  frozen: false,
  bound: false,
  account: true,
} as const;

function reason(
  action: PersonnelAsk["action"],
  target: Partial<PersonnelAsk["target"]> = {},
  { as = "FINANCE_MANAGER", own = false }: { as?: Role; own?: boolean } = {},
) {
  return personnelRefusal({ action, as, own, target: { ...handler, ...target } });
}

test("OL5 the reason why a password is not for this manager, or not in this state", () => {
  expect(reason("RESET", {}, { as: "TAX_HANDLER" })).toBe("ONLY_MANAGERS");
  expect(reason("RESET", { bound: true })).toBe("RESET_WHILE_BOUND");
  expect(reason("RESET", {}, { own: true })).toBe("RESET_OWN_PASSWORD");
  expect(reason("RESET", { role: "LEGAL_REPRESENTATIVE" })).toBe("MANAGER_KEEPS_OWN_PASSWORD");
  expect(reason("RESET", { role: "FINANCE_MANAGER" })).toBe("MANAGER_KEEPS_OWN_PASSWORD");
  expect(reason("RESET", { status: "REGISTERED" })).toBe("NOT_SET_UP_HERE");
  expect(reason("BIND", { account: false })).toBe("BINDING_NEEDS_ACCOUNT");
  expect(reason("BIND", { bound: true })).toBe("PASSWORD_BOUND_ALREADY");
  expect(reason("UNBIND")).toBe("PASSWORD_NOT_BOUND");
  expect(reason("FREEZE", { frozen: true })).toBe("ALREADY_FROZEN");
});
