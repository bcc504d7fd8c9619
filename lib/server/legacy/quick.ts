import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LegacyStyle, offersWay } from "@/lib/regions/entry-styles";
import type { RegionProfile } from "@/lib/regions/types";
import type { QuickCodeForm, QuickLoginForm } from "@/lib/schemas/legacy";
import { db } from "../db";
import { verifyHumanCheck } from "../human-check";
import { blindIndex } from "../protect";
import type { RequestContext } from "../request";
import { checkEnterprisePassword, newLegacyLogin } from "./enterprise-password";
import { type Handler, handlersOf } from "./handlers";
import { openLegacyEntry, readLegacyFlow, startLegacyFlow } from "./legacy-flow";
import { proveByCode, sendTo } from "./prove-by-code";

type Quick = Pick<QuickCodeForm, "role" | "phone" | "taxpayerId" | "password">;

/**
 * 「发送验证码」 of 快捷登录: 纳税人识别号 and 企业密码, the role, and the phone collected of whoever has it (OL2). Open once people
 * are set up by 普通登录.
 */
export async function sendQuickCode(
  form: QuickCodeForm,
  { now }: RequestContext,
): Promise<Result<{ flow: string; resendSeconds: number }>> {
  const open = openLegacyEntry(form.region, now);
  if (!open.ok) return open;
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const { profile } = open.value;
  const named = await quickHandler(form, open.value, now);
  if (!named.ok) return named;
  const { enterpriseId, handler } = named.value;
  const before = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  // Asked once more for the same person: the tries left stay what they are (B1).
  const again = before.ok && before.value.data.quick === handler.id ? before.value.id : null;
  const data = newLegacyLogin({ enterpriseId, first: false, quick: handler.id });
  const id = again ?? (await startLegacyFlow(form.region, "ENTERPRISE", data, now)).id;
  const sent = await sendTo({ id, profile }, handler, now);
  return sent.ok ? success({ flow: id, resendSeconds: sent.value.resendSeconds }) : sent;
}

/** 「登录」 of 快捷登录. */
export async function submitQuickLogin(
  form: QuickLoginForm,
  context: RequestContext,
): Promise<Result<{ to: string }>> {
  const { now } = context;
  const open = openLegacyEntry(form.region, now);
  if (!open.ok) return open;
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const named = await quickHandler(form, open.value, now);
  if (!named.ok) return named;
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  const handler = named.value.handler.id;
  // What is typed now has to be what the message was sent for.
  if (!flow.ok || flow.value.data.quick !== handler) {
    return failure("CODE_NOT_SENT_QUICK", { field: "code" });
  }
  return proveByCode(
    { region: form.region, flow: flow.value.id, handler, code: form.code },
    context,
  );
}

/** Whom role and phone name, once the enterprise's password is right; the reasons of 辽宁 七8, 七10 and OL3 otherwise. */
async function quickHandler(
  { taxpayerId, password, role, phone }: Quick,
  { profile, style }: { profile: RegionProfile; style: LegacyStyle },
  now: Date,
): Promise<Result<{ enterpriseId: string; handler: Handler }>> {
  if (!offersWay(style, "QUICK")) return failure("ENTRY_NOT_OFFERED");
  const checked = await checkEnterprisePassword({ taxpayerId, password }, profile, now);
  if (!checked.ok) return checked;
  const { id: enterpriseId, kind, setUp } = checked.value;
  if (kind === "SOCIAL_INSURANCE_ONLY") return failure("SOCIAL_INSURANCE_ORDINARY");
  if (!setUp) return failure("QUICK_NOT_SET_UP");
  const personId = { in: await peopleOfPhone(enterpriseId, phone) };
  const where = { enterpriseId, entry: "ENTERPRISE" as const, people: style.people, personId };
  const candidates = await handlersOf(where, now);
  const handler = candidates.find((each) => each.role === role && each.phone === phone);
  if (!handler) return failure("QUICK_PERSON_UNKNOWN", { field: "phone" });
  if (handler.problem === "HANDLER_LOCKED") return failure("HANDLER_FROZEN");
  return handler.problem ? failure(handler.problem) : success({ enterpriseId, handler });
}

/**
 * Whoever of the enterprise has this phone, by 实名采集 or the registry: two people where the registry still has a number that
 * somebody else has verified since (P2). To whom a message goes is `handlerPhone`'s word.
 */
async function peopleOfPhone(enterpriseId: string, phone: string): Promise<string[]> {
  const index = blindIndex("phone", phone);
  const rows = await db.relation.findMany({
    where: {
      enterpriseId,
      living: true,
      OR: [
        { registryMobileIndex: index },
        { person: { phones: { some: { numberIndex: index } } } },
      ],
    },
    distinct: ["personId"],
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}
