import "server-only";
import { formatDay } from "@/lib/domain/china-time";
import { periodsOverlap } from "@/lib/domain/filing-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import type { Tx } from "../db";

/**
 * Lets one filing at a time change the staff and agreements of an agency: what is read afterwards still holds when it is
 * written, on both databases.
 */
export async function holdAgency(tx: Tx, agencyId: string, now: Date): Promise<void> {
  await tx.enterprise.updateMany({ where: { id: agencyId }, data: { updatedAt: now } });
}

/** The people behind rows of the agency's list; all of them have to be on it. */
export async function listedPeople(
  tx: Tx,
  agencyId: string,
  staffIds: readonly string[],
): Promise<Result<string[]>> {
  const rows = await tx.agencyStaff.findMany({
    where: { id: { in: [...staffIds] }, agencyId, removedAt: null },
    select: { personId: true },
  });
  if (rows.length !== new Set(staffIds).size) {
    return failure("AGREEMENT_STAFF_UNLISTED", { field: "staff" });
  }
  return success(rows.map(({ personId }) => personId));
}

type Wanted = {
  agencyId: string;
  clientId: string;
  validFrom: string;
  validTo: string;
  people: readonly string[];
  /** The agreement being changed does not stand in its own way. */
  except?: string;
};

/** An agreement of the same pair that names one of the same people on one of the same days, as a problem; else null. */
export async function overlapProblem(tx: Tx, wanted: Wanted): Promise<Problem | null> {
  const { agencyId, clientId, people, except } = wanted;
  const rows = await tx.agreement.findMany({
    where: {
      agencyId,
      clientId,
      status: { in: ["ACTIVE", "PENDING_CLIENT"] },
      staff: { some: { personId: { in: [...people] }, removedAt: null } },
      ...(except && { NOT: { id: except } }),
    },
    orderBy: { validTo: "desc" },
    select: {
      validFrom: true,
      validTo: true,
      staff: {
        where: { personId: { in: [...people] }, removedAt: null },
        select: { person: { select: { name: true } } },
      },
    },
  });
  const other = rows.find((row) => periodsOverlap(row, wanted));
  if (!other) return null;
  return {
    code: "AGREEMENT_OVERLAPS",
    field: "validFrom",
    params: {
      staff: other.staff.map(({ person }) => person.name).join("、"),
      until: formatDay(other.validTo),
    },
  };
}
