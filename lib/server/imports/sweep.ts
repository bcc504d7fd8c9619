import "server-only";
import { keptSince } from "@/lib/domain/retention";
import { db } from "../db";
import { isStopping } from "../runtime/process";
import { keepSweeping } from "../runtime/sweeps";
import { applyRun } from "./apply-run";
import { checkRun } from "./check-run";
import { unattended } from "./lease";
import { deleteLines } from "./runs";

const ON_ONE_SWEEP = 20;
const SWEEP_EVERY_MS = 60_000;

/**
 * Goes on with runs whose process ended in the middle, and deletes the lines of runs that are over (also after an interruption)
 * or that nobody went on with for long (保存期限). Any number of processes may sweep at once.
 */
export async function sweepImports(now: Date): Promise<void> {
  for (const status of ["CHECKING", "APPROVED"] as const) {
    const rows = await db.importRun.findMany({
      where: unattended(status, now),
      take: ON_ONE_SWEEP,
      select: { id: true },
    });
    for (const { id } of rows) {
      if (isStopping()) return;
      await (status === "CHECKING" ? checkRun(id) : applyRun(id));
    }
  }
  const since = keptSince("IMPORT_LINES", now);
  await db.importRun.updateMany({
    where: { status: { in: ["WAITING_FILE", "INVALID", "READY"] }, updatedAt: { lt: since } },
    data: { status: "CANCELLED", fileKeyCipher: null, finishedAt: now },
  });
  const over = await db.importRun.findMany({
    where: { status: { in: ["APPLIED", "CANCELLED"] }, rows: { some: {} } },
    take: ON_ONE_SWEEP,
    select: { id: true },
  });
  for (const { id } of over) await deleteLines(id);
}

/** Sweeps now and every minute as long as the process lives. */
export function keepImportsSwept(): void {
  keepSweeping("imports", SWEEP_EVERY_MS, sweepImports);
}
