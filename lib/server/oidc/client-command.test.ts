import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { newClientForm } from "@/lib/schemas/oidc-client";
import { db } from "@/lib/server/db";
import { registerByCommand } from "@/lib/server/oidc/client-command";

const form = newClientForm.parse({
  name: "示例系统",
  businessSystem: "invoice",
  kind: "FIRST_PARTY",
  authMethod: "CLIENT_SECRET_BASIC",
  jwks: "",
  redirectUris: "http://localhost:4000/callback",
  postLogoutRedirectUris: "http://localhost:4000/",
  backchannelLogoutUri: "http://localhost:4000/backchannel-logout",
  loginUri: "http://localhost:4000/login",
  pairwise: false,
  functions: [],
  reason: "登记示例系统",
});

test("OIDC the sample is registered by command once; again it only gets another secret", async () => {
  const run = async (region: string) => {
    const done = await registerByCommand(form, region, new Date());
    if (!done.ok) throw new Error(JSON.stringify(done));
    return done.value;
  };
  const first = await run("shandong");
  const again = await run("shandong");
  expect(again.clientId).toBe(first.clientId);
  expect(again.secret).not.toBe(first.secret);
  expect((await run("qingdao")).clientId).not.toBe(first.clientId);
  expect(await db.oidcClient.count()).toBe(2);
  const events = await db.auditEvent.findMany({ orderBy: { sequence: "asc" } });
  expect(events.map(({ action, actorKind }) => `${actorKind} ${action}`)).toEqual([
    "SYSTEM ADD_OIDC_CLIENT",
    "SYSTEM RENEW_OIDC_SECRET",
    "SYSTEM ADD_OIDC_CLIENT",
  ]);
});
