import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { periodProblem, relationRefusal } from "@/lib/domain/relation-actions";
import type { Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import type { HandlerRole } from "@/lib/schemas/relations";
import { isUniqueViolation, type Tx, transaction } from "../db";

/** Role and sub identity (主/子身份) behind what a form offers. */
export function roleOf(choice: HandlerRole): { role: Role; primary: boolean } {
  if (choice === "SUB_TAX_HANDLER") return { role: "TAX_HANDLER", primary: false };
  return { role: choice, primary: true };
}

/** Whether somebody may open a relation of this role: by applying (`as` null), or as a manager of the enterprise. */
export function mayOpen({ as, own, role }: { as: Role | null; own: boolean; role: Role }): Result {
  const action = as === null ? "APPLY" : "ADD";
  const refusal = relationRefusal({
    action,
    as,
    own,
    target: { role, status: null, frozen: false },
  });
  return refusal ? failure(refusal) : success();
}

type NewRelation = {
  personId: string;
  enterpriseId: string;
  role: Role;
  primary: boolean;
  status: "PENDING_PERSON" | "PENDING_ENTERPRISE";
  source: "AUTHORIZATION" | "APPLICATION";
  validFrom: string;
  validTo: string | null;
  succeedsId?: string;
};

/**
 * Opens a relation that waits for the other side. A former one whose last day is over ends first. Problems: RELATION_EXISTS or
 * RELATION_WAITS_ALREADY when person, enterprise and role have a living one.
 */
export async function openRelation(
  tx: Tx,
  relation: NewRelation,
  now: Date,
): Promise<Result<string>> {
  const { personId, enterpriseId, role } = relation;
  const living = { personId, enterpriseId, role, living: true };
  await endOverdue(tx, living, now);
  const there = await tx.relation.findFirst({
    where: living,
    select: { status: true, legacyOnly: true },
  });
  if (there) {
    const active = there.status === "ACTIVE" && !there.legacyOnly;
    return failure(active ? "RELATION_EXISTS" : "RELATION_WAITS_ALREADY");
  }
  const { id } = await tx.relation.create({
    data: { ...relation, living: true, inRegistry: false },
    select: { id: true },
  });
  return success(id);
}

/** Writes down that a relation whose last day is over has ended, so that its place is free. */
export async function endOverdue(
  tx: Tx,
  living: { personId: string; enterpriseId: string; role: Role },
  now: Date,
): Promise<void> {
  await tx.relation.updateMany({
    where: { ...living, living: true, status: { not: "REGISTERED" }, validTo: { lt: dayOf(now) } },
    data: { status: "EXPIRED", living: null, decidedAt: now },
  });
}

/** As `transaction`, for work that opens relations: of two that race for one, the second is told that it waits already. */
export async function openingTransaction<T>(
  run: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await transaction(run);
  } catch (error) {
    if (isUniqueViolation(error, "personId", "enterpriseId")) {
      return failure("RELATION_WAITS_ALREADY");
    }
    throw error;
  }
}

/** A period as it stands today, its problem at 有效期止. */
export function checkPeriod(
  period: { validFrom: string; validTo: string | null },
  now: Date,
): Result {
  const problem = periodProblem(period, dayOf(now));
  return problem ? failure(problem, { field: "validTo" }) : success();
}
