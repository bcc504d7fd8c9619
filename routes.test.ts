import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Row } from "@/e2e/fixtures/route-answers";
import { ROUTES } from "@/e2e/fixtures/route-table";
import { WALKED_PAGES } from "@/e2e/fixtures/walked-pages";

test("N1 every page and route handler stands in the authorisation matrix, and it names no other", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(name))
    .map((name) => name.replace(/\/?(page|route)\.tsx?$/, ""));
  expect(files.length).toBeGreaterThan(100);
  expect(Object.keys(ROUTES).sort()).toEqual(files.sort());
});

/** Whether the pages of `accessibility.spec.ts` are those of this row. */
function answersPlainly({ answers }: Row): boolean {
  return Object.values(answers).includes("page");
}

test("N3 a page that answers no plain address is looked at where its flow is walked", () => {
  const pages = Object.entries<Row>(ROUTES).filter(([route]) =>
    existsSync(`app/${route}/page.tsx`),
  );
  const walked = pages.filter(([, row]) => !answersPlainly(row)).map(([route]) => route);
  expect(Object.keys(WALKED_PAGES).sort()).toEqual(walked.sort());
  for (const [route, looked] of Object.entries(WALKED_PAGES)) {
    if ("in" in looked) {
      const text = readFileSync(`e2e/${looked.in}.spec.ts`, "utf8");
      const [, body = ""] = text.split(`test("${looked.test}`);
      expect(body.split(/\n}\);/)[0], route).toContain("await expectAccessible(");
    } else {
      const other = "as" in looked ? looked.as : looked.moved;
      expect(
        pages.map(([each]) => each),
        route,
      ).toContain(other);
    }
  }
});
