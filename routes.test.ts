import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { ROUTES } from "@/e2e/fixtures/route-table";

test("N1 every page and route handler stands in the authorisation matrix, and it names no other", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(name))
    .map((name) => name.replace(/\/?(page|route)\.tsx?$/, ""));
  expect(files.length).toBeGreaterThan(100);
  expect(Object.keys(ROUTES).sort()).toEqual(files.sort());
});
