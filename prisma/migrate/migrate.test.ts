import { readFileSync, statSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import type { Db } from "@/lib/server/db";
import { openDatabase } from "@/lib/server/db/open";
import { migrate } from "@/prisma/migrate/migrate";
import {
  type Dialect,
  type Migration,
  MigrationError,
  readMigrations,
} from "@/prisma/migrate/migrations";
import { migratePostgres } from "@/prisma/migrate/postgresql";
import { migrateSqlite } from "@/prisma/migrate/sqlite";
import { inProcesses } from "@/prisma/testing/processes";
import { createServerDatabase } from "@/prisma/testing/templates";
import { createTestDatabase, newDatabaseUrl } from "@/prisma/testing/test-database";
import { diffModels, driftOf, readModels } from "@/scripts/db/schema-engine";

vi.setConfig({ testTimeout: 120_000 });

const dialects: Dialect[] = process.env.TEST_POSTGRES_URL ? ["sqlite", "postgresql"] : ["sqlite"];

/** A database without any table. */
async function bareDatabase(dialect: Dialect): Promise<string> {
  const url = newDatabaseUrl(dialect);
  if (dialect === "postgresql") await createServerDatabase(url);
  return url;
}

async function withDatabase<T>(url: string, run: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(url);
  try {
    return await run(db);
  } finally {
    await db.$disconnect();
  }
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: name };
}

async function apply(dialect: Dialect, url: string, migrations: Migration[]): Promise<string[]> {
  return dialect === "sqlite" ? migrateSqlite(url, migrations) : migratePostgres(url, migrations);
}

