import "server-only";
import type { Entry } from "@/generated/sqlite/enums";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { mayActForProject, projectProblem } from "@/lib/domain/project-rules";
import { type Role, relationProblem, seesProjects } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { legacyRelationRule } from "@/lib/regions/entry-styles";
import { findRegion } from "@/lib/regions/list";
import { keepsToPersonEntry } from "../accounts/person-entry";
import type { Tx } from "../db";

/** What a login session stores of its acting identity (身份): at most one of the three ids. */
export type IdentityColumns = {
  entry: Entry;
  relationId: string | null;
  agreementStaffId: string | null;
  projectId: string | null;
  /** For the audit trail and the last use of the relation. */
  enterpriseId: string | null;
  agencyId: string | null;
};

type Claim = {
  personId: string;
  region: string;
  /** Entry of the login or session that asks: it decides which identities are within reach. */
  entry: Entry;
  /** `person`, `relation:ID`, `client:ID` (staff row of an agreement) or `project:ID`. */
  identity: string;
  /** Asked at an old entry (旧版登录), where relations made by one side count (O1). */
  oldStyle?: boolean;
  now: Date;
};

const NOBODY: Omit<IdentityColumns, "entry"> = {
  relationId: null,
  agreementStaffId: null,
  projectId: null,
  enterpriseId: null,
  agencyId: null,
};

/**
 * Whether this person may act as `identity` in this bureau right now; the ids are looked up as the person's own, never
 * trusted. One rule for the end of a login and for 身份切换.
 */
export async function resolveIdentity(tx: Tx, claim: Claim): Promise<Result<IdentityColumns>> {
  const [kind, id = ""] = claim.identity.split(":", 2);
  if (kind === "person") return success({ ...NOBODY, entry: "PERSON" as const });
  if (await keepsToPersonEntry(tx, claim.personId)) return failure("PERSON_ENTRY_ONLY");
  switch (kind) {
    case "relation":
      return relationIdentity(tx, claim, id);
    case "client":
      return clientIdentity(tx, claim, id);
    case "project":
      return projectIdentity(tx, claim, id);
    default:
      return failure("IDENTITY_NOT_FOUND");
  }
}

async function relationIdentity(tx: Tx, claim: Claim, id: string) {
  const row = await tx.relation.findFirst({
    where: {
      id,
      personId: claim.personId,
      living: true,
      enterprise: { region: claim.region, status: "ACTIVE" },
    },
    select: relationFacts,
  });
  if (!row) return failure("RELATION_NOT_FOUND");
  const problem = relationRule(claim)(factsOf(row), dayOf(claim.now));
  if (problem) return failure(problem);
  return success({
    ...NOBODY,
    entry: "ENTERPRISE" as const,
    relationId: id,
    enterpriseId: row.enterpriseId,
  });
}

/** What decides whether a relation counts at the entry that asks. */
export function relationRule({ oldStyle, region }: Pick<Claim, "oldStyle" | "region">) {
  return oldStyle ? legacyRelationRule(findRegion(region)) : relationProblem;
}

async function clientIdentity(tx: Tx, claim: Claim, id: string) {
  const row = await tx.agreementStaff.findFirst({
    where: {
      id,
      personId: claim.personId,
      removedAt: null,
      agreement: {
        agency: {
          region: claim.region,
          status: "ACTIVE",
          staff: { some: listedStaff(claim.personId) },
        },
        client: { status: "ACTIVE" },
      },
    },
    select: {
      agreement: {
        select: { agencyId: true, clientId: true, status: true, validFrom: true, validTo: true },
      },
    },
  });
  if (!row) return failure("AGREEMENT_NOT_FOUND");
  const problem = agreementProblem(row.agreement, dayOf(claim.now));
  if (problem) return failure(problem);
  return success({
    ...NOBODY,
    entry: "AGENCY" as const,
    agreementStaffId: id,
    enterpriseId: row.agreement.clientId,
    agencyId: row.agreement.agencyId,
  });
}

async function projectIdentity(tx: Tx, claim: Claim, id: string) {
  const project = await tx.crossRegionProject.findFirst({
    where: {
      id,
      projectRegion: claim.region,
      status: "ACTIVE",
      enterprise: { status: "ACTIVE" },
    },
    select: { ...projectFacts, id: true, enterpriseId: true },
  });
  if (!project) return failure("PROJECT_NOT_FOUND");
  const today = dayOf(claim.now);
  const problem = projectProblem(project, today);
  if (problem) return failure(problem);
  const { personId } = claim;
  const facts = await projectClaimant(tx, personId, project.enterpriseId, {
    today,
    counts: relationRule(claim),
  });
  const by = mayActForProject({ ...facts, project }, today);
  // 经办人 and 联系人 come through 特定主体 only (山东 23).
  if (!by || (by === "SUB_IDENTITY" && claim.entry !== "SPECIFIC")) {
    return failure("PROJECT_NOT_FOUND");
  }
  return success({
    ...NOBODY,
    entry: "SPECIFIC" as const,
    projectId: id,
    relationId:
      by === "ROLE"
        ? (facts.relations.find(({ role, primary }) => seesProjects(role, primary))?.id ?? null)
        : null,
    enterpriseId: project.enterpriseId,
  });
}

export function listedStaff(personId: string) {
  return { personId, removedAt: null };
}

export const relationFacts = {
  id: true,
  enterpriseId: true,
  role: true,
  primary: true,
  status: true,
  validFrom: true,
  validTo: true,
  frozenAt: true,
  legacyOnly: true,
  inRegistry: true,
} as const;

type RelationRow = {
  role: Role;
  status: Parameters<typeof relationProblem>[0]["status"];
  validFrom: string | null;
  validTo: string | null;
  frozenAt: Date | null;
  legacyOnly: boolean;
  inRegistry: boolean;
};

/** A relation row as the rules of the domain see it. */
export function factsOf(row: RelationRow) {
  return { ...row, frozen: row.frozenAt !== null };
}

export const projectFacts = {
  handlerName: true,
  handlerPhoneIndex: true,
  contactName: true,
  contactPhoneIndex: true,
  validFrom: true,
  validTo: true,
} as const;

/** What decides which projects of an enterprise a person may act for (L8): roles held now, name, phones. */
export async function projectClaimant(
  tx: Tx,
  personId: string,
  enterpriseId: string,
  { today, counts }: { today: string; counts: ReturnType<typeof relationRule> },
) {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      phones: { select: { numberIndex: true } },
      relations: { where: { enterpriseId, living: true }, select: relationFacts },
    },
  });
  const relations = person.relations.filter((row) => !counts(factsOf(row), today));
  return {
    relations,
    relationRoles: relations.map(({ role, primary }) => ({ role, primary })),
    personName: person.name,
    verifiedPhoneIndexes: person.phones.map((phone) => phone.numberIndex),
  };
}
