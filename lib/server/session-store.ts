import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import type { Entry, ProjectKind } from "@/generated/sqlite/enums";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { mayActForProject } from "@/lib/domain/project-rules";
import type { Role } from "@/lib/domain/relation-rules";
import { SLIDE_SECONDS, sessionEnded } from "@/lib/domain/session-limits";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { db, type Tx } from "./db";
import { relationRule } from "./identities/resolve";
import { endGrants } from "./oidc/end-grants";
import type { CookieScope, SessionScope } from "./session-cookie";
import { type SessionRow, sessionRow } from "./session-query";
import { hashToken } from "./tokens";

type Company = { id: string; name: string; creditCode: string; taxAuthority: string };

/** Whom a session acts for (身份). */
export type ActingIdentity =
  | { kind: "PERSON" }
  | { kind: "ENTERPRISE"; relationId: string; role: Role; primary: boolean; enterprise: Company }
  | {
      kind: "CLIENT";
      agreementStaffId: string;
      agency: { id: string; name: string };
      enterprise: Company;
    }
  | {
      kind: "PROJECT";
      projectId: string;
      number: string;
      name: string;
      projectKind: ProjectKind;
      projectAuthority: string;
      /** Role in the enterprise, or null for 子身份办税员 named by the report. */
      role: Role | null;
      enterprise: Company;
    };

/** A signed-in person as every page and action sees them; true at the moment it was read. */
export type CurrentSession = {
  id: string;
  personId: string;
  personName: string;
  realNameLevel: number;
  region: string;
  entry: Entry;
  acting: ActingIdentity;
  /** Why the acting identity may not be used any more (frozen, ended, expired); null while it may. */
  problem: string | null;
  /** Forms carry it, so that one rendered for another identity is noticed (B7). */
  identityVersion: number;
  proofs: string[];
  /** For the header (消息中心). */
  unreadMessages: number;
  createdAt: Date;
  lastSeenAt: Date;
};

/** What the database keeps of a session token; a token of one scope is worth nothing in another. */
export function sessionTokenHash(token: string, scope: CookieScope = "PORTAL"): string {
  return hashToken(scope, token);
}

/**
 * Reads a session by its token in one query: revoked, idle or too old, account closed → null. Relation, freeze, agreement
 * and project are judged as they stand now.
 */
export async function readSession(
  token: string,
  { now, slide, scope = "PORTAL" }: { now: Date; slide: boolean; scope?: SessionScope },
): Promise<CurrentSession | null> {
  const instance = scope === "PORTAL" ? "PORTAL" : "APP";
  return readSessionByHash(sessionTokenHash(token, scope), { now, slide, instance });
}

/** The same for who knows of the session by its row and not by the browser's token: business systems (单点登录). */
export async function readSessionByHash(
  tokenHash: string,
  { now, slide, instance = "PORTAL" }: { now: Date; slide: boolean; instance?: "PORTAL" | "APP" },
): Promise<CurrentSession | null> {
  const row = await sessionRow(tokenHash, instance);
  if (!row || sessionEnded(row, now)) return null;
  const proofs = row.proofs.split(" ");
  const registered = row.accountStatus === "ACTIVE";
  if (!registered && !(row.accountStatus === null && isOldStyle(proofs))) return null;
  if (slide && now.getTime() - row.lastSeenAt.getTime() > SLIDE_SECONDS * 1000) {
    await db.loginSession.updateMany({
      where: { id: row.id, revokedAt: null, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    });
  }
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    realNameLevel: row.realNameLevel,
    region: row.region,
    entry: row.entry,
    acting: actingIdentity(row),
    problem: identityProblem(row, dayOf(now)),
    identityVersion: row.identityVersion,
    proofs,
    unreadMessages: row.unreadMessages,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  };
}

function actingIdentity(row: SessionRow): ActingIdentity {
  const { enterprise, relation, agreement, project } = row;
  if (!enterprise) return { kind: "PERSON" };
  if (project) {
    return {
      kind: "PROJECT",
      projectId: project.id,
      number: project.number,
      name: project.name,
      projectKind: project.kind,
      projectAuthority: project.taxAuthority,
      role: relation?.role ?? null,
      enterprise,
    };
  }
  if (agreement) {
    const { agreementStaffId, agency } = agreement;
    return { kind: "CLIENT", agreementStaffId, agency, enterprise };
  }
  if (!relation) return { kind: "PERSON" };
  const { id: relationId, role, primary } = relation;
  return { kind: "ENTERPRISE", relationId, role, primary, enterprise };
}

/** The rules that let this identity be chosen, asked again (B7). */
function identityProblem(row: SessionRow, today: string): string | null {
  const { enterprise, relation, agreement, project } = row;
  if (enterprise && enterprise.status !== "ACTIVE") return "ENTERPRISE_CLOSED";
  if (relation) {
    const oldStyle = isOldStyle(row.proofs.split(" "));
    const problem = relationRule({ oldStyle, region: row.region })(relation, today);
    if (problem) return problem;
  }
  if (agreement) {
    if (agreement.removed) return "AGREEMENT_TERMINATED";
    const problem = agreementProblem(agreement, today);
    if (problem) return problem;
  }
  if (project) {
    const by = mayActForProject(
      {
        relationRoles: relation ? [relation] : [],
        personName: row.personName,
        verifiedPhoneIndexes: project.matchingPhoneIndex ? [project.matchingPhoneIndex] : [],
        project,
      },
      today,
    );
    if (project.status !== "ACTIVE" || !by) return "PROJECT_NOT_FOUND";
  }
  return null;
}

/** Ends sessions, but not `except`, for a reason the person can read later; returns how many ended. */
export async function revokeSessions(
  tx: Tx,
  {
    except,
    ...where
  }: Omit<Prisma.LoginSessionWhereInput, "revokedAt" | "NOT"> & { except?: string },
  reason: string,
  now: Date,
): Promise<number> {
  const ending = { ...where, revokedAt: null, ...(except && { NOT: { id: except } }) };
  await endGrants(tx, { session: ending }, reason, now);
  const { count } = await tx.loginSession.updateMany({
    where: ending,
    data: { revokedAt: now, revokedReason: reason },
  });
  return count;
}
