import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { setEnterprisePassword } from "@/lib/server/legacy/enterprise-secret";
import { hashPassword } from "@/lib/server/password";
import { newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
/** What happens as soon as a password was compared. */
let meanwhile: (() => Promise<unknown>) | null = null;

vi.mock("@/lib/server/password", async (original) => {
  const real = await original<typeof import("@/lib/server/password")>();
  const verifyPassword: typeof real.verifyPassword = async (...asked) => {
    const right = await real.verifyPassword(...asked);
    const now = meanwhile;
    meanwhile = null;
    await now?.();
    return right;
  };
  return { ...real, verifyPassword };
});

beforeEach(() => {
  meanwhile = null;
});

test.each([["ENTERPRISE" as const], ["SOCIAL_INSURANCE_ONLY" as const]])(
  "OL1 N2 a 企业密码 that is replaced while it is compared begins no login (%s)",
  async (kind) => {
    const company = await newLegacyEnterprise({ kind });
    if (kind === "ENTERPRISE") await newHandler(company.id);
    const passwordHash = await hashPassword("Xinqiye#2026");
    const notice = "ENTERPRISE_PASSWORD_REPLACED" as const;
    meanwhile = () =>
      transaction((tx) =>
        setEnterprisePassword(tx, { enterprise: company, passwordHash, notice }, NOW),
      );
    expect(await legacyBrowser(company, NOW).enter()).toMatchObject({
      problems: [{ code: "TRY_AGAIN" }],
    });
    const begun = { kind: "LEGACY_LOGIN" as const, data: { contains: company.id } };
    expect(await db.flow.count({ where: { ...begun, consumedAt: null } })).toBe(0);
    expect(await legacyBrowser(company, NOW).enter("Xinqiye#2026")).toMatchObject({ ok: true });
  },
);
