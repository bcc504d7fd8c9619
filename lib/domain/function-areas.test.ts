import { expect, test } from "vitest";
import { functionAreas } from "@/lib/domain/function-areas";
import type { GrantFacts } from "@/lib/domain/function-tree-grants";

const HANDLER: GrantFacts = {
  acting: "ENTERPRISE",
  role: "TAX_HANDLER",
  regionDefaults: true,
  grants: [],
};

/** Names of an area's functions; those not granted in brackets. */
function shown(facts: GrantFacts, recognises = false) {
  return functionAreas(facts, { recognises }).map(({ name, entries }) => [
    name,
    entries.map(({ each, usable }) => (usable ? each.name : `(${each.name})`)),
  ]);
}

test("OL6 套餐业务 and 特色业务 name what a handler lacks, too (B14)", () => {
  expect(shown(HANDLER)).toEqual([
    ["套餐业务", ["新办纳税人套餐", "(套餐及组合业务)"]],
    ["特色业务", ["跨区域涉税事项报告", "变更税务登记-办税人员信息", "(特色业务)", "(定制业务)"]],
  ]);
});

test("OL6 代理机构认定管理 stands there where clients recognise agencies; a natural person sees their own kind", () => {
  const legal: GrantFacts = { ...HANDLER, role: "LEGAL_REPRESENTATIVE" };
  expect(shown(legal, true)[1]?.[1]).toContain("代理机构认定管理");
  expect(shown({ ...HANDLER, acting: "PERSON", role: null }, true)).toEqual([
    ["套餐业务", ["新办纳税人套餐", "套餐及组合业务"]],
    ["特色业务", ["特色业务", "定制业务"]],
  ]);
});
