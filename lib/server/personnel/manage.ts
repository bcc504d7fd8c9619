import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { dayOf } from "@/lib/domain/china-time";
import { legacyStatus } from "@/lib/domain/legacy-rules";
import {
  type PersonnelAction,
  personnelRefusal,
  RESET_PASSWORD,
  RESET_PASSWORD_HOURS,
} from "@/lib/domain/personnel-actions";
import { failure, type Result, success } from "@/lib/domain/result";
import type { NoticeKind } from "@/lib/messages/notices";
import { appendAudit } from "../audit";
import { type Tx, transaction } from "../db";
import { endProvedBy } from "../legacy/handler-secret";
import { clearSecret } from "../legacy/secret-attempts";
import { notify } from "../notices/notify";
import { hashPassword } from "../password";
import {
  type ChangedRelation,
  changedColumns,
  noticeParams,
  RELATION_VERBS,
  writeRelation,
} from "../relations/change";
import type { Manager } from "../relations/managing";
import { personnelManager, type SignedIn } from "./access";
import { tellHandler } from "./tell";

const columns = {
  ...changedColumns,
  passwordBound: true,
  person: { select: { name: true, account: { select: { status: true } } } },
} as const;

/** The business verb of each button in the audit trail, and what the person is told. */
const RECORDED: Readonly<Record<PersonnelAction, { verb: string; notice: NoticeKind }>> = {
  REMOVE: { verb: RELATION_VERBS.REMOVE, notice: "RELATION_REMOVED" },
  FREEZE: { verb: RELATION_VERBS.FREEZE, notice: "RELATION_FROZEN" },
  UNFREEZE: { verb: RELATION_VERBS.UNFREEZE, notice: "RELATION_UNFROZEN" },
  BIND: { verb: "BIND_PASSWORD", notice: "PASSWORD_BOUND" },
  UNBIND: { verb: "UNBIND_PASSWORD", notice: "PASSWORD_UNBOUND" },
  RESET: { verb: "RESET_HANDLER_PASSWORD", notice: "HANDLER_PASSWORD_RESET" },
};

/**
 * A button of a row of 企业人员维护 (OL5, 辽宁 三(一), 七9): 删除, 冻结, 解冻, 绑定, 解绑, 重置密码. A reset password is changed at its first
 * use, ends after `RESET_PASSWORD_HOURS`, and opens the lock of the one forgotten. Problems: those of `personnelManager` and
 * `personnelRefusal`, AUTHORIZATION_NOT_FOUND for any row out of reach, RELATION_CHANGED.
 */
export async function managePerson(
  form: { relationId: string; action: PersonnelAction; identityVersion: number },
  { session, now }: SignedIn,
): Promise<Result> {
  const managed = personnelManager(session, form.identityVersion, { now });
  if (!managed.ok) return managed;
  const manager = managed.value;
  const { relationId, action } = form;
  const resetHash = action === "RESET" ? await hashPassword(RESET_PASSWORD) : null;
  const done = await transaction<Result<string>>(async (tx) => {
    const found = await changeablePerson(tx, form, manager, now);
    if (!found.ok) return found;
    const row = found.value;
    const { role: as, personId, where } = manager;
    const changer = { as, personId, where: { ...where, passwordBound: row.passwordBound } };
    const written = await writeRelation(tx, row, changer, dataOf(action, resetHash, now));
    if (!written) return failure("RELATION_CHANGED");
    await followUp(tx, { relationId, action, except: session.id }, now);
    const { verb, notice: kind } = RECORDED[action];
    const params = { ...noticeParams(row), hours: String(RESET_PASSWORD_HOURS) };
    const message = await notify(tx, { personId: row.personId, kind, params }, now);
    await appendAudit(tx, {
      at: now,
      action: verb,
      outcome: "OK",
      region: manager.region,
      actorKind: "PERSON",
      actorId: personId,
      personId: row.personId,
      enterpriseId: row.enterpriseId,
      subjectKind: "Relation",
      subjectId: relationId,
      detail: { role: row.role },
    });
    return success(message);
  });
  if (!done.ok) return done;
  await tellHandler(done.value, { relationId, region: manager.region, now });
  return success();
}

async function changeablePerson(
  tx: Tx,
  { relationId, action }: { relationId: string; action: PersonnelAction },
  { role: as, personId, where }: Manager,
  now: Date,
): Promise<Result<ChangedRelation & { passwordBound: boolean }>> {
  const row = await tx.relation.findFirst({ where: { id: relationId, ...where }, select: columns });
  if (!row) return failure("AUTHORIZATION_NOT_FOUND");
  const refusal = personnelRefusal({
    action,
    as,
    own: row.personId === personId,
    target: {
      role: row.role,
      status: legacyStatus(row, dayOf(now)),
      frozen: row.frozenAt !== null,
      bound: row.passwordBound,
      account: row.person.account?.status === "ACTIVE",
    },
  });
  return refusal ? failure(refusal) : success(row);
}

function dataOf(
  action: PersonnelAction,
  resetHash: string | null,
  now: Date,
): Prisma.RelationUpdateManyMutationInput {
  switch (action) {
    case "REMOVE":
      return { status: "REMOVED", living: null, decidedAt: now };
    case "FREEZE":
      return { frozenAt: now };
    case "UNFREEZE":
      return { frozenAt: null };
    case "BIND":
      return { passwordBound: true };
    case "UNBIND":
      return { passwordBound: false };
    case "RESET":
      return {
        handlerPasswordHash: resetHash,
        handlerPasswordState: "RESET_REQUIRED",
        handlerPasswordExpiresAt: new Date(now.getTime() + RESET_PASSWORD_HOURS * 3_600_000),
      };
  }
}

/** What a change takes with it; a manager's own session, which may have been proved by what is bound now, goes on. */
async function followUp(
  tx: Tx,
  { relationId, action, except }: { relationId: string; action: PersonnelAction; except: string },
  now: Date,
): Promise<void> {
  switch (action) {
    case "REMOVE":
      await tx.todo.updateMany({
        where: { subjectId: relationId, doneAt: null },
        data: { doneAt: now },
      });
      return;
    case "RESET":
      await clearSecret(tx, { kind: "HANDLER", id: relationId });
      return endProvedBy(tx, { relationId, proof: "HANDLER_PASSWORD", except }, now);
    case "BIND":
      return endProvedBy(tx, { relationId, proof: "HANDLER_PASSWORD", except }, now);
    case "UNBIND":
      return endProvedBy(tx, { relationId, proof: "PASSWORD", except }, now);
  }
}
