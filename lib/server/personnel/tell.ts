import "server-only";
import { db } from "../db";
import { carryNotice } from "../notices/carry";
import { reveal } from "../protect";

/**
 * Takes a message to the phones of a person of the enterprise; who has verified none, since they never registered, is told at the
 * mobile number of the registry.
 */
export async function tellHandler(
  messageId: string,
  { relationId, region, now }: { relationId: string; region: string; now: Date },
): Promise<void> {
  const row = await db.relation.findUnique({
    where: { id: relationId },
    select: {
      registryMobileCipher: true,
      person: { select: { _count: { select: { phones: true } } } },
    },
  });
  const cipher = row?.person._count.phones === 0 ? row.registryMobileCipher : null;
  const furtherTargets = cipher
    ? [{ channel: "SMS" as const, to: reveal("Relation.registryMobile", cipher) }]
    : [];
  await carryNotice(messageId, { region, furtherTargets, now });
}
