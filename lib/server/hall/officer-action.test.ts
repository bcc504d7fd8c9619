import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { HALL_FUNCTIONS, hallFunctionAt, hallNavigation } from "@/lib/domain/hall-functions";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import { success } from "@/lib/domain/result";
import { reasonField } from "@/lib/schemas/hall";
import { db } from "@/lib/server/db";
import { officerAction } from "@/lib/server/hall/officer-action";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { log } from "@/lib/server/log";
import { sessionCookie } from "@/lib/server/session-cookie";
import { sessionTokenHash } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

/** A browser where an officer of this role is signed in. */
async function browserOf(role: OfficerRole) {
  const { officer } = await newOfficer({ role });
  const token = newToken();
  const now = new Date();
  await db.loginSession.create({
    data: {
      tokenHash: sessionTokenHash(token, "HALL"),
      instance: "HALL",
      officerId: officer.officerId,
      region: officer.region,
      proofs: "PASSWORD SMS",
      userAgent: "test",
      createdAt: now,
      lastSeenAt: now,
    },
  });
  const browser = newBrowser();
  browser.cookies.set(sessionCookie("HALL", "session"), token);
  return { browser, officer, token };
}

const work = officerAction(
  { input: z.object({ reason: reasonField }), roles: ["COUNTER", "SUPERVISOR"] },
  async (_, { officer }) => success(officer.officerId),
);
const form = { reason: REASON };

test("N1 an officer who tries what their role is not for stands in the log by number, at an action and at a page", async () => {
  const warned = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  const { browser, officer } = await browserOf("AUDITOR");
  await inBrowser(browser, () => work(form));
  await expect(inBrowser(browser, () => requireOfficer("SUPERVISOR"))).rejects.toThrow();
  const line = { cause: "OFFICER_ROLE_REQUIRED", officerId: officer.officerId };
  expect(warned.mock.calls).toEqual([
    ["not authorised", line],
    ["not authorised", line],
  ]);
  warned.mockRestore();
});

test("T1 an auditor reads only: no counter work in the navigation, none by request", async () => {
  const auditor = await browserOf("AUDITOR");
  expect(await inBrowser(auditor.browser, () => work(form))).toEqual(
    refused("OFFICER_ROLE_REQUIRED"),
  );
  const counter = await browserOf("COUNTER");
  expect(await inBrowser(counter.browser, () => work(form))).toEqual({
    ok: true,
    value: counter.officer.officerId,
  });
  const seen = hallNavigation("AUDITOR").flatMap(({ items }) => items.map(({ label }) => label));
  expect(seen).not.toContain("实名信息采集");
  expect(seen).not.toContain("税务人员");
  expect(hallFunctionAt("/hall/password-reset/1")?.label).toBe("密码重置");
  const labels = HALL_FUNCTIONS.flatMap(({ items }) => items.map(({ label }) => label));
  for (const label of [
    "实名信息采集",
    "开户",
    "税务登记",
    "信息确认",
    "解除关联关系",
    "解锁",
    "密码重置",
  ]) {
    expect(labels).toContain(label);
  }
});

test("T1 nothing is done without a reason, and nothing by who is not signed in to the hall", async () => {
  const { browser, token } = await browserOf("COUNTER");
  expect(await inBrowser(browser, () => work({ reason: "  好 " }))).toEqual(
    refused("REASON_TOO_SHORT", "reason"),
  );
  expect(await inBrowser(browser, () => work({}))).toEqual(refused("REQUIRED", "reason"));
  expect(await inBrowser(newBrowser(), () => work(form))).toEqual(refused("SIGNED_OUT"));
  // A token of the hall is none of the portal's, and the other way round.
  const portal = newBrowser();
  portal.cookies.set(sessionCookie("PORTAL", "session"), token);
  expect(await inBrowser(portal, () => work(form))).toEqual(refused("SIGNED_OUT"));
});
