import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { flowsDocument } from "./flows-document";

test("docs/flows.md says what the flows are (otherwise: npm run docs)", () => {
  const path = join(import.meta.dirname, "..", "..", "docs", "flows.md");
  expect(readFileSync(path, "utf8")).toBe(flowsDocument());
});
