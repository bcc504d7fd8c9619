import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { type AccountFlowData, accountFlowPath, recoveryStep } from "@/lib/flows/account";
import { type AccountContext, readAccountFlow } from "../accounts/account-flow";
import { ownLockOf } from "../accounts/lockout";
import { type RealNameWay, realNameWays } from "../accounts/real-name";
import { faceIsKnown } from "../face/check";
import { personSubject } from "../face/subject";
import { sendCode } from "../verification/codes";
import { type CodeView, codeView, personTarget } from "../verification/person-target";
import { submitCode } from "../verification/submit-code";

/** 忘记密码 when nobody is signed in, 忘记旧密码 in a session; the purpose of codes and faces follows. */
export function recoveryKind({ session }: AccountContext): "FORGOT_PASSWORD" | "CHANGE_PASSWORD" {
  return session ? "CHANGE_PASSWORD" : "FORGOT_PASSWORD";
}

/** What the page shows: ways to verify, or that a new password may be set. */
export type RecoveryView =
  | (CodeView & { step: "VERIFY"; faceKnown: boolean; faceOffered: boolean })
  | { step: "REAL_NAME"; ways: RealNameWay[] }
  | { step: "NEW_PASSWORD" };

/** Where the recovery stands; nothing of the phone but its mask leaves the server. */
export async function recoveryView(
  form: { region: string; flow: unknown },
  context: AccountContext,
): Promise<Result<RecoveryView>> {
  const kind = recoveryKind(context);
  const flow = await readAccountFlow(kind, form, context);
  if (!flow.ok) return flow;
  const { id, data, profile } = flow.value;
  const step = recoveryStep(data);
  if (step === "NEW_PASSWORD") return success({ step });
  const faceKnown = await faceIsKnown(personSubject(data.personId));
  if (step === "REAL_NAME") return success({ step, ways: realNameWays(profile, faceKnown) });
  const target = await personTarget(data);
  const code = await codeView({ flowId: id, purpose: kind }, target, context.now);
  return success({ ...code, step, faceKnown, faceOffered: !data.both });
}

/** 「获取验证码」 to the person's own phone or mailbox. A method locked by its own failures is sent nothing (B1). */
export async function sendRecoveryCode(
  form: { region: string; flow: string },
  context: AccountContext,
): Promise<Result<{ resendSeconds: number }>> {
  const { now } = context;
  const purpose = recoveryKind(context);
  const flow = await readAccountFlow(purpose, form, context);
  if (!flow.ok) return flow;
  const { id, data, profile } = flow.value;
  if (recoveryStep(data) !== "VERIFY") return failure("STEPS_EXPIRED");
  const target = await personTarget(data);
  if (!target) return failure("PHONE_EMPTY");
  const lock = await ownLockOf(data.accountId, target.method, profile, now);
  if (lock) return lock;
  const { personId } = data;
  const { bureauName } = profile;
  const sent = await sendCode({ flowId: id, purpose, personId, target, bureauName, now });
  return sent.ok ? success({ resendSeconds: RESEND_SECONDS }) : sent;
}

/** 「下一步」: the code proves the person, once; the new password may be set then. */
export async function submitRecoveryCode(
  form: { region: string; flow: string; code: string },
  context: AccountContext,
): Promise<Result<{ to: string }>> {
  const { now } = context;
  const purpose = recoveryKind(context);
  const flow = await readAccountFlow(purpose, form, context);
  if (!flow.ok) return flow;
  const { id, data, profile, region } = flow.value;
  if (recoveryStep(data) !== "VERIFY") return failure("STEPS_EXPIRED");
  const target = await personTarget(data);
  if (!target) return failure("PHONE_EMPTY");
  const { method } = target;
  const proved: AccountFlowData = { ...data, proof: method };
  const tried = await submitCode(
    {
      key: { flowId: id, purpose, method },
      code: form.code,
      accountId: data.accountId,
      region: profile,
      now,
      wayOut: true,
    },
    async (tx) => {
      await tx.flow.updateMany({
        where: { id, consumedAt: null },
        data: { data: JSON.stringify(proved) },
      });
    },
  );
  return tried.ok ? success({ to: accountFlowPath(purpose, region, id) }) : tried;
}
