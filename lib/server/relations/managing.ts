import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { isManager, type Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { isOldStyle } from "@/lib/domain/session-proofs";
import type { Tx } from "../db";
import type { CurrentSession } from "../session-store";

/** Someone who manages the people of the enterprise they act for right now. */
export type Manager = {
  personId: string;
  region: string;
  role: Role;
  enterprise: { id: string; name: string };
  /**
   * Holds only for rows of that enterprise, and while the manager's own relation and session still stand: part of every
   * statement that changes something.
   */
  where: { enterpriseId: string; enterprise: Prisma.EnterpriseWhereInput };
};

/**
 * The manager behind a session: 法定代表人 or 财务负责人 acting for an enterprise (E1). Problems: IDENTITY_SWITCHED when the form was
 * rendered for another identity (B7), the identity's own problem, ONLY_MANAGERS.
 */
export function managing(session: CurrentSession, identityVersion: number): Result<Manager> {
  if (session.identityVersion !== identityVersion) return failure("IDENTITY_SWITCHED");
  const { acting, personId, region } = session;
  if (acting.kind !== "ENTERPRISE" || !isManager(acting.role)) return failure("ONLY_MANAGERS");
  if (session.problem) return failure(session.problem);
  const { id, name } = acting.enterprise;
  // At an old entry the registry's own managers need not have agreed elsewhere first: `legacyRelationProblem`.
  const waits = isOldStyle(session.proofs) ? (["REGISTERED", "PENDING_PERSON"] as const) : [];
  return success({
    personId,
    region,
    role: acting.role,
    enterprise: { id, name },
    where: {
      enterpriseId: id,
      enterprise: {
        relations: {
          some: {
            id: acting.relationId,
            personId,
            role: acting.role,
            status: { in: ["ACTIVE", ...waits] },
            frozenAt: null,
            sessions: { some: { id: session.id, identityVersion, revokedAt: null } },
          },
        },
      },
    },
  });
}

/** Whether the manager's own relation and session hold at this very moment. */
export async function stillManaging(tx: Tx, { where }: Manager): Promise<boolean> {
  const { enterpriseId, enterprise } = where;
  return (await tx.enterprise.count({ where: { id: enterpriseId, ...enterprise } })) === 1;
}
