import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Whether a page or a layout above it draws the document (`app/_components/document.tsx`). */
function standsInDocument(page: string): boolean {
  const above: string[] = [];
  for (let folder = dirname(page); folder !== "."; folder = dirname(folder)) {
    above.push(join(folder, "layout.tsx"));
  }
  return [page, ...above]
    .filter(existsSync)
    .some((file) => readFileSync(file, "utf8").includes("<Document"));
}

test("B18 every page stands in a document: the outermost layout draws none", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("page.tsx"))
    .map((name) => join("app", name))
    .filter((name) => /(^|\/)page\.tsx$/.test(name));
  expect(pages.length).toBeGreaterThan(60);
  expect(pages.filter((page) => !standsInDocument(page))).toEqual([]);
});
