import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { correctedValue, correctionProblem } from "@/lib/domain/correction-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import type { CorrectionForm } from "@/lib/schemas/corrections";
import { standsOnSecondFactor } from "../accounts/second-factor-proof";
import { appendAudit } from "../audit";
import { db, isUniqueViolation, type Tx, transaction } from "../db";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { protect, reveal } from "../protect";
import { takeFromWindow } from "../rate-limit";
import type { CurrentSession } from "../session-store";

type Context = { session: CurrentSession; now: Date };

/** Requests one person may make in a day. */
const A_DAY = { limit: 5, windowSeconds: 24 * 60 * 60 };
/** Newest requests shown and given in the file. */
const SHOWN = 100;

/** A person's own 更正申请, the newest first, with what became of each. */
export async function ownCorrections(personId: string) {
  const rows = await db.correctionRequest.findMany({
    where: { personId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: {
      id: true,
      kind: true,
      region: true,
      valueCipher: true,
      noteCipher: true,
      status: true,
      requestedAt: true,
      decidedAt: true,
      answer: true,
    },
  });
  return rows.map(({ valueCipher, noteCipher, ...row }) => ({
    ...row,
    value: reveal("CorrectionRequest.value", valueCipher),
    note: reveal("CorrectionRequest.note", noteCipher),
  }));
}

/**
 * 「提交申请」 of 更正申请 (个人信息保护法 46): goes to the halls of the bureau of the session; nothing changes before an officer has
 * decided. One of a kind waits at a time. The person is told on every channel, should it not have been them (B4).
 * Problems: `CORRECTION_WAITING`, at `value` those of `correctionProblem`, `RATE_LIMITED`, `SECOND_FACTOR_LOST`.
 */
export async function requestCorrection(
  { kind, value: typed, note }: CorrectionForm,
  { session, now }: Context,
): Promise<Result> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  const { personId, region } = session;
  const value = correctedValue(kind, typed);
  const { documentNumberCipher, ...kept } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, documentType: true, documentNumberCipher: true },
  });
  const documentNumber = reveal("Person.documentNumber", documentNumberCipher);
  const problem = correctionProblem(kind, value, { ...kept, documentNumber }, dayOf(now));
  if (problem) return failure(problem, { field: "value" });
  const window = await takeFromWindow(`corrections:${personId}`, { ...A_DAY, now });
  if (!window.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
  }
  try {
    const notice = await transaction(async (tx) => {
      const { id } = await tx.correctionRequest.create({
        data: {
          personId,
          region,
          kind,
          valueCipher: protect("CorrectionRequest.value", value),
          noteCipher: protect("CorrectionRequest.note", note),
          requestedAt: now,
        },
        select: { id: true },
      });
      const message = await notify(tx, { personId, kind: "CORRECTION_REQUESTED" }, now);
      await auditOwn(tx, "REQUEST_CORRECTION", { personId, region, id }, now);
      return message;
    });
    await carryNotice(notice, { region, now });
    return success();
  } catch (error) {
    if (!isUniqueViolation(error, "personId", "kind", "waiting")) throw error;
    return failure("CORRECTION_WAITING", { field: "kind" });
  }
}

/** 「撤回」 while nobody has decided. Problem: `CORRECTION_OVER`, also for somebody else's. */
export async function withdrawCorrection(
  { correction: id }: { correction: string },
  { session, now }: Context,
): Promise<Result> {
  const { personId, region } = session;
  return transaction(async (tx) => {
    if ((await endWaiting(tx, { id, personId }, now)) === 0) return failure("CORRECTION_OVER");
    await auditOwn(tx, "WITHDRAW_CORRECTION", { personId, region, id }, now);
    return success();
  });
}

/** Takes back what waits, one request of a person or all of them; how many. */
export async function endWaiting(
  tx: Tx,
  which: { id?: string; personId: string },
  now: Date,
): Promise<number> {
  const { count } = await tx.correctionRequest.updateMany({
    where: { ...which, status: "PENDING" },
    data: { status: "WITHDRAWN", waiting: null, decidedAt: now },
  });
  return count;
}

async function auditOwn(
  tx: Tx,
  action: string,
  { personId, region, id }: { personId: string; region: string; id: string },
  now: Date,
): Promise<void> {
  await appendAudit(tx, {
    at: now,
    action,
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId,
    subjectKind: "CorrectionRequest",
    subjectId: id,
  });
}
