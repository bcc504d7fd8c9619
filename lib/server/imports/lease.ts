import "server-only";
import { db, type Tx } from "../db";

/** A process that has said nothing for so long has stopped working on the run; another one goes on. */
const LEASE_SECONDS = 120;

type Working = "CHECKING" | "APPROVED";

/** The right of one process to work on a run. */
export type Lease = { id: string; status: Working; leaseUntil: Date };

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_SECONDS * 1000);
}

/** Runs of a status that no process works on. */
export function unattended(status: Working, now: Date) {
  return { status, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] };
}

/** Takes a run to work on, or null when another process has it or there is nothing to do. */
export async function takeLease(id: string, status: Working): Promise<Lease | null> {
  const now = new Date();
  const leaseUntil = leaseFrom(now);
  const { count } = await db.importRun.updateMany({
    where: { id, ...unattended(status, now) },
    data: { leaseUntil },
  });
  return count === 1 ? { id, status, leaseUntil } : null;
}

/** The run has gone to another process, or was cancelled: whoever worked on it stops. */
export class LeaseLost extends Error {}

/**
 * Writes progress and holds the run for longer; call it in the transaction of the work it is about.
 * @throws LeaseLost
 */
export async function renewLease(
  tx: Tx,
  lease: Lease,
  data: { readBytes?: number; lastLine?: number; lineCount?: number } = {},
): Promise<Lease> {
  const now = new Date();
  const leaseUntil = leaseFrom(now);
  const { count } = await tx.importRun.updateMany({
    where: lease,
    data: { ...data, leaseUntil, updatedAt: now },
  });
  if (count === 0) throw new LeaseLost();
  return { ...lease, leaseUntil };
}

/** Lets another process try at once, after a failure. */
export async function giveLeaseBack(lease: Lease): Promise<void> {
  await db.importRun.updateMany({
    where: { id: lease.id, status: lease.status },
    data: { leaseUntil: null },
  });
}
