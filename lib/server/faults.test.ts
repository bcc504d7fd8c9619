import "@/prisma/testing/empty-database";
import { connect, createServer, type Server, type Socket } from "node:net";
import { createClient } from "@libsql/client";
import { expect, test, vi } from "vitest";
import { appendAudit } from "@/lib/server/audit";
import { CHAIN_BEGIN, verifyChainPart } from "@/lib/server/audit-trail/verify";
import { db, isPostgres, transaction } from "@/lib/server/db";
import { openDatabase } from "@/lib/server/db/open";
import { takeFromWindow } from "@/lib/server/rate-limit";
import { inProcesses } from "@/prisma/testing/processes";
import { createTestDatabase, newDatabaseUrl } from "@/prisma/testing/test-database";

vi.setConfig({ testTimeout: 120_000 });

const NOW = new Date("2026-03-01T02:00:00Z");
const HOUR_MS = 3_600_000;

/** Something with its record, as every change of the portal is. */
function change(key: string) {
  return transaction(async (tx) => {
    await tx.rateLimit.create({ data: { key, count: 0, startedAt: NOW, expiresAt: NOW } });
    await appendAudit(tx, { at: NOW, action: "PURGE", outcome: "OK", actorKind: "SYSTEM" });
  });
}

test.runIf(!isPostgres)(
  "N5 a full disk refuses the change with its record, and takes both when there is room again",
  async () => {
    await change("before");
    const [{ pages } = { pages: 0n }] = await db.$queryRawUnsafe<{ pages: bigint }[]>(
      `SELECT "page_count" AS "pages" FROM pragma_page_count()`,
    );
    // SQLite's own answer to a disk that takes no more (SQLITE_FULL).
    await db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);
    await expect(change("x".repeat(500_000))).rejects.toThrow(/full/);
    expect(await db.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "before" }]);
    expect(await db.auditEvent.count()).toBe(1);
    await db.$queryRawUnsafe("PRAGMA max_page_count = 1073741823");
    await change("x".repeat(500_000));
    expect(await verifyChainPart(CHAIN_BEGIN)).toMatchObject({ broken: null, end: 2 });
  },
);

test.runIf(!isPostgres)("N5 who writes waits for another process that has the file", async () => {
  const file = process.env.DATABASE_URL ?? "";
  const holder = `const { createClient } = await import("@libsql/client");
    const client = createClient({ url: process.env.DATABASE_URL, timeout: 5000 });
    const transaction = await client.transaction("write");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await transaction.rollback();
    return Date.now();`;
  const held = inProcesses(1, "", holder, { DATABASE_URL: file });
  await expect.poll(() => isHeld(file), { timeout: 30_000, interval: 20 }).toBe(true);
  await change("while it was held");
  const [given] = await held;
  expect(Date.now()).toBeGreaterThanOrEqual(Number(given));
  expect(await db.rateLimit.count({ where: { key: "while it was held" } })).toBe(1);
});

/** Whether another process is writing to the file. */
async function isHeld(url: string): Promise<boolean> {
  const client = createClient({ url, timeout: 0 });
  try {
    await (await client.transaction("write")).rollback();
    return false;
  } catch {
    return true;
  } finally {
    client.close();
  }
}

/** The way to a database server, which can be cut. */
class Line {
  #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  async open(): Promise<number> {
    const server = createServer((near) => {
      const far = connect(this.target);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on("error", () => socket.destroy());
      }
      near.pipe(far).pipe(near);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    const address = server.address();
    this.#port = typeof address === "object" ? (address?.port ?? 0) : 0;
    return this.#port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await closed;
  }
}

test.runIf(process.env.TEST_POSTGRES_URL)(
  "N5 a PostgreSQL that goes and comes back is used again without a restart",
  async () => {
    const url = new URL(await createTestDatabase({ url: newDatabaseUrl("postgresql") }));
    const line = new Line({ host: url.hostname, port: Number(url.port || 5432) });
    url.port = String(await line.open());
    url.hostname = "127.0.0.1";
    const client = await openDatabase(url.href);
    expect(await client.rateLimit.count()).toBe(0);
    await line.cut();
    await expect(client.rateLimit.count()).rejects.toThrow();
    await line.open();
    expect(await client.rateLimit.count()).toBe(0);
    await client.$disconnect();
    await line.cut();
  },
);

