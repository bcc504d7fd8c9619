import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  type AccountFlowData,
  type AccountFlowKind,
  accountFlowData,
  accountFlowPath,
  recoveryStep,
} from "@/lib/flows/account";
import { type PhoneApp, realNameApps } from "@/lib/regions/apps";
import type { RegionProfile } from "@/lib/regions/types";
import { ownAccountFlow, readAccountFlow } from "../accounts/account-flow";
import { clearFailures } from "../accounts/lockout";
import { transaction } from "../db";
import { recoveryKind } from "../recovery/verify";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { beginElsewhere } from "./provider-step";
import { consumeTicket, createTicket, type ScanCode, type Ticket } from "./tickets";

type FaceKind = Extract<AccountFlowKind, "FORGOT_PASSWORD" | "CHANGE_PASSWORD" | "CLOSE_ACCOUNT">;

type Flow = { id: string; data: AccountFlowData; profile: RegionProfile };

/** The code of 扫码验证 of 忘记密码 or 忘记旧密码, for the person of that flow (西藏 二(二)3, 山东 17). */
export async function recoveryFaceCode(
  form: { region: string; flow: string; app: PhoneApp; consent?: boolean },
  context: RequestContext & { session?: CurrentSession },
): Promise<Result<ScanCode>> {
  const kind = recoveryKind(context);
  const flow = await readAccountFlow(kind, form, context);
  if (!flow.ok) return flow;
  const { data } = flow.value;
  if (recoveryStep(data) !== (data.both ? "REAL_NAME" : "VERIFY")) return failure("STEPS_EXPIRED");
  return data.both
    ? realNameCode(kind, flow.value, form, context)
    : faceCode(kind, flow.value, form.app, context);
}

/** The code of 实名认证 after the text message, by 支付宝 or 微信 (云南 4). */
async function realNameCode(
  purpose: FaceKind,
  flow: Flow,
  { app, consent = false }: { app: PhoneApp; consent?: boolean },
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const { id: flowId, data, profile } = flow;
  if (!realNameApps(profile).includes(app)) return failure("APP_NOT_OFFERED");
  const { personId, sessionId } = data;
  const whom = personId;
  const begun = await beginElsewhere({ app, whom, purpose, region: profile, consent }, context.now);
  if (!begun.ok) return begun;
  const ticket = { purpose, app, region: profile.slug, entry: null, flowId, personId, sessionId };
  return success(await createTicket(ticket, context, begun.value));
}

/** The code of 扫码验证 of 用户注销, for an account no code can be sent to; it begins the flow. */
export async function closingFaceCode(
  { app }: { app: PhoneApp },
  context: RequestContext & { session: CurrentSession },
): Promise<Result<ScanCode>> {
  const flow = await ownAccountFlow("CLOSE_ACCOUNT", "", context);
  return flow.ok ? faceCode("CLOSE_ACCOUNT", flow.value, app, context) : flow;
}

async function faceCode(
  purpose: FaceKind,
  flow: Flow,
  app: PhoneApp,
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const { id: flowId, data, profile } = flow;
  if (!profile.faceApps.some((each) => each === app)) return failure("APP_NOT_OFFERED");
  const { personId, sessionId } = data;
  const ticket = { purpose, app, region: profile.slug, entry: null, flowId, personId, sessionId };
  return success(await createTicket(ticket, context));
}

/** The flow that showed the code has now proved a face; leads on to its page. Exactly once. */
export async function proveFaceOfFlow(
  ticket: Ticket & { purpose: FaceKind },
  binding: string,
  now: Date,
): Promise<Result<{ to: string }>> {
  const { id, purpose, region, flowId, personId } = ticket;
  const proved = await transaction(async (tx) => {
    if (!(await consumeTicket(tx, { id, binding }, now))) return false;
    const flow = await tx.flow.findFirst({
      where: { id: flowId ?? "", kind: purpose, consumedAt: null, expiresAt: { gt: now } },
      select: { id: true, data: true, expiresAt: true },
    });
    if (!flow) return false;
    const data = accountFlowData.parse(JSON.parse(flow.data));
    if (data.personId !== personId) return false;
    if (data.both && recoveryStep(data) !== "REAL_NAME") return false;
    const withFace: AccountFlowData = { ...data, proof: data.both ? "CODE_AND_FACE" : "FACE" };
    await tx.flow.updateMany({
      where: { id: flow.id, consumedAt: null },
      data: { data: JSON.stringify(withFace) },
    });
    const key = { flowId: flow.id, purpose, method: "FACE" as const };
    const proof = { personId, verifiedAt: now, expiresAt: flow.expiresAt };
    await tx.verification.upsert({
      where: { flowId_purpose_method: key },
      create: { ...key, ...proof },
      update: proof,
      select: { id: true },
    });
    await clearFailures(tx, data.accountId, "FACE");
    return true;
  });
  return proved
    ? success({ to: accountFlowPath(purpose, region, flowId ?? "") })
    : failure("TICKET_USED");
}
