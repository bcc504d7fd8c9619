import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { openDatabase } from "@/lib/server/db/open";
import { isPostgresUrl } from "@/lib/server/db/url";
import { copyPortal, copyTables } from "@/prisma/copy/copy";
import { CopyError, canonicalJson } from "@/prisma/copy/side";
import { portalTables, tablesOf } from "@/prisma/copy/tables";
import { dumpOf } from "@/prisma/testing/dump";
import { fillEveryTable } from "@/prisma/testing/full-rows";
import { createServerDatabase } from "@/prisma/testing/templates";
import { createTestDatabase, newDatabaseUrl } from "@/prisma/testing/test-database";
import { diffModels } from "@/scripts/db/schema-engine";

vi.setConfig({ testTimeout: 60_000 });

const engines = process.env.TEST_POSTGRES_URL
  ? (["sqlite", "postgresql"] as const)
  : (["sqlite"] as const);
const ways = engines.flatMap((from) => engines.map((to) => [from, to] as const));

const ODD = `model Odd {
  id String @id
  text String
  none String?
  whole Int
  big BigInt
  real Float
  yes Boolean
  at DateTime
  day DateTime @default(now())
  raw Bytes
  json Json
  shade Shade
  parentId String?
  parent Odd? @relation("tree", fields: [parentId], references: [id])
  children Odd[] @relation("tree")
}

model Pair {
  left String
  right Int

  @@id([left, right])
}

enum Shade {
  LIGHT
  DARK
}
`;

/** A database with the tables of ODD. */
async function oddDatabase(engine: "sqlite" | "postgresql"): Promise<string> {
  const url = newDatabaseUrl(engine);
  if (engine === "postgresql") await createServerDatabase(url);
  await run(
    url,
    ...(await diffModels(engine, null, ODD)).split(";\n").filter((sql) => /\w/.test(sql)),
  );
  return url;
}

async function run(url: string, ...statements: string[]): Promise<void> {
  const db = await openDatabase(url);
  try {
    for (const statement of statements) await db.$executeRawUnsafe(statement);
  } finally {
    await db.$disconnect();
  }
}

/** Rows as odd as each engine takes them; children before their parents. */
function oddRows(url: string): string[] {
  const bytes = (hex: string) => (isPostgresUrl(url) ? `'\\x${hex}'` : `x'${hex}'`);
  const at = isPostgresUrl(url) ? "'1969-12-31 23:59:59.001'" : "'1969-12-31T23:59:59.001+00:00'";
  const row = (id: string, text: string, json: string, parent: string) =>
    `INSERT INTO "Odd" VALUES ('${id}', '${text}', NULL, -2147483648, 9223372036854775807, 1e-300, true, ${at},
      '2028-02-29 00:00:00', ${bytes("00ff80")}, '${json}', 'DARK', ${parent})`;
  return [
    ...(isPostgresUrl(url)
      ? [`ALTER TABLE "Odd" DROP CONSTRAINT "Odd_parentId_fkey"`]
      : ["PRAGMA foreign_keys=OFF"]),
    row(
      "a",
      "𠮷野家 é e\u0301 ﷽ 👩‍👩‍👧 \u202e\u0001\\\\ ''\"; -- \r\n\t{a,b,NULL}",
      '{"b":[1,{}],"a":null}',
      "'z'",
    ),
    row("Z", "", '"\\ud83d\\ude00"', "NULL"),
    row("z", "NULL", "[1.5,-0]", "NULL"),
    row("é", " ", "{}", "'a'"),
    ...(isPostgresUrl(url)
      ? [
          `ALTER TABLE "Odd" ADD CONSTRAINT "Odd_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Odd"("id")`,
        ]
      : []),
    `INSERT INTO "Pair" VALUES ('x', 2), ('x', 10), ('X', 1), ('中', -1)`,
  ];
}

test("the tables are those of the models, each with all its columns and its key", () => {
  const tables = portalTables();
  const byName = new Map(tables.map((table) => [table.name, table]));
  expect(byName.get("Person")?.key).toEqual(["id"]);
  expect(byName.get("AuthenticationCounter")?.key).toEqual(["accountId", "method"]);
  expect(byName.get("Person")?.columns).toContainEqual({
    name: "documentType",
    type: "Enum",
    enumName: "DocumentType",
  });
  expect(tables.length).toBeGreaterThan(30);
  expect(() => tablesOf("model A {\n  id String @id\n  price Decimal\n}\n")).toThrow(/Decimal/);
});

