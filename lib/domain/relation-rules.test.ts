import { expect, test } from "vitest";
import {
  isManager,
  mayConfirmAtLogin,
  type RelationFacts,
  type RelationProblem,
  type RelationStatus,
  ROLES,
  relationProblem,
  seesProjects,
} from "@/lib/domain/relation-rules";

const TODAY = "2026-11-22";

const active: RelationFacts = {
  role: "TAX_HANDLER",
  status: "ACTIVE",
  validFrom: null,
  validTo: null,
  frozen: false,
  legacyOnly: false,
};

const BY_STATUS: Record<RelationStatus, RelationProblem | null> = {
  REGISTERED: "RELATION_WAITING",
  PENDING_PERSON: "RELATION_WAITING",
  PENDING_ENTERPRISE: "RELATION_WAITING",
  ACTIVE: null,
  REJECTED: "RELATION_NOT_ACTIVE",
  WITHDRAWN: "RELATION_NOT_ACTIVE",
  EXPIRED: "RELATION_EXPIRED",
  REMOVED: "RELATION_NOT_ACTIVE",
};
const STATUSES = Object.keys(BY_STATUS) as RelationStatus[];

test.each(STATUSES)("L5 a relation that is %s, for every role", (status) => {
  for (const role of ROLES) {
    expect(relationProblem({ ...active, role, status }, TODAY)).toBe(BY_STATUS[status]);
  }
});

test.each([
  ["2026-11-22", "2026-11-22", null],
  ["2026-11-01", null, null],
  [null, "2026-11-23", null],
  [null, "2026-11-21", "RELATION_EXPIRED"],
  ["2026-11-23", null, "RELATION_NOT_YET_VALID"],
  ["2026-11-23", "2026-12-31", "RELATION_NOT_YET_VALID"],
])("B7 a relation valid from %s to %s: %s", (validFrom, validTo, problem) => {
  expect(relationProblem({ ...active, validFrom, validTo }, TODAY)).toBe(problem);
});

test("E5 a frozen relation is frozen, unless it has ended or waits", () => {
  const frozen = { ...active, frozen: true };
  expect(relationProblem(frozen, TODAY)).toBe("HANDLER_FROZEN");
  expect(relationProblem({ ...frozen, validFrom: "2027-01-01" }, TODAY)).toBe("HANDLER_FROZEN");
  expect(relationProblem({ ...frozen, validTo: "2026-01-01" }, TODAY)).toBe("RELATION_EXPIRED");
  for (const status of STATUSES.filter((other) => other !== "ACTIVE")) {
    expect(relationProblem({ ...frozen, status }, TODAY)).toBe(BY_STATUS[status]);
  }
});

test("O1 a relation made by one side in an old entry waits at the unified ones", () => {
  expect(relationProblem({ ...active, legacyOnly: true }, TODAY)).toBe("RELATION_WAITING");
});

test("E1 only legal representative and finance manager manage people", () => {
  expect(ROLES.filter(isManager)).toEqual(["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"]);
});

test("L6 only a finance manager who waits for themselves confirms at login", () => {
  for (const role of ROLES) {
    for (const status of STATUSES) {
      expect(mayConfirmAtLogin({ ...active, role, status }, TODAY)).toBe(
        role === "FINANCE_MANAGER" && status === "PENDING_PERSON",
      );
    }
  }
  const waiting: RelationFacts = { ...active, role: "FINANCE_MANAGER", status: "PENDING_PERSON" };
  expect(mayConfirmAtLogin({ ...waiting, frozen: true }, TODAY)).toBe(false);
  expect(mayConfirmAtLogin({ ...waiting, validTo: TODAY }, TODAY)).toBe(true);
  expect(mayConfirmAtLogin({ ...waiting, validTo: "2020-01-01" }, TODAY)).toBe(false);
});

test.each([
  ["LEGAL_REPRESENTATIVE", true, true],
  ["FINANCE_MANAGER", true, true],
  ["TAX_HANDLER", true, false],
  ["INVOICE_CLERK", false, false],
  ["TAX_AGENT", false, false],
] as const)("L8 %s sees all projects as main: %s, as sub: %s", (role, asMain, asSub) => {
  expect(seesProjects(role, true)).toBe(asMain);
  expect(seesProjects(role, false)).toBe(asSub);
});
