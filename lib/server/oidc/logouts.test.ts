import "@/prisma/testing/demo-database";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as openid from "openid-client";
import { afterEach, expect, test, vi } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { revokeSessions } from "@/lib/server/session-store";
import { endSession } from "@/lib/server/sign-out";
import { relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newClient, OidcBrowser, relyingParty, signInAt } from "@/prisma/testing/oidc";
import { findCallable } from "./client-addresses";
import { deliverLogouts } from "./deliver-logouts";
import { endLapsedGrants } from "./grants";

const servers: Server[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close();
});

/** A business system that is told of logouts; answers with these statuses in turn. */
async function listener(...statuses: number[]) {
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    told.push(new URLSearchParams(Buffer.concat(parts).toString()).get("logout_token") ?? "");
    response.writeHead(statuses[told.length - 1] ?? 200).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { told, address: `http://127.0.0.1:${port}/logout` };
}

function decode(token = ""): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

async function signedIn(backchannelLogoutUri: string) {
  const relation = await relationId("王芳", "泰岳");
  const acting = { entry: "ENTERPRISE", relationId: relation } as const;
  const token = await signIn("王芳", "shandong", acting);
  const client = await newClient({ backchannelLogoutUri });
  const config = await relyingParty(client);
  const tokens = await signInAt(config, new OidcBrowser(token));
  return { token, client, config, tokens, session: await sessionOf(token), relation };
}

test("OIDC 退出 tells every business system of the session by a signed logout token", async () => {
  const { told, address } = await listener();
  const { tokens, client, session, config } = await signedIn(address);
  await endSession({ session, now: new Date() });
  expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(false);
  await deliverLogouts(new Date());
  expect(told).toHaveLength(1);
  const { sid, sub } = { sid: undefined, sub: "", ...tokens.claims() };
  expect(decode(told[0])).toMatchObject({
    iss: "http://localhost:3000/oidc",
    aud: client.id,
    sid,
    sub,
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  });
  expect(decode(told[0])).not.toHaveProperty("nonce");
  await deliverLogouts(new Date());
  expect(told).toHaveLength(1);
});

test("OIDC a logout from another device is told, too", async () => {
  const { told, address } = await listener();
  const { session } = await signedIn(address);
  const now = new Date();
  await transaction((tx) => revokeSessions(tx, { id: session.id }, "ENDED_REMOTELY", now));
  await deliverLogouts(now);
  expect(told).toHaveLength(1);
});

test("OIDC a frozen handler, an idle session and a disabled client end their grants", async () => {
  const { told, address } = await listener();
  const frozen = await signedIn(address);
  const now = new Date();
  await db.relation.update({ where: { id: frozen.relation }, data: { frozenAt: now } });
  expect(await endLapsedGrants(now)).toBeGreaterThan(0);
  await db.relation.update({ where: { id: frozen.relation }, data: { frozenAt: null } });
  await deliverLogouts(now);
  expect(told.map((token) => decode(token).aud)).toContain(frozen.client.id);
  const idle = await signedIn(address);
  const then = new Date(now.getTime() - 31 * 60_000);
  await db.loginSession.update({ where: { id: idle.session.id }, data: { lastSeenAt: then } });
  const disabled = await signedIn(address);
  await db.oidcClient.update({ where: { id: disabled.client.id }, data: { disabledAt: now } });
  await endLapsedGrants(now);
  await deliverLogouts(new Date());
  const clients = told.map((token) => decode(token).aud);
  expect(clients).toContain(idle.client.id);
  expect(clients).toContain(disabled.client.id);
});

test("OIDC a system that fails is told again later, by one process only", async () => {
  const { told, address } = await listener(500);
  const { session } = await signedIn(address);
  await endSession({ session, now: new Date() });
  await Promise.all([1, 2, 3, 4].map(() => deliverLogouts(new Date())));
  expect(told).toHaveLength(1);
  const waiting = await db.oidcLogoutDelivery.findFirstOrThrow({
    where: { grant: { sessionId: session.id } },
  });
  expect(waiting).toMatchObject({ problem: "HTTP_500", deliveredAt: null });
  await deliverLogouts(new Date(Date.now() + 10_000));
  expect(told).toHaveLength(2);
});

