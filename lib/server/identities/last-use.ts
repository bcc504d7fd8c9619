import "server-only";
import type { Tx } from "../db";
import type { IdentityColumns } from "./resolve";

/** Remembers that somebody began to act by a relation or an agreement: 最近使用 of lists and pickers (B8, B12). */
export async function rememberUse(
  tx: Tx,
  { relationId, agreementStaffId }: Pick<IdentityColumns, "relationId" | "agreementStaffId">,
  now: Date,
): Promise<void> {
  const data = { lastUsedAt: now };
  const select = { id: true };
  if (relationId) await tx.relation.update({ where: { id: relationId }, data, select });
  if (agreementStaffId) {
    await tx.agreementStaff.update({ where: { id: agreementStaffId }, data, select });
  }
}
