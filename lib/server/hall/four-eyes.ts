import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { maskName } from "@/lib/domain/masking";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { importKindLabel } from "@/lib/labels";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { FOUR_EYES_EFFECTS, type FourEyesDone } from "./four-eyes-effects";
import { stillWaiting } from "./four-eyes-request";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";
import { isOwnCode, refuseOwn } from "./own-account";

const SHOWN = 50;

/** Requests of the officer's own bureau: those that wait, and those decided or expired last. */
export async function listFourEyes({ region, officerId }: CurrentOfficer, now: Date) {
  const read = (where: Prisma.FourEyesRequestWhereInput, order: "asc" | "desc") =>
    db.fourEyesRequest.findMany({
      where: { region, ...where },
      orderBy: [{ requestedAt: order }, { id: order }],
      take: SHOWN,
      select: {
        id: true,
        kind: true,
        subjectKind: true,
        subjectId: true,
        reason: true,
        status: true,
        requestedAt: true,
        requestedById: true,
        requestedBy: { select: { name: true } },
        decidedBy: { select: { name: true } },
      },
    });
  const [waiting, decided] = await Promise.all([
    read(stillWaiting(now), "asc"),
    read({ NOT: stillWaiting(now) }, "desc"),
  ]);
  const names = await subjectNames([...waiting, ...decided]);
  type Row = (typeof waiting)[number];
  const shown = ({ requestedBy, requestedById, decidedBy, ...row }: Row) => ({
    ...row,
    subject: names.get(row.subjectId) ?? "",
    requestedBy: requestedBy.name,
    decidedBy: decidedBy?.name ?? null,
    own: requestedById === officerId,
  });
  const ended = (row: Row) => ({
    ...shown(row),
    // What nobody decided in time.
    status: row.status === "PENDING" ? ("EXPIRED" as const) : row.status,
  });
  return { waiting: waiting.map(shown), decided: decided.map(ended) };
}

/** What the requests are about: an officer by name, a person by the masked name of their account, a file by kind and length. */
async function subjectNames(
  rows: readonly { subjectKind: string; subjectId: string }[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  const [officers, accounts, imports] = await Promise.all([
    db.officer.findMany({
      where: { id: { in: idsOf("Officer") } },
      select: { id: true, name: true, employeeNumber: true },
    }),
    db.account.findMany({
      where: { id: { in: idsOf("Account") } },
      select: { id: true, person: { select: { name: true } } },
    }),
    db.importRun.findMany({
      where: { id: { in: idsOf("Import") } },
      select: { id: true, kind: true, lineCount: true },
    }),
  ]);
  return new Map([
    ...officers.map(({ id, name, employeeNumber }) => [id, `${name} ${employeeNumber}`] as const),
    ...accounts.map(({ id, person }) => [id, maskName(person.name)] as const),
    ...imports.map(
      ({ id, kind, lineCount }) => [id, `${importKindLabel(kind)} ${lineCount}行`] as const,
    ),
  ]);
}

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

/**
 * 「同意」 or 「不同意」 of 复核 by a supervisor of the bureau who is not the one who asked (四眼原则); of two at once one decides.
 * What was asked for happens in the same transaction; where it may not any more, the request goes on waiting.
 * Problems: `FOUR_EYES_OWN_REQUEST`, `FOUR_EYES_OWN_OFFICER` (asked for by who was added by the very same supervisor),
 * `FOUR_EYES_DECIDED`, and those of the effect.
 */
export async function decideFourEyes(
  form: { request: string; decision: "APPROVE" | "REFUSE"; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result> {
  const { request: id, decision, reason } = form;
  const { officerId, region } = officer;
  const approved = decision === "APPROVE";
  const own = { id, region };
  try {
    const done = await transaction(async (tx): Promise<FourEyesDone> => {
      const row = await tx.fourEyesRequest.findFirst({
        where: own,
        include: { requestedBy: { select: { role: true, addedById: true } } },
      });
      if (row?.requestedById === officerId) throw new Refused([{ code: "FOUR_EYES_OWN_REQUEST" }]);
      // Officers but supervisors are added by one alone: it could be a second name of the same person.
      const { role, addedById } = row?.requestedBy ?? {};
      if (approved && addedById === officerId && role !== "SUPERVISOR") {
        throw new Refused([{ code: "FOUR_EYES_OWN_OFFICER" }]);
      }
      const { count } = await tx.fourEyesRequest.updateMany({
        where: { ...own, ...stillWaiting(now), requestedById: { not: officerId } },
        data: {
          status: approved ? "APPROVED" : "REFUSED",
          decidedById: officerId,
          decidedAt: now,
          decisionReason: reason,
        },
      });
      if (count !== 1 || !row) throw new Refused([{ code: "FOUR_EYES_DECIDED" }]);
      const effect = FOUR_EYES_EFFECTS[row.kind];
      if (approved && !effect) throw new Error(`${row.kind} has no effect`);
      const facts = { ...row, requestId: row.id };
      const outcome = approved && effect ? await effect(tx, facts, officer, now) : success({});
      if (!outcome.ok) throw new Refused(outcome.problems);
      await appendAudit(tx, {
        at: now,
        action: approved ? "APPROVE_FOUR_EYES" : "REFUSE_FOUR_EYES",
        outcome: "OK",
        region,
        actorKind: "OFFICER",
        actorId: officerId,
        subjectKind: "FourEyesRequest",
        subjectId: id,
        detail: { kind: row.kind },
        reason,
      });
      return outcome.value;
    });
    await done.afterwards?.();
    return success();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const code = error.problems[0]?.code;
    if (isOwnCode(code)) {
      const subject = { subjectKind: "FourEyesRequest", subjectId: id };
      return refuseOwn(code, officer, subject, now);
    }
    return { ok: false, problems: error.problems };
  }
}

/** 「撤回」 of one's own request while nobody has decided it. */
export async function withdrawFourEyes(
  form: { request: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result> {
  const { officerId, region } = officer;
  return transaction(async (tx) => {
    const { count } = await tx.fourEyesRequest.updateMany({
      where: { id: form.request, region, requestedById: officerId, ...stillWaiting(now) },
      data: { status: "WITHDRAWN", decidedAt: now },
    });
    if (count !== 1) return failure("FOUR_EYES_DECIDED");
    await appendAudit(tx, {
      at: now,
      action: "WITHDRAW_FOUR_EYES",
      outcome: "OK",
      region,
      actorKind: "OFFICER",
      actorId: officerId,
      subjectKind: "FourEyesRequest",
      subjectId: form.request,
      reason: form.reason,
    });
    return success();
  });
}
