import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import type { RelationAction } from "@/lib/domain/relation-actions";
import { failure, type Result, success } from "@/lib/domain/result";
import type { RelationNotice } from "@/lib/messages/relations";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { notify } from "../notices/notify";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import {
  type ChangedRelation,
  type Changer,
  changeableRelation,
  changedColumns,
  noticeParams,
  RELATION_VERBS,
  writeRelation,
} from "./change";
import { takeOver } from "./hand-over-grants";
import { managing } from "./managing";
import { carryAll, tellManagers } from "./tell";

/** The person who decides for themselves, signed in or about to be, both factors proved. */
type Deciding = {
  session: Pick<CurrentSession, "personId" | "region" | "proofs">;
  now: Date;
};
type SignedIn = RequestContext & { session: CurrentSession };
type OwnAction = "ACCEPT" | "REJECT" | "WITHDRAW" | "REMOVE_OWN" | "CLEAR_RECORD";
type StaffAction =
  | "ACCEPT"
  | "REJECT"
  | "WITHDRAW"
  | "REMOVE"
  | "FREEZE"
  | "UNFREEZE"
  | "CLEAR_RECORD";

/** What the managers are told of a decision of the person's. */
const TO_MANAGERS: Readonly<Record<OwnAction, RelationNotice | null>> = {
  ACCEPT: "AUTHORIZATION_CONFIRMED",
  REJECT: "AUTHORIZATION_REFUSED",
  WITHDRAW: "APPLICATION_WITHDRAWN",
  REMOVE_OWN: "HANDLER_LEFT",
  CLEAR_RECORD: null,
};

/** What the person is told of a manager's decision. */
const TO_PERSON: Readonly<Record<StaffAction, RelationNotice | null>> = {
  ACCEPT: "APPLICATION_AGREED",
  REJECT: "APPLICATION_REFUSED",
  WITHDRAW: "AUTHORIZATION_RECALLED",
  REMOVE: "RELATION_REMOVED",
  FREEZE: "RELATION_FROZEN",
  UNFREEZE: "RELATION_UNFROZEN",
  CLEAR_RECORD: null,
};

/**
 * A button of 企业授权管理 (A4): 确认, 拒绝, 撤回, 删除 or 清除记录 of one's own relation, in whatever identity one acts. Who asked
 * for a face before being added (B10) confirms in a session proved by face: FACE_BEFORE_ACCEPTING.
 */
export async function decideOwnRelation(
  { relationId, action }: { relationId: string; action: OwnAction },
  { session, now }: Deciding,
): Promise<Result> {
  const { personId } = session;
  if (action === "ACCEPT" && !session.proofs.includes("FACE")) {
    const { faceBeforeAdding } = await db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { faceBeforeAdding: true },
    });
    if (faceBeforeAdding) return failure("FACE_BEFORE_ACCEPTING");
  }
  const changer: Changer = { as: null, personId, where: { personId } };
  const by = personActor(session);
  return decide({ relationId, action, changer, by, now }, async (tx, row) => {
    const kind = TO_MANAGERS[action];
    if (!kind) return [];
    const told = { enterpriseId: row.enterpriseId, except: personId };
    return tellManagers(tx, told, kind, noticeParams(row), now);
  });
}

/** A button of 人员权限管理 (E2, E5), by a manager of the acting enterprise. Problems also those of `managing`. */
export async function decideStaffRelation(
  form: { relationId: string; action: StaffAction; identityVersion: number },
  { session, now }: SignedIn,
): Promise<Result> {
  const manager = managing(session, form.identityVersion);
  if (!manager.ok) return manager;
  const { role, where } = manager.value;
  const changer: Changer = { as: role, personId: session.personId, where };
  const by = personActor(session);
  return decide({ ...form, changer, by, now }, (tx, row) => tellPerson(tx, row, form.action, now));
}

/**
 * 解除关联关系, 冻结 or 解冻 at a counter (办税服务厅): by the rules a manager of the enterprise is under, at the bureau of the officer
 * only; `ownPeople` are the officer as a taxpayer, whose own relations are nobody's to change but others' (B13).
 */
export async function decideAtCounter(
  form: { relationId: string; action: "REMOVE" | "FREEZE" | "UNFREEZE"; reason: string },
  officer: { officerId: string; region: string; ownPeople: string[] },
  now: Date,
): Promise<Result> {
  const { officerId, region, ownPeople } = officer;
  const changer: Changer = {
    as: "LEGAL_REPRESENTATIVE",
    personId: "",
    where: { enterprise: { region }, personId: { notIn: ownPeople } },
  };
  const by = { kind: "OFFICER" as const, id: officerId, region, reason: form.reason };
  return decide({ ...form, changer, by, now }, (tx, row) => tellPerson(tx, row, form.action, now));
}

