import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import {
  isBlocked,
  lockState,
  MAX_FAILURES,
  type Method,
  openUnlockWays,
  remainingAttempts,
} from "@/lib/domain/lockout";
import { failure, type Problem } from "@/lib/domain/result";
import type { RegionProfile } from "@/lib/regions/types";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { notify } from "../notices/notify";
import { takeFromWindow } from "../rate-limit";

type Failed = { ok: false; problems: Problem[] };

/** Consecutive failures of one account, per method (K1). */
function countersOf(accountId: string) {
  return db.authenticationCounter.findMany({
    where: { accountId },
    select: { method: true, day: true, failures: true },
  });
}

/** The lock that keeps `method` from being tried at this bureau, as a problem that says until when and every way out. */
export async function lockOf(
  accountId: string,
  method: Method,
  region: RegionProfile,
  now: Date,
): Promise<Failed | null> {
  const counters = await countersOf(accountId);
  return isBlocked(method, counters, region.lockScope, now)
    ? lockedProblem(counters, region, now)
    : null;
}

/**
 * The same, but only by failures of `method` itself: on the ways out of a lock (忘记密码) the others do not block, or the lock
 * would keep its own key.
 */
export async function ownLockOf(
  accountId: string,
  method: Method,
  region: RegionProfile,
  now: Date,
): Promise<Failed | null> {
  const counters = await countersOf(accountId);
  const own = counters.find((counter) => counter.method === method);
  return remainingAttempts(own, now) === 0 ? lockedProblem(counters, region, now) : null;
}

function lockedProblem(
  counters: Parameters<typeof lockState>[0],
  region: RegionProfile,
  now: Date,
): Failed {
  const { until } = lockState(counters, region.lockScope, now);
  const ways = openUnlockWays(counters, region, now).join(" ");
  return failure("ACCOUNT_LOCKED", {
    params: { until: (until ?? now).toISOString(), now: now.toISOString(), ways },
  });
}

/**
 * Takes one attempt of `method` before the secret is looked at, so that guesses sent at once share the five attempts.
 * False when they are used up: the attempt must not be made and is not counted (K1).
 */
export async function takeAttempt(accountId: string, method: Method, now: Date): Promise<boolean> {
  const day = dayOf(now);
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO "AuthenticationCounter" ("accountId", "method", "day", "failures")
    VALUES (${accountId}, ${method}, ${day}, 1)
    ON CONFLICT ("accountId", "method") DO UPDATE SET
      "failures" = CASE WHEN "AuthenticationCounter"."day" = excluded."day"
        THEN "AuthenticationCounter"."failures" + 1 ELSE 1 END,
      "day" = excluded."day"
    WHERE "AuthenticationCounter"."day" <> excluded."day" OR "AuthenticationCounter"."failures" < ${MAX_FAILURES}
    RETURNING "failures"`;
  return rows.length > 0;
}

/** A proof of `method` succeeded: its failures are forgotten (K1). */
export async function clearFailures(tx: Tx, accountId: string, method: Method) {
  await tx.authenticationCounter.updateMany({
    where: { accountId, method, failures: { gt: 0 } },
    data: { failures: 0 },
  });
}

/** Gives an attempt back that was no failure, e.g. the right code submitted twice. */
export async function returnAttempt(accountId: string, method: Method): Promise<void> {
  await db.authenticationCounter.updateMany({
    where: { accountId, method, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/**
 * What a refused secret is answered: the attempts left today, or the lock when that was the last one. The lock is in the audit
 * trail (账户锁定), and so is a wrong code; other secrets are recorded by who checks them.
 */
export async function refusedAttempt(
  accountId: string,
  method: Method,
  code: string,
  { field, region, now }: { field: string; region: RegionProfile; now: Date },
): Promise<Failed> {
  const counters = await countersOf(accountId);
  const left = remainingAttempts(
    counters.find((counter) => counter.method === method),
    now,
  );
  const isCode = method === "SMS" || method === "EMAIL";
  if (isCode) await recordRefusal("VERIFY_CODE", { accountId, method, region, now });
  if (left > 0) return failure(code, { field, params: { left } });
  await recordRefusal("LOCK_ACCOUNT", { accountId, method, region, now });
  await tellLocked(accountId, method, now);
  return lockedProblem(counters, region, now);
}

/** The lock is in the message centre when the person is back (A5), once; no message is sent, which others could cause at will. */
async function tellLocked(accountId: string, method: Method, now: Date): Promise<void> {
  const window = { limit: 1, windowSeconds: 600, now };
  if (!(await takeFromWindow(`lock-notice:${accountId}:${method}`, window)).allowed) return;
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { personId: true },
  });
  if (account) await notify(db, { personId: account.personId, kind: "ACCOUNT_LOCKED" }, now);
}

async function recordRefusal(
  action: string,
  refusal: { accountId: string; method: Method; region: RegionProfile; now: Date },
): Promise<void> {
  const { accountId, method, region, now } = refusal;
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { personId: true },
  });
  const personId = account?.personId;
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action,
      outcome: "REFUSED",
      region: region.slug,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      detail: { method },
    }),
  );
}
