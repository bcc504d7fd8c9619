import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { isManager, mayConfirmAtLogin, relationProblem } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { appEntries } from "@/lib/regions/apps";
import type { RegionProfile } from "@/lib/regions/types";
import type { FirstFactor } from "@/lib/schemas/login";
import { keepsToPersonEntry } from "../accounts/person-entry";
import { db } from "../db";
import { factsOf, listedStaff, relationFacts } from "../identities/resolve";

/**
 * Whether a person whose password is right has anything to enter with at this entry (L5): the enterprise is registered
 * here, and the person belongs to it. 特定主体 takes enterprises of every bureau: the project decides later (L8).
 */
export async function admission(
  form: FirstFactor,
  personId: string,
  region: RegionProfile,
  now: Date,
): Promise<Result<{ enterpriseId: string | null }>> {
  if (form.app && !appEntries(form.app).some((entry) => entry === form.entry)) {
    return failure("ENTRY_NOT_OFFERED");
  }
  if (form.entry === "PERSON") return success({ enterpriseId: null });
  if (await keepsToPersonEntry(db, personId)) return failure("PERSON_ENTRY_ONLY");
  const enterprise = await db.enterprise.findFirst({
    where: {
      creditCode: form.taxpayerId,
      ...(form.entry !== "SPECIFIC" && { region: region.slug }),
      status: { not: "CLOSED" },
    },
    select: {
      id: true,
      kind: true,
      status: true,
      // Each is a statement of its own: only what this entry is decided by.
      relations: form.entry === "ENTERPRISE" && {
        where: { personId, living: true },
        select: relationFacts,
      },
      staff: form.entry === "AGENCY" && { where: listedStaff(personId), select: { id: true } },
    },
  });
  if (!enterprise) return failure("ENTERPRISE_UNKNOWN", { field: "taxpayerId" });
  const admitted = success({ enterpriseId: enterprise.id });
  if (form.entry === "SPECIFIC") return admitted;
  if (form.entry === "AGENCY") {
    if (enterprise.kind !== "AGENCY") return failure("NOT_AN_AGENCY", { field: "taxpayerId" });
    return enterprise.staff.length > 0 ? admitted : failure("STAFF_NOT_LISTED");
  }
  if (enterprise.relations.length === 0) return failure("RELATION_NOT_FOUND");
  if (form.app === "LICENSE" && !enterprise.relations.some(({ role }) => isManager(role))) {
    return failure("LICENSE_HOLDER_ONLY");
  }
  if (enterprise.status === "UNCONFIRMED") return failure("ENTERPRISE_UNCONFIRMED");
  const today = dayOf(now);
  const problems = enterprise.relations
    .filter((row) => !mayConfirmAtLogin(factsOf(row), today))
    .map((row) => relationProblem(factsOf(row), today));
  const usable = problems.length < enterprise.relations.length || problems.includes(null);
  if (usable) return admitted;
  if (problems.includes("HANDLER_FROZEN")) return failure("HANDLER_FROZEN");
  if (problems.includes("RELATION_WAITING")) return failure("RELATION_WAITING");
  return failure("RELATION_NOT_FOUND");
}
