import "@/prisma/testing/empty-database";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORM_FUNCTIONS, type TaxForm } from "@/lib/domain/filing-rules";
import { FUNCTIONS, findFunction } from "@/lib/domain/function-tree";
import { db } from "@/lib/server/db";
import { filingAccess } from "@/lib/server/filings/access";
import type { CurrentSession } from "@/lib/server/session-store";
import { agencyAndClient, agentSession, agreed } from "@/prisma/testing/agencies";
import { newFiler } from "@/prisma/testing/filing";

const FORMS = Object.keys(FORM_FUNCTIONS) as (keyof typeof FORM_FUNCTIONS)[];
const ROLES = [
  "LEGAL_REPRESENTATIVE",
  "FINANCE_MANAGER",
  "TAX_HANDLER",
  "INVOICE_CLERK",
  "TAX_AGENT",
] as const;

/** What is granted in turn: nothing, each function of a form, their modules and section, and what gives none of them. */
const GRANTS = [
  null,
  ...new Set(Object.values(FORM_FUNCTIONS)),
  "general-reports",
  "agency-management",
  "tax",
  "query",
  "invoice-use",
];

/** Forms a grant gives, read off the catalogue. */
function given(grant: string): TaxForm[] {
  return FORMS.filter((form) => {
    const found = findFunction(FORM_FUNCTIONS[form]);
    return found && (found.code === grant || found.within.includes(grant));
  });
}

async function reached(session: CurrentSession): Promise<TaxForm[]> {
  const answers = await Promise.all(
    FORMS.map(async (form) => ((await filingAccess(session, form)).ok ? form : null)),
  );
  return answers.filter((form) => form !== null);
}

/** What an enterprise's people may file at all; whatever concerns people and agreements is for managers. */
const FILED_BY: Record<
  "ENTERPRISE" | "AGENCY",
  Record<"managers" | "others", readonly TaxForm[]>
> = {
  ENTERPRISE: {
    managers: ["HANDLER_CHANGE", "RECOGNITION", "CROSS_REGION_REPORT", "PROPERTY_SOURCE"],
    others: ["CROSS_REGION_REPORT", "PROPERTY_SOURCE"],
  },
  AGENCY: { managers: FORMS, others: ["CROSS_REGION_REPORT", "PROPERTY_SOURCE"] },
};

const PLACES = (["shandong", "liaoning"] as const).flatMap((region) =>
  (["ENTERPRISE", "AGENCY"] as const).map((kind) => ({ region, kind })),
);

describe.each(PLACES)("$kind in $region", ({ region, kind }) => {
  test.each(ROLES)("E4 a %s reaches the forms of what was granted, and no other", async (role) => {
    const filer = await newFiler({ role, kind, region });
    const { relationId } = filer;
    const manages = role === "LEGAL_REPRESENTATIVE" || role === "FINANCE_MANAGER";
    const fileable = FILED_BY[kind][manages ? "managers" : "others"];
    const byDefault = region === "shandong" && role === "TAX_HANDLER" ? "tax" : "nothing";
    for (const functionCode of GRANTS) {
      await db.functionGrant.deleteMany({ where: { relationId } });
      if (functionCode) await db.functionGrant.create({ data: { relationId, functionCode } });
      const granted = manages ? FORMS : given(functionCode ?? byDefault);
      const due = granted.filter((form) => fileable.includes(form));
      expect(await reached(await filer.session()), `${functionCode}`).toEqual(due);
    }
  });
});

test("E4 G3 an agent reaches for a client what it granted of what agents may file, and no other", async () => {
  const { agency, client, agent, staff } = await agencyAndClient();
  const agreement = await agreed(agency, client, [staff]);
  const running = await agentSession(agent.id, agreement);
  const where = { agreementId: agreement };
  const { id: agreementStaffId } = await db.agreementStaff.findFirstOrThrow({ where });
  for (const functionCode of GRANTS) {
    await db.functionGrant.deleteMany({ where: { agreementStaffId } });
    if (functionCode) await db.functionGrant.create({ data: { agreementStaffId, functionCode } });
    const due = given(functionCode ?? "tax").filter((form) =>
      FILED_BY.ENTERPRISE.others.includes(form),
    );
    expect(await reached(await running.session()), `${functionCode}`).toEqual(due);
  }
});

test("E4 every function performed here under 我要办税 is guarded by itself, on every page of its form", () => {
  const performed = FUNCTIONS.flatMap(({ code, href }) => (href?.startsWith("tax/") ? [code] : []));
  const guarded: string[] = Object.values(FORM_FUNCTIONS);
  expect([...new Set([...guarded, "filings"])].sort()).toEqual(performed.sort());
  const under = join("app", "[region]", "(portal)", "tax");
  const pages = readdirSync(under, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("page.tsx") && !name.startsWith("filings"))
    .sort();
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) {
    expect(readFileSync(join(under, page), "utf8"), page).toMatch(/await openForm\(\s*params, "/);
  }
});
