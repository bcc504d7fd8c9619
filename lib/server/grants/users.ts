import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { dayOf } from "@/lib/domain/china-time";
import { grantedCodes } from "@/lib/domain/function-tree-grants";
import { boxesOf } from "@/lib/domain/grantable-functions";
import { isBound } from "@/lib/domain/legacy-rules";
import { maskDocumentNumber } from "@/lib/domain/masking";
import { type RelationRefusal, relationRefusal } from "@/lib/domain/relation-actions";
import type { Role } from "@/lib/domain/relation-rules";
import { legacyRelationRule } from "@/lib/regions/entry-styles";
import { findRegion } from "@/lib/regions/list";
import { db } from "../db";
import { pageWindow } from "../identities/paging";
import { factsOf, relationFacts } from "../identities/resolve";
import { COLLECTED_LEVEL } from "../legacy/handlers";
import { reveal } from "../protect";

/** The manager who looks at the people of the enterprise they act for. */
type Viewer = { personId: string; as: Role; enterpriseId: string; region: string; now: Date };

/** A person of the enterprise as 授权信息 lists them. */
export type GrantedUser = {
  id: string;
  name: string;
  maskedDocumentNumber: string;
  role: Role;
  primary: boolean;
  frozen: boolean;
  /** BOUND: agreed by themself; ADDED: by 添加用户; LISTED: by the registry alone. */
  standing: "BOUND" | "ADDED" | "LISTED";
  /** Boxes of the tree they have now. */
  functions: string[];
  /** Why they cannot be given functions here; null: they can. */
  refusal: RelationRefusal | null;
};

/** Collected in person (实名采集). */
export const COLLECTED = {
  OR: [{ realNameLevel: { gte: COLLECTED_LEVEL } }, { collections: { some: {} } }],
};

const codes = { select: { functionCode: true } } as const;
const columns = {
  ...relationFacts,
  personId: true,
  person: { select: { name: true, documentNumberCipher: true } },
  grants: codes,
  identities: { select: { permissionIdentity: { select: { functions: codes } } } },
} as const;

/** Everybody the enterprise has, for 授权信息 (云南 3.4), by name. */
export async function grantedUsers(
  viewer: Viewer,
  { search, page }: { search: string; page: number },
): Promise<{ rows: GrantedUser[]; total: number }> {
  const where = {
    enterpriseId: viewer.enterpriseId,
    living: true,
    ...(search && { person: { name: { contains: search } } }),
  };
  const [rows, total] = await Promise.all([
    db.relation.findMany({
      where,
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      ...pageWindow(page),
      select: columns,
    }),
    db.relation.count({ where }),
  ]);
  return { rows: rows.map((row) => grantedUser(row, viewer)), total };
}

/** One of them; null when they are not the enterprise's. */
export async function findGrantedUser(id: string, viewer: Viewer): Promise<GrantedUser | null> {
  const row = await db.relation.findFirst({
    where: { id, enterpriseId: viewer.enterpriseId, living: true },
    select: columns,
  });
  return row && grantedUser(row, viewer);
}

type Row = Prisma.RelationGetPayload<{ select: typeof columns }>;

function grantedUser(row: Row, { personId, as, region, now }: Viewer): GrantedUser {
  const { id, role, primary, person, status, legacyOnly } = row;
  const frozen = row.frozenAt !== null;
  const own = row.personId === personId;
  const usable = inForce({ ...row, frozenAt: null }, region, now);
  const standing = !isBound(row) ? "LISTED" : legacyOnly ? "ADDED" : "BOUND";
  const grants = [
    ...row.grants,
    ...row.identities.flatMap(({ permissionIdentity }) => permissionIdentity.functions),
  ].map(({ functionCode }) => functionCode);
  const regionDefaults = findRegion(region)?.defaultGrants ?? false;
  const has = grantedCodes({ acting: "ENTERPRISE", role, regionDefaults, grants });
  return {
    id,
    name: person.name,
    maskedDocumentNumber: maskDocumentNumber(
      reveal("Person.documentNumber", person.documentNumberCipher),
    ),
    role,
    primary,
    frozen,
    standing,
    functions: boxesOf(has),
    refusal: relationRefusal({
      action: "GRANT",
      as,
      own,
      target: { role, status: usable ? "ACTIVE" : status, frozen },
    }),
  };
}

/** Whether a relation is in force at the bureau's old entry, though it may wait elsewhere (O1). */
export function inForce(row: Parameters<typeof factsOf>[0], region: string, now: Date): boolean {
  return legacyRelationRule(findRegion(region))(factsOf(row), dayOf(now)) === null;
}

/** Registered handlers and clerks who were collected and are no users yet: offered by 添加用户 without being named. */
export async function registeredCandidates({ enterpriseId }: Pick<Viewer, "enterpriseId">) {
  const rows = await db.relation.findMany({
    where: {
      enterpriseId,
      living: true,
      inRegistry: true,
      legacyOnly: false,
      status: { in: ["REGISTERED", "PENDING_PERSON"] },
      role: { in: ["TAX_HANDLER", "INVOICE_CLERK"] },
      person: { ...COLLECTED, faceBeforeAdding: false },
    },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    take: 100,
    select: { id: true, role: true, primary: true, person: columns.person },
  });
  return rows.map(({ person, ...row }) => ({
    ...row,
    name: person.name,
    maskedDocumentNumber: maskDocumentNumber(
      reveal("Person.documentNumber", person.documentNumberCipher),
    ),
  }));
}
