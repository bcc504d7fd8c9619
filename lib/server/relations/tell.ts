import "server-only";
import type { RelationNotice } from "@/lib/messages/relations";
import type { Tx } from "../db";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";

/** Values the texts of relation notices need. */
type Params = Record<string, string>;

/** Tells the managers of an enterprise, but not `except`, in their message centres; returns the messages' ids. */
export async function tellManagers(
  tx: Tx,
  { enterpriseId, except }: { enterpriseId: string; except?: string },
  kind: RelationNotice,
  params: Params,
  now: Date,
): Promise<string[]> {
  const managers = await tx.relation.findMany({
    where: {
      enterpriseId,
      living: true,
      status: "ACTIVE",
      role: { in: ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] },
      ...(except && { NOT: { personId: except } }),
    },
    select: { personId: true },
  });
  const ids: string[] = [];
  for (const personId of new Set(managers.map((each) => each.personId))) {
    ids.push(await notify(tx, { personId, kind, params }, now));
  }
  return ids;
}

/** Takes messages to the phones and mailboxes of their people, once the transaction is through. */
export async function carryAll(ids: readonly string[], region: string, now: Date): Promise<void> {
  for (const id of ids) await carryNotice(id, { region, now });
}
