import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { expect, test } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { decideStaffRelation } from "@/lib/server/relations/decide";
import { agreementStaffId, relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newClient, OidcBrowser, relyingParty, signInAt } from "@/prisma/testing/oidc";
import { statementsOf } from "@/prisma/testing/statements";
import { endAgreementGrants, endGrants } from "./end-grants";

const LOGOUT = { backchannelLogoutUri: "http://127.0.0.1:9/logout" };

/** How many logouts wait to be told to a client. */
function waiting(clientId: string): Promise<number> {
  return db.oidcLogoutDelivery.count({ where: { clientId, nextAt: { not: null } } });
}

test("OIDC a manager who freezes a handler ends the handler's grants in the same moment", async () => {
  const relation = await relationId("王芳", "泰岳");
  const acting = { entry: "ENTERPRISE", relationId: relation } as const;
  const client = await newClient(LOGOUT);
  const config = await relyingParty(client);
  const tokens = await signInAt(config, new OidcBrowser(await signIn("王芳", "shandong", acting)));
  const legal = await relationId("张伟", "泰岳", "LEGAL_REPRESENTATIVE");
  const session = await sessionOf(
    await signIn("张伟", "shandong", { entry: "ENTERPRISE", relationId: legal }),
  );
  const context = { session, now: new Date(), address: "", userAgent: "" };
  const press = (action: "FREEZE" | "UNFREEZE") =>
    decideStaffRelation({ relationId: relation, action, identityVersion: 1 }, context);
  expect(await press("FREEZE")).toMatchObject({ ok: true });
  expect(await waiting(client.id)).toBe(1);
  expect(await press("UNFREEZE")).toMatchObject({ ok: true });
  // What was granted before the freeze does not come back with the unfreezing.
  expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(false);
});

test("OIDC an agent is told of with agency, agreement and client; the end of the agreement ends it", async () => {
  const staff = await agreementStaffId("孙丽", "泰岳");
  const client = await newClient(LOGOUT);
  const config = await relyingParty(client);
  const token = await signIn("孙丽", "shandong", { entry: "AGENCY", agreementStaffId: staff });
  const tokens = await signInAt(config, new OidcBrowser(token));
  expect(tokens.claims()).toMatchObject({
    entry: "AGENCY",
    role: "TAX_AGENT",
    agency: { agreement: staff, name: expect.any(String) },
    enterprise: { name: expect.stringContaining("泰岳") },
  });
  const now = new Date();
  const { agreementId: id } = await db.agreementStaff.findUniqueOrThrow({ where: { id: staff } });
  await transaction((tx) => endAgreementGrants(tx, { id }, now));
  expect(await waiting(client.id)).toBe(1);
  expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(false);
});

test("OIDC a grant ended by several at once is told once", async () => {
  const relation = await relationId("王芳", "泰岳");
  const acting = { entry: "ENTERPRISE", relationId: relation } as const;
  const client = await newClient(LOGOUT);
  await signInAt(
    await relyingParty(client),
    new OidcBrowser(await signIn("王芳", "shandong", acting)),
  );
  const now = new Date();
  const ended = await Promise.all(
    [1, 2, 3, 4].map(() =>
      transaction((tx) => endGrants(tx, { clientId: client.id }, "TESTED", now)),
    ),
  );
  expect(ended.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await waiting(client.id)).toBe(1);
});

test("OIDC a busy client is disabled in time: many grants end in few statements, each told once", async () => {
  const token = await signIn("王芳", "shandong", {
    entry: "ENTERPRISE",
    relationId: await relationId("王芳", "泰岳"),
  });
  const { id: sessionId } = await sessionOf(token);
  const client = await newClient(LOGOUT);
  const silent = await newClient();
  const now = new Date();
  const grant = (clientId: string, number: number) => ({
    id: `${clientId}-${number}`,
    clientId,
    sessionId,
    identityVersion: 1,
    sid: `${number}`,
    createdAt: now,
  });
  const BUSY = 1_200;
  await db.oidcGrant.createMany({
    data: Array.from({ length: BUSY }, (_, index) => grant(client.id, index)),
  });
  await db.oidcGrant.create({ data: grant(silent.id, 1) });
  const clientId = { in: [client.id, silent.id] };
  let ended: number[] = [];
  const statements = await statementsOf(async () => {
    ended = await Promise.all(
      [1, 2].map(() => transaction((tx) => endGrants(tx, { clientId }, "CLIENT_DISABLED", now))),
    );
  });
  expect(statements).toBeLessThan(100);
  expect(ended.sort((a, b) => a - b)).toEqual([0, BUSY + 1]);
  expect(await waiting(client.id)).toBe(BUSY);
  expect(await waiting(silent.id)).toBe(0);
  expect(await db.oidcGrant.count({ where: { clientId, endedAt: null } })).toBe(0);
});
