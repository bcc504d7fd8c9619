import "server-only";
import type { Tx } from "../db";

/**
 * Binds the relations that waited for a person to register (R7; 西藏 三(三)2–4): 法定代表人 at once, since the registry decides; the
 * registered finance manager, handlers and clerks are theirs to confirm. Returns how many there were.
 */
export async function bindWaitingRelations(tx: Tx, personId: string, now: Date): Promise<number> {
  const waiting = { personId, living: true, source: "REGISTRY" as const };
  const legal = await tx.relation.updateMany({
    where: {
      ...waiting,
      role: "LEGAL_REPRESENTATIVE",
      status: { in: ["REGISTERED", "PENDING_PERSON"] },
    },
    data: { status: "ACTIVE", decidedAt: now },
  });
  const others = await tx.relation.updateMany({
    where: { ...waiting, role: { not: "LEGAL_REPRESENTATIVE" }, status: "REGISTERED" },
    data: { status: "PENDING_PERSON" },
  });
  return legal.count + others.count;
}
