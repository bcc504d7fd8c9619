import "@/prisma/testing/empty-database";
import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db, isPostgres, isUniqueViolation, transaction } from "@/lib/server/db";
import { openDatabase } from "@/lib/server/db/open";
import { inProcesses } from "@/prisma/testing/processes";
import { createTestDatabase, newDatabaseUrl } from "@/prisma/testing/test-database";

vi.setConfig({ testTimeout: 120_000 });

function row(key: string, count = 0) {
  return { key, count, startedAt: new Date(0), expiresAt: new Date(0) };
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("did not fail");
}

beforeEach(async () => {
  await db.rateLimit.deleteMany();
});

describe("a transaction", () => {
  test("is not seen and not joined by other requests of the same process", async () => {
    let others: Promise<unknown[]> = Promise.resolve([]);
    const abandoned = transaction(async (tx) => {
      await tx.rateLimit.create({ data: row("abandoned") });
      others = Promise.all([
        db.rateLimit.findMany({ select: { key: true } }),
        db.rateLimit.create({ data: row("acknowledged"), select: { key: true } }),
      ]);
      await sleep(200);
      throw new Error("changed my mind");
    });
    await expect(abandoned).rejects.toThrow("changed my mind");
    const [seen] = await others;
    expect(seen).not.toContainEqual({ key: "abandoned" });
    expect(await db.rateLimit.findMany({ select: { key: true } })).toEqual([
      { key: "acknowledged" },
    ]);
  });

  test("counts together or not at all", async () => {
    const failing = transaction(async (tx) => {
      await tx.rateLimit.create({ data: row("first") });
      await tx.rateLimit.create({ data: row("first") });
    });
    expect(isUniqueViolation(await failureOf(failing), "key")).toBe(true);
    expect(await db.rateLimit.count()).toBe(0);
  });

  test.each(["P1008", "P2034"])("runs once more after %s, and only once", async (code) => {
    let runs = 0;
    const inTheWay = () => Object.assign(new Error("in the way"), { code });
    const done = await transaction(async (tx) => {
      runs += 1;
      await tx.rateLimit.create({ data: row("one") });
      if (runs === 1) throw inTheWay();
      return runs;
    });
    expect(done).toBe(2);
    expect(await db.rateLimit.count()).toBe(1);
    const always = transaction(async () => {
      runs += 1;
      throw inTheWay();
    });
    await expect(always).rejects.toThrow("in the way");
    expect(runs).toBe(4);
  });

  test("does not run again after any other failure", async () => {
    let runs = 0;
    const failing = transaction(async () => {
      runs += 1;
      throw new Error("a bug");
    });
    await expect(failing).rejects.toThrow("a bug");
    expect(runs).toBe(1);
  });
});

describe("isUniqueViolation", () => {
  const person = { name: "张伟", documentType: "RESIDENT_ID", documentNumberCipher: "c" } as const;

  test("names the columns of the key that is taken", async () => {
    const first = await db.person.create({ data: { ...person, documentNumberIndex: "i" } });
    const again = await failureOf(
      db.person.create({ data: { ...person, documentNumberIndex: "i" } }),
    );
    expect(isUniqueViolation(again)).toBe(true);
    expect(isUniqueViolation(again, "documentNumberIndex", "country")).toBe(true);
    expect(isUniqueViolation(again, "numberIndex")).toBe(false);

    const phone = (numberIndex: string) =>
      db.phone.create({
        data: { personId: first.id, numberCipher: "c", numberIndex, isDefault: true },
      });
    await phone("1");
    const secondDefault = await failureOf(phone("2"));
    expect(isUniqueViolation(secondDefault, "personId")).toBe(true);
    expect(isUniqueViolation(secondDefault, "numberIndex")).toBe(false);
  });

  test("knows primary keys and raw statements", async () => {
    await db.rateLimit.create({ data: row("taken") });
    const again = await failureOf(db.rateLimit.create({ data: row("taken") }));
    expect(isUniqueViolation(again, "key")).toBe(true);
    const raw = await failureOf(
      db.$executeRaw`INSERT INTO "RateLimit" SELECT * FROM "RateLimit" WHERE "key" = 'taken'`,
    );
    expect(isUniqueViolation(raw, "key")).toBe(true);
  });

  test("is nothing else", async () => {
    const noPerson = db.phone.create({
      data: { personId: "nobody", numberCipher: "c", numberIndex: "3" },
    });
    expect(isUniqueViolation(await failureOf(noPerson))).toBe(false);
    for (const error of [new Error("P2002"), { code: "P2002" }, null, undefined, "P2002"]) {
      expect(isUniqueViolation(error)).toBe(false);
    }
  });
});

const MODULES = `import { db, transaction } from "./lib/server/db.ts";
  import { setTimeout as sleep } from "node:timers/promises";
  await db.rateLimit.count();`;

