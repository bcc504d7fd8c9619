import "server-only";
import { db } from "./db";

type Window = { allowed: true } | { allowed: false; retryAt: Date };

/**
 * Counts one event against `limit` per `windowSeconds`, counted from the first event of the window (K2). One atomic
 * statement, so that any number of processes together never allow more. A window that begins later than this one ends is of a clock
 * that was ahead: it does not count.
 */
export async function takeFromWindow(
  key: string,
  { limit, windowSeconds, now }: { limit: number; windowSeconds: number; now: Date },
): Promise<Window> {
  const expiresAt = new Date(now.getTime() + windowSeconds * 1000);
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO "RateLimit" ("key", "startedAt", "expiresAt", "count")
    VALUES (${key}, ${now}, ${expiresAt}, 1)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN ("RateLimit"."expiresAt" <= excluded."startedAt" OR "RateLimit"."startedAt" > excluded."expiresAt") THEN 1 ELSE "RateLimit"."count" + 1 END,
      "startedAt" = CASE WHEN ("RateLimit"."expiresAt" <= excluded."startedAt" OR "RateLimit"."startedAt" > excluded."expiresAt") THEN excluded."startedAt" ELSE "RateLimit"."startedAt" END,
      "expiresAt" = CASE WHEN ("RateLimit"."expiresAt" <= excluded."startedAt" OR "RateLimit"."startedAt" > excluded."expiresAt") THEN excluded."expiresAt" ELSE "RateLimit"."expiresAt" END
    WHERE ("RateLimit"."expiresAt" <= excluded."startedAt" OR "RateLimit"."startedAt" > excluded."expiresAt") OR "RateLimit"."count" < ${limit}
    RETURNING "count"`;
  if (rows.length > 0) return { allowed: true };
  const row = await db.rateLimit.findUnique({ where: { key }, select: { expiresAt: true } });
  return { allowed: false, retryAt: row?.expiresAt ?? expiresAt };
}

/** Gives one event back, e.g. a message the provider refused: it was not sent and must not count (B1). */
export async function giveBack(key: string): Promise<void> {
  await db.rateLimit.updateMany({
    where: { key, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** True for exactly one caller of the same key until `expiresAt`: single use of a challenge or nonce. */
export async function consumeOnce(key: string, expiresAt: Date): Promise<boolean> {
  const now = new Date();
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO "RateLimit" ("key", "startedAt", "expiresAt", "count")
    VALUES (${`once:${key}`}, ${now}, ${expiresAt}, 1)
    ON CONFLICT ("key") DO NOTHING
    RETURNING "key"`;
  return rows.length > 0;
}
