import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { isGrantable } from "@/lib/domain/grantable-functions";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { type Tx, transaction } from "../db";
import { notify } from "../notices/notify";
import { endGrants } from "../oidc/end-grants";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { tickedIdentities } from "./add-handler";
import {
  type ChangedRelation,
  type Changer,
  changeableRelation,
  noticeParams,
  RELATION_VERBS,
  writeRelation,
} from "./change";
import { type Manager, managing } from "./managing";
import { checkPeriod } from "./open";
import { carryAll } from "./tell";

type SignedIn = RequestContext & { session: CurrentSession };

type GrantForm = {
  relationId: string;
  identities: Record<string, boolean>;
  functions: string[];
  identityVersion: number;
};

/**
 * 授权 (E4): a handler or clerk has exactly these permission identities and functions from now on, in running sessions too;
 * open requests of theirs (B14) are answered by it. Problems: those of `managing` and `grantAs`.
 */
export async function grantFunctions(form: GrantForm, { session, now }: SignedIn): Promise<Result> {
  const manager = managing(session, form.identityVersion);
  if (!manager.ok) return manager;
  const done = await grantAs(manager.value, form, { now });
  if (!done.ok) return done;
  await carryAll([done.value], manager.value.region, now);
  return success();
}

/**
 * The same for a manager who is proved already; `inForceHere` as of `Changer`. The id of the message to the person. Problems: those
 * of `relationRefusal`, FUNCTION_UNKNOWN, PERMISSION_IDENTITY_NOT_FOUND, RELATION_CHANGED.
 */
export async function grantAs(
  { role: as, personId, where, enterprise, region }: Manager,
  form: GrantForm,
  { inForceHere, now }: Pick<Changer, "inForceHere"> & { now: Date },
): Promise<Result<string>> {
  const codes = [...new Set(form.functions)];
  if (!codes.every(isGrantable)) return failure("FUNCTION_UNKNOWN");
  const changer: Changer = { as, personId, where, inForceHere };
  return transaction<Result<string>>(async (tx) => {
    const found = await changeableRelation(tx, form.relationId, "GRANT", changer, now);
    if (!found.ok) return found;
    const row = found.value;
    const identities = await tickedIdentities(tx, form.identities, enterprise.id);
    if (!identities) return failure("PERMISSION_IDENTITY_NOT_FOUND");
    // Also locks the relation, so that two managers' grants do not mix.
    if (!(await writeRelation(tx, row, changer, { updatedAt: now }))) {
      return failure("RELATION_CHANGED");
    }
    const given = { codes, identities, grantedById: personId, region };
    return success(await replaceGrants(tx, row, given, now));
  });
}

/** Gives a relation exactly these functions: open requests are answered by it, the person is told. Returns the message's id. */
export async function replaceGrants(
  tx: Tx,
  row: ChangedRelation,
  given: { codes: string[]; identities: string[]; grantedById: string; region: string },
  now: Date,
): Promise<string> {
  const { id: relationId, enterpriseId } = row;
  const { codes, identities, grantedById, region } = given;
  await tx.relationPermissionIdentity.deleteMany({ where: { relationId } });
  await tx.relationPermissionIdentity.createMany({
    data: identities.map((permissionIdentityId) => ({ relationId, permissionIdentityId })),
  });
  await tx.functionGrant.deleteMany({ where: { relationId } });
  await tx.functionGrant.createMany({
    data: codes.map((functionCode) => ({
      relationId,
      functionCode,
      grantedById,
    })),
  });
  await tx.todo.updateMany({
    where: {
      kind: "FUNCTION_REQUESTED",
      enterpriseId,
      subjectId: { startsWith: `${relationId}:` },
      doneAt: null,
    },
    data: { doneAt: now },
  });
  const params = noticeParams(row);
  const notice = { personId: row.personId, kind: "FUNCTIONS_GRANTED", params } as const;
  const message = await notify(tx, notice, now);
  await appendAudit(tx, {
    at: now,
    action: RELATION_VERBS.GRANT,
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: grantedById,
    personId: row.personId,
    enterpriseId,
    subjectKind: "Relation",
    subjectId: relationId,
    detail: { functions: codes.join(" "), identities: identities.join(" ") },
  });
  return message;
}

/** 修改有效期 of a handler or clerk; a new end is warned of anew (B9). Problems also PERIOD_…. */
export async function changePeriod(
  form: { relationId: string; validFrom: string; validTo: string | null; identityVersion: number },
  { session, now }: SignedIn,
): Promise<Result> {
  const manager = managing(session, form.identityVersion);
  if (!manager.ok) return manager;
  const { relationId, validFrom, validTo } = form;
  const period = checkPeriod({ validFrom, validTo }, now);
  if (!period.ok) return period;
  const { role: as, where, enterprise, region } = manager.value;
  const changer = { as, personId: session.personId, where };
  const done = await transaction<Result<string[]>>(async (tx) => {
    const found = await changeableRelation(tx, relationId, "CHANGE_PERIOD", changer, now);
    if (!found.ok) return found;
    const row = found.value;
    const data = { validFrom, validTo, expiryWarnedAt: null };
    if (!(await writeRelation(tx, row, changer, data))) return failure("RELATION_CHANGED");
    // Not in force any more, and not yet again.
    if (validFrom > dayOf(now)) {
      await endGrants(tx, { session: { relationId } }, "RELATION_ENDED", now);
    }
    const params = { ...noticeParams(row), validFrom, validTo: validTo ?? "" };
    const notice = { personId: row.personId, kind: "PERIOD_CHANGED", params } as const;
    const message = await notify(tx, notice, now);
    await appendAudit(tx, {
      at: now,
      action: RELATION_VERBS.CHANGE_PERIOD,
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId: row.personId,
      enterpriseId: enterprise.id,
      subjectKind: "Relation",
      subjectId: relationId,
      detail: { validFrom, validTo },
    });
    return success([message]);
  });
  if (!done.ok) return done;
  await carryAll(done.value, region, now);
  return success();
}
