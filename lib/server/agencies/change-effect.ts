import "server-only";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { periodProblem } from "@/lib/domain/filing-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import type { AgreementChange } from "@/lib/schemas/filings/agency";
import type { Tx } from "../db";
import type { Effect, FilingFacts } from "../filings/effect-types";
import { endAgreementGrants } from "../oidc/end-grants";
import { askClient } from "./agreement-effect";
import { holdAgency, listedPeople, overlapProblem } from "./agreement-rules";

/**
 * Changes staff or period of an agency's own agreement, or ends it (G2). Sessions under it follow at once: they read the
 * agreement on every request. Where clients recognise agencies, a changed agreement waits for that again.
 */
export async function changeAgreement(
  tx: Tx,
  change: AgreementChange,
  filing: FilingFacts,
): Promise<Result<Effect>> {
  const { enterpriseId: agencyId, now } = filing;
  await holdAgency(tx, agencyId, now);
  const row = await tx.agreement.findFirst({
    where: { id: change.agreement, agencyId },
    select: { id: true, clientId: true, status: true, validFrom: true, validTo: true },
  });
  if (!row) return failure("AGREEMENT_NOT_FOUND_HERE");
  const problem = agreementProblem(row, dayOf(now));
  if (problem === "AGREEMENT_EXPIRED" || problem === "AGREEMENT_TERMINATED") {
    return failure(problem);
  }
  return change.change === "TERMINATE"
    ? terminateAgreement(tx, row.id, now)
    : amendAgreement(tx, row, change, filing);
}

async function terminateAgreement(tx: Tx, id: string, now: Date): Promise<Result<Effect>> {
  const { count } = await tx.agreement.updateMany({
    where: { id, status: { in: ["ACTIVE", "PENDING_CLIENT"] } },
    data: { status: "TERMINATED", terminatedAt: now },
  });
  if (count === 0) return failure("AGREEMENT_TERMINATED");
  await endAgreementGrants(tx, { id }, now);
  await tx.todo.updateMany({ where: { subjectId: id, doneAt: null }, data: { doneAt: now } });
  return success({ subjectId: id });
}

async function amendAgreement(
  tx: Tx,
  { id, clientId }: { id: string; clientId: string },
  { validFrom, validTo, staff }: Extract<AgreementChange, { change: "CHANGE" }>,
  { region, enterpriseId: agencyId, now }: FilingFacts,
): Promise<Result<Effect>> {
  const over = periodProblem({ validFrom, validTo }, dayOf(now));
  if (over) return failure(over, { field: "validTo" });
  const people = await listedPeople(tx, agencyId, staff);
  if (!people.ok) return people;
  const wanted = { agencyId, clientId, validFrom, validTo, people: people.value, except: id };
  const overlap = await overlapProblem(tx, wanted);
  if (overlap) return { ok: false, problems: [overlap] };
  const waits = region.clientsRecogniseAgencies;
  const { count } = await tx.agreement.updateMany({
    where: { id, status: { in: ["ACTIVE", "PENDING_CLIENT"] } },
    data: { validFrom, validTo, ...(waits && { status: "PENDING_CLIENT", recognizedAt: null }) },
  });
  if (count === 0) return failure("AGREEMENT_TERMINATED");
  await tx.agreementStaff.updateMany({
    where: { agreementId: id, personId: { notIn: people.value }, removedAt: null },
    data: { removedAt: now },
  });
  // Whoever stays, too: they go on without a login when the changed agreement lets them.
  await endAgreementGrants(tx, { id }, now);
  for (const personId of people.value) {
    await tx.agreementStaff.upsert({
      where: { agreementId_personId: { agreementId: id, personId } },
      create: { agreementId: id, personId },
      update: { removedAt: null },
      select: { id: true },
    });
  }
  if (waits) await askClient(tx, clientId, id, now);
  return success({ subjectId: id });
}
