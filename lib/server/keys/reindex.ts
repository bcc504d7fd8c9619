import "server-only";
import { Prisma } from "@/generated/sqlite/client";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { blindIndex, blindIndexBy, type IndexedKind, reveal } from "../protect";
import { type SealedColumn, sealedColumns } from "./sealed-columns";

const BATCH = 100;
const KINDS: readonly IndexedKind[] = ["phone", "documentNumber", "email"];

/**
 * What a change of the index key came to: indexes written, values that cannot be read or fit neither key, and the 工号 of officers
 * whose own document is unknown from now on.
 */
export type Reindexed = { written: number; strange: number; officersEmptied: string[] };

/** Imports keep indexes nothing can be computed from: they have to be over. */
export class ImportsUnderWayError extends Error {
  override name = "ImportsUnderWayError";
}

type KeyValue = string | number | bigint;
type Row = Record<string, KeyValue> & { index: string; cipher: string; name: string };

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);
const names = (identifiers: string[]) => Prisma.join(identifiers.map(name));

/**
 * The index a value has by the current key: of itself, or of what stands for one of several people who share a document
 * (`registryPerson`). Null when the index it has fits neither key, or the value cannot be read.
 */
function indexNow(former: Buffer, field: string, { index, cipher, name: owner }: Row) {
  const plain = readable(field, cipher);
  if (plain === null) return null;
  for (const value of [plain, `${plain} ${owner}`]) {
    for (const kind of KINDS) {
      const current = blindIndex(kind, value);
      if (index === current || index === blindIndexBy(former, kind, value)) return current;
    }
  }
  return null;
}

function readable(field: string, cipher: string): string | null {
  try {
    return reveal(field, cipher);
  } catch {
    return null;
  }
}

async function reindexColumn(
  { table, key, column, fieldOf }: SealedColumn,
  indexColumn: string,
  former: Buffer,
): Promise<Pick<Reindexed, "written" | "strange">> {
  const total = { written: 0, strange: 0 };
  const owner = table === "Person" ? name("name") : Prisma.sql`''`;
  for (let after: Row | undefined; ; ) {
    const further = after
      ? Prisma.sql`AND (${names(key)}) > (${Prisma.join(key.map((each) => after?.[each]))})`
      : Prisma.empty;
    const rows: Row[] = await db.$queryRaw<Row[]>`
      SELECT ${names(key)}, ${name(indexColumn)} AS "index", ${name(column)} AS "cipher", ${owner} AS "name"
      FROM ${name(table)} WHERE ${name(indexColumn)} IS NOT NULL AND ${name(column)} <> '' ${further}
      ORDER BY ${names(key)} LIMIT ${BATCH}`;
    const write = async (tx: Tx, row: Row, index: string) => {
      const same = key.map((each) => Prisma.sql`${name(each)} = ${row[each]}`);
      total.written += await tx.$executeRaw`
        UPDATE ${name(table)} SET ${name(indexColumn)} = ${index} WHERE ${Prisma.join(same, " AND ")}`;
      // An officer's own document goes with the person's.
      if (table !== "Person") return;
      await tx.officer.updateMany({
        where: { documentNumberIndex: row.index },
        data: { documentNumberIndex: index },
      });
    };
    const changes = rows.map((row) => ({
      row,
      index: indexNow(former, fieldOf("", ""), row),
    }));
    total.strange += changes.filter(({ index }) => index === null).length;
    await transaction(async (tx) => {
      for (const { row, index } of changes) {
        if (index !== null && index !== row.index) await write(tx, row, index);
      }
    });
    if (rows.length < BATCH) return total;
    after = rows.at(-1);
  }
}

/** Officers' own documents have no cipher text: those of nobody here are unknown from now on. Their 工号. */
async function emptyOfficers(tx: Tx): Promise<string[]> {
  const officers = await tx.$queryRaw<{ employeeNumber: string }[]>`
    SELECT "employeeNumber" FROM "Officer"
    WHERE "documentNumberIndex" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Person" WHERE "Person"."documentNumberIndex" = "Officer"."documentNumberIndex")
    ORDER BY "employeeNumber"`;
  const numbers = officers.map(({ employeeNumber }) => employeeNumber);
  await tx.officer.updateMany({
    where: { employeeNumber: { in: numbers } },
    data: { documentNumberIndex: null },
  });
  return numbers;
}

/**
 * Computes every blind index (盲索引) anew by the current key, out of the values themselves. The portal has to be stopped: meanwhile
 * nothing is found. May be interrupted and called again. Flows under way are deleted. Officers' own documents (本人业务回避) are emptied
 * only when all else fits: a strange value may be the person of one. Recorded in the audit trail.
 * @throws ImportsUnderWayError
 */
export async function reindex(
  formerKey: string,
  now: Date,
  say: (line: string) => void = () => undefined,
): Promise<Reindexed> {
  if ((await db.importRow.count()) > 0) throw new ImportsUnderWayError();
  const former = Buffer.from(formerKey, "base64url");
  await db.flow.deleteMany();
  const total: Reindexed = { written: 0, strange: 0, officersEmptied: [] };
  for (const { column, indexColumn } of indexedColumns()) {
    const { written, strange } = await reindexColumn(column, indexColumn, former);
    say(`  ${column.table}.${indexColumn} ${written}${strange ? ` (strange ${strange})` : ""}`);
    total.written += written;
    total.strange += strange;
  }
  await transaction(async (tx) => {
    total.officersEmptied = total.strange === 0 ? await emptyOfficers(tx) : [];
    await appendAudit(tx, {
      at: now,
      action: "ROTATE_INDEX_KEY",
      outcome: total.strange === 0 ? "OK" : "REFUSED",
      actorKind: "SYSTEM",
      detail: { ...total, officersEmptied: total.officersEmptied.length },
    });
  });
  return total;
}

/** Encrypted columns with an index of the same name beside them. */
function indexedColumns(): { column: SealedColumn; indexColumn: string }[] {
  return sealedColumns().flatMap((column) => {
    if (column.json) return [];
    const indexColumn = column.column.replace(/Cipher$/, "Index");
    return column.siblings.includes(indexColumn) ? [{ column, indexColumn }] : [];
  });
}