describe.each(ways)("from %s to %s", (from, to) => {
  test("the whole portal arrives, row by row", async () => {
    const source = await createTestDatabase({ demo: true, url: newDatabaseUrl(from) });
    const target = await createTestDatabase({ url: newDatabaseUrl(to) });
    const told: string[] = [];
    const copied = await copyPortal(source, target, { say: (line) => told.push(line) });
    expect(copied.find(({ table }) => table === "Person")?.rows).toBeGreaterThan(5);
    expect(told.some((line) => line.includes("Relation "))).toBe(true);
    expect(await dumpOf(target)).toEqual(await dumpOf(source));
    await expect(copyPortal(source, target)).rejects.toThrow(/not empty/);
  });

  test("odd values arrive: unicode, big numbers, bytes, JSON, times before 1970, rows that refer to later ones", async () => {
    const source = await oddDatabase(from);
    await run(source, ...oddRows(source));
    const target = await oddDatabase(to);
    const copied = await copyTables(source, target, tablesOf(ODD));
    expect(copied.map(({ table, rows }) => [table, rows])).toEqual([
      ["Odd", 4],
      ["Pair", 4],
    ]);
    const db = await openDatabase(target);
    const [first] = await db.$queryRawUnsafe<{ text: string; big: bigint; raw: Uint8Array }[]>(
      `SELECT "text", "big", "raw" FROM "Odd" WHERE "id" = 'a'`,
    );
    expect(first?.text).toContain("👩‍👩‍👧 \u202e\u0001\\\\ '\"; -- \r\n\t{a,b,NULL}");
    expect(first?.big).toBe(9223372036854775807n);
    expect([...(first?.raw ?? [])]).toEqual([0, 255, 128]);
    const written = `INSERT INTO "Odd" ("id", "text", "whole", "big", "real", "yes", "at", "raw", "json", "shade", "parentId")
      SELECT 'new', '', 1, 1, 1, true, "at", "raw", '{}', 'LIGHT', 'nobody' FROM "Odd" WHERE "id" = 'a'`;
    await expect(db.$executeRawUnsafe(written)).rejects.toThrow(/oreign|constraint/);
    await db.$disconnect();
  });

  test("a row that refers to nothing leaves the target as it was", async () => {
    const source = await oddDatabase(from);
    await run(source, ...oddRows(source).slice(0, 2));
    const target = await oddDatabase(to);
    await expect(copyTables(source, target, tablesOf(ODD))).rejects.toThrow(
      /refers to one that is not there/,
    );
    const db = await openDatabase(target);
    expect(await db.$queryRawUnsafe(`SELECT "id" FROM "Odd"`)).toEqual([]);
    await db.$disconnect();
  });
});

test.each(engines)(
  "every table goes to %s and back: full rows, long texts, empty ones",
  async (to) => {
    const source = await createTestDatabase({ url: newDatabaseUrl("sqlite") });
    await fillEveryTable(source, readFileSync("prisma/migrations/models.prisma", "utf8"));
    const before = await dumpOf(source);
    expect(Object.values(before).filter((rows) => rows.length !== 3)).toEqual([]);
    const over = await createTestDatabase({ url: newDatabaseUrl(to) });
    const back = await createTestDatabase({ url: newDatabaseUrl("sqlite") });
    const there = await copyPortal(source, over);
    expect(there.map(({ rows }) => rows)).toEqual(portalTables().map(() => 3));
    expect(await copyPortal(over, back)).toEqual(there);
    expect(await dumpOf(over)).toEqual(before);
    expect(await dumpOf(back)).toEqual(before);
  },
);

describe.runIf(engines.length === 2)("what PostgreSQL cannot hold", () => {
  test.each([
    [
      "a zero character",
      `UPDATE "Odd" SET "text" = 'a' || char(0) || 'b'`,
      /Odd\.text.*zero character/,
    ],
    ["an integer over 32 bits", `UPDATE "Odd" SET "whole" = 2147483648`, /Odd\.whole.*32 bits/],
    [
      "a zero character in JSON",
      `UPDATE "Odd" SET "json" = '"\\u0000"'`,
      /Odd\.json.*zero character/,
    ],
    ["something that is no time", `UPDATE "Odd" SET "at" = 'soon'`, /Odd\.at.*not a time/],
  ])("%s is named by its column, and nothing is changed", async (_, change, sentence) => {
    const source = await oddDatabase("sqlite");
    await run(source, ...oddRows(source).slice(0, 4), change);
    const target = await oddDatabase("postgresql");
    await expect(copyTables(source, target, tablesOf(ODD))).rejects.toThrow(sentence);
    const db = await openDatabase(target);
    expect(await db.$queryRawUnsafe(`SELECT "id" FROM "Odd"`)).toEqual([]);
    await db.$disconnect();
  });
});

test("a source that is not there, or not migrated, is refused", async () => {
  const target = await createTestDatabase({ url: newDatabaseUrl("sqlite") });
  await expect(copyPortal("file:/nonexistent/portal.db", target)).rejects.toThrow(CopyError);
  await expect(copyPortal(await oddDatabase("sqlite"), target)).rejects.toThrow(/db:setup/);
});

test("JSON is compared by what it says", () => {
  expect(canonicalJson('{ "b": 1, "a": {"d":2,"c":[]} }')).toBe('{"a":{"c":[],"d":2},"b":1}');
});
