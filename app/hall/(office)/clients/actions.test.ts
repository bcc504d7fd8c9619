import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import type { Result } from "@/lib/domain/result";
import { db } from "@/lib/server/db";
import { sessionCookie } from "@/lib/server/session-cookie";
import { sessionTokenHash } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { refused } from "@/prisma/testing/staff";
import {
  changeClientStateAction,
  editClientAction,
  registerClientAction,
  renewClientSecretAction,
} from "./actions";

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
  return browser;
}

const FORM = {
  name: "某系统",
  businessSystem: "",
  kind: "FIRST_PARTY",
  authMethod: "CLIENT_SECRET_BASIC",
  jwks: "",
  redirectUris: "https://system.example/callback",
  postLogoutRedirectUris: "",
  backchannelLogoutUri: "",
  loginUri: "",
  pairwise: false,
  functions: [],
  reason: REASON,
};

test("OIDC only a supervisor registers and changes business systems; nobody does without a session", async () => {
  const one = { client: "some-client", reason: REASON };
  const asks: (() => Promise<Result<unknown>>)[] = [
    () => registerClientAction(FORM),
    () => editClientAction({ ...FORM, client: "some-client", version: new Date().toISOString() }),
    () => changeClientStateAction({ ...one, change: "DISABLE" }),
    () => renewClientSecretAction(one),
  ];
  for (const role of ["COUNTER", "AUDITOR"] as const) {
    const browser = await browserOf(role);
    for (const ask of asks) {
      expect(await inBrowser(browser, ask)).toEqual(refused("OFFICER_ROLE_REQUIRED"));
    }
  }
  for (const ask of asks) {
    expect(await inBrowser(newBrowser(), ask)).toEqual(refused("SIGNED_OUT"));
  }
  expect(await db.oidcClient.count()).toBe(0);
  const done = await inBrowser(await browserOf("SUPERVISOR"), () => registerClientAction(FORM));
  expect(done.ok).toBe(true);
});
