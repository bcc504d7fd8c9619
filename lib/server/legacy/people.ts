import "server-only";
import { isSkipped, type PeopleRule } from "@/lib/domain/legacy-rules";
import { maskPhone } from "@/lib/domain/masking";
import { isManager, type Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { legacyPath, legacyStep } from "@/lib/flows/legacy-login";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { findHandler, type Handler, handlersOf } from "./handlers";
import { type LegacyFlow, readLegacyFlow } from "./legacy-flow";

/** A person as the page of the choice shows them; of the phone only what is masked. */
export type PersonOption = {
  id: string;
  name: string;
  role: Role;
  primary: boolean;
  maskedPhone: string | null;
  problem: string | null;
  smsProblem: string | null;
  /** Why no password proves them: nobody has bound or added them (云南 1.4(2)). */
  passwordProblem: "HANDLER_SMS_ONLY" | null;
};

export type PeopleView = {
  enterpriseName: string;
  /** The people of the registry can be brought in anew (「同步办税人」). */
  synchronizes: boolean;
  first: boolean;
  /** 「同步办税人」 has not been pressed: nobody is listed (辽宁 七1). */
  waitsForRegistry: boolean;
  people: PersonOption[];
  /** Passed over by 「同步办税人」, with the reason. */
  skipped: { name: string; problem: string }[];
};

/** The choice of a person (人员选择); a login that is past it answers where to go on. */
export async function legacyPeople(
  region: string,
  flowId: unknown,
  now: Date,
): Promise<Result<PeopleView | { to: string }>> {
  const flow = await readLegacyFlow(region, flowId, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry } = flow.value;
  if (legacyStep(data, entry) !== "PEOPLE") {
    return success({ to: legacyPath(region, id, data, entry) });
  }
  const { name } = await db.enterprise.findUniqueOrThrow({
    where: { id: data.enterpriseId },
    select: { name: true },
  });
  const all = data.synchronized ? await offered(flow.value, now) : [];
  return success({
    enterpriseName: name,
    synchronizes: entry !== "AGENCY" && flow.value.style.people === "SET_UP",
    first: data.first,
    waitsForRegistry: !data.synchronized,
    people: all
      .filter(({ problem }) => !isSkipped(problem))
      .map((handler) => optionOf(handler, flow.value.style.people)),
    skipped: all.flatMap(({ name: who, problem }) =>
      problem && isSkipped(problem) ? [{ name: who, problem }] : [],
    ),
  });
}

/** First time: 法定代表人 and 财务负责人 only (辽宁 二(一)2). */
async function offered(
  { data, entry, style: { people } }: LegacyFlow<"LOGIN">,
  now: Date,
): Promise<Handler[]> {
  const all = await handlersOf({ enterpriseId: data.enterpriseId, entry, people }, now);
  return data.first ? all.filter(({ role }) => isManager(role)) : all;
}

function optionOf(handler: Handler, rule: PeopleRule): PersonOption {
  const { id, name, role, primary, phone, problem, smsProblem } = handler;
  const shown = phone && problem !== "HANDLER_NOT_COLLECTED" ? maskPhone(phone) : null;
  const passwordProblem = smsOnly(handler, rule) ? "HANDLER_SMS_ONLY" : null;
  return { id, name, role, primary, maskedPhone: shown, problem, smsProblem, passwordProblem };
}

/** Registry people who came by neither 企业用户注册 nor 添加用户: the text message alone proves them (OY1). */
export function smsOnly({ password: { hash, bound } }: Handler, rule: PeopleRule): boolean {
  return rule === "LISTED" && !hash && !bound;
}

/** 「同步办税人」: the people of the registry are brought in anew; only then can anyone be chosen the first time. */
export async function synchronizeHandlers(
  form: { region: string; flow: string },
  { now }: { now: Date },
): Promise<Result<{ listed: number; skipped: number }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry } = flow.value;
  if (legacyStep(data, entry) !== "PEOPLE") return failure("FLOW_EXPIRED");
  const all = await offered(flow.value, now);
  const skipped = all.filter(({ problem }) => isSkipped(problem)).length;
  const listed = all.length - skipped;
  await transaction(async (tx) => {
    await tx.flow.updateMany({
      where: { id, consumedAt: null },
      data: { data: JSON.stringify({ ...data, synchronized: true }) },
    });
    await appendAudit(tx, {
      at: now,
      action: "LEGACY_SYNCHRONIZE",
      outcome: "OK",
      region: form.region,
      actorKind: "SYSTEM",
      enterpriseId: data.enterpriseId,
      detail: { listed, skipped },
    });
  });
  return success({ listed, skipped });
}

/** The chosen person if the login may go on with them, or why it may not (E5, 辽宁 七11). */
export async function chosenHandler(
  { data, entry, style: { people } }: LegacyFlow<"LOGIN">,
  id: string,
  now: Date,
): Promise<Result<Handler>> {
  if (legacyStep(data, entry) !== "PEOPLE" || !data.synchronized) return failure("FLOW_EXPIRED");
  if (data.quick !== null && data.quick !== id) return failure("FLOW_EXPIRED");
  const where = { enterpriseId: data.enterpriseId, entry, people, id };
  const handler = await findHandler(where, now);
  if (!handler || (data.first && !isManager(handler.role))) return failure("HANDLER_REQUIRED");
  return handler.problem ? failure(handler.problem) : success(handler);
}
