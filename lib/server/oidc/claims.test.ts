import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { expect, test } from "vitest";
import { FUNCTIONS } from "@/lib/domain/function-tree";
import { db } from "@/lib/server/db";
import { switchIdentity } from "@/lib/server/identities/switch";
import { projectId, relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newClient, OidcBrowser, relyingParty, signInAt } from "@/prisma/testing/oidc";
import { endLapsedGrants } from "./grants";

/** What a business system is told of a session, in the ID token and by userinfo, which say the same. */
async function toldOf(token: string, extra: Parameters<typeof newClient>[0] = {}) {
  const client = await newClient(extra);
  const config = await relyingParty(client);
  const tokens = await signInAt(config, new OidcBrowser(token));
  const claims = tokens.claims();
  const sub = String(claims?.sub);
  const { sub: _sub, ...userinfo } = await openid.fetchUserInfo(config, tokens.access_token, sub);
  expect(claims).toMatchObject(userinfo);
  return { client, config, tokens, claims };
}

/** 丹增, whom a report names as 经办人, in at 特定主体登录 for its project. */
async function named() {
  const project = await projectId("9012");
  return signIn("丹增", "shandong", { entry: "SPECIFIC", projectId: project });
}

test("OIDC X2 whoever a cross-region report names is told of with the project, and no role in the enterprise", async () => {
  const { claims } = await toldOf(await named(), {
    functions: JSON.stringify(["query-history", "invoice-issue"]),
  });
  const { creditCode } = await db.enterprise.findFirstOrThrow({
    where: { name: { contains: "雪莲" } },
  });
  expect(claims).toMatchObject({
    name: "丹增",
    entry: "SPECIFIC",
    role: "PROJECT_HANDLER",
    enterprise: { credit_code: creditCode },
    project: {
      number: "藏跨报〔2026〕000000009012",
      name: "烟台风电塔筒安装",
      kind: "REPORT",
      tax_authority: "国家税务总局烟台市税务局",
    },
  });
  expect(claims).not.toHaveProperty("agency");
  expect(JSON.stringify(claims)).not.toContain("15405400005");
});

test("OIDC X2 a legal representative who switches to a project is told of with role and project", async () => {
  const own = await relationId("张伟", "东海", "LEGAL_REPRESENTATIVE");
  const token = await signIn("张伟", "shandong", { entry: "ENTERPRISE", relationId: own });
  const before = await toldOf(token);
  expect(before.claims).not.toHaveProperty("project");
  const session = await sessionOf(token);
  const identity = `project:${await projectId("3456")}`;
  const switched = await switchIdentity(
    { identity, identityVersion: session.identityVersion },
    { session, now: new Date(), address: "", userAgent: "" },
  );
  expect(switched).toMatchObject({ ok: true });
  expect((await toldOf(token)).claims).toMatchObject({
    sub: before.claims?.sub,
    entry: "SPECIFIC",
    role: "LEGAL_REPRESENTATIVE",
    project: { name: "烟台港仓储改造", number: expect.stringContaining("3456") },
  });
  // What was told before the switch is told no more: the token is worth nothing.
  const { active } = await openid.tokenIntrospection(before.config, before.tokens.access_token);
  expect(active).toBe(false);
});

test.each([
  ["is closed", { status: "CLOSED" as const }],
  ["is past its last day", { validTo: "2026-01-02" }],
  ["begins later", { validFrom: "2099-01-01" }],
])(
  "OIDC X2 tokens of a project that %s are refused at once, and the system is told",
  async (_what, change) => {
    const id = await projectId("9012");
    const { status, validFrom, validTo } = await db.crossRegionProject.findUniqueOrThrow({
      where: { id },
    });
    const told = await toldOf(await named(), { backchannelLogoutUri: "http://127.0.0.1:9/x" });
    await db.crossRegionProject.update({ where: { id }, data: change });
    try {
      const { config, tokens, client } = told;
      const { active } = await openid.tokenIntrospection(config, tokens.access_token);
      expect(active).toBe(false);
      await expect(
        openid.refreshTokenGrant(config, String(tokens.refresh_token)),
      ).rejects.toMatchObject({ error: "invalid_grant" });
      await endLapsedGrants(new Date());
      expect(await db.oidcLogoutDelivery.count({ where: { clientId: client.id } })).toBe(1);
    } finally {
      await db.crossRegionProject.update({ where: { id }, data: { status, validFrom, validTo } });
    }
  },
);

test("OIDC functions are told as far as they are granted and the client's list allows, else none", async () => {
  const id = await relationId("王芳", "泰岳");
  const token = await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: id });
  const functions = async (allowed: string[]) =>
    (await toldOf(token, { functions: JSON.stringify(allowed) })).claims?.functions;
  expect(await functions([])).toEqual([]);
  expect(await functions(["query-history"])).toEqual(["query-history"]);
  const all = FUNCTIONS.map(({ code }) => code);
  const granted = (await functions(all)) as string[];
  expect(granted).toContain("query-history");
  const refused = all.filter((code) => !granted.includes(code));
  expect(refused.length).toBeGreaterThan(0);
  expect(await functions(["query-history", ...refused])).toEqual(["query-history"]);
});
