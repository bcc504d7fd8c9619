import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { servedRegion } from "@/lib/server/fixed-region";
import { submitOfficerPassword } from "@/lib/server/hall/login";
import { checkEnterprisePassword } from "@/lib/server/legacy/enterprise-password";
import { verifyPassword } from "@/lib/server/password";
import { humanProof } from "@/prisma/testing/human-check";
import { newLegacyEnterprise } from "@/prisma/testing/legacy";
import { newOfficer } from "@/prisma/testing/officers";
import { demoPasswordHash } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { statementsOf } from "@/prisma/testing/statements";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("@/lib/server/password", { spy: true });

beforeEach(() => vi.clearAllMocks());

const now = new Date();
const WRONG = "Wrong#2026";

// The work is counted, not timed: comparisons, and statements of the database. Persons: `first-factor.test.ts`.
test("K5 an officer's number nobody has costs as many comparisons as one somebody has: one", async () => {
  const { officer } = await newOfficer({ passwordHash: await demoPasswordHash() });
  const statements: number[] = [];
  for (const employeeNumber of ["000000", officer.employeeNumber]) {
    vi.clearAllMocks();
    const form = { employeeNumber, password: WRONG, humanCheck: await humanProof() };
    const context = { now, address: "192.0.2.1", userAgent: "test" };
    const ask = () => inBrowser(newBrowser(), () => submitOfficerPassword(form, context));
    const asked = statementsOf(async () =>
      expect(await ask()).toMatchObject({ problems: [{ code: "OFFICER_PASSWORD_WRONG" }] }),
    );
    statements.push(await asked);
    expect(verifyPassword).toHaveBeenCalledTimes(1);
  }
  expect(statements[0]).toBe(statements[1]);
});

test("K5 an enterprise nobody knows costs as many comparisons as a known one: one", async () => {
  const liaoning = servedRegion("liaoning");
  if (!liaoning) throw new Error("辽宁 is not served");
  const { creditCode } = await newLegacyEnterprise();
  const statements: number[] = [];
  for (const taxpayerId of ["91210100MA0QYX2K4J", creditCode]) {
    vi.clearAllMocks();
    const ask = () => checkEnterprisePassword({ taxpayerId, password: WRONG }, liaoning, now);
    const asked = statementsOf(async () =>
      expect(await ask()).toMatchObject({ problems: [{ code: "ENTERPRISE_PASSWORD_WRONG" }] }),
    );
    statements.push(await asked);
    expect(verifyPassword).toHaveBeenCalledTimes(1);
  }
  expect(statements[0]).toBe(statements[1]);
});
