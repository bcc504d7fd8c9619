import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { HandlerRole } from "@/lib/schemas/relations";
import { appendAudit } from "../audit";
import type { Tx } from "../db";
import { notify } from "../notices/notify";
import type { RequestContext } from "../request";
import { asksForStepUp } from "../scan/step-up";
import type { CurrentSession } from "../session-store";
import { RELATION_VERBS } from "./change";
import { managing, stillManaging } from "./managing";
import { checkPeriod, mayOpen, openingTransaction, openRelation, roleOf } from "./open";
import { registeredPerson } from "./registered-person";
import { carryAll } from "./tell";

type AddHandlerForm = {
  name: string;
  documentType: DocumentType;
  documentNumber: string;
  role: HandlerRole;
  validFrom: string;
  validTo: string | null;
  /** Permission identities by id, ticked or not. */
  identities: Record<string, boolean>;
  identityVersion: number;
};

/** Whether this session has to show a face before it adds people (添加办税人员 is a sensitive business of some bureaus). */
export function addingNeedsFace(session: CurrentSession): boolean {
  return asksForStepUp(session, "add-handler");
}

/**
 * 添加办税人员 (E2, 西藏 三(三)6, 山东 9): the person is told, has a 待办, and becomes handler or clerk only by confirming. Problems:
 * those of `managing` and `registeredPerson`, STEP_UP_REQUIRED, OWN_AUTHORIZATION, PERIOD_…, RELATION_EXISTS,
 * RELATION_WAITS_ALREADY, PERMISSION_IDENTITY_NOT_FOUND.
 */
export async function addHandler(
  form: AddHandlerForm,
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  const manager = managing(session, form.identityVersion);
  if (!manager.ok) return manager;
  if (addingNeedsFace(session)) return failure("STEP_UP_REQUIRED");
  const { validFrom, validTo } = form;
  const period = checkPeriod({ validFrom, validTo }, now);
  if (!period.ok) return period;
  const person = await registeredPerson(form, manager.value, now);
  if (!person.ok) return person;
  const personId = person.value;
  const { role, primary } = roleOf(form.role);
  const own = personId === session.personId;
  const allowed = mayOpen({ as: manager.value.role, own, role });
  if (!allowed.ok) return allowed;
  const { enterprise, region } = manager.value;
  const done = await openingTransaction<string[]>(async (tx) => {
    if (!(await stillManaging(tx, manager.value))) return failure("ONLY_MANAGERS");
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
