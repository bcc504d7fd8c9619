import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FilingKind } from "@/generated/sqlite/enums";
import { RELATION_ACTIONS } from "@/lib/domain/relation-actions";
import { auditActionLabel } from "@/lib/messages/audit";
import { RELATION_VERBS } from "@/lib/server/relations/change";

/** Actions asked about, and recorded by the verbs of their own below. */
const ASKED: ReadonlySet<string> = new Set(RELATION_ACTIONS);

/** What tells an audit event its action: the property, or the argument of a helper. */
const ACTION = /\baction:[^,;\n]*|\b(?:event|audit\w*)\((?:tx, )?"[^,\n]*/g;
/** A name that is the action, not one that is compared with. */
const NAME = /(?<!== )"([A-Z][A-Z_]+)"/g;

/** The actions that the modules of the server record. */
function recordedActions(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync("lib/server", { recursive: true, encoding: "utf8" })) {
    if (!/\.ts$/.test(file) || file.endsWith(".test.ts")) continue;
    const source = readFileSync(join("lib/server", file), "utf8");
    for (const [line] of source.matchAll(ACTION)) {
      for (const [, name = ""] of line.matchAll(NAME)) {
        if (!ASKED.has(name)) found.set(name, file);
      }
    }
  }
  for (const verb of Object.values(RELATION_VERBS)) found.set(verb, "relations");
  for (const kind of Object.values(FilingKind)) found.set(`FILE_${kind}`, "filings");
  return found;
}

test("A1 every action that is recorded has a name for the person's history", () => {
  const actions = recordedActions();
  expect(actions.size).toBeGreaterThan(10);
  const nameless = [...actions].filter(([action]) => auditActionLabel(action) === "其他操作");
  expect(nameless).toEqual([]);
});

test("A1 an unknown action is told in general words", () => {
  for (const action of ["", "NO_SUCH", "constructor", "__proto__"]) {
    expect(auditActionLabel(action)).toBe("其他操作");
  }
});
