import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RETENTION } from "@/lib/domain/retention";

test("docs/operations.md tells the periods (保存期限) as they are", () => {
  const rows = Object.values(RETENTION).map(
    ({ what, since, days, why }) => `| ${what} | ${days} days after ${since} | ${why} |`,
  );
  const table = ["| What | Kept | Why |", "|---|---|---|", ...rows].join("\n");
  expect(readFileSync("docs/operations.md", "utf8")).toContain(`\n${table}\n`);
});
