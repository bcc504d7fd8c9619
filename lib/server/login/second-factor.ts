import "server-only";
import { maskEmail, maskPhone } from "@/lib/domain/masking";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { type LoginFlowData, loginPath, loginStep } from "@/lib/flows/login";
import {
  clearFailures,
  lockOf,
  refusedAttempt,
  returnAttempt,
  takeAttempt,
} from "../accounts/lockout";
import { db, transaction } from "../db";
import { hasReference } from "../face/references";
import { personSubject } from "../face/subject";
import { reveal } from "../protect";
import { type CodeTarget, codeProblem, sendCode, tryCode } from "../verification/codes";
import { finishLogin } from "./finish";
import { readLoginFlow } from "./login-flow";

/**
 * Where this login's code goes (L4): the phone typed at the first step, otherwise the default phone; an e-mail account's
 * mailbox when there is no phone. Null: 您的手机号为空.
 */
async function codeTarget(data: LoginFlowData): Promise<CodeTarget | null> {
  const phone = await db.phone.findFirst({
    where: data.phoneId
      ? { id: data.phoneId, personId: data.personId }
      : { personId: data.personId, isDefault: true },
    select: { numberCipher: true },
  });
  if (phone) return { method: "SMS", address: reveal("Phone.number", phone.numberCipher) };
  const account = await db.account.findUnique({
    where: { id: data.accountId },
    select: { emailCipher: true },
  });
  if (!account?.emailCipher) return null;
  return { method: "EMAIL", address: reveal("Account.email", account.emailCipher) };
}

/** What the page 身份验证 shows. */
export type SecondFactorView = {
  method: "SMS" | "EMAIL" | null;
  maskedTarget: string | null;
  /** When 「获取验证码」 may be pressed again; null: now. */
  resendAt: Date | null;
  /** Seconds until then, by the server's clock. */
  resendSeconds: number;
  /** Whether there is a photograph to compare a face with; without one 扫脸验证 cannot pass. */
  faceEnrolled: boolean;
};

/** The state of the second factor; a flow that is past it answers where to go on. */
export async function secondFactorView(
  region: string,
  flowId: unknown,
  now: Date,
): Promise<Result<SecondFactorView | { to: string }>> {
  const flow = await readLoginFlow(region, flowId, now);
  if (!flow.ok) return flow;
  const { data, id } = flow.value;
  if (loginStep(data) !== "VERIFY") return success({ to: loginPath(region, id, data) });
  const target = await codeTarget(data);
  const faceEnrolled = await hasReference(personSubject(data.personId));
  if (!target) {
    return success({
      method: null,
      maskedTarget: null,
      resendAt: null,
      resendSeconds: 0,
      faceEnrolled,
    });
  }
  const sent = await db.verification.findUnique({
    where: { flowId_purpose_method: { flowId: id, purpose: "LOGIN", method: target.method } },
    select: { sentAt: true },
  });
  const resendAt = sent?.sentAt ? new Date(sent.sentAt.getTime() + RESEND_SECONDS * 1000) : null;
  const mask = target.method === "SMS" ? maskPhone : maskEmail;
  return success({
    faceEnrolled,
    method: target.method,
    maskedTarget: mask(target.address),
    resendAt,
    resendSeconds: resendAt
      ? Math.max(0, Math.ceil((resendAt.getTime() - now.getTime()) / 1000))
      : 0,
  });
}

/** 「获取验证码」: a locked account is sent nothing (B1). */
export async function sendLoginCode(
  form: { region: string; flow: string },
  { now }: { now: Date },
): Promise<Result<{ resendSeconds: number }>> {
  const flow = await readLoginFlow(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { data, id, profile } = flow.value;
  const target = await codeTarget(data);
  if (!target) return failure("PHONE_EMPTY");
  const lock = await lockOf(data.accountId, target.method, profile, now);
  if (lock) return lock;
  const sent = await sendCode({
    flowId: id,
    purpose: "LOGIN",
    personId: data.personId,
    target,
    bureauName: profile.bureauName,
    now,
  });
  return sent.ok ? success({ resendSeconds: RESEND_SECONDS }) : sent;
}

/**
 * Second factor: the code sent to the person. Right once, it ends the login when there is nothing to choose, else it
 * leads to the choice of role, client or project.
 */
export async function submitSecondFactor(
  form: { region: string; flow: string; code: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLoginFlow(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { data, id, profile } = flow.value;
  const target = await codeTarget(data);
  if (!target) return failure("PHONE_EMPTY");
  const { method } = target;
  const lock = await lockOf(data.accountId, method, profile, now);
  if (lock) return lock;
  const key = { flowId: id, purpose: "LOGIN" as const, method };
  const problem = await codeProblem(key, now);
  if (problem) return failure(problem, { field: "code" });
  if (!(await takeAttempt(data.accountId, method, now))) {
    return (await lockOf(data.accountId, method, profile, now)) ?? failure("TRY_AGAIN");
  }
  const proved: LoginFlowData = { ...data, secondFactor: method };
  // The code is used up and the flow moves on together: a crash between them would strand the person.
  const outcome = await transaction(async (tx) => {
    const tried = await tryCode(tx, key, form.code, now);
    if (tried === "VERIFIED") {
      await clearFailures(tx, data.accountId, method);
      await tx.flow.updateMany({
        where: { id, consumedAt: null },
        data: { data: JSON.stringify(proved) },
      });
    }
    return tried;
  });
  if (outcome === "CODE_USED") {
    await returnAttempt(data.accountId, method);
    return failure("CODE_USED", { field: "code" });
  }
  if (outcome === "CODE_WRONG") {
    return refusedAttempt(data.accountId, method, "CODE_WRONG", {
      field: "code",
      region: profile,
      now,
    });
  }
  return finishLogin({ ...flow.value, data: proved }, null, now);
}
