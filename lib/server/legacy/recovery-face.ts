import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LegacyFlowData, recoveryStep } from "@/lib/flows/legacy-login";
import { type PhoneApp, realNameApps } from "@/lib/regions/apps";
import { transaction } from "../db";
import { boundBrowserHash } from "../flow-store";
import type { RequestContext } from "../request";
import { beginElsewhere } from "../scan/provider-step";
import { confirmedTicket, consumeTicket, createTicket, type ScanCode } from "../scan/tickets";
import { readLegacyFlow } from "./legacy-flow";

/** The code of 扫脸 for whoever received the text message (F4: 辽宁 by the tax APP, 云南 by 支付宝 or 微信). */
export async function recoveryFaceCode(
  form: { region: string; flow: string; app: PhoneApp; consent?: boolean },
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const flow = await readLegacyFlow(form.region, form.flow, "RECOVERY", context.now);
  if (!flow.ok) return flow;
  const { id, data, profile } = flow.value;
  if (recoveryStep(data) !== "FACE" || !data.personId) return failure("FLOW_EXPIRED");
  if (!realNameApps(profile).includes(form.app)) return failure("APP_NOT_OFFERED");
  const { app, consent = false } = form;
  const whom = data.personId;
  const purpose = "FORGOT_PASSWORD" as const;
  const begun = await beginElsewhere({ app, whom, purpose, region: profile, consent }, context.now);
  if (!begun.ok) return begun;
  const code = await createTicket(
    {
      purpose,
      app: form.app,
      region: form.region,
      entry: "ENTERPRISE",
      flowId: id,
      personId: data.personId,
      sessionId: null,
    },
    context,
    begun.value,
  );
  return success(code);
}

/** The face that the phone confirmed counts for the recovery which showed the code, once. */
export async function takeUpRecoveryFace(
  form: { region: string; flow: string; ticket: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "RECOVERY", now);
  if (!flow.ok) return flow;
  const { id, data } = flow.value;
  if (recoveryStep(data) !== "FACE") return failure("FLOW_EXPIRED");
  const binding = await boundBrowserHash();
  const ticket = await confirmedTicket(form.ticket, binding);
  const own =
    ticket?.purpose === "FORGOT_PASSWORD" &&
    ticket.flowId === id &&
    ticket.personId === data.personId;
  if (!own) return failure("TICKET_USED");
  const next: LegacyFlowData = { ...data, proved: "FACE" };
  const taken = await transaction(async (tx) => {
    if (!(await consumeTicket(tx, { id: ticket.id, binding }, now))) return false;
    const { count } = await tx.flow.updateMany({
      where: { id, consumedAt: null },
      data: { data: JSON.stringify(next) },
    });
    return count === 1;
  });
  const to = `/${form.region}/forgot-password/enterprise?flow=${id}&step=password`;
  return taken ? success({ to }) : failure("TICKET_USED");
}
