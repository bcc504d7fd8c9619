import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { legacyStyleOf } from "@/lib/regions/entry-styles";
import { findRegion } from "@/lib/regions/list";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { consumeFlow } from "../flow-store";
import { reveal } from "../protect";
import type { CurrentSession } from "../session-store";
import { codeProblem, sendCode, tryCode } from "../verification/codes";
import { findHandler } from "./handlers";
import { readLegacyFlow, startLegacyFlow } from "./legacy-flow";
import { type LegacySecret, secretLock, trySecret } from "./secret-attempts";

type SignedIn = { session: CurrentSession; now: Date };

/** Whether a sensitive function asks for a text message first: the old entry was passed without one (O1). */
export function asksForSms(
  { region, proofs }: Pick<CurrentSession, "region" | "proofs">,
  functionCode: string,
): boolean {
  if (!isOldStyle(proofs) || proofs.includes("SMS")) return false;
  return findRegion(region)?.stepUpFunctions.includes(functionCode) ?? false;
}

/** What counts wrong codes of a person's step-ups. */
function codeSecret(personId: string): LegacySecret {
  return { kind: "HANDLER_CODE", id: `step-up:${personId}` };
}

/** Where the message goes: as at the login for a handler, to the person's own phone for an agent. */
async function phoneOf(
  { acting, personId, region }: CurrentSession,
  now: Date,
): Promise<string | null> {
  if (acting.kind === "ENTERPRISE") {
    const { enterprise, relationId: id } = acting;
    const profile = findRegion(region);
    const people = (profile && legacyStyleOf(profile)?.people) ?? "SET_UP";
    const where = { enterpriseId: enterprise.id, entry: "ENTERPRISE" as const, people, id };
    const handler = await findHandler(where, now);
    return handler && !handler.problem && !handler.smsProblem ? handler.phone : null;
  }
  const phone = await db.phone.findFirst({
    where: { personId, isDefault: true },
    select: { numberCipher: true },
  });
  return phone && reveal("Phone.number", phone.numberCipher);
}

/** 「获取验证码」 before a sensitive function. `flow` is that of the message sent before, so that tries left stay what they are. */
export async function sendStepUpCode(
  form: { flow: string },
  { session, now }: SignedIn,
): Promise<Result<{ flow: string; resendSeconds: number }>> {
  const { region, personId } = session;
  const profile = findRegion(region);
  const phone = await phoneOf(session, now);
  if (!profile || !phone) return failure("REGISTRY_PHONE_EMPTY");
  const lock = await secretLock(codeSecret(personId), now);
  if (lock) return lock;
  const before = await readLegacyFlow(region, form.flow, "STEP_UP", now);
  const own = before.ok && before.value.data.sessionId === session.id;
  const data = { task: "STEP_UP" as const, sessionId: session.id };
  const flowId = own
    ? before.value.id
    : (await startLegacyFlow(region, "ENTERPRISE", data, now)).id;
  const sent = await sendCode({
    flowId,
    purpose: "STEP_UP",
    personId,
    target: { method: "SMS", address: phone },
    bureauName: profile.bureauName,
    now,
  });
  return sent.ok ? success({ flow: flowId, resendSeconds: RESEND_SECONDS }) : sent;
}

/** The right code makes the running session one that was proved by text message, too. */
export async function submitStepUpCode(
  form: { flow: string; code: string },
  { session, now }: SignedIn,
): Promise<Result<{ proved: true }>> {
  const flow = await readLegacyFlow(session.region, form.flow, "STEP_UP", now);
  const flowId = flow.ok && flow.value.data.sessionId === session.id ? flow.value.id : "";
  const key = { flowId, purpose: "STEP_UP" as const, method: "SMS" as const };
  const problem = await codeProblem(key, now);
  if (problem) return failure(problem, { field: "code" });
  const refused = await trySecret(
    codeSecret(session.personId),
    () => prove(key, form.code, session, now),
    { code: "CODE_WRONG", field: "code", now },
  );
  return refused ?? success({ proved: true as const });
}

function prove(
  key: { flowId: string; purpose: "STEP_UP"; method: "SMS" },
  code: string,
  { id, personId, region, proofs }: CurrentSession,
  now: Date,
): Promise<boolean> {
  return transaction(async (tx) => {
    if ((await tryCode(tx, key, code, now)) !== "VERIFIED") return false;
    if (!(await consumeFlow(tx, key.flowId, now))) return false;
    const { count } = await tx.loginSession.updateMany({
      where: { id, revokedAt: null, proofs: proofs.join(" ") },
      data: { proofs: [...proofs, "SMS"].join(" ") },
    });
    await appendAudit(tx, {
      at: now,
      action: "STEP_UP",
      outcome: count === 1 ? "OK" : "REFUSED",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      subjectKind: "LoginSession",
      subjectId: id,
      detail: { by: "SMS" },
    });
    return count === 1;
  });
}
