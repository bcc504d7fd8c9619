import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FUNCTION_TREE,
  FUNCTIONS,
  findFunction,
  pathText,
  searchFunctions,
} from "@/lib/domain/function-tree";
import type { FunctionGroup } from "@/lib/domain/function-tree-types";

function groupsOf(group: FunctionGroup): FunctionGroup[] {
  return [
    group,
    ...group.children.flatMap((child) => ("children" in child ? groupsOf(child) : [])),
  ];
}

test("OL6 six sections, in the bureau's order", () => {
  expect(FUNCTION_TREE.map((section) => section.name)).toEqual([
    "用户中心",
    "我要办税",
    "我要查询",
    "互动中心",
    "公众服务",
    "个性化办税",
  ]);
});

test("OL6 我要办税 has the fourteen modules the bureau lists", () => {
  const tax = FUNCTION_TREE.find((section) => section.code === "tax");
  expect(tax?.children.map((module) => module.name)).toEqual([
    "综合信息报告",
    "发票使用",
    "税费申报及缴纳",
    "税收减免",
    "证明开具",
    "税务行政许可",
    "核定管理",
    "一般退(抵)税管理",
    "出口退税管理",
    "增值税抵扣凭证管理",
    "纳税信用",
    "涉税专业服务机构管理",
    "服务事项",
    "风险管理",
  ]);
});

/** What 辽宁 六(一), (三) to (六) list under the other sections, in their words and order. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  用户中心: ["纳税人信息", "电子资料", "用户管理"],
  我要查询: [
    "办税进度及结果信息查询",
    "发票信息查询",
    "申报信息查询",
    "缴款信息查询",
    "欠税信息查询",
    "优惠信息查询",
    "个体工商户核定定额信息查询",
    "证明信息查询",
    "涉税中介机构信息查询",
    "纳税信用状态信息查询",
    "违法违章信息查询",
    "历史办税操作查询",
    "应申报清册查询",
    "邮寄信息统计查询",
    "物流信息查询",
    "财务会计制度备案查询",
    "失信行为查询",
  ],
  互动中心: ["我的消息", "预约办税", "在线交互", "纳税人满意度调查", "权益保护"],
  公众服务: ["通知公告", "咨询辅导", "公众查询"],
  个性化办税: ["套餐及组合业务", "特色业务", "定制业务"],
};

test.each(Object.entries(LISTED))(
  "OL6 %s has what the bureau lists, in its order",
  (name, listed) => {
    const section = FUNCTION_TREE.find((each) => each.name === name);
    const names = section?.children.map((child) => child.name) ?? [];
    expect(names.filter((each) => listed.includes(each))).toEqual(listed);
  },
);

test("OL6 a function tells its whole path", () => {
  const path = (code: string) => {
    const found = findFunction(code);
    return found && pathText(found);
  };
  expect(path("invoice-type-approval")).toBe("我要办税 › 发票使用 › 发票票种核定");
  expect(path("vat-general-taxpayer")).toBe(
    "我要办税 › 税费申报及缴纳 › 增值税及附加税费申报 › 增值税一般纳税人申报",
  );
  expect(path("query-invoices")).toBe("我要查询 › 发票信息查询");
});

test("E4 codes are unique over functions and groups, and fit a URL", () => {
  const codes = [...FUNCTION_TREE.flatMap(groupsOf), ...FUNCTIONS].map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("E4 every function is found by its code, and nothing else is", () => {
  for (const each of FUNCTIONS) expect(findFunction(each.code)).toBe(each);
  for (const code of ["", "tax", "invoice-use", "__proto__", "INVOICE-ISSUE", "*"]) {
    expect(findFunction(code)).toBeUndefined();
  }
});

test("E4 every function is performed here or by a business system", () => {
  for (const { href, system } of FUNCTIONS) {
    expect([href, system].filter(Boolean)).toHaveLength(1);
  }
});

test("OL6 search finds by any part of the path: 增值税, 发票", () => {
  const names = (query: string) => searchFunctions(FUNCTIONS, query).map(({ name }) => name);
  expect(names("增值税")).toContain("增值税一般纳税人申报");
  expect(names("发票")).toContain("发票票种核定");
  expect(names("发票 票种")).toEqual(["发票票种核定"]);
  expect(names("　发票　票种 ")).toEqual(["发票票种核定"]);
  expect(names("没有这样的功能")).toEqual([]);
  expect(names("  ")).toEqual([]);
});

test("OL6 search finds by the initials of the pinyin, two at least", () => {
  const names = (query: string) => searchFunctions(FUNCTIONS, query).map(({ name }) => name);
  expect(names("zzsyb")).toEqual(["增值税一般纳税人申报"]);
  expect(names("FPPZHD")).toEqual(["发票票种核定"]);
  expect(names("ｆｐｘｘ")).toEqual(["发票信息查询"]);
  expect(names("z")).toEqual([]);
});

test("OL6 every function is found by its own name", () => {
  for (const each of FUNCTIONS) expect(searchFunctions(FUNCTIONS, each.name)).toContain(each);
});

test("OL6 a longer query never finds more", () => {
  const words = ["发票", "申报", "查询", "税", "信息", "管理", "办税"];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...words),
      (query, more) => {
        const found = searchFunctions(FUNCTIONS, query.join(" "));
        for (const each of searchFunctions(FUNCTIONS, [...query, more].join(" "))) {
          expect(found).toContain(each);
        }
      },
    ),
  );
});
