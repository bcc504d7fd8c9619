import {
  INTERACTION_SECTION,
  PERSONALISED_SECTION,
  PUBLIC_SECTION,
  QUERY_SECTION,
  USER_CENTRE,
} from "@/lib/domain/function-tree-services";
import { TAX_SECTION } from "@/lib/domain/function-tree-tax";
import type { FunctionGroup, FunctionNode } from "@/lib/domain/function-tree-types";
import { toHalfWidth } from "@/lib/domain/normalize";
import { pinyinInitials } from "@/lib/domain/pinyin-initials";

/** 功能树: the six sections of the main page, in the order of 辽宁 六. */
export const FUNCTION_TREE: readonly FunctionGroup[] = [
  USER_CENTRE,
  TAX_SECTION,
  QUERY_SECTION,
  INTERACTION_SECTION,
  PUBLIC_SECTION,
  PERSONALISED_SECTION,
];

/** A function with its place in the tree. */
export type TaxFunction = Omit<FunctionNode, "open"> & {
  /** Names from the section down to the function itself (完整功能路径). */
  path: readonly string[];
  /** Codes of the section and groups it stands in. */
  within: readonly string[];
  /** Needs no grant. */
  open: boolean;
};

function flatten(group: FunctionGroup, above: Pick<TaxFunction, "path" | "within" | "open">) {
  const here = {
    path: [...above.path, group.name],
    within: [...above.within, group.code],
    open: above.open || group.open === true,
  };
  return group.children.flatMap((child): TaxFunction[] =>
    "children" in child
      ? flatten(child, here)
      : [
          {
            ...child,
            ...here,
            open: here.open || child.open === true,
            path: [...here.path, child.name],
          },
        ],
  );
}

/** Every function, in the order of the tree. */
export const FUNCTIONS: readonly TaxFunction[] = FUNCTION_TREE.flatMap((section) =>
  flatten(section, { path: [], within: [], open: false }),
);

const BY_CODE = new Map(FUNCTIONS.map((each) => [each.code, each]));

/** The function of a code, undefined when there is none: the code may come from the URL. */
export function findFunction(code: string): TaxFunction | undefined {
  return BY_CODE.get(code);
}

/** The whole way to a function, e.g. 我要办税 › 发票使用 › 发票票种核定; `named` says names in another language. */
export function pathText({ path }: Pick<TaxFunction, "path">, named: Named = inChinese): string {
  return path.map(named).join(" › ");
}

type Named = (name: string) => string;

const inChinese: Named = (name) => name;

/**
 * Functions whose path holds every word of the query (搜索), whatever its width and case, or whose name has it as initials of
 * its pinyin (拼音首字母: zzs for 增值税); none for an empty query. With `named` names of another language are found, too.
 */
export function searchFunctions(
  functions: readonly TaxFunction[],
  query: string,
  named: Named = inChinese,
): readonly TaxFunction[] {
  const words = searchable(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return functions.filter((each) => {
    const text = searchable([...each.path, ...each.path.map(named)].join(" "));
    return words.every(
      (word) => text.includes(word) || (INITIALS.test(word) && initialsOf(each).includes(word)),
    );
  });
}

/** What can be initials: of one syllable alone too much would be found. */
const INITIALS = /^[a-z]{2,}$/;

const initials = new Map<string, string>();

function initialsOf({ name }: TaxFunction): string {
  const known = initials.get(name) ?? pinyinInitials(name);
  initials.set(name, known);
  return known;
}

function searchable(text: string): string {
  return toHalfWidth(text).toLowerCase();
}
