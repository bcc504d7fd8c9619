import { expect, test } from "vitest";
import { FUNCTIONS } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import {
  boxesOf,
  GRANTABLE_TREE,
  grantableName,
  isGrantable,
} from "@/lib/domain/grantable-functions";

test("E4 whatever needs a grant can be granted, and nothing else", () => {
  for (const each of FUNCTIONS) {
    expect(isGrantable(each.code), each.code).toBe(!each.open && each.audience !== "PERSON");
  }
  for (const code of ["*", "", "constructor", "public-services"]) {
    expect(isGrantable(code), code).toBe(false);
  }
});

test("E4 a tick on a section gives every function in it", () => {
  expect(GRANTABLE_TREE.map(({ name }) => name)).toContain("我要办税");
  expect(grantableName("invoice-use")).toBe("发票使用");
  const facts = {
    acting: "ENTERPRISE",
    role: "TAX_HANDLER",
    regionDefaults: false,
    grants: ["invoice-use"],
  } as const;
  const given = FUNCTIONS.filter((each) => !each.open && functionRefusal(each, facts) === null);
  expect(given.every(({ within }) => within.includes("invoice-use"))).toBe(true);
  expect(given.length).toBeGreaterThan(3);
});

test("E4 a grant of everything is every section; what no longer exists has no box", () => {
  expect(boxesOf(["*"])).toEqual(GRANTABLE_TREE.map(({ code }) => code));
  expect(boxesOf(["invoice-use", "a-function-of-the-past"])).toEqual(["invoice-use"]);
});
