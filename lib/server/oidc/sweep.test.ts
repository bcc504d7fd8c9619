import "@/prisma/testing/demo-database";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { keepPurged } from "@/lib/server/retention/sweep";
import { relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newClient } from "@/prisma/testing/oidc";
import { purgeOidcRecords } from "./adapter";
import { endLapsedGrants } from "./grants";
import { keepOidcSwept } from "./sweep";

const shared = globalThis as { portalProcess?: object };
const own = { stopping: false, draining: false, endings: [] as (() => Promise<unknown>)[] };

beforeEach(() => {
  own.stopping = false;
  own.endings = [];
  shared.portalProcess = own;
});
afterEach(() => {
  delete shared.portalProcess;
  vi.restoreAllMocks();
});

/** Grants of a session that was idle for too long. */
async function lapsedGrants(count: number): Promise<string> {
  const token = await signIn("王芳", "shandong", {
    entry: "ENTERPRISE",
    relationId: await relationId("王芳", "泰岳"),
  });
  const { id: sessionId } = await sessionOf(token);
  await db.loginSession.update({ where: { id: sessionId }, data: { lastSeenAt: new Date(0) } });
  const { id: clientId } = await newClient();
  const at = new Date();
  const rest = { identityVersion: 1, sid: "sid" };
  await db.oidcGrant.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      id: `${clientId}-${index}`,
      clientId,
      sessionId,
      createdAt: at,
      ...rest,
    })),
  });
  return clientId;
}

const open = (clientId: string) => db.oidcGrant.count({ where: { clientId, endedAt: null } });

/** Lets the sweeps end that were begun. */
const ended = () => Promise.all(own.endings.map((end) => end()));

test("OIDC one sweep ends all that lapsed, however many they are", async () => {
  const clientId = await lapsedGrants(450);
  expect(await endLapsedGrants(new Date())).toBe(450);
  expect(await open(clientId)).toBe(0);
});

test("OIDC what has expired is purged some rows at a time, and nothing else", async () => {
  const now = new Date();
  const row = (index: number) => ({
    model: "AccessToken",
    id: `purged-${index}`,
    payload: "{}",
    expiresAt: new Date(now.getTime() - index),
  });
  await db.oidcRecord.createMany({
    data: Array.from({ length: 1_203 }, (_, index) => row(index)),
  });
  const purges = vi.spyOn(db.oidcRecord, "deleteMany");
  // Those that are due at this very moment are not over yet.
  expect(await purgeOidcRecords(now)).toBe(1_202);
  expect(purges).toHaveBeenCalledTimes(3);
  expect(await db.oidcRecord.count({ where: { id: { startsWith: "purged-" } } })).toBe(1);
});

test("N5 a process that stops ends its sweeps of the provider first, and begins none", async () => {
  const clientId = await lapsedGrants(1);
  own.stopping = true;
  const asked = [vi.spyOn(db.oidcGrant, "findMany"), vi.spyOn(db, "$queryRaw")];
  keepOidcSwept();
  keepPurged();
  for (const ask of asked) expect(ask).not.toHaveBeenCalled();
  await ended();
  own.stopping = false;
  keepOidcSwept();
  await ended();
  expect(await open(clientId)).toBe(0);
});

test("N5 failed sweeps of provider and purge are logged with their names", async () => {
  const told = vi.spyOn(log, "error").mockImplementation(() => undefined);
  vi.spyOn(db.oidcGrant, "findMany").mockRejectedValue(new Error("down"));
  vi.spyOn(db, "$queryRaw").mockRejectedValue(new Error("down"));
  keepOidcSwept();
  keepPurged();
  await ended();
  for (const sweep of ["oidc lapsed grants", "retention"]) {
    expect(told).toHaveBeenCalledWith("sweep failed", { sweep, err: expect.any(Error) });
  }
});
