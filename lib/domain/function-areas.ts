import { findFunction, type TaxFunction } from "@/lib/domain/function-tree";
import { functionRefusal, type GrantFacts } from "@/lib/domain/function-tree-grants";

type Area = { code: string; name: string; functions: readonly string[] };

/** The fixed areas at the left of the main page, below 常用功能 (辽宁 五): 套餐业务, 特色业务. */
const AREAS: readonly Area[] = [
  { code: "package-area", name: "套餐业务", functions: ["new-taxpayer", "packages"] },
  {
    code: "special-area",
    name: "特色业务",
    functions: [
      "cross-region-report",
      "agency-recognition",
      "handler-registration",
      "special-business",
      "custom-business",
    ],
  },
];

/** A function of an area, and whether the acting identity may use it; else its page says why (B14). */
type AreaEntry = { each: TaxFunction; usable: boolean };

/**
 * 套餐业务 and 特色业务 for an acting identity: everything of its kind, granted or not. 代理机构认定管理 only at a bureau whose
 * clients recognise agencies (`recognises`).
 */
export function functionAreas(
  facts: GrantFacts,
  { recognises }: { recognises: boolean },
): { code: string; name: string; entries: AreaEntry[] }[] {
  return AREAS.map(({ code, name, functions }) => ({
    code,
    name,
    entries: functions
      .filter((each) => recognises || each !== "agency-recognition")
      .flatMap((each) => findFunction(each) ?? [])
      .flatMap((each) => {
        const refusal = functionRefusal(each, facts);
        const ofItsKind = refusal === null || refusal === "NOT_GRANTED";
        return ofItsKind ? [{ each, usable: refusal === null }] : [];
      }),
  }));
}
