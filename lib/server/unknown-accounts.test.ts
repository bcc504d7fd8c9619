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

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("@/lib/server/password", { spy: true });

beforeEach(() => vi.clearAllMocks());

const now = new Date();
const WRONG = "Wrong#2026";

// The work is counted, not timed. Persons: `first-factor.test.ts`.
test("K5 an officer's number nobody has costs as many comparisons as one somebody has: one", async () => {
  const { officer } = await newOfficer({ passwordHash: await demoPasswordHash() });
  for (const employeeNumber of ["000000", officer.employeeNumber]) {
    vi.clearAllMocks();
    const form = { employeeNumber, password: WRONG, humanCheck: await humanProof() };
    const context = { now, address: "192.0.2.1", userAgent: "test" };
    const answer = await inBrowser(newBrowser(), () => submitOfficerPassword(form, context));
    expect(answer).toMatchObject({ problems: [{ code: "OFFICER_PASSWORD_WRONG" }] });
    expect(verifyPassword).toHaveBeenCalledTimes(1);
  }
});

test("K5 an enterprise nobody knows costs as many comparisons as a known one: one", async () => {
  const liaoning = servedRegion("liaoning");
  if (!liaoning) throw new Error("辽宁 is not served");
  const { creditCode } = await newLegacyEnterprise();
  for (const taxpayerId of ["91210100MA0QYX2K4J", creditCode]) {
    vi.clearAllMocks();
    const answer = await checkEnterprisePassword({ taxpayerId, password: WRONG }, liaoning, now);
    expect(answer).toMatchObject({ problems: [{ code: "ENTERPRISE_PASSWORD_WRONG" }] });
    expect(verifyPassword).toHaveBeenCalledTimes(1);
  }
});
