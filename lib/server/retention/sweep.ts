import "server-only";
import { giveBack, takeFromWindow } from "../rate-limit";
import { keepSweeping } from "../runtime/sweeps";
import { type PurgeCounts, purgeExpired } from "./purge";

const JOB = "job:retention";
/** All processes together purge so often. */
const EVERY_HOURS = 6;
const ASKED_EVERY_MS = 60 * 60 * 1000;

/** Purges, if no process of the portal did within the last hours; null when it is not this one's turn. */
export async function purgeInTurn(now: Date): Promise<PurgeCounts | null> {
  const turn = await takeFromWindow(JOB, { limit: 1, windowSeconds: EVERY_HOURS * 3600, now });
  if (!turn.allowed) return null;
  try {
    return await purgeExpired(now);
  } catch (error) {
    await giveBack(JOB);
    throw error;
  }
}

/** Asks every hour whether it is this process's turn to purge (保存期限). */
export function keepPurged(): void {
  keepSweeping("retention", ASKED_EVERY_MS, purgeInTurn);
}
