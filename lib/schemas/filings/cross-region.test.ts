import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { crossRegionForm } from "@/lib/schemas/filings/cross-region";
import { draftForm } from "@/lib/schemas/filings/draft";

const today = dayOf(new Date());

function report(more: Record<string, string> = {}) {
  return {
    projectKind: "REPORT" as const,
    projectRegion: "qingdao",
    projectName: "测试工程",
    handlerName: "测试经办",
    handlerPhone: "15480000001",
    contactName: "测试联系",
    contactPhone: "15480000002",
    validFrom: today,
    validTo: addDays(today, 100),
    ...more,
  };
}

describe("bad input", () => {
  const form = { filing: randomUUID(), identityVersion: 1 };
  const codesOf = (input: unknown) => {
    const parsed = crossRegionForm.safeParse(input);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path}:${message}`);
  };

  test("X1 fields of 10 000 characters are refused", () => {
    const long = "长".repeat(10_000);
    for (const field of ["projectName", "handlerName", "handlerPhone", "validFrom"] as const) {
      expect(codesOf({ ...form, ...report({ [field]: long }) })).toContain(`${field}:TOO_LONG`);
    }
    const draft = { ...form, kind: "AGREEMENT", values: { services: long } };
    expect(draftForm.safeParse(draft).success).toBe(false);
  });

  test("X1 a period that ends before it begins is refused at its end", () => {
    const period = { validFrom: "2026-05-02", validTo: "2026-05-01" };
    expect(codesOf({ ...form, ...report(period) })).toEqual([
      "validTo:PERIOD_ENDS_BEFORE_IT_BEGINS",
    ]);
  });

  test("X1 days that are none, phones that are none, kinds that are none are refused", () => {
    expect(codesOf({ ...form, ...report({ validFrom: "2026-02-30" }) })).toEqual([
      "validFrom:DAY_INVALID",
    ]);
    expect(codesOf({ ...form, ...report({ handlerPhone: "12345" }) })).toEqual([
      "handlerPhone:PHONE_INVALID",
    ]);
    expect(codesOf({ ...form, ...report({ projectKind: "OTHER" }) })).toEqual([
      "projectKind:REQUIRED",
    ]);
    expect(codesOf({ ...report(), filing: "1", identityVersion: "1" })).toHaveLength(2);
  });
});
