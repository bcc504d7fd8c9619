import "server-only";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { EXPIRY_WARNING_DAYS } from "@/lib/domain/relation-actions";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { notify } from "../notices/notify";
import { isStopping } from "../runtime/process";
import { keepSweeping } from "../runtime/sweeps";
import { changedColumns, noticeParams } from "./change";
import { carryAll, tellManagers } from "./tell";

/** Relations of one sweep: a transaction each, so that others get their turn. */
const ON_ONE_SWEEP = 200;

/**
 * Ends relations whose last day is over (到期自动失效, B9). Everything that reads them has judged them expired already; this
 * writes it down and tells the person. Any number of processes may sweep at once. Returns how many ended.
 */
export async function expireRelations(now: Date): Promise<number> {
  const today = dayOf(now);
  const due = {
    living: true,
    status: { in: ["ACTIVE" as const, "PENDING_PERSON" as const, "PENDING_ENTERPRISE" as const] },
    validTo: { lt: today },
  };
  const rows = await db.relation.findMany({
    where: due,
    orderBy: { validTo: "asc" },
    take: ON_ONE_SWEEP,
    select: { ...changedColumns, enterprise: { select: { name: true, region: true } } },
  });
  let ended = 0;
  for (const row of rows) {
    if (isStopping()) break;
    const message = await transaction(async (tx) => {
      const { count } = await tx.relation.updateMany({
        where: { ...due, id: row.id },
        data: { status: "EXPIRED", living: null, decidedAt: now },
      });
      if (count === 0) return null;
      await tx.todo.updateMany({
        where: { subjectId: row.id, doneAt: null },
        data: { doneAt: now },
      });
      const notice = {
        personId: row.personId,
        kind: "RELATION_EXPIRED",
        params: noticeParams(row),
      } as const;
      const id = await notify(tx, notice, now);
      await appendAudit(tx, {
        at: now,
        action: "EXPIRE_RELATION",
        outcome: "OK",
        region: row.enterprise.region,
        actorKind: "SYSTEM",
        personId: row.personId,
        enterpriseId: row.enterpriseId,
        subjectKind: "Relation",
        subjectId: row.id,
        detail: { role: row.role },
      });
      return id;
    });
    if (!message) continue;
    ended += 1;
    await carryAll([message], row.enterprise.region, now);
  }
  return ended;
}

/** Warns person and managers, once for each end, of relations whose last day is within 30 days (B9). Returns how many. */
export async function warnOfExpiry(now: Date): Promise<number> {
  const today = dayOf(now);
  const due = {
    living: true,
    status: "ACTIVE" as const,
    expiryWarnedAt: null,
    validTo: { gte: today, lte: addDays(today, EXPIRY_WARNING_DAYS) },
  };
  const rows = await db.relation.findMany({
    where: due,
    orderBy: { validTo: "asc" },
    take: ON_ONE_SWEEP,
    select: { ...changedColumns, enterprise: { select: { name: true, region: true } } },
  });
  let warned = 0;
  for (const row of rows) {
    if (isStopping()) break;
    const messages = await transaction(async (tx) => {
      const { count } = await tx.relation.updateMany({
        where: { ...due, id: row.id },
        data: { expiryWarnedAt: now },
      });
      if (count === 0) return [];
      const { personId, enterpriseId } = row;
      const params = { ...noticeParams(row), validTo: row.validTo ?? "" };
      const own = await notify(tx, { personId, kind: "RELATION_EXPIRING", params }, now);
      const told = { enterpriseId, except: personId };
      return [own, ...(await tellManagers(tx, told, "HANDLER_EXPIRING", params, now))];
    });
    if (messages.length > 0) warned += 1;
    await carryAll(messages, row.enterprise.region, now);
  }
  return warned;
}

const SWEEP_EVERY_MS = 60 * 60 * 1000;

/** Sweeps now and every hour as long as the process lives. */
export function keepRelationsSwept(): void {
  keepSweeping("relations", SWEEP_EVERY_MS, async (now) => {
    while ((await expireRelations(now)) === ON_ONE_SWEEP && !isStopping());
    while ((await warnOfExpiry(now)) === ON_ONE_SWEEP && !isStopping());
  });
}
