import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { notify } from "../notices/notify";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { offer } from "./add-handler";
import { type NamedPerson, personToAdd } from "./adding";
import { changeableRelation, changedColumns, noticeParams, RELATION_VERBS } from "./change";
import { openingTransaction, openRelation } from "./open";
import { carryAll } from "./tell";

type HandOverForm = NamedPerson & { relationId: string };

/**
 * 交接 (B11): whoever leaves is followed in all their roles by one successor. The manager starts it, the successor confirms
 * one relation and with it all of them; then grants go over and the former relations end. The person who leaves is told at
 * once. Problems as of `addHandler`, and SUCCESSOR_IS_SAME.
 */
export async function handOver(
  form: HandOverForm,
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  const adding = await personToAdd(form, session, now);
  if (!adding.ok) return adding;
  const { manager, personId } = adding.value;
  const { validFrom, validTo } = form;
  if (personId === session.personId) return failure("OWN_AUTHORIZATION");
  const { role: as, where, enterprise, region } = manager;
  const changer = { as, personId: session.personId, where };
  const done = await openingTransaction<string[]>(async (tx) => {
    const found = await changeableRelation(tx, form.relationId, "HAND_OVER", changer, now);
    if (!found.ok) return found;
    const leaving = found.value.personId;
    if (leaving === personId) return failure("SUCCESSOR_IS_SAME");
    const all = await tx.relation.findMany({
      where: {
        ...where,
        personId: leaving,
        living: true,
        status: "ACTIVE",
        legacyOnly: false,
        role: { in: ["TAX_HANDLER", "INVOICE_CLERK"] },
      },
      orderBy: { id: "asc" },
      select: changedColumns,
    });
    const roles = all.map(({ role }) => role);
    const there = await tx.relation.findFirst({
      where: { personId, enterpriseId: enterprise.id, role: { in: roles }, living: true },
      select: { status: true },
    });
    if (there) {
      return failure(there.status === "ACTIVE" ? "RELATION_EXISTS" : "RELATION_WAITS_ALREADY");
    }
    const messages: string[] = [];
    const opened: string[] = [];
    for (const former of all) {
      const { role, primary } = former;
      const relation = await openRelation(
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
          succeedsId: former.id,
        },
        now,
      );
      if (!relation.ok) return relation;
      opened.push(relation.value);
      const params = noticeParams(former);
      messages.push(await offer(tx, { personId, relationId: relation.value, params }, now));
      messages.push(await notify(tx, { personId: leaving, kind: "HANDOVER_STARTED", params }, now));
    }
    await appendAudit(tx, {
      at: now,
      action: RELATION_VERBS.HAND_OVER,
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId: leaving,
      enterpriseId: enterprise.id,
      subjectKind: "Relation",
      subjectId: form.relationId,
      detail: { successorId: personId, relations: opened.join(" ") },
    });
    return success(messages);
  });
  if (!done.ok) return done;
  await carryAll(done.value, region, now);
  return success();
}
