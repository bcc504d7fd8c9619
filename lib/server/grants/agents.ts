import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { dayOf } from "@/lib/domain/china-time";
import { isGrantable } from "@/lib/domain/grantable-functions";
import { maskDocumentNumber } from "@/lib/domain/masking";
import { failure, type Result, success } from "@/lib/domain/result";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { roleLabel } from "@/lib/labels";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { notify } from "../notices/notify";
import { reveal } from "../protect";
import { RELATION_VERBS } from "../relations/change";
import { type Manager, managing } from "../relations/managing";
import { carryAll } from "../relations/tell";
import { grantsManager, type SignedIn } from "./access";

/** 涉税代理人员 who acts for the enterprise by an agreement in force, as the enterprise sees them. */
export type ServingAgent = {
  id: string;
  /** Whether it is the manager who looks: nobody grants to themselves (B13). */
  own: boolean;
  name: string;
  maskedDocumentNumber: string;
  agency: string;
  validFrom: string;
  validTo: string;
  lastUsedAt: Date | null;
  /** Codes the enterprise has given; none: what an agreement gives by itself. */
  functions: string[];
};

/** More agents than this no enterprise has at once. */
const SHOWN_AT_MOST = 200;

const columns = {
  id: true,
  personId: true,
  lastUsedAt: true,
  person: {
    select: {
      name: true,
      documentNumberCipher: true,
      agencyStaff: { where: { removedAt: null }, select: { agencyId: true } },
    },
  },
  agreement: {
    select: {
      agencyId: true,
      validFrom: true,
      validTo: true,
      agency: { select: { name: true } },
    },
  },
  grants: { select: { functionCode: true } },
} as const;

/** Rows of agents whose agreement with this client (委托企业) is in force, or will be. */
function serving(clientId: string, now: Date): Prisma.AgreementStaffWhereInput {
  return {
    removedAt: null,
    agreement: {
      clientId,
      status: "ACTIVE",
      validTo: { gte: dayOf(now) },
      agency: { status: "ACTIVE" },
    },
  };
}

/** The agents who can act for the enterprise (谁能代表我们, B12), by agency and name; `id` asks for one of them. */
export async function servingAgents(
  { enterpriseId, personId, now }: { enterpriseId: string; personId: string; now: Date },
  id?: string,
): Promise<ServingAgent[]> {
  const rows = await db.agreementStaff.findMany({
    where: { ...serving(enterpriseId, now), id },
    orderBy: [
      { agreement: { agency: { name: "asc" } } },
      { person: { name: "asc" } },
      { id: "asc" },
    ],
    take: SHOWN_AT_MOST,
    select: columns,
  });
  return rows
    .filter(({ person, agreement }) =>
      person.agencyStaff.some(({ agencyId }) => agencyId === agreement.agencyId),
    )
    .map(({ person, agreement, grants, ...row }) => ({
      id: row.id,
      own: row.personId === personId,
      name: person.name,
      maskedDocumentNumber: maskDocumentNumber(
        reveal("Person.documentNumber", person.documentNumberCipher),
      ),
      agency: agreement.agency.name,
      validFrom: agreement.validFrom,
      validTo: agreement.validTo,
      lastUsedAt: row.lastUsedAt,
      functions: grants.map(({ functionCode }) => functionCode),
    }));
}

/**
 * 授权 of an agent by the client (E4, 云南 3.1): they have exactly these functions under this agreement from now on, in running
 * sessions too; none leaves what an agreement gives by itself. Open requests of theirs are answered by it. Problems: those of
 * `managing` (at an old entry of `grantsManager`), FUNCTION_UNKNOWN, AGREEMENT_NOT_FOUND_HERE, OWN_AUTHORIZATION.
 */
export async function grantAgent(
  form: { agentId: string; functions: string[]; identityVersion: number },
  { session, now }: SignedIn,
): Promise<Result> {
  const manager = isOldStyle(session.proofs)
    ? grantsManager(session, form.identityVersion, { now })
    : managing(session, form.identityVersion);
  if (!manager.ok) return manager;
  const codes = [...new Set(form.functions)];
  if (!codes.every(isGrantable)) return failure("FUNCTION_UNKNOWN");
  const done = await transaction<Result<string>>((tx) =>
    replaceAgentGrants(tx, { id: form.agentId, codes }, manager.value, now),
  );
  if (!done.ok) return done;
  await carryAll([done.value], manager.value.region, now);
  return success();
}

async function replaceAgentGrants(
  tx: Tx,
  { id: agreementStaffId, codes }: { id: string; codes: string[] },
  { personId, region, enterprise, where }: Manager,
  now: Date,
): Promise<Result<string>> {
  const row = await tx.agreementStaff.findFirst({
    where: { ...serving(enterprise.id, now), id: agreementStaffId },
    select: { personId: true, agreement: { select: { id: true, agencyId: true } } },
  });
  if (!row) return failure("AGREEMENT_NOT_FOUND_HERE");
  if (row.personId === personId) return failure("OWN_AUTHORIZATION");
  const { id, agencyId } = row.agreement;
  // Locks the agreement, so that two managers' grants do not mix; asks once more for it and for the manager.
  const { count } = await tx.agreement.updateMany({
    where: { id, clientId: where.enterpriseId, status: "ACTIVE", client: where.enterprise },
    data: { updatedAt: now },
  });
  if (count === 0) return failure("AGREEMENT_NOT_FOUND_HERE");
  await tx.functionGrant.deleteMany({ where: { agreementStaffId } });
  await tx.functionGrant.createMany({
    data: codes.map((functionCode) => ({ agreementStaffId, functionCode, grantedById: personId })),
  });
  await tx.todo.updateMany({
    where: {
      kind: "FUNCTION_REQUESTED",
      enterpriseId: enterprise.id,
      subjectId: { startsWith: `${agreementStaffId}:` },
      doneAt: null,
    },
    data: { doneAt: now },
  });
  const params = { enterprise: enterprise.name, role: roleLabel("TAX_AGENT") };
  const notice = { personId: row.personId, kind: "FUNCTIONS_GRANTED", params } as const;
  const message = await notify(tx, notice, now);
  await appendAudit(tx, {
    at: now,
    action: RELATION_VERBS.GRANT,
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId: row.personId,
    enterpriseId: enterprise.id,
    agencyId,
    subjectKind: "AgreementStaff",
    subjectId: agreementStaffId,
    detail: { functions: codes.join(" ") },
  });
  return success(message);
}
