import { expect, test } from "vitest";
import {
  effectiveStatus,
  periodProblem,
  RELATION_ACTIONS,
  type RelationAction,
  type RelationAsk,
  relationRefusal,
} from "@/lib/domain/relation-actions";
import { type RelationStatus, ROLES, type Role } from "@/lib/domain/relation-rules";

const STATUSES: readonly (RelationStatus | null)[] = [
  null,
  "REGISTERED",
  "PENDING_PERSON",
  "PENDING_ENTERPRISE",
  "ACTIVE",
  "REJECTED",
  "WITHDRAWN",
  "EXPIRED",
  "REMOVED",
];

/** Every question there is: asker × whose × action × target role × state × freeze. */
const EVERY_ASK: readonly RelationAsk[] = [null, ...ROLES].flatMap((as) =>
  [true, false].flatMap((own) =>
    RELATION_ACTIONS.flatMap((action) =>
      ROLES.flatMap((role) =>
        STATUSES.flatMap((status) =>
          [false, true].map((frozen) => ({ action, as, own, target: { role, status, frozen } })),
        ),
      ),
    ),
  ),
);

const STAFF = ["TAX_HANDLER", "INVOICE_CLERK"];
const ENDED = ["REJECTED", "WITHDRAWN", "EXPIRED", "REMOVED"];

/** What is allowed, written the other way round: per asker, what they may do to whom. */
function expected(as: Role | null, own: boolean): string[] {
  const line = (
    action: RelationAction,
    roles: readonly string[],
    statuses: readonly (string | null)[],
    frozen: readonly boolean[] = [false, true],
  ) =>
    roles.flatMap((role) =>
      statuses.flatMap((status) => frozen.map((each) => `${action} ${role} ${status} ${each}`)),
    );
  if (as === null) {
    if (!own) return [];
    return [
      ...line("APPLY", STAFF, [null]),
      ...line("WITHDRAW", STAFF, ["PENDING_ENTERPRISE"]),
      ...line("ACCEPT", [...STAFF, "FINANCE_MANAGER"], ["PENDING_PERSON"]),
      ...line("REJECT", STAFF, ["PENDING_PERSON"]),
      ...line("REMOVE_OWN", STAFF, ["ACTIVE"]),
      ...line("CLEAR_RECORD", ROLES, ENDED),
    ];
  }
  if (as !== "LEGAL_REPRESENTATIVE" && as !== "FINANCE_MANAGER") return [];
  const clear = line("CLEAR_RECORD", ROLES, ENDED);
  if (own) return clear;
  const finance = as === "LEGAL_REPRESENTATIVE" ? ["FINANCE_MANAGER"] : [];
  return [
    ...line("ADD", STAFF, [null]),
    ...line("WITHDRAW", STAFF, ["PENDING_PERSON"]),
    ...line("ACCEPT", STAFF, ["PENDING_ENTERPRISE"]),
    ...line("REJECT", STAFF, ["PENDING_ENTERPRISE"]),
    ...line("REMOVE", [...STAFF, ...finance], ["ACTIVE"]),
    ...line("FREEZE", [...STAFF, ...finance], ["ACTIVE"], [false]),
    ...line("UNFREEZE", [...STAFF, ...finance], ["ACTIVE"], [true]),
    ...line("GRANT", STAFF, ["ACTIVE"]),
    ...line("CHANGE_PERIOD", STAFF, ["ACTIVE"]),
    ...line("HAND_OVER", STAFF, ["ACTIVE"]),
    ...clear,
  ];
}

test.each([null, ...ROLES].flatMap((as) => [true, false].map((own) => [as, own] as const)))(
  "E1 A4 B13 everything %s may do to relations that are their own: %s",
  (as, own) => {
    const allowed = EVERY_ASK.filter((ask) => ask.as === as && ask.own === own)
      .filter((ask) => relationRefusal(ask) === null)
      .map(({ action, target }) => `${action} ${target.role} ${target.status} ${target.frozen}`);
    expect(allowed.sort()).toEqual(expected(as, own).sort());
  },
);

const handler = { role: "TAX_HANDLER", status: "ACTIVE", frozen: false } as const;

/** The reason for one question. */
function reason(
  action: RelationAction,
  as: Role | null,
  target: Partial<RelationAsk["target"]>,
  own = as === null,
) {
  return relationRefusal({ action, as, own, target: { ...handler, ...target } });
}

test("E1 handlers, clerks and agents manage nobody", () => {
  for (const as of ["TAX_HANDLER", "INVOICE_CLERK", "TAX_AGENT"] as const) {
    expect(reason("REMOVE", as, {})).toBe("ONLY_MANAGERS");
    expect(reason("ADD", as, { status: null })).toBe("ONLY_MANAGERS");
  }
  expect(reason("REMOVE", null, {})).toBe("ONLY_MANAGERS");
});