/** Changes something with its record again and again, also through the fault; what was acknowledged, what failed, and when it was ready. */
const WORK = `const keys = [], readiness = [];
  let failures = 0;
  for (let each = 0; !keys.some((key) => key.startsWith("last")); each++) {
    const ended = await db.rateLimit.count({ where: { key: "end" } }).catch(() => 0);
    const key = (ended ? "last " : "change ") + process.pid + " " + each;
    try {
      await transaction(async (tx) => {
        const now = new Date();
        await tx.rateLimit.create({ data: { key, count: 0, startedAt: now, expiresAt: now } });
        await appendAudit(tx, { at: now, action: "PURGE", outcome: "OK", actorKind: "SYSTEM", subjectId: key });
      });
      keys.push(key);
    } catch { failures++; }
    readiness.push(await isReady(undefined, each * 1000));
  }
  return { keys, failures, readiness };`;
const MODULES = `import { appendAudit } from "./lib/server/audit.ts";
  import { db, transaction } from "./lib/server/db.ts";
  import { isReady } from "./lib/server/runtime/readiness.ts";
  await db.rateLimit.count();`;

test.runIf(process.env.TEST_POSTGRES_URL)(
  "N2 N5 a PostgreSQL that goes in the middle of changes loses none that was acknowledged, and leaves none half-done",
  async () => {
    const direct = await createTestDatabase({ url: newDatabaseUrl("postgresql") });
    const client = await openDatabase(direct);
    const url = new URL(direct);
    const line = new Line({ host: url.hostname, port: Number(url.port || 5432) });
    url.port = String(await line.open());
    url.hostname = "127.0.0.1";
    const working = inProcesses(2, MODULES, WORK, { DATABASE_URL: url.href, LOG_LEVEL: "silent" });
    const changes = () => client.auditEvent.count();
    for (let cuts = 0; cuts < 3; cuts++) {
      const before = await changes();
      await expect.poll(changes, { timeout: 30_000 }).toBeGreaterThan(before + 10);
      await line.cut();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await line.open();
    }
    const before = await changes();
    await expect.poll(changes, { timeout: 30_000 }).toBeGreaterThan(before + 10);
    await client.rateLimit.create({
      data: { key: "end", count: 0, startedAt: NOW, expiresAt: NOW },
    });
    const done = (await working) as { keys: string[]; failures: number; readiness: boolean[] }[];
    await line.cut();

    for (const { failures, readiness } of done) {
      expect(failures).toBeGreaterThan(0);
      expect(readiness).toContain(false);
      expect(readiness.at(-1)).toBe(true);
    }
    const rows = await client.rateLimit.findMany({ where: { key: { not: "end" } } });
    const there = rows.map(({ key }) => key).sort();
    const events = await client.auditEvent.findMany({ select: { subjectId: true } });
    expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(there);
    expect(there).toEqual(expect.arrayContaining(done.flatMap(({ keys }) => keys)));
    await client.$disconnect();
  },
);

test("N5 a clock that went ahead and came back keeps limits, and nobody is kept out for longer than two windows", async () => {
  const window = { limit: 5, windowSeconds: 600 };
  const at = (ms: number) =>
    takeFromWindow("clock", { ...window, now: new Date(NOW.getTime() + ms) });
  // A minute back: the same window still counts.
  for (let taken = 0; taken < 5; taken++) expect(await at(0)).toEqual({ allowed: true });
  expect(await at(-60_000)).toMatchObject({ allowed: false });
  // A year ahead, and back.
  for (let taken = 0; taken < 5; taken++)
    expect(await at(8760 * HOUR_MS)).toEqual({ allowed: true });
  expect(await at(8760 * HOUR_MS)).toMatchObject({ allowed: false });
  expect(await at(0)).toEqual({ allowed: true });
});

test("N5 a clock that jumps leaves the audit trail whole", async () => {
  const { end } = await verifyChainPart(CHAIN_BEGIN);
  for (const jump of [0, 24, -48, 1]) {
    await transaction((tx) =>
      appendAudit(tx, {
        at: new Date(NOW.getTime() + jump * HOUR_MS),
        action: "PURGE",
        outcome: "OK",
        actorKind: "SYSTEM",
      }),
    );
  }
  expect(await verifyChainPart(CHAIN_BEGIN)).toMatchObject({ broken: null, end: end + 4 });
});
