import { FUNCTION_TREE } from "@/lib/domain/function-tree";
import type { FunctionGroup, FunctionNode } from "@/lib/domain/function-tree-types";

/** A box of the 功能树: a function, or a group whose tick gives everything in it. */
export type GrantableNode = {
  code: string;
  name: string;
  children: readonly GrantableNode[];
};

function grantable(node: FunctionGroup | FunctionNode): GrantableNode[] {
  const { code, name } = node;
  if (node.open) return [];
  if (!("children" in node))
    return node.audience === "PERSON" ? [] : [{ code, name, children: [] }];
  const children = node.children.flatMap(grantable);
  return children.length > 0 ? [{ code, name, children }] : [];
}

/** What an enterprise can grant (E4): the 功能树 without what needs no grant or is for natural persons only. */
export const GRANTABLE_TREE: readonly GrantableNode[] = FUNCTION_TREE.flatMap(grantable);

/** A node and everything in it. */
function within(node: GrantableNode): GrantableNode[] {
  return [node, ...node.children.flatMap(within)];
}

const NAMES = new Map(GRANTABLE_TREE.flatMap(within).map(({ code, name }) => [code, name]));

/** Whether a code may be granted: groups and functions of the tree, nothing else a form may send. */
export function isGrantable(code: string): boolean {
  return NAMES.has(code);
}

/** 功能 or group by name; a code of the past has none. */
export function grantableName(code: string): string | undefined {
  return NAMES.get(code);
}

/** Stored grants as boxes of the tree to tick: a grant of everything (`*`) as all its sections, codes of the past left out. */
export function boxesOf(codes: readonly string[]): string[] {
  if (codes.includes("*")) return GRANTABLE_TREE.map(({ code }) => code);
  return codes.filter(isGrantable);
}
