import "server-only";
import { describePlace } from "@/lib/domain/network-place";
import { failure, type Result, success } from "@/lib/domain/result";
import { HALL_FLOW_REGION, hallLoginData } from "@/lib/flows/hall-login";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { consumeFlow, readFlow } from "../flow-store";
import { requestContext } from "../request";
import { revokeSessions, sessionTokenHash } from "../session-store";
import { newToken } from "../tokens";

/**
 * Turns the finished login of an officer into a session, once: flow and proof are consumed, and the officer's former session
 * ends, wherever it is. Called by Auth.js only.
 */
export async function openOfficerSession(claim: {
  flow: string;
}): Promise<Result<{ token: string; officerId: string }>> {
  const { now, userAgent, address } = await requestContext();
  const flow = await readFlow(claim.flow, {
    kind: "HALL_LOGIN",
    region: HALL_FLOW_REGION,
    schema: hallLoginData,
    now,
  });
  if (!flow.ok) return flow;
  const { id: flowId, data } = flow.value;
  const { officerId } = data;
  if (!data.verified) return failure("FLOW_EXPIRED");
  const token = newToken();
  return transaction(async (tx) => {
    const officer = await tx.officer.findFirst({
      where: { id: officerId, disabledAt: null },
      select: { region: true },
    });
    if (!officer) return failure("FLOW_EXPIRED");
    const proof = { flowId, purpose: "HALL_LOGIN", method: "SMS" } as const;
    const { count } = await tx.verification.updateMany({
      where: { ...proof, verifiedAt: { not: null }, consumedAt: null },
      data: { consumedAt: now },
    });
    if (count !== 1 || !(await consumeFlow(tx, flowId, now))) return failure("FLOW_EXPIRED");
    await revokeSessions(tx, { officerId }, "REPLACED", now);
    const { id } = await tx.loginSession.create({
      data: {
        tokenHash: sessionTokenHash(token, "HALL"),
        instance: "HALL",
        officerId,
        region: officer.region,
        proofs: "PASSWORD SMS",
        userAgent,
        place: describePlace(address),
        createdAt: now,
        lastSeenAt: now,
      },
      select: { id: true },
    });
    await appendAudit(tx, {
      at: now,
      action: "OFFICER_LOGIN",
      outcome: "OK",
      region: officer.region,
      actorKind: "OFFICER",
      actorId: officerId,
      subjectKind: "LoginSession",
      subjectId: id,
    });
    return success({ token, officerId });
  });
}