test("N1 the folder made for a SQLite database is its owner's alone", async () => {
  const folder = newDatabaseUrl("sqlite").slice("file:".length, -".db".length);
  await migrateSqlite(`file:${folder}/portal.db`, []);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

describe("a rebuilt table on SQLite", () => {
  const tables = migration(
    "1_tables",
    `CREATE TABLE "Parent" ("id" TEXT NOT NULL PRIMARY KEY);
     CREATE TABLE "Child" ("id" TEXT NOT NULL PRIMARY KEY, "parentId" TEXT,
       FOREIGN KEY ("parentId") REFERENCES "Parent" ("id") ON DELETE SET NULL);
     INSERT INTO "Parent" VALUES ('p'); INSERT INTO "Child" VALUES ('c', 'p');`,
  );
  const rebuild = (rows: string) =>
    migration(
      "2_rebuild",
      `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
       CREATE TABLE "new_Parent" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT);
       ${rows} DROP TABLE "Parent"; ALTER TABLE "new_Parent" RENAME TO "Parent";
       PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`,
    );
  const children = (url: string) =>
    withDatabase(url, (db) => db.$queryRawUnsafe('SELECT "id", "parentId" FROM "Child"'));

  test("keeps the rows that refer to it", async () => {
    const url = newDatabaseUrl("sqlite");
    const copied = rebuild(`INSERT INTO "new_Parent" ("id") SELECT "id" FROM "Parent";`);
    expect(await migrateSqlite(url, [tables, copied])).toEqual(["1_tables", "2_rebuild"]);
    expect(await children(url)).toEqual([{ id: "c", parentId: "p" }]);
  });

  test("is refused when rows that refer to it would be left alone", async () => {
    const url = newDatabaseUrl("sqlite");
    await migrateSqlite(url, [tables]);
    await expect(migrateSqlite(url, [tables, rebuild("")])).rejects.toThrow(/Child/);
    expect(await children(url)).toEqual([{ id: "c", parentId: "p" }]);
    await withDatabase(url, async (db) => {
      expect(await db.$queryRawUnsafe('SELECT "id" FROM "Parent"')).toEqual([{ id: "p" }]);
    });
  });
});

type Row = { migration_name: string; checksum: string; finished: unknown };

describe.each(dialects)("migrations on %s", (dialect) => {
  test("make exactly the models", async () => {
    const url = await bareDatabase(dialect);
    await migrate(url);
    expect(await driftOf(dialect, url)).toBe("");
  });

  test("the check for drift sees a column and a missing partial index", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(dialect) });
    const change = (sql: string) => withDatabase(url, (db) => db.$executeRawUnsafe(sql));
    await change('DROP INDEX "Phone_personId_default_key"');
    expect(await driftOf(dialect, url)).toMatch(
      /^-- CreateIndex\nCREATE UNIQUE INDEX "Phone_personId_default_key" [^\n]* WHERE [^\n]*;\n$/,
    );
    await change('ALTER TABLE "Flow" ADD COLUMN "extra" TEXT');
    expect(await driftOf(dialect, url)).toMatch(/DROP COLUMN "extra"|CREATE TABLE "new_Flow"/);
  });

  test("are recorded as the Prisma command line records them, and applied once", async () => {
    const url = await bareDatabase(dialect);
    const all = readMigrations(dialect);
    expect(await migrate(url)).toEqual(all.map(({ name }) => name));
    expect(await migrate(url)).toEqual([]);
    const rows = await withDatabase(url, (db) =>
      db.$queryRawUnsafe<Row[]>(
        `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL AS "finished"
         FROM "_prisma_migrations" ORDER BY "migration_name"`,
      ),
    );
    expect(rows.map((row) => ({ ...row, finished: Boolean(row.finished) }))).toEqual(
      all.map(({ name, checksum }) => ({ migration_name: name, checksum, finished: true })),
    );
  });

  test("six processes at once: exactly one applies, none fails", async () => {
    const url = await bareDatabase(dialect);
    const results = await inProcesses(
      6,
      'import { migrate } from "./prisma/migrate/migrate.ts";',
      "return migrate(process.env.DATABASE_URL);",
      { DATABASE_URL: url },
    );
    const all = readMigrations(dialect).map(({ name }) => name);
    const applied = results.filter((names) => Array.isArray(names) && names.length > 0);
    expect(applied).toEqual([all]);
  });

  test("a migration that fails changes nothing and may be applied once mended", async () => {
    const url = await bareDatabase(dialect);
    const broken = migration(
      "1_broken",
      'CREATE TABLE "A" ("id" TEXT PRIMARY KEY); SELECT nonsense;',
    );
    await expect(apply(dialect, url, [broken])).rejects.toThrow(/nonsense/);
    const mended = migration("1_broken", 'CREATE TABLE "A" ("id" TEXT PRIMARY KEY);');
    expect(await apply(dialect, url, [mended])).toEqual(["1_broken"]);
  });

  test("a database of a newer program is refused", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(dialect) });
    await withDatabase(url, (db) =>
      db.$executeRawUnsafe(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at")
         VALUES ('1', 'x', '99990101000000_later', CURRENT_TIMESTAMP)`,
      ),
    );
    await expect(migrate(url)).rejects.toThrow(/newer than this program/);
  });

  test("a migration edited after it was applied is refused", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(dialect) });
    await withDatabase(url, (db) =>
      db.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "checksum" = 'x'`),
    );
    await expect(migrate(url)).rejects.toThrow(MigrationError);
  });

  test("a migration left half-way by another tool is refused", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(dialect) });
    await withDatabase(url, (db) =>
      db.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`),
    );
    await expect(migrate(url)).rejects.toThrow(/failed half-way/);
  });
});

test("models and their changes become SQL for both databases", async () => {
  const before = "model Person {\n  id String @id\n}\n";
  const after = before.replace("}", '  name String @default("")\n}');
  for (const dialect of ["sqlite", "postgresql"] as const) {
    expect(await diffModels(dialect, null, before)).toContain('CREATE TABLE "Person"');
    expect(await diffModels(dialect, before, after)).toMatch(
      /ADD COLUMN {5}"name"|"name" TEXT NOT NULL DEFAULT ''/,
    );
    expect(await diffModels(dialect, after, after)).toBe("");
  }
});

test("the snapshot beside the migrations is what they make", async () => {
  const snapshot = readFileSync("prisma/migrations/models.prisma", "utf8");
  for (const dialect of ["sqlite", "postgresql"] as const) {
    expect(await diffModels(dialect, snapshot, readModels())).toBe("");
  }
});
