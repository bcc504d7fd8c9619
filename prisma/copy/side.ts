import { createHash } from "node:crypto";
import type { Column, Table } from "@/prisma/copy/tables";

/** A value in the one form both engines are brought to; instants are milliseconds since 1970, bytes base64. */
export type Value = string | number | boolean | null;
export type Row = Value[];

/** A copy that cannot be made (无法复制), told for whoever operates the portal. Never holds a value. */
export class CopyError extends Error {
  override name = "CopyError";
}

/** One end of a copy: a database inside one transaction, read or written by table. */
export type Side = {
  /** Names of the migrations it has had. */
  migrations(): Promise<string[]>;
  /** Columns by table, as the database has them. */
  columns(): Promise<Map<string, Set<string>>>;
  isEmpty(table: Table): Promise<boolean>;
  /** All rows by primary key, text in the order of its bytes, so that two engines tell them in the same order. */
  rows(table: Table): AsyncGenerator<Row[]>;
  insert(table: Table, rows: Row[]): Promise<void>;
  /** Checks that every row refers to one that is there, and keeps what was written. */
  commit(): Promise<void>;
  /** Ends it; what was not committed is undone. */
  close(): Promise<void>;
};

/** Rows read, and written, at once. */
export const BATCH = 2000;

/** The digest of a row (逐行校验): SHA-256 over its values in their normal form. */
export function rowHash(row: Row): string {
  return createHash("sha256").update(JSON.stringify(row)).digest("base64url");
}

/** A JSON text without what does not count: white space and the order of members. */
export function canonicalJson(text: string): string {
  return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The sentence for a value that one of the engines cannot hold. */
export function unfit(table: Table, column: Column, why: string): CopyError {
  return new CopyError(
    `${table.name}.${column.name} 中有无法复制的值，未作任何改动。 ${table.name}.${column.name} holds a value that cannot be copied (${why}); nothing was changed.`,
  );
}
