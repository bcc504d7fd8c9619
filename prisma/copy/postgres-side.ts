import { Client } from "pg";
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

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

const ARRAY_TYPES = {
  String: "text[]",
  Int: "integer[]",
  BigInt: "bigint[]",
  Float: "double precision[]",
  Boolean: "boolean[]",
  DateTime: "timestamp(3)[]",
  Bytes: "bytea[]",
  Json: "text[]",
} as const;

/** How a column is read: instants as milliseconds, since the driver would take them for local time. */
function readAs({ name, type }: Column): string {
  if (type === "DateTime") return `(extract(epoch from "${name}") * 1000)::bigint`;
  return type === "Json" || type === "Enum" ? `"${name}"::text` : `"${name}"`;
}

/** Text by its bytes, as SQLite orders it. */
function orderBy({ key, columns }: Table): string {
  const order = (name: string) => {
    const type = columns.find((column) => column.name === name)?.type;
    return type === "String" || type === "Enum" ? `"${name}"::text COLLATE "C"` : `"${name}"`;
  };
  return key.map(order).join(", ");
}

function normalValue({ type }: Column, raw: unknown): Value {
  if (raw === null) return null;
  if (type === "DateTime") return Number(raw);
  if (type === "Bytes") return (raw as Buffer).toString("base64");
  return type === "Json" ? canonicalJson(String(raw)) : (raw as Value);
}

function storedValue(table: Table, column: Column, value: Value): unknown {
  if (value === null) return null;
  if (typeof value === "string" && value.includes("\0") && column.type !== "Bytes") {
    throw unfit(table, column, "a zero character, which PostgreSQL refuses in text");
  }
  switch (column.type) {
    case "Int":
      if (Number(value) > MAX_INT || Number(value) < MIN_INT) {
        throw unfit(table, column, "a number over 32 bits");
      }
      return value;
    case "DateTime":
      return new Date(Number(value)).toISOString();
    case "Bytes":
      return Buffer.from(String(value), "base64");
    case "Json":
      if (String(value).includes("\\u0000")) throw unfit(table, column, "a zero character in JSON");
      return value;
    default:
      return value;
  }
}

/**
 * Opens a PostgreSQL database as one end of a copy. Reading sees one moment, whatever is written meanwhile. While writing its
 * foreign keys are taken away and put back at the end, which checks all of them, so that the order of tables and rows does not matter.
 */
export async function openPostgresSide(url: string, mode: "read" | "write"): Promise<Side> {
  const client = new Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  await client.query(mode === "read" ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
  let foreignKeys: { table: string; name: string; definition: string }[] = [];

  async function* rows(table: Table): AsyncGenerator<Row[]> {
    const { name, columns } = table;
    await client.query(
      `DECLARE copied NO SCROLL CURSOR FOR SELECT ${columns.map(readAs).join(", ")} FROM "${name}" ORDER BY ${orderBy(table)}`,
    );
    try {
      for (;;) {
        const found = await client.query<unknown[]>({
          text: `FETCH ${BATCH} FROM copied`,
          rowMode: "array",
        });
        if (found.rows.length === 0) return;
        yield found.rows.map((row) =>
          columns.map((column, at) => normalValue(column, row[at] ?? null)),
        );
      }
    } finally {
      await client.query("CLOSE copied");
    }
  }

  async function takeForeignKeysAway(): Promise<void> {
    const found = await client.query<(typeof foreignKeys)[number]>(
      `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS "name", pg_get_constraintdef(oid) AS "definition"
       FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
    );
    foreignKeys = found.rows;
    for (const { table, name } of foreignKeys) {
      await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    }
  }
  if (mode === "write") await takeForeignKeysAway();

  return {
    rows,
    async migrations() {
      const found = await client.query<{ name: string }>(
        `SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name" COLLATE "C"`,
      );
      return found.rows.map(({ name }) => name);
    },
    async columns() {
      const found = await client.query<{ table: string; column: string }>(
        `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = current_schema()`,
      );
      const tables = new Map<string, Set<string>>();
      for (const { table, column } of found.rows) {
        tables.set(table, (tables.get(table) ?? new Set()).add(column));
      }
      return tables;
    },
    async isEmpty({ name }) {
      return (await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rows.length === 0;
    },
    async insert(table, given) {
      const { name, columns } = table;
      const names = columns.map((column) => `"${column.name}"`).join(", ");
      const types = columns.map(({ type, enumName }) =>
        type === "Enum" ? `"${enumName}"[]` : ARRAY_TYPES[type],
      );
      const read = columns.map((column) =>
        column.type === "Json" ? `"${column.name}"::jsonb` : `"${column.name}"`,
      );
      await client.query(
        `INSERT INTO "${name}" (${names}) SELECT ${read.join(", ")}
         FROM unnest(${types.map((type, at) => `$${at + 1}::${type}`).join(", ")}) AS given (${names})`,
        columns.map((column, at) =>
          given.map((row) => storedValue(table, column, row[at] ?? null)),
        ),
      );
    },
    async commit() {
      for (const { table, name, definition } of foreignKeys) {
        try {
          await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
        } catch (error) {
          if ((error as { code?: string }).code !== "23503") throw error;
          throw new CopyError(
            `${table} 引用了不存在的行，未作任何改动。 A row of ${table} refers to one that is not there; nothing was changed.`,
          );
        }
      }
      await client.query("COMMIT");
    },
    async close() {
      // Ends the transaction, too.
      await client.end();
    },
  };
}
