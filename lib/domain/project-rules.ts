import { toHalfWidth } from "@/lib/domain/normalize";
import { type Role, seesProjects } from "@/lib/domain/relation-rules";

/** Inclusive days "YYYY-MM-DD"; null is open. */
export type ProjectPeriod = { validFrom: string | null; validTo: string | null };

/** Whom a 《跨区域涉税事项报告表》 names. Phones are blind indexes: they can be compared, not read. */
type ProjectFacts = ProjectPeriod & {
  handlerName: string | null;
  handlerPhoneIndex: string | null;
  contactName: string | null;
  contactPhoneIndex: string | null;
};

export type ProjectCandidate = {
  /** The person's relations in force with the project's enterprise. */
  relationRoles: readonly { role: Role; primary: boolean }[];
  personName: string;
  verifiedPhoneIndexes: readonly string[];
  project: ProjectFacts;
};

/** Why a cross-region project (跨区域涉税事项) cannot be worked on today, or null. */
export function projectProblem(
  period: ProjectPeriod,
  today: string,
): null | "PROJECT_NOT_YET_VALID" | "PROJECT_EXPIRED" {
  if (period.validTo !== null && period.validTo < today) return "PROJECT_EXPIRED";
  if (period.validFrom !== null && period.validFrom > today) return "PROJECT_NOT_YET_VALID";
  return null;
}

/**
 * How a person may act for a project today (L8): by role in the enterprise, or as sub identity (子身份办税员) because the
 * report names them as 经办人 or 联系人 with exactly their name and one of their verified phones. Null: not at all.
 */
export function mayActForProject(
  candidate: ProjectCandidate,
  today: string,
): "ROLE" | "SUB_IDENTITY" | null {
  const { relationRoles, project } = candidate;
  if (projectProblem(project, today) !== null) return null;
  if (relationRoles.some(({ role, primary }) => seesProjects(role, primary))) return "ROLE";
  const named =
    isNamed(candidate, project.handlerName, project.handlerPhoneIndex) ||
    isNamed(candidate, project.contactName, project.contactPhoneIndex);
  return named ? "SUB_IDENTITY" : null;
}

function isNamed(
  { personName, verifiedPhoneIndexes }: ProjectCandidate,
  name: string | null,
  phoneIndex: string | null,
): boolean {
  if (!name || !phoneIndex) return false;
  return name === personName && verifiedPhoneIndexes.includes(phoneIndex);
}

/**
 * Fuzzy search of a 跨区域涉税事项管理编号: every run of digits and of letters in the query occurs in the number, in that order,
 * whatever brackets and spaces are between; so its last four digits find it. An empty query finds everything.
 */
export function matchesProjectNumber(number: string, query: string): boolean {
  const wanted = searchable(query);
  const pieces = wanted.match(/\d+|[^\d ]+/g);
  if (!pieces) return query.trim() === "";
  const text = searchable(number).replaceAll(" ", "");
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/** Letters and digits of any script, capital, one space for whatever stands between them. */
function searchable(text: string): string {
  return toHalfWidth(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}
