import { describe, expect, test } from "vitest";
import {
  type Filer,
  filingNumber,
  filingRefusal,
  periodProblem,
  periodsOverlap,
  projectNumber,
  type TaxForm,
} from "@/lib/domain/filing-rules";
import { isManager, ROLES } from "@/lib/domain/relation-rules";

const OF_AGENCIES: TaxForm[] = ["AGENCY_INFORMATION", "AGREEMENT", "AGREEMENT_CHANGE"];
const OF_MANAGERS: TaxForm[] = ["HANDLER_CHANGE", "RECOGNITION", ...OF_AGENCIES];

function filer(more: Partial<Filer>): Filer {
  return { acting: "ENTERPRISE", role: "LEGAL_REPRESENTATIVE", agency: false, ...more };
}

describe("who files what", () => {
  test.each(ROLES)("E1, E7 only managers file what concerns people: %s", (role) => {
    for (const form of OF_MANAGERS) {
      const refused = filingRefusal(form, filer({ role, agency: true }));
      expect(refused).toBe(isManager(role) ? null : "FILED_BY_MANAGERS");
    }
  });

  test("G1 an agency's forms are filed by agencies, through 企业业务 only", () => {
    for (const form of OF_AGENCIES) {
      expect(filingRefusal(form, filer({ agency: true }))).toBeNull();
      expect(filingRefusal(form, filer({ agency: false }))).toBe("FILED_BY_AGENCIES");
      for (const acting of ["PERSON", "CLIENT", "PROJECT"] as const) {
        expect(filingRefusal(form, filer({ acting, role: null, agency: true }))).toBe(
          "FILED_BY_ENTERPRISES",
        );
      }
    }
  });

  test("E6 新办纳税人套餐 is filed by a natural person", () => {
    expect(filingRefusal("NEW_TAXPAYER", filer({ acting: "PERSON", role: null }))).toBeNull();
    expect(filingRefusal("NEW_TAXPAYER", filer({}))).toBe("FILED_BY_PERSONS");
  });

  test("X1 a cross-region report is filed by the enterprise or by an agent for it", () => {
    for (const form of ["CROSS_REGION_REPORT", "PROPERTY_SOURCE"] as const) {
      expect(filingRefusal(form, filer({ role: "TAX_HANDLER" }))).toBeNull();
      expect(filingRefusal(form, filer({ acting: "CLIENT", role: null }))).toBeNull();
      expect(filingRefusal(form, filer({ acting: "PERSON", role: null }))).toBe(
        "FILED_BY_ENTERPRISES",
      );
      expect(filingRefusal(form, filer({ acting: "PROJECT" }))).toBe("FILED_BY_ENTERPRISES");
    }
  });
});

describe("periods", () => {
  test("G1 a period that ends before it begins, or is over, is refused", () => {
    const period = { validFrom: "2026-05-01", validTo: "2026-04-30" };
    expect(periodProblem(period, null)).toBe("PERIOD_ENDS_BEFORE_IT_BEGINS");
    const one = { validFrom: "2026-05-01", validTo: "2026-05-01" };
    expect(periodProblem(one, "2026-05-01")).toBeNull();
    expect(periodProblem(one, "2026-05-02")).toBe("PERIOD_OVER");
    expect(periodProblem({ validFrom: "2026-05-01", validTo: null }, "2030-01-01")).toBeNull();
  });

  test("G1 periods overlap when they share a day", () => {
    const may = { validFrom: "2026-05-01", validTo: "2026-05-31" };
    expect(periodsOverlap(may, { validFrom: "2026-05-31", validTo: "2026-06-30" })).toBe(true);
    expect(periodsOverlap(may, { validFrom: "2026-06-01", validTo: "2026-06-30" })).toBe(false);
    expect(periodsOverlap(may, { validFrom: "2026-04-01", validTo: null })).toBe(true);
    expect(periodsOverlap({ validFrom: "2026-06-01", validTo: null }, may)).toBe(false);
  });
});

test("X1 numbers are written as the bureaus write them", () => {
  expect(projectNumber("鲁", "REPORT", "2026", 123)).toBe("鲁跨报〔2026〕000000000123");
  expect(projectNumber("藏", "PROPERTY_SOURCE", "2026", 42)).toBe("藏跨源〔2026〕000000000042");
  expect(filingNumber("辽", "2026-11-22", 7)).toBe("辽税受20261122000007");
});
