import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { log } from "../log";
import { carryNotice } from "../notices/carry";
import { compareRun } from "./compare";
import { countLines } from "./count-lines";
import { IMPORT_EFFECTS } from "./effects";
import { giveLeaseBack, type Lease, takeLease } from "./lease";
import { deleteLines } from "./runs";

/** Longest that all lines may take to count; a hundred thousand take seconds (docs/decisions/0023-registry-import.md). */
const TIMEOUT_MS = 300_000;

/** The database has changed since the lines were read, so that some of them would be wrong now: none counts. */
class Outdated extends Error {}

/** Makes all lines of an approved run count, or none. A failure of the machine leaves the run for the next process. */
export async function applyRun(id: string): Promise<void> {
  const lease = await takeLease(id, "APPROVED");
  if (!lease) return;
  const now = new Date();
  try {
    const messageIds = await transaction((tx) => apply(tx, lease, now), { timeoutMs: TIMEOUT_MS });
    const { region } = await db.importRun.findUniqueOrThrow({
      where: { id },
      select: { region: true },
    });
    await deleteLines(id);
    for (const message of messageIds) await carryNotice(message, { region, now });
  } catch (error) {
    if (error instanceof Outdated) await sendBack(lease);
    else {
      log.error("import failed", { err: error });
      await giveLeaseBack(lease);
    }
  }
}

async function factsOf(tx: Tx, id: string) {
  const run = await tx.importRun.findUniqueOrThrow({
    where: { id },
    select: {
      kind: true,
      region: true,
      lastLine: true,
      lineCount: true,
      reason: true,
      requestedById: true,
      approvedById: true,
    },
  });
  return { ...run, facts: { id, region: run.region, lastLine: run.lastLine } };
}

async function apply(tx: Tx, lease: Lease, now: Date): Promise<string[]> {
  const { id } = lease;
  const { count } = await tx.importRun.updateMany({
    where: lease,
    data: { status: "APPLIED", leaseUntil: null, finishedAt: now, updatedAt: now },
  });
  if (count === 0) return [];
  const run = await factsOf(tx, id);
  await compareRun(tx, run.kind, run.facts, run);
  const { errorCount, ...counts } = await countLines(tx, id);
  if (errorCount > 0) throw new Outdated();
  const { messageIds, blanked } = await IMPORT_EFFECTS[run.kind](tx, run.facts, now);
  const blankedCount = counts.blankedCount + blanked;
  await tx.importRun.update({
    where: { id },
    data: { ...counts, blankedCount },
    select: { id: true },
  });
  await appendAudit(tx, {
    at: now,
    action: "APPLY_IMPORT",
    outcome: "OK",
    region: run.region,
    actorKind: "OFFICER",
    actorId: run.approvedById ?? run.requestedById,
    subjectKind: "ImportRun",
    subjectId: id,
    detail: {
      kind: run.kind,
      requestedById: run.requestedById,
      lines: run.lineCount,
      added: counts.newCount,
      known: counts.knownCount,
      blanked: blankedCount,
    },
    reason: run.reason,
  });
  return messageIds;
}

/** Shows what is wrong now; the officer who began the run goes on with another file. */
async function sendBack(lease: Lease): Promise<void> {
  const { id } = lease;
  const run = await factsOf(db, id);
  await compareRun(db, run.kind, run.facts, run);
  const counts = await countLines(db, id);
  await db.importRun.updateMany({
    where: lease,
    data: { ...counts, status: "INVALID", leaseUntil: null, updatedAt: new Date() },
  });
}

/** 「同意」 of 复核: the very file that was sent to it takes effect. Problem: `IMPORT_CHANGED`. */
export async function approveImport(
  tx: Tx,
  { subjectId: id, region, payload }: { subjectId: string; region: string; payload: string },
  { officerId }: { officerId: string },
  now: Date,
): Promise<Result<{ afterwards: () => Promise<void> }>> {
  const { fileNumber } = JSON.parse(payload) as { fileNumber: number };
  const { count } = await tx.importRun.updateMany({
    where: { id, region, status: "READY", fileNumber },
    data: { status: "APPROVED", approvedById: officerId, leaseUntil: null, updatedAt: now },
  });
  if (count === 0) return failure("IMPORT_CHANGED");
  return success({
    // The supervisor does not wait for it; the page of the run shows how it goes on.
    afterwards: async () => {
      void applyRun(id);
    },
  });
}
