import "server-only";
import type { ImportKind } from "@/lib/domain/registry-file";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { requestFourEyes, stillWaiting } from "../hall/four-eyes-request";
import type { CurrentOfficer } from "../hall/officer-store";
import { dropFile } from "./file-store";

/** What an officer does with a run: who, of which bureau, when. */
export type Handling = { officer: CurrentOfficer; now: Date };

const LINES_DELETED_AT_ONCE = 2_000;

/** 「数据导入」: begins a run; its file comes next. */
export async function beginImport(
  { kind, reason }: { kind: ImportKind; reason: string },
  { officer, now }: Handling,
): Promise<Result<{ to: string }>> {
  const { officerId, region } = officer;
  const id = await transaction(async (tx) => {
    const run = await tx.importRun.create({
      data: { kind, reason, region, requestedById: officerId, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await appendAudit(tx, {
      at: now,
      action: "BEGIN_IMPORT",
      outcome: "OK",
      region,
      actorKind: "OFFICER",
      actorId: officerId,
      subjectKind: "ImportRun",
      subjectId: run.id,
      detail: { kind },
      reason,
    });
    return run.id;
  });
  return success({ to: `/hall/imports/${id}` });
}

/** Runs an officer may change: their own, of their bureau, before anybody is asked to approve. */
export function ownOpenRun(id: string, { officerId, region }: CurrentOfficer) {
  return {
    id,
    region,
    requestedById: officerId,
    status: { in: ["WAITING_FILE" as const, "INVALID" as const, "READY" as const] },
  };
}

/** Whether 复核 of the run is asked for and not decided yet. */
export async function isWaiting(tx: Tx, id: string, now: Date): Promise<boolean> {
  const where = { kind: "IMPORT" as const, subjectId: id, ...stillWaiting(now) };
  return (await tx.fourEyesRequest.count({ where })) > 0;
}

/**
 * 「提交复核」 of a run without errors: a supervisor, another one, decides whether it takes effect. Problems: `IMPORT_NOT_READY`,
 * `IMPORT_WAITS` when it was asked for already.
 */
export async function submitImport(
  { run: id, reason }: { run: string; reason: string },
  { officer, now }: Handling,
): Promise<Result> {
  return transaction(async (tx) => {
    const where = { ...ownOpenRun(id, officer), status: "READY" as const };
    // Also locks the row: of two requests at once one is made.
    const { count } = await tx.importRun.updateMany({ where, data: { updatedAt: now } });
    if (count === 0) return failure("IMPORT_NOT_READY");
    if (await isWaiting(tx, id, now)) return failure("IMPORT_WAITS");
    const { fileNumber } = await tx.importRun.findUniqueOrThrow({
      where: { id },
      select: { fileNumber: true },
    });
    const subject = { kind: "IMPORT", subjectKind: "Import", subjectId: id } as const;
    await requestFourEyes(tx, { ...subject, payload: { fileNumber }, reason }, officer, now);
    return success();
  });
}

/**
 * 「放弃导入」, also while the file is still read: the run is over, whoever reads it stops at the next lines (`LeaseLost`), and its
 * lines are deleted. Problems: `IMPORT_NOT_OPEN`, `IMPORT_WAITS`.
 */
export async function cancelImport(
  { run: id, reason }: { run: string; reason: string },
  { officer, now }: Handling,
): Promise<Result> {
  const done = await transaction(async (tx): Promise<Result> => {
    if (await isWaiting(tx, id, now)) return failure("IMPORT_WAITS");
    const { count } = await tx.importRun.updateMany({
      where: { OR: [ownOpenRun(id, officer), { ...ownOpenRun(id, officer), status: "CHECKING" }] },
      data: { status: "CANCELLED", updatedAt: now, finishedAt: now, fileKeyCipher: null },
    });
    if (count === 0) return failure("IMPORT_NOT_OPEN");
    await appendAudit(tx, {
      at: now,
      action: "CANCEL_IMPORT",
      outcome: "OK",
      region: officer.region,
      actorKind: "OFFICER",
      actorId: officer.officerId,
      subjectKind: "ImportRun",
      subjectId: id,
      reason,
    });
    return success();
  });
  if (done.ok) await deleteLines(id);
  return done;
}

/** Deletes the file and the lines of a run that is over; findings hold no personal data and stay for the report. */
export async function deleteLines(runId: string): Promise<void> {
  await dropFile(runId);
  await deleteRows(runId);
}

/** Deletes the lines of a run, some at a time. */
export async function deleteRows(runId: string): Promise<void> {
  const last = await db.importRow.aggregate({ where: { runId }, _max: { line: true } });
  for (let line = 0; line <= (last._max.line ?? -1); line += LINES_DELETED_AT_ONCE) {
    await db.importRow.deleteMany({
      where: { runId, line: { gte: line, lt: line + LINES_DELETED_AT_ONCE } },
    });
  }
}
