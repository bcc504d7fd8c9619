import { expect, test } from "vitest";
import { FUNCTION_TREE, FUNCTIONS } from "@/lib/domain/function-tree";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import type { FunctionGroup, FunctionNode } from "@/lib/domain/function-tree-types";
import { ROLES } from "@/lib/domain/relation-rules";

/** Codes of the functions a node of the tree holds, walked from the catalogue itself. */
function holds(node: FunctionGroup | FunctionNode): FunctionNode[] {
  return "children" in node ? node.children.flatMap(holds) : [node];
}

function nodes(node: FunctionGroup | FunctionNode): (FunctionGroup | FunctionNode)[] {
  return "children" in node ? [node, ...node.children.flatMap(nodes)] : [node];
}

/** Everything that can be granted, with the functions it gives. */
const GRANTS = FUNCTION_TREE.flatMap(nodes).map((node) => ({
  code: node.code,
  gives: new Set(holds(node).map(({ code }) => code)),
}));

const OPEN = new Set(FUNCTIONS.filter(({ open }) => open).map(({ code }) => code));

/** What is reached without any grant: by managers everything, by others the bureau's defaults. */
function withoutGrants(
  role: string | null,
  defaults: boolean,
): (within: readonly string[]) => boolean {
  if (role === "LEGAL_REPRESENTATIVE" || role === "FINANCE_MANAGER") return () => true;
  const handler = (within: readonly string[]) => within[0] === "tax" || within[0] === "query";
  if (role === null) return handler;
  if (!defaults) return () => false;
  if (role === "TAX_HANDLER") return handler;
  return role === "INVOICE_CLERK" ? (within) => within.includes("invoice-use") : () => false;
}

const IDENTITIES = [...ROLES, null].flatMap((role) =>
  [true, false].map((regionDefaults) => ({ role, regionDefaults })),
);

test.each(IDENTITIES)(
  "B14 role $role, bureau's defaults $regionDefaults: each function is reached with exactly the grants that give it",
  ({ role, regionDefaults }) => {
    const facts = { acting: "ENTERPRISE" as const, role, regionDefaults };
    const manages = role === "LEGAL_REPRESENTATIVE" || role === "FINANCE_MANAGER";
    for (const { code, gives } of GRANTS) {
      const reached = new Set(
        grantedFunctions({ ...facts, grants: [code] }).map((each) => each.code),
      );
      for (const each of FUNCTIONS) {
        const due =
          each.audience !== "PERSON" && (manages || OPEN.has(each.code) || gives.has(each.code));
        expect(reached.has(each.code), `${each.code} by ${code}`).toBe(due);
      }
    }
    const reached = new Set(grantedFunctions({ ...facts, grants: [] }).map(({ code }) => code));
    const given = withoutGrants(role, regionDefaults);
    for (const each of FUNCTIONS) {
      const due = each.audience !== "PERSON" && (each.open || given(each.within));
      expect(reached.has(each.code), `${each.code} without a grant`).toBe(due);
    }
  },
);

test("B14 a natural person reaches no enterprise function, whatever was granted elsewhere", () => {
  for (const { code } of GRANTS) {
    const facts = { acting: "PERSON" as const, role: null, regionDefaults: true, grants: [code] };
    expect(grantedFunctions(facts).filter(({ audience }) => audience === "ENTERPRISE")).toEqual([]);
  }
});

test("B14 every route of the portal is a function of its own, so that a grant can be told from another", () => {
  const routes = FUNCTIONS.flatMap(({ href }) => (href === undefined ? [] : [href]));
  expect(new Set(routes).size).toBe(routes.length);
});
