import fc from "fast-check";
import { expect, test } from "vitest";
import {
  matchesProjectNumber,
  mayActForProject,
  type ProjectCandidate,
  projectProblem,
} from "@/lib/domain/project-rules";
import { ROLES } from "@/lib/domain/relation-rules";

const TODAY = "2026-11-22";

const stranger: ProjectCandidate = {
  relationRoles: [],
  personName: "丹增",
  verifiedPhoneIndexes: ["p5", "p6"],
  project: {
    handlerName: "次仁旺堆",
    handlerPhoneIndex: "p4",
    contactName: "扎西顿珠",
    contactPhoneIndex: "p1",
    validFrom: "2026-03-01",
    validTo: "2027-03-01",
  },
};

function withProject(project: Partial<ProjectCandidate["project"]>): ProjectCandidate {
  return { ...stranger, project: { ...stranger.project, ...project } };
}

test("L8 someone without role and not named may not act", () => {
  expect(mayActForProject(stranger, TODAY)).toBeNull();
});

test("L8 legal representative, finance manager and main tax handler act by role", () => {
  for (const primary of [true, false]) {
    const allowed = ROLES.filter(
      (role) =>
        mayActForProject({ ...stranger, relationRoles: [{ role, primary }] }, TODAY) === "ROLE",
    );
    const managers = ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"];
    expect(allowed).toEqual(primary ? [...managers, "TAX_HANDLER"] : managers);
  }
});

test("L8 the 经办人 or 联系人 acts as sub identity when name and any verified phone agree", () => {
  const handler = { handlerName: "丹增", handlerPhoneIndex: "p6" };
  const contact = { contactName: "丹增", contactPhoneIndex: "p5" };
  expect(mayActForProject(withProject(handler), TODAY)).toBe("SUB_IDENTITY");
  expect(mayActForProject(withProject(contact), TODAY)).toBe("SUB_IDENTITY");
});

test("L8 a name alone, a phone alone, or name and phone of two people do not match", () => {
  for (const project of [
    { handlerName: "丹增" },
    { handlerPhoneIndex: "p5" },
    { handlerName: "丹增", contactPhoneIndex: "p5" },
    { handlerName: "丹增 ", handlerPhoneIndex: "p5" },
    { handlerName: "丹增", handlerPhoneIndex: null },
    { handlerName: null, handlerPhoneIndex: "p5" },
  ]) {
    expect(mayActForProject(withProject(project), TODAY)).toBeNull();
  }
  const nameless = { ...withProject({ handlerName: "", handlerPhoneIndex: "p5" }), personName: "" };
  expect(mayActForProject(nameless, TODAY)).toBeNull();
});

test("L8 an invoice clerk or sub handler who is named acts as sub identity only", () => {
  const named = withProject({ handlerName: "丹增", handlerPhoneIndex: "p5" });
  for (const role of ["INVOICE_CLERK", "TAX_HANDLER"] as const) {
    const relationRoles = [{ role, primary: false }];
    expect(mayActForProject({ ...named, relationRoles }, TODAY)).toBe("SUB_IDENTITY");
    expect(mayActForProject({ ...stranger, relationRoles }, TODAY)).toBeNull();
  }
});

test.each([
  ["2026-11-22", "2026-11-22", null],
  [null, null, null],
  ["2026-11-23", null, "PROJECT_NOT_YET_VALID"],
  ["2026-01-01", "2026-11-21", "PROJECT_EXPIRED"],
])("L8 a project of %s to %s: %s", (validFrom, validTo, problem) => {
  expect(projectProblem({ validFrom, validTo }, TODAY)).toBe(problem);
  const relationRoles = [{ role: "LEGAL_REPRESENTATIVE", primary: false } as const];
  const candidate = { ...withProject({ validFrom, validTo }), relationRoles };
  expect(mayActForProject(candidate, TODAY)).toBe(problem === null ? "ROLE" : null);
});

test.each([
  ["1234", true],
  ["１２３４", true],
  [" 1234 ", true],
  ["", true],
  ["藏跨报", true],
  ["藏跨报〔2026〕000000001234", true],
  ["藏跨报(2026)1234", true],
  ["藏跨报 2026 1234", true],
  ["跨报1234", true],
  ["1234 2026", false],
  ["1235", false],
  ["鲁跨报1234", false],
  ["〔〕", false],
])("L8 searching 「%s」 finds 藏跨报〔2026〕000000001234: %s", (query, found) => {
  expect(matchesProjectNumber("藏跨报〔2026〕000000001234", query)).toBe(found);
});

test("L8 the last four digits find every project number", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[藏鲁滇]跨[报源]〔20\d{2}〕\d{12}$/), (number) => {
      expect(matchesProjectNumber(number, number.slice(-4))).toBe(true);
      expect(matchesProjectNumber(number, number)).toBe(true);
    }),
  );
});