describe.runIf(!isPostgres)("several processes on one SQLite file", () => {
  test("lose no read-modify-write transaction: they begin IMMEDIATE", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl("sqlite") });
    const counter = await openDatabase(url);
    await counter.rateLimit.create({ data: row("counter") });
    await inProcesses(
      3,
      MODULES,
      `for (let i = 0; i < 40; i++) await db.$transaction(async (tx) => {
        const { count } = await tx.rateLimit.findUniqueOrThrow({ where: { key: "counter" } });
        await sleep(1);
        await tx.rateLimit.update({ where: { key: "counter" }, data: { count: count + 1 } });
      }, { maxWait: 60_000, timeout: 60_000 });`,
      { DATABASE_URL: url },
    );
    const { count } = await counter.rateLimit.findUniqueOrThrow({ where: { key: "counter" } });
    expect(count).toBe(120);
    await counter.$disconnect();
  });

  test("wait for each other also after a transaction: the busy time-out stays", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl("sqlite") });
    const written = await inProcesses(
      2,
      MODULES,
      `let written = 0;
      const row = () => ({ key: process.pid + "-" + written++, count: 0,
        startedAt: new Date(0), expiresAt: new Date(0) });
      for (let i = 0; i < 10; i++) {
        await transaction(async (tx) => { await tx.rateLimit.create({ data: row() }); await sleep(20); });
        await db.rateLimit.create({ data: row() });
      }
      return written;`,
      { DATABASE_URL: url },
    );
    expect(written).toEqual([20, 20]);
    const reader = await openDatabase(url);
    expect(await reader.rateLimit.count()).toBe(40);
    await reader.$disconnect();
  });
});

describe.runIf(!isPostgres)("SQLite", () => {
  const openFiles = () =>
    readdirSync("/proc/self/fd").filter((fd) => {
      const link = `/proc/self/fd/${fd}`;
      return existsSync(link) && readlinkSync(link).includes(".db");
    }).length;

  test.runIf(existsSync("/proc/self/fd"))("keeps no connection per transaction", async () => {
    const work = () => transaction((tx) => tx.rateLimit.count());
    await work();
    const before = openFiles();
    for (let i = 0; i < 200; i++) await work();
    expect(openFiles()).toBe(before);
  });

  test("runs a kept statement again after it failed, also inside a transaction", async () => {
    const create = (key: string) => db.rateLimit.create({ data: row(key) });
    await create("taken");
    for (let i = 0; i < 3; i++) {
      expect(isUniqueViolation(await failureOf(create("taken")), "key")).toBe(true);
      await create(`free ${i}`);
    }
    const failing = transaction(async (tx) => {
      await tx.rateLimit.create({ data: row("in vain") });
      await tx.rateLimit.create({ data: row("taken") });
    });
    expect(isUniqueViolation(await failureOf(failing), "key")).toBe(true);
    await create("in vain");
    expect(await db.rateLimit.count()).toBe(5);
  });

  test("runs a kept statement on a table another process has changed", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl("sqlite") });
    const [one, other] = [await openDatabase(url), await openDatabase(url)];
    const read = () => one.rateLimit.findMany({ select: { key: true, count: true } });
    expect(await read()).toEqual([]);
    await other.$executeRawUnsafe(`ALTER TABLE "RateLimit" ADD COLUMN "note" TEXT`);
    await other.$executeRawUnsafe(`DROP INDEX IF EXISTS "RateLimit_expiresAt_idx"`);
    await other.rateLimit.create({ data: row("after") });
    expect(await read()).toEqual([{ key: "after", count: 0 }]);
    await one.$disconnect();
    await other.$disconnect();
  });

  test("runs more kinds of statements than it keeps", async () => {
    for (let round = 0; round < 2; round++) {
      for (let number = 1; number <= 600; number++) {
        const rows = await db.$queryRawUnsafe(`SELECT ${number} AS "number"`);
        expect(rows).toEqual([{ number: BigInt(number) }]);
      }
    }
  });

  test("reads integers beyond 2^53", async () => {
    const rows = await db.$queryRaw<{ big: bigint }[]>`SELECT 9007199254740993 AS "big"`;
    expect(rows[0]?.big).toBe(9007199254740993n);
  });

  test("checks foreign keys and writes ahead", async () => {
    expect(await db.$queryRaw`PRAGMA foreign_keys`).toEqual([{ foreign_keys: 1n }]);
    expect(await db.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: "wal" }]);
  });
});

describe.runIf(isPostgres)("PostgreSQL", () => {
  test("keeps times in UTC, the database's own defaults too", async () => {
    expect(await db.$queryRaw`SELECT current_setting('TimeZone') AS "zone"`).toEqual([
      { zone: "UTC" },
    ]);
    await db.$executeRaw`INSERT INTO "Flow" ("id", "kind", "region", "data", "browserHash", "expiresAt")
      VALUES ('f', 'LOGIN', 'yunnan', '{}', 'h', now())`;
    const { createdAt } = await db.flow.findUniqueOrThrow({ where: { id: "f" } });
    expect(Math.abs(createdAt.getTime() - Date.now())).toBeLessThan(60 * 60_000);
  });
});
