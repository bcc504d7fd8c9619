import fc from "fast-check";
import { expect, test } from "vitest";
import { FUNCTIONS, findFunction, type TaxFunction } from "@/lib/domain/function-tree";
import {
  functionRefusal,
  type GrantFacts,
  grantedFunctions,
} from "@/lib/domain/function-tree-grants";
import { ROLES } from "@/lib/domain/relation-rules";

const HANDLER: GrantFacts = {
  acting: "ENTERPRISE",
  role: "TAX_HANDLER",
  regionDefaults: true,
  grants: [],
};

/** Sections and modules an acting identity reaches beyond what needs no grant; `all` is everything for enterprises. */
function reach(facts: GrantFacts): string[] | "all" {
  const granted = grantedFunctions(facts).filter(({ open }) => !open);
  if (granted.length === FUNCTIONS.filter((each) => !each.open && forEnterprises(each)).length) {
    return "all";
  }
  const invoice = granted.every(({ within }) => within.includes("invoice-use"));
  if (granted.length > 0 && invoice) return ["invoice-use"];
  return [...new Set(granted.map(({ within }) => within[0] ?? ""))];
}

function forEnterprises({ audience }: TaxFunction): boolean {
  return audience !== "PERSON";
}

test("E2 defaults of every kind of identity and role, with and without the bureau's rule", () => {
  const rows = (["ENTERPRISE", "PROJECT", "CLIENT"] as const).flatMap((acting) =>
    [...ROLES, null].flatMap((role) =>
      [true, false].map((regionDefaults) => [
        `${acting} ${role} ${regionDefaults}`,
        reach({ acting, role, regionDefaults, grants: [] }),
      ]),
    ),
  );
  const handler = ["tax", "query"];
  const byRole = (acting: string) => [
    [`${acting} LEGAL_REPRESENTATIVE true`, "all"],
    [`${acting} LEGAL_REPRESENTATIVE false`, "all"],
    [`${acting} FINANCE_MANAGER true`, "all"],
    [`${acting} FINANCE_MANAGER false`, "all"],
    [`${acting} TAX_HANDLER true`, handler],
    [`${acting} TAX_HANDLER false`, []],
    [`${acting} INVOICE_CLERK true`, ["invoice-use"]],
    [`${acting} INVOICE_CLERK false`, []],
    [`${acting} TAX_AGENT true`, []],
    [`${acting} TAX_AGENT false`, []],
    [`${acting} null true`, handler],
    [`${acting} null false`, handler],
  ];
  const client = [...ROLES, null].flatMap((role) =>
    [true, false].map((regionDefaults) => [`CLIENT ${role} ${regionDefaults}`, handler]),
  );
  expect(rows).toEqual([...byRole("ENTERPRISE"), ...byRole("PROJECT"), ...client]);
});

test("E4 what was granted replaces the defaults", () => {
  const codes = (grants: string[]) => {
    const granted = grantedFunctions({ ...HANDLER, grants }).filter(({ open }) => !open);
    return granted.map(({ code }) => code);
  };
  expect(codes(["query-history"])).toEqual(["query-history"]);
  expect(codes(["vat-declaration", "query-history"])).toEqual([
    "vat-general-taxpayer",
    "vat-small-taxpayer",
    "vat-prepayment",
    "query-history",
  ]);
  expect(codes(["a-function-of-the-past"])).toEqual([]);
  expect(reach({ ...HANDLER, regionDefaults: false, grants: ["*"] })).toBe("all");
});

test("E1 grants take nothing from a legal representative or finance manager", () => {
  for (const role of ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] as const) {
    expect(reach({ ...HANDLER, role, grants: ["query-history"] })).toBe("all");
  }
});

test("E4 a client's grants bind its agent", () => {
  const agent: GrantFacts = { ...HANDLER, acting: "CLIENT", role: null, grants: ["invoice-use"] };
  expect(reach(agent)).toEqual(["invoice-use"]);
});

test("E4 a natural person has every function for natural persons, and no other", () => {
  const granted = grantedFunctions({ ...HANDLER, acting: "PERSON", role: null });
  expect(granted).toEqual(FUNCTIONS.filter(({ audience }) => audience !== "ENTERPRISE"));
});

test("B14 says why a function is missing", () => {
  const refusal = (code: string, facts: Partial<GrantFacts>) => {
    const found = findFunction(code);
    return found && functionRefusal(found, { ...HANDLER, ...facts });
  };
  expect(refusal("invoice-type-approval", {})).toBeNull();
  expect(refusal("packages", {})).toBe("NOT_GRANTED");
  expect(refusal("query-invoices", { role: "INVOICE_CLERK" })).toBe("NOT_GRANTED");
  expect(refusal("invoice-type-approval", { acting: "PERSON", role: null })).toBe(
    "FOR_ENTERPRISES",
  );
  expect(refusal("business-income", {})).toBe("FOR_PERSONS");
  expect(refusal("business-income", { role: "LEGAL_REPRESENTATIVE" })).toBe("FOR_PERSONS");
});

test("E4 nobody loses 公众服务 and the pages about themselves", () => {
  const grants = fc.array(fc.constantFrom(...FUNCTIONS.map(({ code }) => code), "tax", "*", "x"));
  const facts = fc.record({
    acting: fc.constantFrom("ENTERPRISE", "CLIENT", "PROJECT"),
    role: fc.constantFrom(...ROLES, null),
    regionDefaults: fc.boolean(),
    grants,
  });
  fc.assert(
    fc.property(facts, (each) => {
      const granted = grantedFunctions(each);
      for (const open of FUNCTIONS.filter(({ open }) => open)) expect(granted).toContain(open);
      expect(granted.every(forEnterprises)).toBe(true);
    }),
  );
});
