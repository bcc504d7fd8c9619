import "server-only";
import { isForeignType } from "@/lib/domain/documents";
import { collectedFirst, knowsPhone } from "@/lib/domain/registration-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { REGISTER_FLOW_MINUTES, type RegisterFlowData } from "@/lib/flows/register";
import type { RegionProfile } from "@/lib/regions/types";
import { tooManyStrangers } from "../address-limit";
import { blindIndex } from "../protect";
import { takeFromWindow } from "../rate-limit";
import type { RequestContext } from "../request";
import { sendCode } from "../verification/codes";
import { findRegistering } from "./known-person";
import { readRegisterFlow } from "./register-flow";

/** Messages one registration may cause, to whatever numbers. */
const CODES_PER_REGISTRATION = 5;

/** A registration verifies a phone by SMS, 境外自然人注册 a mailbox. */
export function contactMethod({ overseas }: Pick<RegisterFlowData, "overseas">): "SMS" | "EMAIL" {
  return overseas ? "EMAIL" : "SMS";
}

/**
 * 「获取验证码」 of 基本信息填写. Somebody else's phone may be typed: only who reads its messages gets on (P2). Problems: those of
 * `sendCode`, `PHONE_NOT_COLLECTED`, `CONTACT_INVALID` when phone and mailbox are mixed up.
 */
export async function sendRegisterCode(
  form: { region: string; flow: string; contact: string },
  { now, address: from }: Pick<RequestContext, "now" | "address">,
): Promise<Result<{ resendSeconds: number }>> {
  const read = await readRegisterFlow(form.region, form.flow, now);
  if (!read.ok) return read;
  const { id, data, profile } = read.value;
  if (data.details) return failure("REGISTER_CODE_USED");
  const method = contactMethod(data);
  if (form.contact.includes("@") !== (method === "EMAIL")) return failure("CONTACT_INVALID");
  if (method === "SMS" && collectedFirst(data.documentType)) {
    const person = await findRegistering(data);
    const known = person && knowsPhone(person, blindIndex("phone", form.contact));
    if (!known) return failure("PHONE_NOT_COLLECTED");
  }
  const foreign = isForeignType(data.documentType);
  const target = { method, address: form.contact };
  return sendWithin(id, target, { ...profile, foreign }, { now, address: from });
}

/** A code for one registration, as many as it and its network may cause. Problems: those of `sendCode`. */
export async function sendWithin(
  id: string,
  target: { method: "SMS" | "EMAIL"; address: string },
  { bureauName, foreign }: Pick<RegionProfile, "bureauName"> & { foreign?: boolean },
  { now, address }: Pick<RequestContext, "now" | "address">,
): Promise<Result<{ resendSeconds: number }>> {
  const limited = await tooManyStrangers({ now, address });
  if (limited) return limited;
  const window = await takeFromWindow(`register-codes:${id}`, {
    limit: CODES_PER_REGISTRATION,
    windowSeconds: REGISTER_FLOW_MINUTES * 60,
    now,
  });
  if (!window.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
  }
  const sent = await sendCode({
    flowId: id,
    purpose: "REGISTER",
    personId: null,
    foreign,
    target,
    bureauName,
    now,
  });
  if (sent.ok) return success({ resendSeconds: RESEND_SECONDS });
  const usedUp = sent.problems.some(({ code }) => code === "CODE_TRIES_USED_UP");
  return usedUp ? failure("REGISTER_CODE_TRIES_USED_UP") : sent;
}

/** Problems of a code in the words of a registration: it begins anew, not the login. */
export function registrationCodeProblem(code: string) {
  const own = ["CODE_WRONG", "CODE_USED", "CODE_TRIES_USED_UP"].includes(code);
  return failure(own ? `REGISTER_${code}` : code, { field: "code" });
}
