import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { HandlerRole } from "@/lib/schemas/relations";
import { appendAudit } from "../audit";
import type { Tx } from "../db";
import { notify } from "../notices/notify";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { type NamedPerson, personToAdd } from "./adding";
import { RELATION_VERBS } from "./change";
import { stillManaging } from "./managing";
import { mayOpen, openingTransaction, openRelation, roleOf } from "./open";
import { carryAll } from "./tell";

type AddHandlerForm = NamedPerson & {
  role: HandlerRole;
  /** Permission identities by id, ticked or not. */
  identities: Record<string, boolean>;
};

/**
 * 添加办税人员 (E2, 西藏 三(三)6, 山东 9): the person is told, has a 待办, and becomes handler or clerk only by confirming. Problems:
 * those of `personToAdd`, OWN_AUTHORIZATION, RELATION_EXISTS, RELATION_WAITS_ALREADY, PERMISSION_IDENTITY_NOT_FOUND.
 */
export async function addHandler(
  form: AddHandlerForm,
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  const adding = await personToAdd(form, session, now);
  if (!adding.ok) return adding;
  const { manager, personId } = adding.value;
  const { validFrom, validTo } = form;
  const { role, primary } = roleOf(form.role);
  const own = personId === session.personId;
  const allowed = mayOpen({ as: manager.role, own, role });
  if (!allowed.ok) return allowed;
  const { enterprise, region } = manager;
  const done = await openingTransaction<string[]>(async (tx) => {
    if (!(await stillManaging(tx, manager))) return failure("ONLY_MANAGERS");
    const identities = await tickedIdentities(tx, form.identities, enterprise.id);
    if (!identities) return failure("PERMISSION_IDENTITY_NOT_FOUND");
    const opened = await openRelation(
      tx,
      {
        personId,
        enterpriseId: enterprise.id,
        role,
        primary,
        status: "PENDING_PERSON",
        source: "AUTHORIZATION",
        validFrom,
        validTo,
      },
      now,
    );
    if (!opened.ok) return opened;
    const relationId = opened.value;
    await tx.relationPermissionIdentity.createMany({
      data: identities.map((permissionIdentityId) => ({ relationId, permissionIdentityId })),
    });
    const params = { enterprise: enterprise.name, role: roleLabel(role, primary) };
    const message = await offer(tx, { personId, relationId, params }, now);
    await appendAudit(tx, {
      at: now,
      action: RELATION_VERBS.ADD,
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId,
      enterpriseId: enterprise.id,
      subjectKind: "Relation",
      subjectId: relationId,
      detail: { role },
    });
    return success([message]);
  });
  if (!done.ok) return done;
  await carryAll(done.value, region, now);
  return success();
}

/** Message and 待办 of a person who is asked to confirm. Returns the message's id. */
export async function offer(
  tx: Tx,
  offered: { personId: string; relationId: string; params: Record<string, string> },
  now: Date,
): Promise<string> {
  const { personId, relationId, params } = offered;
  await tx.todo.create({
    data: { personId, kind: "AUTHORIZATION_OFFERED", subjectId: relationId, createdAt: now },
    select: { id: true },
  });
  return notify(tx, { personId, kind: "AUTHORIZATION_OFFERED", params }, now);
}

/** The ticked permission identities (权限身份); null when one is not of this enterprise. */
export async function tickedIdentities(
  tx: Tx,
  boxes: Record<string, boolean>,
  enterpriseId: string,
): Promise<string[] | null> {
  const ids = Object.keys(boxes).filter((id) => boxes[id]);
  const known = await tx.permissionIdentity.count({ where: { id: { in: ids }, enterpriseId } });
  return known === ids.length ? ids : null;
}
