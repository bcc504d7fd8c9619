import "server-only";
import type { Tx } from "../db";
import { notify } from "../notices/notify";
import { endGrants } from "../oidc/end-grants";
import { type ChangedRelation, noticeParams } from "./change";

const formerColumns = {
  id: true,
  personId: true,
  role: true,
  primary: true,
  enterprise: { select: { name: true } },
  person: { select: { name: true } },
  grants: { select: { functionCode: true, grantedById: true } },
  identities: { select: { permissionIdentityId: true } },
} as const;

/**
 * The successor of a handover (交接, B11) has confirmed: grants and permission identities of the former relation become those
 * of the new one, and the former ends. Returns the messages for whoever left.
 */
export async function takeOver(
  tx: Tx,
  row: Pick<ChangedRelation, "id" | "succeedsId">,
  now: Date,
): Promise<string[]> {
  if (!row.succeedsId) return [];
  const former = await tx.relation.findUniqueOrThrow({
    where: { id: row.succeedsId },
    select: formerColumns,
  });
  await tx.functionGrant.createMany({
    data: former.grants.map((grant) => ({ ...grant, relationId: row.id })),
  });
  await tx.relationPermissionIdentity.createMany({
    data: former.identities.map((held) => ({ ...held, relationId: row.id })),
  });
  const { count } = await tx.relation.updateMany({
    where: { id: former.id, living: true, status: "ACTIVE" },
    data: { status: "REMOVED", living: null, decidedAt: now },
  });
  if (count === 0) return [];
  await endGrants(tx, { session: { relationId: former.id } }, "RELATION_ENDED", now);
  const params = noticeParams(former);
  return [await notify(tx, { personId: former.personId, kind: "HANDED_OVER", params }, now)];
}
