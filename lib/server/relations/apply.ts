import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { HandlerRole } from "@/lib/schemas/relations";
import { appendAudit } from "../audit";
import { db } from "../db";
import { takeFromWindow } from "../rate-limit";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { RELATION_VERBS } from "./change";
import { checkPeriod, mayOpen, openingTransaction, openRelation, roleOf } from "./open";
import { carryAll, tellManagers } from "./tell";

/** Applications of one person in a day. */
const APPLICATIONS_PER_DAY = 20;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * 申请企业授权 (A4, 山东 8): asks an enterprise of this bureau to become its 办税员 or 开票员; it waits for one of the managers.
 * Problems: ENTERPRISE_UNKNOWN, REAL_NAME_REQUIRED for e-mail accounts (山东 7), PERIOD_…, RELATION_EXISTS,
 * RELATION_WAITS_ALREADY, APPLICATIONS_EXCEEDED.
 */
export async function applyForAuthorization(
  form: { taxpayerId: string; role: HandlerRole; validFrom: string; validTo: string | null },
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  const { personId, personName, region } = session;
  const { role, primary } = roleOf(form.role);
  const { validFrom, validTo } = form;
  const period = checkPeriod({ validFrom, validTo }, now);
  if (!period.ok) return period;
  if (session.realNameLevel < 3) return failure("REAL_NAME_REQUIRED");
  const allowed = mayOpen({ as: null, own: true, role });
  if (!allowed.ok) return allowed;
  const limit = await takeFromWindow(`relation-apply:${personId}`, {
    limit: APPLICATIONS_PER_DAY,
    windowSeconds: DAY_SECONDS,
    now,
  });
  if (!limit.allowed) {
    return failure("APPLICATIONS_EXCEEDED", { params: { retryAt: limit.retryAt.toISOString() } });
  }
  const enterprise = await db.enterprise.findFirst({
    where: { creditCode: form.taxpayerId, region, status: "ACTIVE" },
    select: { id: true, name: true },
  });
  if (!enterprise) return failure("ENTERPRISE_UNKNOWN", { field: "taxpayerId" });
  const enterpriseId = enterprise.id;
  const done = await openingTransaction<string[]>(async (tx) => {
    const opened = await openRelation(
      tx,
      {
        personId,
        enterpriseId,
        role,
        primary,
        status: "PENDING_ENTERPRISE",
        source: "APPLICATION",
        validFrom,
        validTo,
      },
      now,
    );
    if (!opened.ok) return opened;
    await tx.todo.create({
      data: {
        enterpriseId,
        kind: "AUTHORIZATION_APPLIED",
        subjectId: opened.value,
        createdAt: now,
      },
      select: { id: true },
    });
    const params = {
      person: personName,
      enterprise: enterprise.name,
      role: roleLabel(role, primary),
    };
    const messages = await tellManagers(tx, { enterpriseId }, "APPLICATION_MADE", params, now);
    await appendAudit(tx, {
      at: now,
      action: RELATION_VERBS.APPLY,
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
      subjectKind: "Relation",
      subjectId: opened.value,
      detail: { role },
    });
    return success(messages);
  });
  if (!done.ok) return done;
  await carryAll(done.value, region, now);
  return success();
}
