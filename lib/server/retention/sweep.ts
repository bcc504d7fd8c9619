import "server-only";
import { db } from "../db";
import { giveBack, takeFromWindow } from "../rate-limit";
import { keepSweeping } from "../runtime/sweeps";
import { type PurgeCounts, purgeExpired } from "./purge";

const JOB = "job:retention";
/** All processes together purge so often. */
const EVERY_HOURS = 6;
const ASKED_EVERY_MS = 60 * 60 * 1000;
/** A turn believes the clock no more than this beyond the turn before. */
const STRIDE_MS = 2 * 24 * 60 * 60 * 1000;

/**
 * Purges, if no process of the portal did within the last hours; null when it is not this one's turn. A turn long after the one before
 * takes only what was due two days after that, and the next one the rest: a clock that is ahead (时钟跳变) and set right within
 * hours has not deleted what has to be kept.
 */
export async function purgeInTurn(now: Date): Promise<PurgeCounts | null> {
  const former = await db.rateLimit.findUnique({
    where: { key: JOB },
    select: { startedAt: true },
  });
  const turn = await takeFromWindow(JOB, { limit: 1, windowSeconds: EVERY_HOURS * 3600, now });
  if (!turn.allowed) return null;
  const dueAt = new Date(
    former ? Math.min(now.getTime(), former.startedAt.getTime() + STRIDE_MS) : now,
  );
  try {
    return await purgeExpired(now, dueAt);
  } catch (error) {
    await giveBack(JOB);
    throw error;
  }
}

/** Asks every hour whether it is this process's turn to purge (保存期限). */
export function keepPurged(): void {
  keepSweeping("retention", ASKED_EVERY_MS, purgeInTurn);
}