async function tellPerson(
  tx: Tx,
  row: ChangedRelation,
  action: StaffAction,
  now: Date,
): Promise<string[]> {
  const kind = TO_PERSON[action];
  if (!kind) return [];
  return [await notify(tx, { personId: row.personId, kind, params: noticeParams(row) }, now)];
}

/** Who decides, for the audit trail. */
type Actor = { kind: "PERSON" | "OFFICER"; id: string; region: string; reason?: string };

function personActor({ personId, region }: Deciding["session"]): Actor {
  return { kind: "PERSON", id: personId, region };
}

type Decision = {
  relationId: string;
  action: OwnAction | StaffAction;
  changer: Changer;
  by: Actor;
  now: Date;
};

/** The change itself, what follows from it, and its place in the audit trail; `tell` returns the messages it made. */
async function decide(
  { relationId, action, changer, by, now }: Decision,
  tell: (tx: Tx, row: ChangedRelation) => Promise<string[]>,
): Promise<Result> {
  const done = await transaction<Result<string[]>>(async (tx) => {
    const found = await changeableRelation(tx, relationId, action, changer, now);
    if (!found.ok) return found;
    const rows = [found.value, ...(await handedOverWith(tx, found.value, action, changer))];
    const messages: string[] = [];
    const decided: ChangedRelation[] = [];
    for (const row of rows) {
      const written = await writeRelation(tx, row, changer, dataOf(action, changer, now));
      if (!written && row === found.value) return failure("RELATION_CHANGED");
      // Another row of the same handover may have been decided a moment ago; it stays as it is.
      if (!written) continue;
      decided.push(row);
      if (action === "ACCEPT") messages.push(...(await takeOver(tx, row, now)));
      messages.push(...(await tell(tx, row)));
    }
    await tx.todo.updateMany({
      where: { subjectId: { in: decided.map(({ id }) => id) }, doneAt: null },
      data: { doneAt: now },
    });
    for (const row of decided) {
      await appendAudit(tx, {
        at: now,
        action: RELATION_VERBS[action],
        outcome: "OK",
        region: by.region,
        actorKind: by.kind,
        actorId: by.id,
        personId: row.personId,
        enterpriseId: row.enterpriseId,
        subjectKind: "Relation",
        subjectId: row.id,
        detail: { role: row.role },
        reason: by.reason,
      });
    }
    return success(messages);
  });
  if (!done.ok) return done;
  await carryAll(done.value, by.region, now);
  return success();
}

/** A handover covers all roles of whoever leaves: confirming or refusing one decides them all (B11). */
async function handedOverWith(
  tx: Tx,
  row: ChangedRelation,
  action: RelationAction,
  { where }: Changer,
): Promise<ChangedRelation[]> {
  if (!row.succeedsId || !["ACCEPT", "REJECT", "WITHDRAW"].includes(action)) return [];
  const former = await tx.relation.findUniqueOrThrow({
    where: { id: row.succeedsId },
    select: { personId: true },
  });
  return tx.relation.findMany({
    where: {
      ...where,
      personId: row.personId,
      enterpriseId: row.enterpriseId,
      status: "PENDING_PERSON",
      succeeds: { personId: former.personId },
      NOT: { id: row.id },
    },
    select: changedColumns,
  });
}

function dataOf(
  action: OwnAction | StaffAction,
  { as }: Changer,
  now: Date,
): Prisma.RelationUpdateManyMutationInput {
  switch (action) {
    case "ACCEPT":
      return { status: "ACTIVE", legacyOnly: false, decidedAt: now };
    case "REJECT":
      return { status: "REJECTED", living: null, decidedAt: now };
    case "WITHDRAW":
      return { status: "WITHDRAWN", living: null, decidedAt: now };
    case "REMOVE":
    case "REMOVE_OWN":
      return { status: "REMOVED", living: null, decidedAt: now };
    case "FREEZE":
      return { frozenAt: now };
    case "UNFREEZE":
      return { frozenAt: null };
    case "CLEAR_RECORD":
      return as === null ? { hiddenForPersonAt: now } : { hiddenForEnterpriseAt: now };
  }
}
