import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import type { AgencyInformation } from "@/lib/schemas/filings/agency";
import type { Tx } from "../db";
import type { Effect, FilingFacts } from "../filings/effect-types";
import { endAgreementGrants } from "../oidc/end-grants";
import { registryPerson } from "../registry/registry-person";
import { holdAgency } from "./agreement-rules";

/**
 * Lists the staff of an agency (税务代理人员). Who leaves the list loses every client of this agency at once: sessions and
 * choices ask the list (L7, G2).
 */
export async function listAgencyStaff(
  tx: Tx,
  { removed, added }: AgencyInformation,
  { enterpriseId: agencyId, now }: FilingFacts,
): Promise<Result<Effect>> {
  await holdAgency(tx, agencyId, now);
  const { count } = await tx.agencyStaff.updateMany({
    where: { id: { in: removed }, agencyId, removedAt: null },
    data: { removedAt: now },
  });
  if (count !== new Set(removed).size) return failure("AGREEMENT_STAFF_UNLISTED");
  if (count > 0) await endAgreementGrants(tx, { agencyId }, now);
  for (const entry of added) {
    const personId = await registryPerson(tx, entry);
    // Who is listed already stays as filed then: voiding this filing must not take them off the list.
    const listed = { agencyId, personId, removedAt: null };
    if ((await tx.agencyStaff.count({ where: listed })) > 0) continue;
    await tx.agencyStaff.upsert({
      where: { agencyId_personId: { agencyId, personId } },
      create: { agencyId, personId, filedAt: now },
      update: { filedAt: now, removedAt: null },
      select: { id: true },
    });
  }
  const listed = await tx.agencyStaff.count({ where: { agencyId, removedAt: null } });
  return listed > 0 ? success({}) : failure("STAFF_LIST_EMPTY");
}
