import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { correctionProblem } from "@/lib/domain/correction-rules";
import { maskName } from "@/lib/domain/masking";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, isUniqueViolation, type Tx, transaction } from "../db";
import { pageWindow } from "../identities/paging";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { blindIndex, protect, reveal } from "../protect";
import { isOpenCase, officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";
import { isOwnPerson, refuseOwn } from "./own-account";
import { servedPerson } from "./person-case";

/** 更正申请 at the officer's own bureau: those that wait, the longest first, or those that are over. Names are masked. */
export async function listCorrections(
  { region }: CurrentOfficer,
  tab: "PENDING" | "OVER",
  page: number,
) {
  const pending = tab === "PENDING";
  const where = {
    region,
    status: pending ? ("PENDING" as const) : { in: ["CORRECTED" as const, "REFUSED" as const] },
  };
  const [rows, total] = await Promise.all([
    db.correctionRequest.findMany({
      where,
      orderBy: [{ requestedAt: pending ? "asc" : "desc" }, { id: "asc" }],
      ...pageWindow(page),
      select: {
        id: true,
        kind: true,
        status: true,
        requestedAt: true,
        answer: true,
        person: { select: { name: true } },
      },
    }),
    db.correctionRequest.count({ where }),
  ]);
  return {
    rows: rows.map(({ person, ...row }) => ({ ...row, name: maskName(person.name) })),
    total,
  };
}

/**
 * 「受理」: from now on this officer sees whose request it is and what it says; the look-up is in the audit trail with its reason, and
 * in the person's history (B13). Problems: `CORRECTION_OVER`, `OWN_ACCOUNT`.
 */
export async function openCorrection(
  { correction: id, reason }: { correction: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ to: string }>> {
  const row = await db.correctionRequest.findFirst({
    where: { id, region: officer.region, status: "PENDING" },
    select: { personId: true },
  });
  if (!row) return failure("CORRECTION_OVER");
  const { personId } = row;
  if (await isOwnPerson(officer, { id: personId })) {
    return refuseOwn("OWN_ACCOUNT", officer, { personId }, now);
  }
  const event = officerEvent("LOOK_UP_PERSON", officer, reason, now);
  await transaction((tx) => appendAudit(tx, { ...event, personId, detail: { found: 1 } }));
  return success({ to: `/hall/corrections/${id}` });
}

const KEPT = { name: true, documentType: true, documentNumberCipher: true } as const;

/**
 * One request with what is kept and what it should be, for the document on the counter. Problems: `CORRECTION_OVER` when there is none
 * at this bureau, `LOOK_UP_FIRST` without 「受理」 in the last half hour.
 */
export async function correctionCase(officer: CurrentOfficer, id: string, now: Date) {
  const row =
    id.length > 64
      ? null
      : await db.correctionRequest.findFirst({
          where: { id, region: officer.region },
          include: { person: { select: KEPT } },
        });
  if (!row) return failure("CORRECTION_OVER");
  const { personId, person, valueCipher, noteCipher, kind, status, requestedAt, answer } = row;
  if (!(await isOpenCase(officer, { personId }, now))) return failure("LOOK_UP_FIRST");
  const { documentNumberCipher, name, documentType } = person;
  return success({
    id,
    kind,
    status,
    requestedAt,
    answer,
    personId,
    name,
    documentType,
    documentNumber: reveal("Person.documentNumber", documentNumberCipher),
    value: reveal("CorrectionRequest.value", valueCipher),
    note: reveal("CorrectionRequest.note", noteCipher),
  });
}

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

type Decision = { correction: string; decision: "CORRECT" | "REFUSE"; reason: string };

/**
 * 「准予更正」 or 「不予更正」, the document having been compared; of two at once one counts. A name or number is corrected by it, by
 * the rules of a registration (T3); whatever else has been corrected where it is kept. The person reads the reason.
 * Problems: `CORRECTION_OVER`, those of `servedPerson`, `CORRECTION_DOCUMENT_TAKEN`, those of `correctionProblem`.
 */
export async function decideCorrection(
  form: Decision,
  { officer, now }: OfficerContext,
): Promise<Result> {
  const request = await db.correctionRequest.findFirst({
    where: { id: form.correction, region: officer.region },
    select: { personId: true },
  });
  if (!request) return failure("CORRECTION_OVER");
  const served = await servedPerson(officer, request.personId, now);
  if (!served.ok) return served;
  try {
    const notice = await transaction((tx) => decide(tx, form, officer, now));
    await carryNotice(notice, { region: officer.region, now });
    return success();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    if (isUniqueViolation(error, "documentNumberIndex"))
      return failure("CORRECTION_DOCUMENT_TAKEN");
    throw error;
  }
}

async function decide(
  tx: Tx,
  { correction: id, decision, reason }: Decision,
  officer: CurrentOfficer,
  now: Date,
): Promise<string> {
  const { officerId, region } = officer;
  const correct = decision === "CORRECT";
  const { count } = await tx.correctionRequest.updateMany({
    where: { id, region, status: "PENDING" },
    data: {
      status: correct ? "CORRECTED" : "REFUSED",
      waiting: null,
      decidedById: officerId,
      decidedAt: now,
      answer: reason,
    },
  });
  if (count !== 1) throw new Refused([{ code: "CORRECTION_OVER" }]);
  const { personId, kind, valueCipher } = await tx.correctionRequest.findUniqueOrThrow({
    where: { id },
    select: { personId: true, kind: true, valueCipher: true },
  });
  const value = reveal("CorrectionRequest.value", valueCipher);
  if (correct && kind !== "OTHER") await correctPerson(tx, { personId, kind, value }, officer, now);
  const told = correct ? "CORRECTION_MADE" : "CORRECTION_REFUSED";
  const notice = await notify(tx, { personId, kind: told }, now);
  const event = officerEvent("DECIDE_CORRECTION", officer, reason, now);
  await appendAudit(tx, {
    ...event,
    personId,
    subjectKind: "CorrectionRequest",
    subjectId: id,
    detail: { kind, decision },
  });
  return notice;
}

async function correctPerson(
  tx: Tx,
  { personId, kind, value }: { personId: string; kind: "NAME" | "DOCUMENT_NUMBER"; value: string },
  officer: CurrentOfficer,
  now: Date,
): Promise<void> {
  const { documentNumberCipher, country, ...kept } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { ...KEPT, country: true },
  });
  const documentNumber = reveal("Person.documentNumber", documentNumberCipher);
  const problem = correctionProblem(kind, value, { ...kept, documentNumber }, dayOf(now));
  // What has become so meanwhile, e.g. by a collection, needs no change.
  if (problem && problem !== "CORRECTION_SAME") throw new Refused([{ code: problem }]);
  if (kind === "NAME") {
    await tx.person.update({
      where: { id: personId },
      data: { name: value },
      select: { id: true },
    });
    return;
  }
  const documentNumberIndex = blindIndex("documentNumber", value);
  if (await isOwnPerson(officer, { documentNumberIndex }, tx)) {
    throw new Refused([{ code: "OWN_ACCOUNT" }]);
  }
  const { documentType } = kept;
  const taken = await tx.person.count({
    where: { documentNumberIndex, documentType, country, NOT: { id: personId } },
  });
  if (taken > 0) throw new Refused([{ code: "CORRECTION_DOCUMENT_TAKEN" }]);
  await tx.person.update({
    where: { id: personId },
    data: { documentNumberIndex, documentNumberCipher: protect("Person.documentNumber", value) },
    select: { id: true },
  });
}
