import fc from "fast-check";
import { expect, test } from "vitest";
import { FAVOURITES_AT_MOST, favouriteFunctions, moved } from "@/lib/domain/favourites";
import { FUNCTIONS } from "@/lib/domain/function-tree";
import type { GrantFacts } from "@/lib/domain/function-tree-grants";

const LEGAL: GrantFacts = {
  acting: "ENTERPRISE",
  role: "LEGAL_REPRESENTATIVE",
  regionDefaults: true,
  grants: [],
};
const PERSON: GrantFacts = { ...LEGAL, acting: "PERSON", role: null };

const names = (saved: string[], facts: GrantFacts) =>
  favouriteFunctions(saved, facts).functions.map(({ name }) => name);

test("OL6 who never chose 常用功能 has the default set of the acting identity, as far as granted", () => {
  expect(names([], LEGAL)).toEqual([
    "增值税一般纳税人申报",
    "发票开具",
    "税费缴纳",
    "申报信息查询",
    "我的申报事项",
    "身份切换",
  ]);
  expect(names([], PERSON)).toEqual([
    "个人所得税经营所得申报",
    "税费缴纳",
    "开具税收完税证明",
    "企业授权管理",
    "我的消息",
  ]);
  const clerk: GrantFacts = { ...LEGAL, role: "INVOICE_CLERK" };
  expect(names([], clerk)).toEqual(["发票开具", "我的申报事项", "身份切换"]);
  expect(names([], { ...clerk, regionDefaults: false })).toEqual(["我的申报事项", "身份切换"]);
  expect(favouriteFunctions([], clerk).hidden).toBe(0);
});

test("OL6 chosen functions keep their order; what the identity may not use is counted, codes of the past are not", () => {
  const saved = ["query-invoices", "business-income", "a-function-of-the-past", "invoice-issue"];
  expect(names(saved, LEGAL)).toEqual(["发票信息查询", "发票开具"]);
  expect(favouriteFunctions(saved, LEGAL).hidden).toBe(1);
  expect(names(saved, PERSON)).toEqual(["发票信息查询", "个人所得税经营所得申报"]);
});

test("OL6 moving changes the place of one entry and the order of no other", () => {
  const list = fc.uniqueArray(fc.constantFrom(...FUNCTIONS.map(({ code }) => code)), {
    minLength: 1,
    maxLength: FAVOURITES_AT_MOST,
  });
  fc.assert(
    fc.property(list, fc.nat(20), fc.integer({ min: -3, max: 20 }), (codes, at, to) => {
      const from = at % codes.length;
      const after = moved(codes, from, to);
      expect(after[Math.min(Math.max(to, 0), codes.length - 1)]).toBe(codes[from]);
      const others = (each: string[]) => each.filter((code) => code !== codes[from]);
      expect(others(after)).toEqual(others(codes));
    }),
  );
  expect(moved(["a", "b"], 5, 0)).toEqual(["a", "b"]);
});
