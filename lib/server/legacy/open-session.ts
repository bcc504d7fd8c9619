import "server-only";
import { describePlace } from "@/lib/domain/network-place";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LegacyFlowData, legacyProofs, legacyStep } from "@/lib/flows/legacy-login";
import { type Tx, transaction } from "../db";
import { deviceHash } from "../devices/device-cookie";
import { consumeFlow } from "../flow-store";
import { resolveIdentity } from "../identities/resolve";
import { formerSessionHash, startSession } from "../login/start-session";
import { carryNotice } from "../notices/carry";
import { requestContext } from "../request";
import { newToken } from "../tokens";
import { readLegacyFlow } from "./legacy-flow";

/**
 * Turns a finished login at an old entry into a login session, once: flow and proof are consumed and the person's standing in
 * the enterprise is checked again in one transaction. Called by Auth.js only.
 */
export async function openLegacySession(claim: {
  flow: string;
  region: string;
}): Promise<Result<{ token: string; personId: string }>> {
  const { now, userAgent, address } = await requestContext();
  const flow = await readLegacyFlow(claim.region, claim.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry, region } = flow.value;
  const { handler } = data;
  if (!handler || legacyStep(data, entry) !== "OPEN") return failure("FLOW_EXPIRED");
  const { personId } = handler;
  const identity = data.client
    ? `client:${data.client}`
    : data.project
      ? `project:${data.project}`
      : `relation:${handler.id}`;
  const token = newToken();
  const former = await formerSessionHash("PORTAL");
  const device = {
    deviceHash: await deviceHash(personId),
    place: describePlace(address),
    userAgent,
  };
  const opened = await transaction(async (tx): Promise<Result<{ alert: string | null }>> => {
    const ask = { personId, region, entry, identity, oldStyle: true, now };
    const resolved = await resolveIdentity(tx, ask);
    if (!resolved.ok) return resolved;
    const { enterpriseId, agencyId } = resolved.value;
    if ((agencyId ?? enterpriseId) !== data.enterpriseId) return failure("IDENTITY_NOT_FOUND");
    if (!(await takeProof(tx, id, handler, now)) || !(await consumeFlow(tx, id, now))) {
      return failure("FLOW_EXPIRED");
    }
    const alert = await startSession(
      tx,
      {
        identity: resolved.value,
        token,
        former,
        scope: "PORTAL",
        app: null,
        personId,
        region,
        proofs: legacyProofs(data),
        ...device,
        action: "LEGACY_LOGIN",
        detail: { entry, proof: handler.proof, way: data.quick ? "QUICK" : "ORDINARY" },
      },
      now,
    );
    return success({ alert });
  });
  if (!opened.ok) return opened;
  if (opened.value.alert) await carryNotice(opened.value.alert, { region, now });
  return success({ token, personId });
}

/** Uses the text message up: true for exactly one caller. A password is proved by the flow, which is consumed with it. */
async function takeProof(
  tx: Tx,
  flowId: string,
  handler: NonNullable<LegacyFlowData<"LOGIN">["handler"]>,
  now: Date,
): Promise<boolean> {
  if (handler.proof !== "SMS") return true;
  const { count } = await tx.verification.updateMany({
    where: {
      flowId,
      purpose: "LOGIN",
      method: "SMS",
      verifiedAt: { not: null },
      consumedAt: null,
    },
    data: { consumedAt: now },
  });
  return count === 1;
}
