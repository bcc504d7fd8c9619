import "server-only";
import { CHAIN_START, storedEventHash } from "../audit";
import { db } from "../db";

/** Events read at once. */
const BATCH = 1000;
/** Events one part of a verification goes through. */
const PART = 25_000;

/**
 * What is wrong with the chain. `CHANGED`: the event is not what was recorded. `MISSING`: it is gone. `LINK`: it does not
 * follow the one before it. `CUT_OFF`: the trail ends before its recorded end, or in another event. `SURPLUS`: there are events
 * outside the chain.
 */
export type ChainBreak = "CHANGED" | "MISSING" | "LINK" | "CUT_OFF" | "SURPLUS";

/** How far a verification has come: the last event found intact, and its hash. */
export type ChainPosition = { sequence: number; hash: string };

export type ChainPart = {
  verified: ChainPosition;
  /** Number of the last event of the chain. */
  end: number;
  broken: { kind: ChainBreak; sequence: number } | null;
  done: boolean;
};

/** Before the first event. */
export const CHAIN_BEGIN: ChainPosition = { sequence: 0, hash: CHAIN_START };

/**
 * Verifies the next part of the audit trail (校验审计日志) after `verified`: every event is hashed anew over the one before it,
 * and the end is compared with the recorded one. Stops at the first break. Events appended meanwhile belong to the next part.
 */
export async function verifyChainPart(
  verified: ChainPosition,
  limits: { batch: number; part: number } = { batch: BATCH, part: PART },
): Promise<ChainPart> {
  const head = await readHead();
  const until = Math.min(head.sequence, verified.sequence + limits.part);
  let last = verified;
  while (last.sequence < until) {
    const events = await readEvents(last.sequence, until, limits.batch);
    if (events === "UNREADABLE") {
      return { ...broken("CHANGED", last.sequence + 1), verified: last, end: head.sequence };
    }
    if (events.length === 0) {
      const kind = until === head.sequence ? "CUT_OFF" : "MISSING";
      return { ...broken(kind, last.sequence + 1), verified: last, end: head.sequence };
    }
    for (const event of events) {
      const kind = breakOf(last, event);
      if (kind) return { ...broken(kind, last.sequence + 1), verified: last, end: head.sequence };
      last = { sequence: event.sequence, hash: event.hash };
    }
  }
  const part = { verified: last, end: head.sequence };
  if (until < head.sequence) return { ...part, broken: null, done: false };
  if (last.hash !== head.hash) return { ...part, ...broken("CUT_OFF", last.sequence) };
  const surplus = await surplusEvent();
  if (surplus !== null) return { ...part, ...broken("SURPLUS", surplus) };
  return { ...part, broken: null, done: true };
}

/** Where a verification goes on that has come to this event; null when there is none of that number. */
export async function positionAt(sequence: number): Promise<ChainPosition | null> {
  if (sequence === 0) return CHAIN_BEGIN;
  return db.auditEvent.findUnique({
    where: { sequence },
    select: { sequence: true, hash: true },
  });
}

function broken(kind: ChainBreak, sequence: number) {
  return { broken: { kind, sequence }, done: true };
}

async function readHead(): Promise<ChainPosition> {
  const head = await db.auditHead.findUnique({
    where: { id: 1 },
    select: { sequence: true, hash: true },
  });
  return head ?? CHAIN_BEGIN;
}

type Events = Awaited<ReturnType<typeof eventsAfter>>;

/** The next events; a value no driver can read as its column is a change, too, and is looked for one by one. */
async function readEvents(
  after: number,
  until: number,
  take: number,
): Promise<Events | "UNREADABLE"> {
  try {
    return await eventsAfter(after, until, take);
  } catch {
    // Throws on when it is the database that fails and not a value.
    await readHead();
    return take === 1 ? "UNREADABLE" : readEvents(after, until, 1);
  }
}

function eventsAfter(after: number, until: number, take: number) {
  return db.auditEvent.findMany({
    where: { sequence: { gt: after, lte: until } },
    orderBy: { sequence: "asc" },
    take,
  });
}

function breakOf(last: ChainPosition, event: Events[number]): ChainBreak | null {
  if (event.sequence !== last.sequence + 1) return "MISSING";
  if (event.previousHash !== last.hash) return "LINK";
  if (Number.isNaN(event.at.getTime())) return "CHANGED";
  return storedEventHash(last.hash, event.sequence, event) === event.hash ? null : "CHANGED";
}

/** Number of an event before the first or after the recorded end, in one statement: others append meanwhile. */
async function surplusEvent(): Promise<number | null> {
  const [row] = await db.$queryRaw<{ sequence: number | bigint }[]>`
    SELECT "sequence" FROM "AuditEvent"
    WHERE "sequence" < 1 OR "sequence" > COALESCE((SELECT "sequence" FROM "AuditHead" WHERE "id" = 1), 0)
    ORDER BY "sequence" LIMIT 1`;
  return row ? Number(row.sequence) : null;
}
