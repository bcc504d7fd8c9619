/** 两个版本同时运行: this version goes on serving while the next one, whose release only adds, migrates the database under it. */
import { createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { openDatabase } from "@/lib/server/db/open";
import { migratePostgres } from "@/prisma/migrate/postgresql";
import { migrateSqlite } from "@/prisma/migrate/sqlite";
import { inProcesses } from "@/prisma/testing/processes";
import { createTestDatabase, newDatabaseUrl } from "@/prisma/testing/test-database";
import { breakingStatements } from "./breaking-statements";
import { type Dialect, readMigrations } from "./migrations";

vi.setConfig({ testTimeout: 120_000 });

const engines: Dialect[] = process.env.TEST_POSTGRES_URL ? ["sqlite", "postgresql"] : ["sqlite"];
const NEXT = "99991231000000_next_release";
const PROCESSES = 2;

/** What a release that only adds does to the tables a login writes. */
const ADDITIONS = `
  CREATE TABLE "Nation" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
  ALTER TABLE "AuditEvent" ADD COLUMN "next" TEXT;
  ALTER TABLE "Flow" ADD COLUMN "next" INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE "RateLimit" ADD COLUMN "next" TEXT;
  ALTER TABLE "Verification" ADD COLUMN "next" TEXT;
  CREATE INDEX "Flow_next_idx" ON "Flow"("next");
`;

const MODULES = `import { appendAudit } from "./lib/server/audit.ts";
  import { db, transaction } from "./lib/server/db.ts";
  import { appliedUpToDate } from "./lib/server/db/up-to-date.ts";
  import { consumeFlow } from "./lib/server/flow-store.ts";
  import { takeFromWindow } from "./lib/server/rate-limit.ts";
  import { hashCode } from "./lib/server/tokens.ts";
  import { tryCode } from "./lib/server/verification/codes.ts";
  await db.rateLimit.count();`;

/** Enters by code again and again, until the next version has migrated and for some time after. */
const WORK = `let before = 0, after = 0;
  const isMigrated = async () => (await db.$queryRawUnsafe(
    'SELECT 1 AS "one" FROM "_prisma_migrations" WHERE "migration_name" = \\'${NEXT}\\'')).length > 0;
  while (after < 30) {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + 600_000);
    const { allowed } = await takeFromWindow("window " + process.pid, { limit: 100_000, windowSeconds: 600, now });
    const { id: flowId } = await db.flow.create({ data: { kind: "LOGIN", region: "shandong", data: "{}", browserHash: "h", expiresAt } });
    const code = { flowId, purpose: "LOGIN", method: "SMS" };
    const { id } = await db.verification.create({ data: { ...code, sentAt: now, expiresAt } });
    await db.verification.update({ where: { id }, data: { codeHash: hashCode(id, "123456") } });
    const outcome = await transaction(async (tx) => {
      const tried = await tryCode(tx, code, "123456", now);
      const ended = await consumeFlow(tx, flowId, now);
      await appendAudit(tx, { at: now, action: "LOGIN", outcome: "OK", actorKind: "SYSTEM" });
      return tried + " " + ended;
    });
    if (!allowed || outcome !== "VERIFIED true") throw new Error("Not entered: " + outcome);
    if (await isMigrated()) after++; else before++;
  }
  return { before, after, ready: await appliedUpToDate() };`;

describe.each(engines)("two versions on %s", (engine) => {
  test("N5 the former version goes on while the next one migrates, stays ready, and is not started anew", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(engine) });
    const all = readMigrations(engine);
    const checksum = createHash("sha256").update(ADDITIONS).digest("hex");
    const next = [...all, { name: NEXT, sql: ADDITIONS, checksum }];
    const migrateTo = engine === "sqlite" ? migrateSqlite : migratePostgres;
    const db = await openDatabase(url);

    const working = inProcesses(PROCESSES, MODULES, WORK, { DATABASE_URL: url });
    await expect.poll(() => db.auditEvent.count(), { timeout: 60_000 }).toBeGreaterThan(10);
    expect(await migrateTo(url, next)).toEqual([NEXT]);
    const done = (await working) as { before: number; after: number; ready: boolean }[];

    expect(done.reduce((sum, { before }) => sum + before, 0)).toBeGreaterThan(9);
    for (const { after, ready } of done)
      expect({ after, ready }).toEqual({ after: 30, ready: true });
    const entered = done.reduce((sum, { before, after }) => sum + before + after, 0);
    expect(await db.auditEvent.count()).toBe(entered);
    expect(await db.flow.count({ where: { consumedAt: null } })).toBe(0);
    await expect(migrateTo(url, all)).rejects.toThrow("更新版本");
    await db.$disconnect();
  });
});

test("the next release of the test only adds", () => {
  expect(breakingStatements(ADDITIONS)).toEqual([]);
});
