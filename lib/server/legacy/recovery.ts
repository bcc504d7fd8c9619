import "server-only";
import { isSkipped } from "@/lib/domain/legacy-rules";
import { maskName, maskPhone } from "@/lib/domain/masking";
import { isManager, type Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { type LegacyFlowData, recoveryStep } from "@/lib/flows/legacy-login";
import { type RealNameWay, realNameWays } from "../accounts/real-name";
import { db, transaction } from "../db";
import { faceIsKnown } from "../face/check";
import { personSubject } from "../face/subject";
import { verifyHumanCheck } from "../human-check";
import { blindIndex } from "../protect";
import type { RequestContext } from "../request";
import { codeProblem, sendCode, tryCode } from "../verification/codes";
import { type Handler, handlersOf } from "./handlers";
import { type LegacyFlow, openLegacyEntry, readLegacyFlow, startLegacyFlow } from "./legacy-flow";

/** Who may receive the text message; nothing of them that a stranger could use. */
export type Receiver = { id: string; role: Role; maskedName: string; maskedPhone: string };

export type RecoveryView =
  | { step: "RECEIVER"; enterpriseName: string; receivers: Receiver[] }
  | { step: "FACE"; ways: RealNameWay[] }
  | { step: "NEW_PASSWORD"; enterpriseName: string };

/** 忘记密码 of an enterprise: 纳税人识别号 and the human check (F4). */
export async function beginEnterpriseRecovery(
  form: { region: string; taxpayerId: string; humanCheck: string },
  { now }: RequestContext,
): Promise<Result<{ to: string }>> {
  const open = openLegacyEntry(form.region, now);
  if (!open.ok) return open;
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const enterprise = await db.enterprise.findFirst({
    where: { creditCode: form.taxpayerId, region: form.region, status: "ACTIVE" },
    select: { id: true },
  });
  if (!enterprise) return failure("ENTERPRISE_UNKNOWN", { field: "taxpayerId" });
  const data: LegacyFlowData = {
    task: "RECOVERY",
    enterpriseId: enterprise.id,
    relationId: null,
    personId: null,
    proved: "NOTHING",
  };
  const flow = await startLegacyFlow(form.region, "ENTERPRISE", data, now);
  return success({ to: `/${form.region}/forgot-password/enterprise?flow=${flow.id}` });
}

/** Where the recovery stands, and what its page shows. */
export async function recoveryView(
  region: string,
  flowId: unknown,
  now: Date,
): Promise<Result<RecoveryView>> {
  const flow = await readLegacyFlow(region, flowId, "RECOVERY", now);
  if (!flow.ok) return flow;
  const { data } = flow.value;
  const step = recoveryStep(data);
  if (step === "FACE") {
    const enrolled = await faceIsKnown(personSubject(data.personId ?? ""));
    return success({ step, ways: realNameWays(flow.value.profile, enrolled) });
  }
  const { name } = await db.enterprise.findUniqueOrThrow({
    where: { id: data.enterpriseId },
    select: { name: true },
  });
  if (step === "NEW_PASSWORD") return success({ step, enterpriseName: name });
  const receivers = await receiversOf(flow.value, now);
  return success({
    step,
    enterpriseName: name,
    receivers: receivers.map(({ id, role, name: who, phone }) => ({
      id,
      role,
      maskedName: maskName(who),
      maskedPhone: maskPhone(phone ?? ""),
    })),
  });
}

/** 法定代表人 and 财务负责人 whom a text message can reach. */
async function receiversOf(
  { data: { enterpriseId }, style: { people } }: LegacyFlow<"RECOVERY">,
  now: Date,
): Promise<Handler[]> {
  const all = await handlersOf({ enterpriseId, entry: "ENTERPRISE", people }, now);
  return all.filter(
    ({ role, problem, smsProblem, phone }) =>
      isManager(role) && !isSkipped(problem) && problem === null && !smsProblem && phone,
  );
}

type Request = { region: string; flow: string; receiver: string };

async function receiverOf(
  form: Request,
  now: Date,
): Promise<Result<{ flow: LegacyFlow<"RECOVERY">; receiver: Handler & { phone: string } }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "RECOVERY", now);
  if (!flow.ok) return flow;
  if (recoveryStep(flow.value.data) !== "RECEIVER") return failure("FLOW_EXPIRED");
  const receivers = await receiversOf(flow.value, now);
  const receiver = receivers.find(({ id }) => id === form.receiver);
  if (!receiver?.phone) return failure("RECEIVER_REQUIRED", { field: "receiver" });
  return success({ flow: flow.value, receiver: { ...receiver, phone: receiver.phone } });
}

/** 「获取验证码」 for 短信验证码接收人. */
export async function sendRecoveryCode(
  form: Request,
  { now }: { now: Date },
): Promise<Result<{ resendSeconds: number }>> {
  const named = await receiverOf(form, now);
  if (!named.ok) return named;
  const { flow, receiver } = named.value;
  const sent = await sendCode({
    flowId: flow.id,
    purpose: "FORGOT_PASSWORD",
    personId: receiver.personId,
    target: { method: "SMS", address: receiver.phone },
    bureauName: flow.profile.bureauName,
    now,
  });
  return sent.ok ? success({ resendSeconds: RESEND_SECONDS }) : sent;
}

class OtherReceiver extends Error {}

/** 「下一步」: the code proves the receiver, whose face is asked for next. Wrong tries burn the recovery, not the account. */
export async function submitRecoveryCode(
  form: Request & { code: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const named = await receiverOf(form, now);
  if (!named.ok) return named;
  const { flow, receiver } = named.value;
  const key = { flowId: flow.id, purpose: "FORGOT_PASSWORD" as const, method: "SMS" as const };
  const problem = await codeProblem(key, now);
  if (problem) return failure(problem, { field: "code" });
  const targetIndex = blindIndex("phone", receiver.phone);
  const { id: relationId, personId } = receiver;
  const next: LegacyFlowData = { ...flow.data, relationId, personId, proved: "SMS" };
  const outcome = await transaction(async (tx) => {
    const tried = await tryCode(tx, key, form.code, now);
    if (tried !== "VERIFIED") return tried;
    if ((await tx.verification.count({ where: { ...key, targetIndex } })) === 0) {
      throw new OtherReceiver();
    }
    await tx.flow.updateMany({
      where: { id: flow.id, consumedAt: null },
      data: { data: JSON.stringify(next) },
    });
    return tried;
  }).catch((error: unknown) => {
    if (error instanceof OtherReceiver) return "CODE_WRONG" as const;
    throw error;
  });
  if (outcome === "CODE_USED") return failure("CODE_USED", { field: "code" });
  if (outcome === "CODE_WRONG") return failure("RECOVERY_CODE_WRONG", { field: "code" });
  return success({ to: `/${form.region}/forgot-password/enterprise?flow=${flow.id}` });
}