test("E2 the legal representative comes from the registry and cannot be removed here", () => {
  const legal = { role: "LEGAL_REPRESENTATIVE" } as const;
  for (const as of ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] as const) {
    for (const own of [true, false]) {
      expect(reason("REMOVE", as, legal, own)).toBe("LEGAL_REPRESENTATIVE_REGISTERED");
    }
  }
  expect(reason("REMOVE_OWN", null, legal)).toBe("LEGAL_REPRESENTATIVE_REGISTERED");
});

test("E2 the finance manager cannot remove themselves, and is removed by the legal representative", () => {
  const finance = { role: "FINANCE_MANAGER" } as const;
  expect(reason("REMOVE", "FINANCE_MANAGER", finance, true)).toBe("FINANCE_MANAGER_STAYS");
  expect(reason("REMOVE_OWN", null, finance)).toBe("FINANCE_MANAGER_STAYS");
  expect(reason("REMOVE", "FINANCE_MANAGER", finance)).toBe(
    "FINANCE_MANAGER_BY_LEGAL_REPRESENTATIVE",
  );
  expect(reason("REMOVE", "LEGAL_REPRESENTATIVE", finance)).toBeNull();
});

test("A4 a finance manager who waits confirms and cannot refuse", () => {
  const waiting = { role: "FINANCE_MANAGER", status: "PENDING_PERSON" } as const;
  expect(reason("ACCEPT", null, waiting)).toBeNull();
  expect(reason("REJECT", null, waiting)).toBe("FINANCE_MANAGER_CANNOT_REFUSE");
});

test("B13 nobody edits their own authorisation, also not as a manager", () => {
  for (const action of ["FREEZE", "GRANT", "CHANGE_PERIOD", "REMOVE", "HAND_OVER"] as const) {
    expect(reason(action, "LEGAL_REPRESENTATIVE", {}, true)).toBe("OWN_AUTHORIZATION");
  }
  expect(reason("ADD", "LEGAL_REPRESENTATIVE", { status: null }, true)).toBe("OWN_AUTHORIZATION");
  expect(reason("ACCEPT", "FINANCE_MANAGER", { status: "PENDING_ENTERPRISE" }, true)).toBe(
    "OWN_AUTHORIZATION",
  );
});

test("E2 each side decides what the other asked for, once", () => {
  const legal = "LEGAL_REPRESENTATIVE";
  expect(reason("ACCEPT", null, { status: "PENDING_ENTERPRISE" })).toBe("OTHER_SIDE_DECIDES");
  expect(reason("ACCEPT", legal, { status: "PENDING_PERSON" })).toBe("OTHER_SIDE_DECIDES");
  expect(reason("ACCEPT", null, {})).toBe("ALREADY_CONFIRMED");
  expect(reason("ACCEPT", legal, { status: "WITHDRAWN" })).toBe("RELATION_ENDED");
  expect(reason("REMOVE", legal, { status: "PENDING_PERSON" })).toBe("STILL_WAITING");
  expect(reason("FREEZE", legal, { frozen: true })).toBe("ALREADY_FROZEN");
  expect(reason("UNFREEZE", legal, {})).toBe("NOT_FROZEN");
  expect(reason("CLEAR_RECORD", legal, {})).toBe("RELATION_NOT_ENDED");
  expect(reason("ACCEPT", null, { status: "REGISTERED" })).toBe("NOT_REGISTERED_YET");
});

test("B9 what waits or is in force ends after its last day", () => {
  const on = (status: RelationStatus, validTo: string | null, legacyOnly = false) =>
    effectiveStatus({ status, validTo, legacyOnly }, "2026-11-22");
  expect(on("ACTIVE", "2026-11-21")).toBe("EXPIRED");
  expect(on("ACTIVE", "2026-11-22")).toBe("ACTIVE");
  expect(on("ACTIVE", null)).toBe("ACTIVE");
  expect(on("PENDING_PERSON", "2026-11-21")).toBe("EXPIRED");
  expect(on("REMOVED", "2026-11-21")).toBe("REMOVED");
  expect(on("ACTIVE", null, true)).toBe("PENDING_PERSON");
});

test("E2 a period that ends before it begins, or is over already", () => {
  const of = (validFrom: string, validTo: string | null) =>
    periodProblem({ validFrom, validTo }, "2026-11-22");
  expect(of("2026-11-22", null)).toBeNull();
  expect(of("2026-11-22", "2026-11-22")).toBeNull();
  expect(of("2026-12-02", "2026-12-01")).toBe("PERIOD_REVERSED");
  expect(of("2026-01-01", "2026-11-21")).toBe("PERIOD_OVER");
});
