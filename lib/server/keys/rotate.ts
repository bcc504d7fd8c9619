import "server-only";
import { Prisma } from "@/generated/sqlite/client";
import { appendAudit } from "../audit";
import { db, isPostgres, type Tx, transaction } from "../db";
import { currentKeyId, protect, reveal } from "../protect";
import { type SealedColumn, sealedColumns } from "./sealed-columns";

/** Rows of one step; on SQLite others wait so long. */
const BATCH = 100;
/** Values written meanwhile with the former key are met by the next pass; processes that keep writing them are no matter of passes. */
const MAX_PASSES = 4;
const CIPHER = /^k\d+\.[\w-]{38,}$/;

type Pass = {
  resealed: number;
  /** Changed by somebody else in between. */
  missed: number;
  /** Under a key that is not here, or altered. */
  unreadable: number;
};

/** What a rotation came to; `done` when every value is under the current key. */
export type Rotation = { keyId: string; done: boolean; resealed: number; unreadable: number };

type KeyValue = string | number | bigint;
type Row = Record<string, KeyValue> & { value: string };
type Change = { row: Row; value: string };

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);
const names = (identifiers: string[]) => Prisma.join(identifiers.map(name));

/** Rows that may hold a value under another key, after those of the step before. */
function rowsOf(column: SealedColumn, after: Row | undefined): Promise<Row[]> {
  const { table, key } = column;
  const value = name(column.column);
  const wanted = column.json
    ? Prisma.sql`${value} LIKE '%":"k%'`
    : Prisma.sql`${value} <> '' AND ${value} NOT LIKE ${`${currentKeyId()}.%`}`;
  const further = after
    ? Prisma.sql`AND (${names(key)}) > (${Prisma.join(key.map((each) => after[each]))})`
    : Prisma.empty;
  const selected = column.kind ? [...key, column.kind] : key;
  return db.$queryRaw<Row[]>`
    SELECT ${names(selected)}, ${value} AS "value" FROM ${name(table)}
    WHERE ${wanted} ${further} ORDER BY ${names(key)} LIMIT ${BATCH}`;
}

/** A cipher text under the current key; itself when it is already. @throws when it cannot be read */
function resealed(field: string, cipher: string): string {
  return cipher.startsWith(`${currentKeyId()}.`) ? cipher : protect(field, reveal(field, cipher));
}

function resealedValue({ json, kind, fieldOf }: SealedColumn, row: Row): string {
  const kindOfRow = kind ? String(row[kind]) : "";
  if (!json) return resealed(fieldOf("", kindOfRow), row.value);
  let changed = false;
  const data: unknown = JSON.parse(row.value, (member, value: unknown) => {
    if (typeof value !== "string" || !CIPHER.test(value)) return value;
    const cipher = resealed(fieldOf(member, kindOfRow), value);
    changed ||= cipher !== value;
    return cipher;
  });
  return changed ? JSON.stringify(data) : row.value;
}

/** Writes a value unless somebody has written another one since it was read. */
function write(client: Tx, { table, key, column }: SealedColumn, { row, value }: Change) {
  const same = key.map((each) => Prisma.sql`${name(each)} = ${row[each]}`);
  return client.$executeRaw`
    UPDATE ${name(table)} SET ${name(column)} = ${value}
    WHERE ${Prisma.join(same, " AND ")} AND ${name(column)} = ${row.value}`;
}

/** Single statements on PostgreSQL, which hold one lock at a time; one transaction on SQLite, where each waits for the disk. */
async function writeAll(column: SealedColumn, changes: Change[]): Promise<number> {
  const all = async (client: Tx) => {
    let written = 0;
    for (const change of changes) written += await write(client, column, change);
    return written;
  };
  if (changes.length === 0) return 0;
  return isPostgres ? all(db) : transaction(all);
}

async function passOver(column: SealedColumn): Promise<Pass> {
  const pass: Pass = { resealed: 0, missed: 0, unreadable: 0 };
  for (let after: Row | undefined; ; ) {
    const rows = await rowsOf(column, after);
    const changes: Change[] = [];
    for (const row of rows) {
      try {
        const value = resealedValue(column, row);
        if (value !== row.value) changes.push({ row, value });
      } catch {
        pass.unreadable += 1;
      }
    }
    const written = await writeAll(column, changes);
    pass.resealed += written;
    pass.missed += changes.length - written;
    if (rows.length < BATCH) return pass;
    after = rows.at(-1);
  }
}

/**
 * Encrypts every value that is under a former key anew with the current one (密钥轮换), step by step while the portal runs. May be
 * interrupted and called again, and by several processes at once: a value is only written over the one it was made of. Faces,
 * drafts and keys of uploaded files are among them. Recorded in the audit trail.
 */
export async function rotateKeys(
  now: Date,
  say: (line: string) => void = () => undefined,
): Promise<Rotation> {
  const columns = sealedColumns();
  const rotation: Rotation = { keyId: currentKeyId(), done: false, resealed: 0, unreadable: 0 };
  for (let passes = 0; passes < MAX_PASSES && !rotation.done; passes++) {
    const total: Pass = { resealed: 0, missed: 0, unreadable: 0 };
    for (const column of columns) {
      const pass = await passOver(column);
      const { resealed: count, unreadable } = pass;
      if (count + unreadable > 0) {
        say(
          `  ${column.table}.${column.column} ${count}${unreadable ? ` (unreadable ${unreadable})` : ""}`,
        );
      }
      for (const each of ["resealed", "missed", "unreadable"] as const) total[each] += pass[each];
    }
    rotation.resealed += total.resealed;
    rotation.unreadable = total.unreadable;
    const settled = total.resealed + total.missed === 0;
    rotation.done = settled && total.unreadable === 0;
    if (settled) break;
  }
  const { keyId, done, resealed: count, unreadable } = rotation;
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "ROTATE_KEYS",
      outcome: done ? "OK" : "REFUSED",
      actorKind: "SYSTEM",
      detail: { keyId, resealed: count, unreadable },
    }),
  );
  return rotation;
}
