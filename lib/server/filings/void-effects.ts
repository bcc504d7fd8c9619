import "server-only";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import type { RegionProfile } from "@/lib/regions/types";
import { agencyInformationData, agreementChangeData } from "@/lib/schemas/filings/agency";
import { askClient } from "../agencies/agreement-effect";
import { holdAgency, overlapProblem } from "../agencies/agreement-rules";
import type { Tx } from "../db";
import { endAgreementGrants } from "../oidc/end-grants";

/** An effective filing about to be voided. */
type VoidedFiling = {
  region: RegionProfile;
  enterpriseId: string;
  subjectId: string | null;
  /** When it took effect. */
  decidedAt: Date;
  values: unknown;
  now: Date;
};

type Undo = (tx: Tx, filing: VoidedFiling) => Promise<Result>;

/** What voiding (作废) takes back, for the forms of agencies, which take effect at once (T1). */
export const VOID_EFFECTS: Partial<Record<FilingKind, Undo>> = {
  AGREEMENT: voidAgreement,
  AGREEMENT_CHANGE: restoreTerminated,
  AGENCY_INFORMATION: restoreStaff,
};

/** The agreement is none; running agent sessions read it on every request. */
async function voidAgreement(tx: Tx, filing: VoidedFiling): Promise<Result> {
  const { enterpriseId, subjectId } = filing;
  const { count } = await tx.agreement.updateMany({
    where: {
      id: subjectId ?? "",
      agencyId: enterpriseId,
      status: { in: ["ACTIVE", "PENDING_CLIENT"] },
    },
    data: { status: "VOID" },
  });
  if (count === 0) return failure("AGREEMENT_TERMINATED");
  await endAgreementGrants(tx, { id: subjectId ?? "" }, filing.now);
  await tx.todo.updateMany({
    where: { subjectId: subjectId ?? "", doneAt: null },
    data: { doneAt: filing.now },
  });
  return success();
}

/**
 * A termination is taken back: the agreement stands as before it, so one that its client had not recognised waits for that again
 * (辽宁 二(三)). Not when another agreement has taken its place. Who was named before a change of staff or period is not kept: the
 * agency files anew.
 */
async function restoreTerminated(tx: Tx, filing: VoidedFiling): Promise<Result> {
  const { region, enterpriseId: agencyId, subjectId, decidedAt, now } = filing;
  const change = agreementChangeData.parse(filing.values);
  if (change.change !== "TERMINATE") return failure("CHANGE_NOT_VOIDABLE");
  await holdAgency(tx, agencyId, now);
  const ended = {
    id: subjectId ?? "",
    agencyId,
    status: "TERMINATED" as const,
    terminatedAt: decidedAt,
  };
  const row = await tx.agreement.findFirst({
    where: ended,
    select: {
      clientId: true,
      validFrom: true,
      validTo: true,
      recognizedAt: true,
      staff: { where: { removedAt: null }, select: { personId: true } },
    },
  });
  if (!row) return failure("CHANGE_NOT_VOIDABLE");
  const { clientId, validFrom, validTo, recognizedAt } = row;
  const people = row.staff.map(({ personId }) => personId);
  const restored = { agencyId, clientId, validFrom, validTo, people, except: ended.id };
  const overlap = await overlapProblem(tx, restored);
  if (overlap) return failure(overlap.code, { params: overlap.params });
  const waits = region.clientsRecogniseAgencies && recognizedAt === null;
  const { count } = await tx.agreement.updateMany({
    where: ended,
    data: { status: waits ? "PENDING_CLIENT" : "ACTIVE", terminatedAt: null },
  });
  if (count === 0) return failure("CHANGE_NOT_VOIDABLE");
  if (waits) await askClient(tx, clientId, ended.id, now);
  return success();
}

/** Whoever this very filing listed is listed no more, and whoever it removed is again. */
async function restoreStaff(tx: Tx, filing: VoidedFiling): Promise<Result> {
  const { enterpriseId: agencyId, decidedAt } = filing;
  const { removed } = agencyInformationData.parse(filing.values);
  await tx.agencyStaff.updateMany({
    where: { agencyId, filedAt: decidedAt, removedAt: null },
    data: { removedAt: filing.now },
  });
  await endAgreementGrants(tx, { agencyId }, filing.now);
  await tx.agencyStaff.updateMany({
    where: { id: { in: removed }, agencyId, removedAt: decidedAt },
    data: { removedAt: null },
  });
  return success();
}
