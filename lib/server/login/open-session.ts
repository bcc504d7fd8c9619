import "server-only";
import { cookies } from "next/headers";
import { failure, type Result, success } from "@/lib/domain/result";
import { loginFlowData, loginStep } from "@/lib/flows/login";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { consumeFlow, readFlow } from "../flow-store";
import { resolveIdentity } from "../identities/resolve";
import { requestContext } from "../request";
import { portalCookie } from "../session-cookie";
import { revokeSessions, sessionTokenHash } from "../session-store";
import { newToken } from "../tokens";

/**
 * Turns a finished login flow into a login session, once: flow and proof are consumed, the acting identity is checked
 * again, and the browser's former session ends, all in one transaction. Called by Auth.js only.
 */
export async function openLoginSession(claim: {
  flow: string;
  region: string;
  identity: string;
  secondFactor: "SMS" | "EMAIL";
}): Promise<Result<{ token: string; personId: string }>> {
  const { now, userAgent } = await requestContext();
  const flow = await readFlow(claim.flow, {
    kind: "LOGIN",
    region: claim.region,
    schema: loginFlowData,
    now,
  });
  if (!flow.ok) return flow;
  const { id: flowId, data, region } = flow.value;
  const entry = flow.value.entry ?? "PERSON";
  if (loginStep(data) !== "IDENTITY" || data.secondFactor !== claim.secondFactor) {
    return failure("FLOW_EXPIRED");
  }
  if (!reaches(entry, claim.identity)) return failure("IDENTITY_NOT_FOUND");
  const token = newToken();
  const former = await formerSessionHash();
  return transaction(async (tx) => {
    const identity = await resolveIdentity(tx, {
      personId: data.personId,
      region,
      entry,
      identity: claim.identity,
      now,
    });
    if (!identity.ok) return identity;
    const { enterpriseId, agencyId, ...columns } = identity.value;
    if (!belongs(data.enterpriseId, entry, { enterpriseId, agencyId })) {
      return failure("IDENTITY_NOT_FOUND");
    }
    const proved = await tx.verification.updateMany({
      where: { flowId, purpose: "LOGIN", verifiedAt: { not: null }, consumedAt: null },
      data: { consumedAt: now },
    });
    if (proved.count !== 1 || !(await consumeFlow(tx, flowId, now))) return failure("FLOW_EXPIRED");
    if (former) await revokeSessions(tx, { tokenHash: former }, "REPLACED", now);
    const session = await tx.loginSession.create({
      data: {
        ...columns,
        tokenHash: sessionTokenHash(token),
        instance: "PORTAL",
        personId: data.personId,
        region,
        proofs: `PASSWORD ${claim.secondFactor}`,
        userAgent,
        createdAt: now,
        lastSeenAt: now,
      },
      select: { id: true },
    });
    if (columns.relationId) {
      await tx.relation.update({
        where: { id: columns.relationId },
        data: { lastUsedAt: now },
        select: { id: true },
      });
    }
    await appendAudit(tx, {
      at: now,
      action: "LOGIN",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: data.personId,
      personId: data.personId,
      enterpriseId: enterpriseId ?? undefined,
      agencyId: agencyId ?? undefined,
      subjectKind: "LoginSession",
      subjectId: session.id,
      detail: { entry, secondFactor: claim.secondFactor },
    });
    return success({ token, personId: data.personId });
  });
}

/** Each entry leads to its own kind of identity only. */
function reaches(entry: string, identity: string): boolean {
  const kinds: Record<string, string> = {
    PERSON: "person",
    ENTERPRISE: "relation",
    AGENCY: "client",
    SPECIFIC: "project",
  };
  return identity.split(":", 1)[0] === kinds[entry];
}

/** The identity has to be of the enterprise or agency typed at the first step. */
function belongs(
  typed: string | null,
  entry: string,
  { enterpriseId, agencyId }: { enterpriseId: string | null; agencyId: string | null },
): boolean {
  return typed === (entry === "AGENCY" ? agencyId : enterpriseId);
}

async function formerSessionHash(): Promise<string | null> {
  const token = (await cookies()).get(portalCookie("session"))?.value;
  return token ? sessionTokenHash(token) : null;
}
