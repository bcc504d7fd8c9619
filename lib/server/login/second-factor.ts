import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { type LoginFlowData, loginPath, loginStep } from "@/lib/flows/login";
import { lockOf } from "../accounts/lockout";
import { faceIsKnown } from "../face/check";
import { personSubject } from "../face/subject";
import { sendCode } from "../verification/codes";
import { type CodeView, codeView, personTarget } from "../verification/person-target";
import { submitCode } from "../verification/submit-code";
import { finishLogin } from "./finish";
import { readLoginFlow } from "./login-flow";

/** What the page 身份验证 shows. */
export type SecondFactorView = CodeView & {
  /** Whether there is a photograph to compare a face with; without one 扫脸验证 cannot pass. */
  faceKnown: boolean;
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
  const target = await personTarget(data);
  const code = await codeView({ flowId: id, purpose: "LOGIN" }, target, now);
  return success({ ...code, faceKnown: await faceIsKnown(personSubject(data.personId)) });
}

/** 「获取验证码」: a locked account is sent nothing (B1). */
export async function sendLoginCode(
  form: { region: string; flow: string },
  { now }: { now: Date },
): Promise<Result<{ resendSeconds: number }>> {
  const flow = await readLoginFlow(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { data, id, profile } = flow.value;
  const target = await personTarget(data);
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
  const target = await personTarget(data);
  if (!target) return failure("PHONE_EMPTY");
  const { method } = target;
  const proved: LoginFlowData = { ...data, secondFactor: method };
  const tried = await submitCode(
    {
      key: { flowId: id, purpose: "LOGIN", method },
      code: form.code,
      accountId: data.accountId,
      region: profile,
      now,
    },
    async (tx) => {
      await tx.flow.updateMany({
        where: { id, consumedAt: null },
        data: { data: JSON.stringify(proved) },
      });
    },
  );
  return tried.ok ? finishLogin({ ...flow.value, data: proved }, null, now) : tried;
}
