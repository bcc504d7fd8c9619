import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { dayOf } from "@/lib/domain/china-time";
import {
  effectiveStatus,
  type RelationAction,
  relationRefusal,
} from "@/lib/domain/relation-actions";
import type { Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { Tx } from "../db";
import { endGrants } from "../oidc/end-grants";
import { relationColumns } from "./relation-row";

/** What has to be known of a relation to change it. */
export const changedColumns = {
  ...relationColumns,
  enterpriseId: true,
  succeedsId: true,
  inRegistry: true,
  person: { select: { name: true } },
  enterprise: { select: { name: true } },
} as const;

/** A relation about to be changed. */
export type ChangedRelation = Prisma.RelationGetPayload<{ select: typeof changedColumns }>;

/** Who changes it: the role acted in (null: the natural person), and the rows within their reach. */
export type Changer = {
  as: Role | null;
  personId: string;
  where: Prisma.RelationWhereInput;
  /** At an old entry: what is in force there though it waits elsewhere (O1). */
  inForceHere?: (row: ChangedRelation) => boolean;
};

/** The business verb of each action in the audit trail. */
export const RELATION_VERBS: Readonly<Record<RelationAction, string>> = {
  APPLY: "APPLY_FOR_AUTHORIZATION",
  ADD: "ADD_HANDLER",
  WITHDRAW: "WITHDRAW_AUTHORIZATION",
  ACCEPT: "CONFIRM_RELATION",
  REJECT: "REJECT_AUTHORIZATION",
  REMOVE_OWN: "REMOVE_OWN_RELATION",
  REMOVE: "REMOVE_RELATION",
  FREEZE: "FREEZE_RELATION",
  UNFREEZE: "UNFREEZE_RELATION",
  GRANT: "GRANT_FUNCTIONS",
  CHANGE_PERIOD: "CHANGE_RELATION_PERIOD",
  HAND_OVER: "HAND_OVER_RELATION",
  CLEAR_RECORD: "CLEAR_RELATION_RECORD",
};

/**
 * The relation of an id, if the changer may do this to it (table in `lib/domain/relation-actions.ts`). Problems:
 * AUTHORIZATION_NOT_FOUND for any row out of reach, else the table's reason.
 */
export async function changeableRelation(
  tx: Tx,
  relationId: string,
  action: RelationAction,
  { as, personId, where, inForceHere }: Changer,
  now: Date,
): Promise<Result<ChangedRelation>> {
  const row = await tx.relation.findFirst({
    where: { id: relationId, ...where },
    select: changedColumns,
  });
  if (!row) return failure("AUTHORIZATION_NOT_FOUND");
  const { role, frozenAt } = row;
  const status = inForceHere?.(row) ? "ACTIVE" : effectiveStatus(row, dayOf(now));
  const refusal = relationRefusal({
    action,
    as,
    own: row.personId === personId,
    target: { role, status, frozen: frozenAt !== null },
  });
  return refusal ? failure(refusal) : success(row);
}

/** Changes it if it still is what was judged: of two decisions at once exactly one is true. */
export async function writeRelation(
  tx: Tx,
  row: ChangedRelation,
  { where }: Changer,
  data: Prisma.RelationUpdateManyMutationInput,
): Promise<boolean> {
  const { id, status, frozenAt, legacyOnly, validTo } = row;
  const { count } = await tx.relation.updateMany({
    where: {
      ...where,
      id,
      status,
      legacyOnly,
      validTo,
      frozenAt: frozenAt === null ? null : { not: null },
    },
    data,
  });
  // The moment of a freeze or of the end, when this is one: business systems hear of it at once.
  const over = data.frozenAt ?? (data.living === null ? data.decidedAt : null);
  if (count === 1 && over instanceof Date) {
    await endGrants(tx, { session: { relationId: id } }, "RELATION_ENDED", over);
  }
  return count === 1;
}

/** Names the texts of notices need. */
export function noticeParams(
  row: Pick<ChangedRelation, "person" | "enterprise" | "role" | "primary">,
): Record<string, string> {
  return {
    person: row.person.name,
    enterprise: row.enterprise.name,
    role: roleLabel(row.role, row.primary),
  };
}
