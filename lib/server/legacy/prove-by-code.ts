import "server-only";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import type { LegacyFlowData } from "@/lib/flows/legacy-login";
import {
  clearFailures,
  lockOf,
  refusedAttempt,
  returnAttempt,
  takeAttempt,
} from "../accounts/lockout";
import { transaction } from "../db";
import { blindIndex } from "../protect";
import { codeProblem, sendCode, tryCode } from "../verification/codes";
import { finishLegacyLogin } from "./finish";
import { type Handler, passwordObstacle } from "./handlers";
import { type LegacyFlow, readLegacyFlow } from "./legacy-flow";
import { chosenHandler } from "./people";
import { type LegacySecret, secretLock, trySecret } from "./secret-attempts";

type Chosen = { region: string; flow: string; handler: string };

/** 「获取验证码」 of 短信登录: to 移动电话 of the registry, or of 实名采集 where the registry has none (辽宁 二(一)3). */
export async function sendHandlerCode(
  form: Chosen,
  { now }: { now: Date },
): Promise<Result<{ resendSeconds: number }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const handler = await chosenHandler(flow.value, form.handler, now);
  return handler.ok ? sendTo(flow.value, handler.value, now) : handler;
}

/** Sends the code of a login to a handler. */
export async function sendTo(
  { id, profile }: Pick<LegacyFlow<"LOGIN">, "id" | "profile">,
  { id: handlerId, phone, smsProblem, account, personId }: Handler,
  now: Date,
): Promise<Result<{ resendSeconds: number }>> {
  if (smsProblem) return failure(smsProblem);
  if (!phone) return failure("REGISTRY_PHONE_EMPTY");
  const lock = account
    ? await lockOf(account.id, "SMS", profile, now)
    : await secretLock(codeSecret(handlerId), now);
  if (lock) return lock;
  const sent = await sendCode({
    flowId: id,
    purpose: "LOGIN",
    personId,
    target: { method: "SMS", address: phone },
    bureauName: profile.bureauName,
    now,
  });
  return sent.ok ? success({ resendSeconds: RESEND_SECONDS }) : sent;
}

/** 短信登录: the right code proves the chosen person. */
export async function proveByCode(
  form: Chosen & { code: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const chosen = await chosenHandler(flow.value, form.handler, now);
  if (!chosen.ok) return chosen;
  const handler = chosen.value;
  const key = { flowId: flow.value.id, purpose: "LOGIN" as const, method: "SMS" as const };
  const problem = await codeProblem(key, now);
  if (problem) return failure(problem, { field: "code" });
  const { data } = flow.value;
  const noPassword = passwordObstacle(handler, now) !== null;
  const proved: LegacyFlowData<"LOGIN"> = {
    ...data,
    handler: { id: handler.id, personId: handler.personId, proof: "SMS" },
    mustSetPassword: data.quick === null && noPassword && (data.first || data.wantsPassword),
  };
  const refused = await countedCode(flow.value, handler, now, () =>
    useCode(flow.value, { handler, code: form.code, proved }, now),
  );
  return refused ?? finishLegacyLogin({ ...flow.value, data: proved });
}

type Outcome = "VERIFIED" | "CODE_WRONG" | "CODE_USED";
class OtherPhone extends Error {}

/** Uses the code up and moves the flow on together; a code sent to another person of the enterprise proves nothing. */
async function useCode(
  { id }: LegacyFlow<"LOGIN">,
  given: { handler: Handler; code: string; proved: LegacyFlowData },
  now: Date,
): Promise<Outcome> {
  const key = { flowId: id, purpose: "LOGIN" as const, method: "SMS" as const };
  const targetIndex = blindIndex("phone", given.handler.phone ?? "");
  try {
    return await transaction(async (tx) => {
      const tried = await tryCode(tx, key, given.code, now);
      if (tried !== "VERIFIED") return tried;
      const own = await tx.verification.count({ where: { ...key, targetIndex } });
      if (own === 0) throw new OtherPhone();
      const { account } = given.handler;
      if (account) await clearFailures(tx, account.id, "SMS");
      await tx.flow.updateMany({
        where: { id, consumedAt: null },
        data: { data: JSON.stringify(given.proved) },
      });
      return tried;
    });
  } catch (error) {
    if (error instanceof OtherPhone) return "CODE_WRONG";
    throw error;
  }
}

/** What counts wrong codes of a person without an account. */
function codeSecret(handlerId: string): LegacySecret {
  return { kind: "HANDLER_CODE", id: handlerId };
}

/** Counts a try with the person's account where there is one (K1), else with the person of this enterprise. */
async function countedCode(
  { profile }: LegacyFlow<"LOGIN">,
  { id, account }: Handler,
  now: Date,
  use: () => Promise<Outcome>,
): Promise<{ ok: false; problems: Problem[] } | null> {
  const used = failure("CODE_USED", { field: "code" });
  if (!account) {
    let outcome: Outcome = "CODE_WRONG";
    const refused = await trySecret(
      codeSecret(id),
      async () => {
        outcome = await use();
        return outcome !== "CODE_WRONG";
      },
      { code: "CODE_WRONG", field: "code", now },
    );
    return refused ?? ((outcome as Outcome) === "CODE_USED" ? used : null);
  }
  const lock = await lockOf(account.id, "SMS", profile, now);
  if (lock) return lock;
  if (!(await takeAttempt(account.id, "SMS", now))) {
    return (await lockOf(account.id, "SMS", profile, now)) ?? failure("TRY_AGAIN");
  }
  const outcome = await use();
  if (outcome === "VERIFIED") return null;
  if (outcome === "CODE_USED") {
    await returnAttempt(account.id, "SMS");
    return used;
  }
  return refusedAttempt(account.id, "SMS", "CODE_WRONG", { field: "code", region: profile, now });
}
