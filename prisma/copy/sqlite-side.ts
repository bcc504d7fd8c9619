import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createClient, type InValue, type Value as SqliteValue } from "@libsql/client";
import { sqlitePath } from "@/lib/server/db/url";
import {
  BATCH,
  CopyError,
  canonicalJson,
  type Row,
  type Side,
  unfit,
  type Value,
} from "@/prisma/copy/side";
import type { Column, Table } from "@/prisma/copy/tables";

const BUSY_TIMEOUT_MS = 60_000;
/** SQLite takes 32 766 parameters in one statement. */
const MAX_PARAMETERS = 32_000;

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(", ");

/** Text as Prisma or CURRENT_TIMESTAMP writes an instant (both UTC), or milliseconds. */
function instantOf(raw: SqliteValue): number {
  if (typeof raw !== "string") return Number(raw);
  const text = raw.replace(" ", "T");
  return Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

function normalValue(table: Table, column: Column, raw: SqliteValue): Value {
  if (raw === null) return null;
  switch (column.type) {
    case "Int":
    case "Float":
      return Number(raw);
    case "BigInt":
      return String(raw);
    case "Boolean":
      return Number(raw) === 1;
    case "DateTime": {
      const instant = instantOf(raw);
      if (Number.isNaN(instant)) throw unfit(table, column, "not a time");
      return instant;
    }
    case "Bytes":
      return Buffer.from(raw as ArrayBuffer).toString("base64");
    case "Json":
      return canonicalJson(String(raw));
    default:
      return String(raw);
  }
}

function storedValue(column: Column, value: Value): InValue {
  if (value === null) return null;
  switch (column.type) {
    case "Int":
    case "BigInt":
      return BigInt(value);
    case "Boolean":
      return value ? 1n : 0n;
    case "DateTime":
      // To the letter as Prisma's adapter writes it: times are compared as text.
      return new Date(Number(value)).toISOString().replace("Z", "+00:00");
    case "Bytes":
      return Buffer.from(String(value), "base64");
    default:
      return value;
  }
}

/**
 * Opens a SQLite file as one end of a copy. Reading sees one moment, whatever is written meanwhile; writing keeps others
 * from writing.
 * @throws CopyError when it is to be read and is not there
 */
export async function openSqliteSide(url: string, mode: "read" | "write"): Promise<Side> {
  const file = sqlitePath(url);
  if (mode === "read" && !existsSync(file)) {
    throw new CopyError(`找不到数据库文件。 There is no database at ${file}.`);
  }
  // One connection, so that the pragma holds for the transaction.
  const client = createClient({
    url: pathToFileURL(file).href,
    timeout: BUSY_TIMEOUT_MS,
    concurrency: 1,
    intMode: "bigint",
  });
  await client.execute("PRAGMA foreign_keys=OFF");
  const transaction = await client.transaction(mode);

  /** The driver would end such a text at the zero character without a word. */
  async function demandNoZeroCharacter(table: Table): Promise<void> {
    for (const column of table.columns.filter(({ type }) => type === "String" || type === "Json")) {
      const { rows: found } = await transaction.execute(
        `SELECT 1 FROM "${table.name}" WHERE instr(CAST("${column.name}" AS BLOB), x'00') > 0 LIMIT 1`,
      );
      if (found.length > 0) throw unfit(table, column, "a zero character in text");
    }
  }

  async function* rows(table: Table): AsyncGenerator<Row[]> {
    await demandNoZeroCharacter(table);
    const { name, key, columns } = table;
    const names = quoted(columns.map((column) => column.name));
    const after = `WHERE (${quoted(key)}) > (${key.map(() => "?").join(", ")})`;
    let last: InValue[] | undefined;
    for (;;) {
      const { rows: found } = await transaction.execute({
        sql: `SELECT ${names} FROM "${name}" ${last ? after : ""} ORDER BY ${quoted(key)} LIMIT ${BATCH}`,
        args: last ?? [],
      });
      if (found.length === 0) return;
      yield found.map((row) =>
        columns.map((column, at) => normalValue(table, column, row[at] ?? null)),
      );
      const end = found.at(-1);
      last = key.map((column) => (end?.[column] ?? null) as InValue);
      if (found.length < BATCH) return;
    }
  }

  return {
    rows,
    async migrations() {
      const { rows: found } = await transaction.execute(
        `SELECT "migration_name" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY 1`,
      );
      return found.map((row) => String(row.migration_name));
    },
    async columns() {
      const { rows: found } = await transaction.execute(
        `SELECT t."name" AS "table", c."name" AS "column" FROM sqlite_schema t, pragma_table_info(t."name") c
         WHERE t."type" = 'table'`,
      );
      const tables = new Map<string, Set<string>>();
      for (const row of found) {
        const table = String(row.table);
        tables.set(table, (tables.get(table) ?? new Set()).add(String(row.column)));
      }
      return tables;
    },
    async isEmpty({ name }) {
      const { rows: found } = await transaction.execute(`SELECT 1 FROM "${name}" LIMIT 1`);
      return found.length === 0;
    },
    async insert({ name, columns }, given) {
      const atOnce = Math.floor(MAX_PARAMETERS / columns.length);
      const places = `(${columns.map(() => "?").join(", ")})`;
      for (let from = 0; from < given.length; from += atOnce) {
        const part = given.slice(from, from + atOnce);
        await transaction.execute({
          sql: `INSERT INTO "${name}" (${quoted(columns.map((column) => column.name))})
                VALUES ${part.map(() => places).join(", ")}`,
          args: part.flatMap((row) =>
            columns.map((column, at) => storedValue(column, row[at] ?? null)),
          ),
        });
      }
    },
    async commit() {
      const broken = (await transaction.execute("PRAGMA foreign_key_check")).rows[0];
      if (broken) {
        throw new CopyError(
          `${broken.table} 引用了不存在的行，未作任何改动。 A row of ${broken.table} refers to one that is not there; nothing was changed.`,
        );
      }
      await transaction.commit();
    },
    async close() {
      transaction.close();
      client.close();
    },
  };
}
