import { createHash } from "node:crypto";
import { isPostgresUrl } from "@/lib/server/db/url";
import { CopyError, type Row, rowHash, type Side } from "@/prisma/copy/side";
import { portalTables, type Table } from "@/prisma/copy/tables";
import { migrate } from "@/prisma/migrate/migrate";
import { readMigrations } from "@/prisma/migrate/migrations";

/** Rows between two lines of progress within a table. */
const TOLD_EVERY = 100_000;

/** What a copied table came to: how many rows, and the digest over the hashes of all of them. */
export type CopiedTable = { table: string; rows: number; digest: string };

type Options = { say?: (line: string) => void };

async function openSide(url: string, mode: "read" | "write"): Promise<Side> {
  if (isPostgresUrl(url))
    return (await import("@/prisma/copy/postgres-side")).openPostgresSide(url, mode);
  return (await import("@/prisma/copy/sqlite-side")).openSqliteSide(url, mode);
}

async function demandTables(side: Side, tables: Table[]): Promise<void> {
  const there = await side.columns();
  for (const { name, columns } of tables) {
    const expected = columns
      .map((column) => column.name)
      .sort()
      .join();
    if ([...(there.get(name) ?? [])].sort().join() !== expected) {
      throw new CopyError(
        `表 ${name} 与数据模型不一致。 The table ${name} is not as the models describe it.`,
      );
    }
  }
}

async function demandEmpty(side: Side, tables: Table[]): Promise<void> {
  for (const table of tables) {
    if (await side.isEmpty(table)) continue;
    throw new CopyError(
      `目标数据库不是空的（${table.name}），未作任何改动。 The target is not empty (${table.name}); nothing was changed.`,
    );
  }
}

async function fill(
  from: Side,
  to: Side,
  table: Table,
  say: (line: string) => void,
): Promise<void> {
  let count = 0;
  for await (const rows of from.rows(table)) {
    await to.insert(table, rows);
    const before = count;
    count += rows.length;
    if (Math.floor(before / TOLD_EVERY) < Math.floor(count / TOLD_EVERY))
      say(`  ${table.name} ${count} …`);
  }
}

async function* oneByOne(side: Side, table: Table): AsyncGenerator<Row> {
  for await (const rows of side.rows(table)) yield* rows;
}

/** Reads both ends once more, side by side, and compares row by row. */
async function verify(from: Side, to: Side, table: Table): Promise<CopiedTable> {
  const digest = createHash("sha256");
  const written = oneByOne(to, table);
  let rows = 0;
  for await (const row of oneByOne(from, table)) {
    const other = await written.next();
    const hash = rowHash(row);
    if (other.done || rowHash(other.value) !== hash) throw different(table, rows + 1);
    digest.update(hash);
    rows += 1;
  }
  if (!(await written.next()).done) throw different(table, rows + 1);
  return { table: table.name, rows, digest: digest.digest("base64url") };
}

function different({ name }: Table, row: number): CopyError {
  return new CopyError(
    `${name} 第${row}行复制后不一致，未作任何改动。 Row ${row} of ${name} differs after copying; nothing was changed.`,
  );
}

/**
 * Copies these tables between two databases of either engine (复制数据): one moment of the source, into empty tables, all or
 * nothing. What was written is read again and compared row by row before it counts.
 * @throws CopyError
 */
export async function copyTables(
  from: string,
  to: string,
  tables: Table[],
  { say = () => undefined }: Options = {},
): Promise<CopiedTable[]> {
  const source = await openSide(from, "read");
  try {
    await demandTables(source, tables);
    const target = await openSide(to, "write");
    try {
      await demandTables(target, tables);
      await demandEmpty(target, tables);
      const copied: CopiedTable[] = [];
      for (const table of tables) {
        await fill(source, target, table, say);
        const result = await verify(source, target, table);
        say(`  ${result.table} ${result.rows} ✔ ${result.digest.slice(0, 12)}`);
        copied.push(result);
      }
      await target.commit();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function demandMigrated(url: string): Promise<void> {
  const side = await openSide(url, "read");
  try {
    const known = readMigrations(isPostgresUrl(url) ? "postgresql" : "sqlite");
    const there = await side.migrations().catch(() => []);
    if (there.join() === known.map(({ name }) => name).join()) return;
    throw new CopyError(
      "来源数据库的版本与本程序不一致，请先运行 npm run db:setup。 The source is not at this program's version: run `npm run db:setup` on it first.",
    );
  } finally {
    await side.close();
  }
}

/**
 * Copies the whole portal (整库复制) from SQLite to PostgreSQL or back: every table of every model. The target is migrated first,
 * and has to be empty.
 * @throws CopyError, MigrationError
 */
export async function copyPortal(from: string, to: string, options: Options = {}) {
  await demandMigrated(from);
  await migrate(to);
  return copyTables(from, to, portalTables(), options);
}