test("OIDC a system that gives no answer does not hold up the others", {
  timeout: 30_000,
}, async () => {
  const silent = createServer(() => undefined);
  servers.push(silent);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const dead = await signedIn(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`);
  const now = new Date();
  const { told, address } = await listener();
  const { session, client } = await signedIn(address);
  const grant = { clientId: dead.client.id, sessionId: dead.session.id, sid: "sid" };
  await db.oidcGrant.createMany({
    data: Array.from({ length: 60 }, (_, each) => ({
      ...{ ...grant, id: `${grant.clientId}-${each}`, identityVersion: 1, createdAt: now },
    })),
  });
  await endSession({ session: dead.session, now });
  await endSession({ session, now: new Date(now.getTime() + 1) });
  await deliverLogouts(new Date());
  expect(told).toEqual([]);
  const begun = Date.now();
  await deliverLogouts(new Date());
  expect(Date.now() - begun).toBeLessThan(4_000);
  expect(told.map((token) => decode(token).aud)).toEqual([client.id]);
  const waiting = { clientId: dead.client.id, nextAt: { not: null } };
  expect(await db.oidcLogoutDelivery.count({ where: waiting })).toBe(61);
  const [tried] = await db.oidcLogoutDelivery.findMany({
    where: waiting,
    orderBy: { attempts: "desc" },
    take: 1,
  });
  expect(tried).toMatchObject({ attempts: 1, problem: "TimeoutError" });
  silent.closeAllConnections();
});

test.each([
  ["https://10.1.2.3/x", "CLIENT_URI_PRIVATE"],
  ["https://169.254.169.254/latest", "CLIENT_URI_PRIVATE"],
  ["https://[fd00::1]/x", "CLIENT_URI_PRIVATE"],
  ["https://[::ffff:10.0.0.1]/x", "CLIENT_URI_PRIVATE"],
  ["http://system.example/x", "CLIENT_URI_HTTPS"],
  ["https://user:pass@system.example/x", "CLIENT_URI_CREDENTIALS"],
  ["https://system.example/x#part", "CLIENT_URI_FRAGMENT"],
  ["https://8.8.8.8/x", null],
  ["http://127.0.0.1:4000/x", null],
])("OIDC a logout address of %s is refused: %s", async (address, problem) => {
  expect((await findCallable(address)).problem).toBe(problem);
});

test("OIDC a system that is away for hours is tried six times, and what was given up is logged", async () => {
  await db.oidcLogoutDelivery.deleteMany();
  const told = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  const { session, client } = await signedIn("http://127.0.0.1:9/logout");
  await endSession({ session, now: new Date() });
  const waiting = { clientId: client.id, nextAt: { not: null } };
  let tries = 0;
  for (; (await db.oidcLogoutDelivery.count({ where: waiting })) > 0; tries += 1) {
    expect(told).not.toHaveBeenCalled();
    await deliverLogouts(new Date(Date.now() + 2 * 3_600_000));
  }
  expect(tries).toBe(6);
  const fields = { clientId: client.id, problem: "ECONNREFUSED" };
  expect(told).toHaveBeenCalledWith("logout not delivered", fields);
});

test("OIDC a logout address on a private network is never called", async () => {
  const { session, client } = await signedIn("https://192.168.7.7/logout");
  await endSession({ session, now: new Date() });
  const told = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  await deliverLogouts(new Date());
  const fields = { clientId: client.id, problem: "CLIENT_URI_PRIVATE" };
  expect(told).toHaveBeenCalledWith("logout not delivered", fields);
  const row = await db.oidcLogoutDelivery.findFirstOrThrow({
    where: { grant: { sessionId: session.id } },
  });
  expect(row).toMatchObject({ problem: "CLIENT_URI_PRIVATE", nextAt: null, deliveredAt: null });
});

test("OIDC logout asked for by a system: the portal's session ends, and others are told", async () => {
  const { told, address } = await listener();
  const { token, tokens, config } = await signedIn(address);
  const browser = new OidcBrowser(token);
  await signInAt(await relyingParty(await newClient({ backchannelLogoutUri: address })), browser);
  const url = openid.buildEndSessionUrl(config, {
    id_token_hint: String(tokens.id_token),
    post_logout_redirect_uri: "https://system.example/bye",
    state: "as sent",
  });
  const page = await browser.follow(url.href);
  expect(page.pathname).toBe("/shandong/sso/sign-out");
  const secret = page.searchParams.get("logout");
  const stranger = new OidcBrowser(token);
  const refused = await stranger.get(`/oidc/session/end/finish?logout=${secret}&everywhere=1`);
  expect(refused.headers.get("location")).toContain("/sign-in-problem");
  const bye = await browser.follow(`/oidc/session/end/finish?logout=${secret}&everywhere=1`);
  expect(bye.href).toBe("https://system.example/bye?state=as+sent");
  await expect(sessionOf(token)).rejects.toThrow("over");
  await deliverLogouts(new Date());
  expect(told).toHaveLength(2);
});

test("OIDC logout of one system only leaves the portal's session", async () => {
  const { told, address } = await listener();
  const { token, tokens, config } = await signedIn(address);
  const browser = new OidcBrowser(token);
  const again = await signInAt(config, browser);
  const url = openid.buildEndSessionUrl(config, { id_token_hint: String(tokens.id_token) });
  const page = await browser.follow(url.href);
  await browser.follow(`/oidc/session/end/finish?logout=${page.searchParams.get("logout")}`);
  expect((await sessionOf(token)).personName).toBe("王芳");
  expect((await openid.tokenIntrospection(config, again.access_token)).active).toBe(false);
  await deliverLogouts(new Date());
  expect(told).toHaveLength(1);
});
