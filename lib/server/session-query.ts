import "server-only";
import type { AgreementStatus, Entry, ProjectKind } from "@/generated/sqlite/enums";
import type { RelationStatus, Role } from "@/lib/domain/relation-rules";
import { db } from "./db";

/** A session with everything that decides whether its acting identity still holds. */
export type SessionRow = {
  id: string;
  personId: string;
  personName: string;
  realNameLevel: number;
  /** Null for a person who never registered: they come through an old entry only. */
  accountStatus: string | null;
  region: string;
  entry: Entry;
  identityVersion: number;
  proofs: string;
  /** Messages of the message centre not read yet. */
  unreadMessages: number;
  createdAt: Date;
  lastSeenAt: Date;
  enterprise: {
    id: string;
    name: string;
    creditCode: string;
    taxAuthority: string;
    status: string;
  } | null;
  relation: {
    id: string;
    role: Role;
    primary: boolean;
    status: RelationStatus;
    validFrom: string | null;
    validTo: string | null;
    frozen: boolean;
    legacyOnly: boolean;
    inRegistry: boolean;
  } | null;
  agreement: {
    agreementStaffId: string;
    agency: { id: string; name: string };
    status: AgreementStatus;
    validFrom: string;
    validTo: string;
    removed: boolean;
  } | null;
  project: {
    id: string;
    number: string;
    name: string;
    kind: ProjectKind;
    status: string;
    taxAuthority: string;
    handlerName: string;
    handlerPhoneIndex: string;
    contactName: string;
    contactPhoneIndex: string;
    validFrom: string;
    validTo: string | null;
    /** The phone of 经办人 or 联系人 that this person has verified. */
    matchingPhoneIndex: string | null;
  } | null;
};

type Columns = Record<string, string | number | bigint | boolean | Date | null>;

/**
 * The session of a token in one statement: on SQLite a nested select would be six. Joins go by primary key, so the time
 * does not grow with the number of people.
 */
export async function sessionRow(
  tokenHash: string,
  instance: "PORTAL" | "APP",
): Promise<SessionRow | null> {
  const [row] = await db.$queryRaw<Columns[]>`
    SELECT s."id", s."personId", s."region", s."entry", s."identityVersion", s."proofs", s."createdAt", s."lastSeenAt",
      p."name" AS "personName", p."realNameLevel", a."status" AS "accountStatus",
      (SELECT COUNT(*) FROM "Message" m WHERE m."personId" = s."personId" AND m."readAt" IS NULL) AS "unreadMessages",
      r."id" AS "rId", r."role", r."primary", r."status" AS "rStatus", r."validFrom" AS "rFrom", r."validTo" AS "rTo",
      r."frozenAt" AS "rFrozenAt", r."legacyOnly", r."inRegistry",
      ast."id" AS "astId", ast."removedAt" AS "astRemovedAt", st."id" AS "stId", st."removedAt" AS "stRemovedAt",
      ag."status" AS "agStatus", ag."validFrom" AS "agFrom", ag."validTo" AS "agTo",
      ay."id" AS "ayId", ay."name" AS "ayName", ay."status" AS "ayStatus",
      j."id" AS "jId", j."number" AS "jNumber", j."name" AS "jName", j."kind" AS "jKind", j."status" AS "jStatus",
      j."taxAuthority" AS "jAuthority", j."handlerName", j."handlerPhoneIndex", j."contactName",
      j."contactPhoneIndex", j."validFrom" AS "jFrom", j."validTo" AS "jTo",
      CASE WHEN s."projectId" IS NULL THEN NULL ELSE (
        SELECT ph."numberIndex" FROM "Phone" ph WHERE ph."personId" = s."personId"
          AND ((ph."numberIndex" = j."handlerPhoneIndex" AND j."handlerName" = p."name")
            OR (ph."numberIndex" = j."contactPhoneIndex" AND j."contactName" = p."name")) LIMIT 1) END AS "phoneIndex",
      e."id" AS "eId", e."name" AS "eName", e."creditCode", e."taxAuthority", e."status" AS "eStatus"
    FROM "LoginSession" s
    JOIN "Person" p ON p."id" = s."personId"
    LEFT JOIN "Account" a ON a."personId" = s."personId"
    LEFT JOIN "Relation" r ON r."id" = s."relationId"
    LEFT JOIN "CrossRegionProject" j ON j."id" = s."projectId"
    LEFT JOIN "AgreementStaff" ast ON ast."id" = s."agreementStaffId"
    LEFT JOIN "Agreement" ag ON ag."id" = ast."agreementId"
    LEFT JOIN "Enterprise" ay ON ay."id" = ag."agencyId"
    LEFT JOIN "AgencyStaff" st ON st."agencyId" = ag."agencyId" AND st."personId" = s."personId"
    LEFT JOIN "Enterprise" e ON e."id" = COALESCE(r."enterpriseId", ag."clientId", j."enterpriseId")
    WHERE s."tokenHash" = ${tokenHash} AND CAST(s."instance" AS TEXT) = ${instance} AND s."revokedAt" IS NULL`;
  return row ? toSessionRow(row) : null;
}

function toSessionRow(row: Columns): SessionRow {
  return {
    ...(row as unknown as SessionRow),
    realNameLevel: Number(row.realNameLevel),
    identityVersion: Number(row.identityVersion),
    unreadMessages: Number(row.unreadMessages),
    createdAt: instant(row.createdAt),
    lastSeenAt: instant(row.lastSeenAt),
    enterprise: row.eId
      ? ({
          id: row.eId,
          name: row.eName,
          creditCode: row.creditCode,
          taxAuthority: row.taxAuthority,
          status: row.eStatus,
        } as SessionRow["enterprise"])
      : null,
    relation: row.rId
      ? ({
          id: row.rId,
          role: row.role,
          primary: truth(row.primary),
          status: row.rStatus,
          validFrom: row.rFrom,
          validTo: row.rTo,
          frozen: row.rFrozenAt !== null,
          legacyOnly: truth(row.legacyOnly),
          inRegistry: truth(row.inRegistry),
        } as SessionRow["relation"])
      : null,
    agreement: row.astId
      ? ({
          agreementStaffId: row.astId,
          agency: { id: row.ayId, name: row.ayName },
          status: row.agStatus,
          validFrom: row.agFrom,
          validTo: row.agTo,
          removed:
            row.astRemovedAt !== null ||
            row.stId === null ||
            row.stRemovedAt !== null ||
            row.ayStatus !== "ACTIVE",
        } as SessionRow["agreement"])
      : null,
    project: row.jId
      ? ({
          id: row.jId,
          number: row.jNumber,
          name: row.jName,
          kind: row.jKind,
          status: row.jStatus,
          taxAuthority: row.jAuthority,
          handlerName: row.handlerName,
          handlerPhoneIndex: row.handlerPhoneIndex,
          contactName: row.contactName,
          contactPhoneIndex: row.contactPhoneIndex,
          validFrom: row.jFrom,
          validTo: row.jTo,
          matchingPhoneIndex: row.phoneIndex,
        } as SessionRow["project"])
      : null,
  };
}

/** SQLite answers raw booleans as 0 and 1. */
function truth(value: Columns[string] | undefined): boolean {
  return value === true || value === 1 || value === 1n;
}

/** SQLite may answer raw times as text. */
function instant(value: Columns[string] | undefined): Date {
  return value instanceof Date ? value : new Date(String(value));
}
