import "server-only";
import { isGrantable } from "@/lib/domain/grantable-functions";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { type Tx, transaction } from "../db";
import { notify } from "../notices/notify";
import {
  type ChangedRelation,
  type Changer,
  changeableRelation,
  noticeParams,
  RELATION_VERBS,
  writeRelation,
} from "../relations/change";
import { replaceGrants } from "../relations/grants";
import { carryAll } from "../relations/tell";
import { grantsManager, type SignedIn } from "./access";
import { inForce } from "./users";

/**
 * 「确定」 of 功能权限 (云南 3.4.2, 3.4.3): the person has exactly these functions from now on, in running sessions too. Without any left
 * they are unbound (自动解绑), `unbound`. Problems: those of `grantsManager` and `relationRefusal`, FUNCTION_UNKNOWN, RELATION_CHANGED.
 */
export async function grantUser(
  form: { relationId: string; functions: string[]; identityVersion: number },
  { session, now }: SignedIn,
): Promise<Result<{ unbound: boolean }>> {
  const managed = grantsManager(session, form.identityVersion, { now });
  if (!managed.ok) return managed;
  const codes = [...new Set(form.functions)];
  if (!codes.every(isGrantable)) return failure("FUNCTION_UNKNOWN");
  const { role: as, personId, where, region } = managed.value;
  const changer: Changer = {
    as,
    personId,
    where,
    inForceHere: (row) => inForce({ ...row, frozenAt: null }, region, now),
  };
  const unbound = codes.length === 0;
  const done = await transaction<Result<string>>(async (tx) => {
    const found = await changeableRelation(tx, form.relationId, "GRANT", changer, now);
    if (!found.ok) return found;
    const row = found.value;
    const data = unbound
      ? { status: "REMOVED" as const, living: null, decidedAt: now }
      : { updatedAt: now };
    // Also locks the relation, so that two managers' grants do not mix.
    if (!(await writeRelation(tx, row, changer, data))) return failure("RELATION_CHANGED");
    const given = { codes, identities: [], grantedById: personId, region };
    return success(
      unbound ? await unbind(tx, row, given, now) : await replaceGrants(tx, row, given, now),
    );
  });
  if (!done.ok) return done;
  await carryAll([done.value], region, now);
  return success({ unbound });
}

/** What follows from the last function taken away. Returns the id of the message to the person. */
async function unbind(
  tx: Tx,
  row: ChangedRelation,
  { grantedById, region }: { grantedById: string; region: string },
  now: Date,
): Promise<string> {
  const { id: relationId, personId, enterpriseId, role } = row;
  await tx.relationPermissionIdentity.deleteMany({ where: { relationId } });
  await tx.functionGrant.deleteMany({ where: { relationId } });
  await tx.todo.updateMany({
    where: { subjectId: relationId, doneAt: null },
    data: { doneAt: now },
  });
  const notice = { personId, kind: "USER_UNBOUND", params: noticeParams(row) } as const;
  const message = await notify(tx, notice, now);
  await appendAudit(tx, {
    at: now,
    action: RELATION_VERBS.REMOVE,
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: grantedById,
    personId,
    enterpriseId,
    subjectKind: "Relation",
    subjectId: relationId,
    detail: { role, by: "LAST_FUNCTION_REVOKED" },
  });
  return message;
}
