import "server-only";
import { describePlace } from "@/lib/domain/network-place";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  type LoginFlowData,
  loginFlowData,
  loginProofs,
  loginStep,
  type SecondFactorProof,
} from "@/lib/flows/login";
import { type Tx, transaction } from "../db";
import { deviceHash } from "../devices/device-cookie";
import { consumeFlow, readFlow } from "../flow-store";
import { resolveIdentity } from "../identities/resolve";
import { carryNotice } from "../notices/carry";
import { requestContext } from "../request";
import type { SessionScope } from "../session-cookie";
import { newToken } from "../tokens";
import { accountUnchanged } from "./login-flow";
import { formerSessionHash, startSession } from "./start-session";

/**
 * Turns a finished login flow into a login session, once: flow and proof are consumed, the acting identity is checked
 * again, and the browser's former session ends, all in one transaction. A device not used before is told to the person (B5).
 * Called by Auth.js only.
 */
export async function openLoginSession(claim: {
  flow: string;
  region: string;
  identity: string;
  proof: SecondFactorProof;
  scope: SessionScope;
}): Promise<Result<{ token: string; personId: string }>> {
  const { now, userAgent, address } = await requestContext();
  const flow = await readFlow(claim.flow, {
    kind: "LOGIN",
    region: claim.region,
    schema: loginFlowData,
    now,
  });
  if (!flow.ok) return flow;
  const { id: flowId, data, region } = flow.value;
  const entry = flow.value.entry ?? "PERSON";
  const scope: SessionScope = data.app ? `APP:${data.app}` : "PORTAL";
  const proved = loginStep(data) === "IDENTITY" && data.secondFactor === claim.proof;
  if (!proved || scope !== claim.scope) return failure("FLOW_EXPIRED");
  if (!reaches(entry, claim.identity)) return failure("IDENTITY_NOT_FOUND");
  const token = newToken();
  const former = await formerSessionHash(scope);
  const device = {
    deviceHash: await deviceHash(data.personId),
    place: describePlace(address),
    userAgent,
  };
  const opened = await transaction(async (tx): Promise<Result<{ alert: string | null }>> => {
    const identity = await resolveIdentity(tx, {
      personId: data.personId,
      region,
      entry,
      identity: claim.identity,
      now,
    });
    if (!identity.ok) return identity;
    const { enterpriseId, agencyId } = identity.value;
    if (!belongs(data, entry, { enterpriseId, agencyId })) {
      return failure("IDENTITY_NOT_FOUND");
    }
    if (!(await accountUnchanged(tx, data))) return failure("FLOW_EXPIRED");
    if (data.scanned && !(await stillSignedIn(tx, data.scanned.session))) {
      return failure("FLOW_EXPIRED");
    }
    if (!(await takeProof(tx, flowId, claim.proof, now)) || !(await consumeFlow(tx, flowId, now))) {
      return failure("FLOW_EXPIRED");
    }
    // One certificate shown is one session, however many people were chosen before.
    if (data.certificate && !(await consumeFlow(tx, data.certificate.flow, now))) {
      return failure("FLOW_EXPIRED");
    }
    const alert = await startSession(
      tx,
      {
        identity: identity.value,
        token,
        former,
        scope,
        app: data.app,
        personId: data.personId,
        region,
        proofs: loginProofs(data),
        ...device,
        action: "LOGIN",
        detail: {
          entry,
          secondFactor: claim.proof,
          app: data.app,
          ...(data.certificate && { certificate: data.certificate.fingerprint }),
        },
      },
      now,
    );
    return success({ alert });
  });
  if (!opened.ok) return opened;
  if (opened.value.alert) await carryNotice(opened.value.alert, { region, now });
  return success({ token, personId: data.personId });
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

/** Whether the APP that handed its state over is still signed in: its session may have been ended from elsewhere (Q2, A1). */
async function stillSignedIn(tx: Tx, id: string): Promise<boolean> {
  return (await tx.loginSession.count({ where: { id, instance: "APP", revokedAt: null } })) > 0;
}

/** Uses up the proof of this flow: true for exactly one caller. A scanned ticket was used up when the flow began. */
async function takeProof(tx: Tx, flowId: string, proof: SecondFactorProof, now: Date) {
  if (proof === "SCAN") {
    const tickets = await tx.scanTicket.count({ where: { flowId, status: "CONFIRMED" } });
    return tickets === 1;
  }
  const { count } = await tx.verification.updateMany({
    where: {
      flowId,
      purpose: "LOGIN",
      method: proof,
      verifiedAt: { not: null },
      consumedAt: null,
    },
    data: { consumedAt: now },
  });
  return count === 1;
}

/**
 * The identity has to be of the enterprise or agency typed at the first step, or the very one a phone confirmed; a scan at
 * 特定主体 names none and leaves the project to choose.
 */
function belongs(
  { enterpriseId: typed, scanned }: LoginFlowData,
  entry: string,
  { enterpriseId, agencyId }: { enterpriseId: string | null; agencyId: string | null },
): boolean {
  if (scanned && entry === "SPECIFIC") return true;
  return typed === (entry === "AGENCY" ? agencyId : enterpriseId);
}
