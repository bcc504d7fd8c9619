import "server-only";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { agencyInformationData, agreementChangeData } from "@/lib/schemas/filings/agency";
import type { Tx } from "../db";

/** An effective filing about to be voided. */
type VoidedFiling = {
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
  await tx.todo.updateMany({
    where: { subjectId: subjectId ?? "", doneAt: null },
    data: { doneAt: filing.now },
  });
  return success();
}

/** A termination is taken back; who was named before a change of staff or period is not kept: the agency files anew. */
async function restoreTerminated(tx: Tx, filing: VoidedFiling): Promise<Result> {
  const change = agreementChangeData.parse(filing.values);
  if (change.change !== "TERMINATE") return failure("CHANGE_NOT_VOIDABLE");
  const { count } = await tx.agreement.updateMany({
    where: {
      id: filing.subjectId ?? "",
      agencyId: filing.enterpriseId,
      status: "TERMINATED",
      terminatedAt: filing.decidedAt,
    },
    data: { status: "ACTIVE", terminatedAt: null },
  });
  return count === 1 ? success() : failure("CHANGE_NOT_VOIDABLE");
}

/** Whoever this very filing listed is listed no more, and whoever it removed is again. */
async function restoreStaff(tx: Tx, filing: VoidedFiling): Promise<Result> {
  const { enterpriseId: agencyId, decidedAt } = filing;
  const { removed } = agencyInformationData.parse(filing.values);
  await tx.agencyStaff.updateMany({
    where: { agencyId, filedAt: decidedAt, removedAt: null },
    data: { removedAt: filing.now },
  });
  await tx.agencyStaff.updateMany({
    where: { id: { in: removed }, agencyId, removedAt: decidedAt },
    data: { removedAt: null },
  });
  return success();
}
