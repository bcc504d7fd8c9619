import "server-only";
import type { Prisma, PrismaClient } from "@/generated/sqlite/client";
import { openDatabase } from "@/lib/server/db/open";
import { isPostgresUrl } from "@/lib/server/db/url";

/** The database, typed by the SQLite client whichever engine serves it. */
export type Db = PrismaClient;
/** The database inside a transaction. Never use `db` there: it waits for the transaction to end. */
export type Tx = Prisma.TransactionClient;

const TRANSACTION_MAX_WAIT_MS = 10_000;
const TRANSACTION_TIMEOUT_MS = 10_000;

// Read here and not by env(): a build loads this module and has no secrets.
const url = process.env.DATABASE_URL ?? "file:./data/portal.db";
const shared = globalThis as { portalDatabase?: { url: string; client: Promise<Db> } };
// The development server evaluates modules again after an edit; the connection outlives that.
if (shared.portalDatabase?.url !== url) {
  shared.portalDatabase = { url, client: openDatabase(url) };
}

export const isPostgres = isPostgresUrl(url);
export const db: Db = await shared.portalDatabase.client;

/**
 * Runs statements that count together or not at all, once more when another transaction was in the
 * way. On SQLite nobody else writes meanwhile and every other query of this process waits: keep it
 * short, hash and call out before. On PostgreSQL rows read may change before the write: make writes
 * conditional. `run` may be called twice. `timeoutMs` is for work that is known to be long.
 */
export async function transaction<T>(
  run: (tx: Tx) => Promise<T>,
  { timeoutMs = TRANSACTION_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T> {
  const limits = { maxWait: TRANSACTION_MAX_WAIT_MS, timeout: timeoutMs };
  try {
    return await attempt(run, limits);
  } catch (error) {
    if (!isContention(error)) throw error;
    return await attempt(run, limits);
  }
}

const committed = new WeakMap<Tx, (() => void)[]>();

/** Has `tell` called once the transaction is through, and never when it is rolled back. */
export function afterCommit(tx: Tx, tell: () => void): void {
  committed.set(tx, [...(committed.get(tx) ?? []), tell]);
}

async function attempt<T>(
  run: (tx: Tx) => Promise<T>,
  limits: { maxWait: number; timeout: number },
): Promise<T> {
  let tellers: (() => void)[] = [];
  const result = await db.$transaction(async (tx) => {
    const value = await run(tx);
    tellers = committed.get(tx) ?? [];
    return value;
  }, limits);
  for (const tell of tellers) tell();
  return result;
}

/** What a driver adapter says of a failed statement (in `meta` of Prisma's error, or thrown raw). */
type DriverCause = {
  kind?: string;
  constraint?: { fields?: string[]; index?: string };
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

function causeOf(error: unknown): DriverCause {
  if (!(error instanceof Error)) return {};
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: DriverCause } } };
  return meta?.driverAdapterError?.cause ?? (error.cause as DriverCause | undefined) ?? {};
}

/**
 * Whether a write failed because a unique key is taken, on both databases.
 * With `fields` only for the key made of at least these columns; without, for any.
 */
export function isUniqueViolation(error: unknown, ...fields: string[]): boolean {
  const { kind, constraint } = causeOf(error);
  if (codeOf(error) !== "P2002" && kind !== "UniqueConstraintViolation") return false;
  const { index } = constraint ?? {};
  // PostgreSQL names the index. A primary key's name says nothing of its columns; generated ids
  // do not collide, so a taken primary key is always the table's natural one.
  if (index !== undefined) {
    if (index.endsWith("_pkey")) return true;
    const parts = index.split("_");
    return fields.every((field) => parts.includes(field));
  }
  const taken = constraint?.fields ?? [];
  return fields.every((field) => taken.includes(field));
}

/** Whether another transaction was in the way, so that the same work may succeed a moment later. */
function isContention(error: unknown): boolean {
  const code = codeOf(error);
  if (code === "P1008" || code === "P2034") return true;
  const { kind } = causeOf(error);
  return kind === "SocketTimeout" || kind === "TransactionWriteConflict";
}
