import { afterEach, beforeEach, expect, test } from "vitest";
import { SqliteConnection } from "@/lib/server/db/sqlite-connection";
import { newDatabaseUrl } from "@/prisma/testing/test-database";

const BUSY = { code: "SQLITE_BUSY" };
const COUNTED = `UPDATE "Counter" SET "count" = "count" + 1 WHERE "id" = 'a' RETURNING "count"`;
const ADDED = `INSERT INTO "Counter" VALUES (?, 1)`;

let other: SqliteConnection;
let own: SqliteConnection;

beforeEach(() => {
  const file = newDatabaseUrl("sqlite").slice("file:".length);
  other = new SqliteConnection(file, { timeout: 50 });
  other.run("PRAGMA journal_mode=WAL");
  other.run(`CREATE TABLE "Counter" ("id" TEXT PRIMARY KEY, "count" INTEGER)`);
  other.run({ sql: ADDED, args: ["a"] });
  own = new SqliteConnection(file, { timeout: 50 });
});

afterEach(() => {
  for (const connection of [own, other]) connection.asClient().close();
});

/** What everybody else finds. */
const count = () => Number(other.run(`SELECT SUM("count") FROM "Counter"`).rows[0]?.[0]);

test.each([
  ["with an answer", () => own.asClient().execute(COUNTED)],
  ["without one", () => own.asClient().execute({ sql: ADDED, args: ["b"] })],
  ["as a transaction", () => own.asClient().transaction("write")],
])(
  "N2 after a write %s that waited in vain, what is acknowledged is there for all",
  async (_, write) => {
    other.run("BEGIN IMMEDIATE");
    await expect(write()).rejects.toMatchObject(BUSY);
    await expect(write()).rejects.toMatchObject(BUSY);
    other.run("COMMIT");

    await own.asClient().execute({ sql: ADDED, args: ["c"] });
    expect(count()).toBe(2);
    await own.asClient().execute(COUNTED);
    expect(count()).toBe(3);
    const transaction = await own.asClient().transaction("write");
    await transaction.execute(COUNTED);
    await transaction.commit();
    expect(count()).toBe(4);
  },
);

test("N2 what comes after the end of its transaction changes nothing, nor ends that of another", async () => {
  const first = await own.asClient().transaction("write");
  await first.rollback();
  await expect(first.execute(COUNTED)).rejects.toThrow("over");
  const second = await own.asClient().transaction("write");
  await second.execute(COUNTED);
  await expect(first.execute(COUNTED)).rejects.toThrow("over");
  await expect(first.rollback()).rejects.toThrow("over");
  await expect(first.commit()).rejects.toThrow("over");
  await second.commit();
  expect(count()).toBe(2);
});
