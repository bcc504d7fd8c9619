import "server-only";
import { Prisma } from "@/generated/sqlite/client";
import { keptSince, RETENTION, type Retained } from "@/lib/domain/retention";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { isStopping } from "../runtime/process";

/** Rows of one statement: others wait no longer than it takes. */
const BATCH = 500;

/** Kinds purged here; lines of imports go with the sweep of imports. */
type Purged = Exclude<Retained, "IMPORT_LINES">;

type Place = {
  table: string;
  key: string;
  /** Which rows are due at `before`. */
  due(before: Date): Prisma.Sql;
  /** A column that is emptied, in place of deleting the row. */
  erase?: string;
};

const PLACES: Readonly<Record<Purged, Place>> = {
  // Codes and tickets of a flow go with it.
  FLOW: { table: "Flow", key: "id", due: (before) => Prisma.sql`"expiresAt" < ${before}` },
  CODE: { table: "Verification", key: "id", due: (before) => Prisma.sql`"expiresAt" < ${before}` },
  SCAN_TICKET: {
    table: "ScanTicket",
    key: "id",
    due: (before) => Prisma.sql`"expiresAt" < ${before}`,
  },
  LIMIT: { table: "RateLimit", key: "key", due: (before) => Prisma.sql`"expiresAt" < ${before}` },
  UNFINISHED_FACE: {
    table: "FaceReference",
    key: "id",
    due: (before) => Prisma.sql`"personId" IS NULL AND "createdAt" < ${before}`,
  },
  VOUCHER_PASSWORD: {
    table: "EnterpriseVoucher",
    key: "id",
    due: (before) => Prisma.sql`"secretCipher" IS NOT NULL AND "expiresAt" < ${before}`,
    erase: "secretCipher",
  },
  OUTBOX_TEXT: {
    table: "OutboundMessage",
    key: "id",
    due: (before) => Prisma.sql`"textCipher" IS NOT NULL AND "createdAt" < ${before}`,
    erase: "textCipher",
  },
  DRAFT: {
    table: "Filing",
    key: "id",
    due: (before) => Prisma.sql`"status" = 'DRAFT' AND "updatedAt" < ${before}`,
  },
  FACE_CHECK: {
    table: "FaceCheck",
    key: "id",
    due: (before) => Prisma.sql`"expiresAt" < ${before}`,
  },
  LOGIN_SESSION: {
    table: "LoginSession",
    key: "id",
    // The first by its index; a session never lives on for days.
    due: (before) => Prisma.sql`"createdAt" < ${before} AND "lastSeenAt" < ${before}`,
  },
  OUTBOUND_MESSAGE: {
    table: "OutboundMessage",
    key: "id",
    due: (before) => Prisma.sql`"createdAt" < ${before}`,
  },
  MESSAGE: {
    table: "Message",
    key: "id",
    due: (before) => Prisma.sql`"createdAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "Incident" WHERE "Incident"."messageId" = "Message"."id")`,
  },
  TODO: { table: "Todo", key: "id", due: (before) => Prisma.sql`"doneAt" < ${before}` },
  REMINDER: { table: "Reminder", key: "id", due: (before) => Prisma.sql`"createdAt" < ${before}` },
};

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);

type Purge = {
  /** How many were found: less than a batch when there are no more. */
  found: number;
  /** How many of them were purged here: each is counted by one caller only. */
  purged: number;
};

/**
 * Deletes or erases some of what is due. They are looked for first: as a part of the write, the search would hold up everybody
 * else's writes on SQLite.
 */
async function purgeSome({ table, key, due, erase }: Place, before: Date): Promise<Purge> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT ${name(key)} AS "key" FROM ${name(table)} WHERE ${due(before)} LIMIT ${BATCH}`;
  if (rows.length === 0) return { found: 0, purged: 0 };
  const keys = Prisma.join(rows.map((row) => row.key));
  const some = Prisma.sql`${name(key)} IN (${keys}) AND ${due(before)}`;
  const purged = await (erase
    ? db.$executeRaw`UPDATE ${name(table)} SET ${name(erase)} = NULL WHERE ${some}`
    : db.$executeRaw`DELETE FROM ${name(table)} WHERE ${some}`);
  return { found: rows.length, purged };
}

async function countDue({ table, due }: Place, before: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM ${name(table)} WHERE ${due(before)}`;
  return Number(row?.count ?? 0);
}

/** How many of each kind are, or would be, purged; kinds with none are left out. */
export type PurgeCounts = Partial<Record<Retained, number>>;

/** What a purge would take now, without taking it. */
export async function countExpired(now: Date): Promise<PurgeCounts> {
  const counts: PurgeCounts = {};
  for (const [kind, place] of Object.entries(PLACES) as [Purged, Place][]) {
    const count = await countDue(place, keptSince(kind, now));
    if (count > 0) counts[kind] = count;
  }
  return counts;
}

/** Purges kind after kind into `counts`; a process that stops ends after the batch under way. */
async function purgeInto(counts: PurgeCounts, now: Date): Promise<void> {
  for (const [kind, place] of Object.entries(PLACES) as [Purged, Place][]) {
    const before = keptSince(kind, now);
    for (let found = BATCH; found === BATCH; ) {
      if (isStopping()) return;
      const some = await purgeSome(place, before);
      if (some.purged > 0) counts[kind] = (counts[kind] ?? 0) + some.purged;
      found = some.found;
    }
  }
}

/**
 * Deletes what was kept long enough (清理到期数据), some rows at a time while the portal runs, and records how much of each kind in
 * the audit trail, also when it ends before all is done. Any number of processes may purge at once. `dueAt` is the moment what is
 * deleted was due at.
 */
export async function purgeExpired(now: Date, dueAt = now): Promise<PurgeCounts> {
  const counts: PurgeCounts = {};
  try {
    await purgeInto(counts, dueAt);
  } finally {
    await recordPurge(counts, now);
  }
  return counts;
}

async function recordPurge(detail: PurgeCounts, at: Date): Promise<void> {
  if (Object.keys(detail).length === 0) return;
  const event = { at, action: "PURGE", outcome: "OK", actorKind: "SYSTEM", detail } as const;
  await transaction((tx) => appendAudit(tx, event));
}

/** A kind as a person who operates the portal reads it. */
export function retainedLabel(kind: Retained): string {
  const { what, since, days } = RETENTION[kind];
  return `${what}: ${days} d after ${since}`;
}
