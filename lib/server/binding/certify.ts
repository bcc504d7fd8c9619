import "server-only";
import { maskName } from "@/lib/domain/masking";
import { isManager, type Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { bindingPath, bindingStep } from "@/lib/flows/legacy-login";
import type { PhoneApp } from "@/lib/regions/apps";
import { realNameApps } from "@/lib/regions/apps";
import { type RealNameWay, realNameWays } from "../accounts/real-name";
import { db } from "../db";
import { faceIsKnown } from "../face/check";
import { personSubject } from "../face/subject";
import { verifyHumanCheck } from "../human-check";
import { type Handler, handlersOf } from "../legacy/handlers";
import type { RequestContext } from "../request";
import { beginElsewhere } from "../scan/provider-step";
import { createTicket, type ScanCode } from "../scan/tickets";
import { readBinding, writeBinding } from "./binding-flow";

/** 企业认证人员 as a stranger may see them. */
export type Certifier = { id: string; role: Role; maskedName: string };

export type BindingView =
  | { step: "ENTERPRISE" }
  | { step: "CERTIFIER"; enterpriseName: string; certifiers: Certifier[] }
  | { step: "REAL_NAME"; enterpriseName: string; maskedName: string; ways: RealNameWay[] };

/** Where 企业用户注册 stands after the registration of the person, and what its page shows. */
export async function bindingView(
  region: string,
  flowId: unknown,
  now: Date,
): Promise<Result<BindingView>> {
  const flow = await readBinding(region, flowId, now);
  if (!flow.ok) return flow;
  const { data, profile } = flow.value;
  const { enterpriseId, certifier } = data;
  const step = bindingStep(data);
  if (step === "ENTERPRISE" || !enterpriseId) return success({ step: "ENTERPRISE" as const });
  const { name: enterpriseName } = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true },
  });
  if (step === "CERTIFIER" || !certifier) {
    const all = await certifiersOf(enterpriseId, now);
    const certifiers = all.map(({ id, role, name }) => ({ id, role, maskedName: maskName(name) }));
    return success({ step: "CERTIFIER" as const, enterpriseName, certifiers });
  }
  const { personId } = certifier;
  const [{ name }, enrolled] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } }),
    faceIsKnown(personSubject(personId)),
  ]);
  const ways = realNameWays(profile, enrolled);
  return success({ step: "REAL_NAME" as const, enterpriseName, maskedName: maskName(name), ways });
}

/** 法定代表人 and 财务负责人 who may act for the enterprise at the old entry. */
async function certifiersOf(enterpriseId: string, now: Date): Promise<Handler[]> {
  const all = await handlersOf({ enterpriseId, entry: "ENTERPRISE", people: "LISTED" }, now);
  return all.filter(({ role, problem }) => isManager(role) && problem === null);
}

/** 「下一步」 of the enterprise's 统一社会信用代码 (云南 2.4.2: 搜索待绑定企业). Problems: ENTERPRISE_UNKNOWN, USER_BOUND. */
export async function findBindingEnterprise(
  form: { region: string; flow: string; taxpayerId: string; humanCheck: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readBinding(form.region, form.flow, now);
  if (!flow.ok) return flow;
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const { id, data } = flow.value;
  const enterprise = await db.enterprise.findFirst({
    where: { creditCode: form.taxpayerId, region: form.region, status: "ACTIVE" },
    select: { id: true },
  });
  if (!enterprise) return failure("ENTERPRISE_UNKNOWN", { field: "taxpayerId" });
  const bound = await db.relation.count({
    where: {
      personId: data.personId,
      enterpriseId: enterprise.id,
      living: true,
      status: "ACTIVE",
      legacyOnly: false,
    },
  });
  if (bound > 0) return failure("USER_BOUND", { field: "taxpayerId" });
  const next = { ...data, enterpriseId: enterprise.id, certifier: null };
  return (await writeBinding(id, next))
    ? success({ to: bindingPath(form.region, id) })
    : failure("BINDING_EXPIRED");
}

/** 「下一步」 of 企业认证人员. */
export async function chooseCertifier(
  form: { region: string; flow: string; certifier: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readBinding(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { id, data } = flow.value;
  if (!data.enterpriseId) return failure("BINDING_EXPIRED");
  const all = await certifiersOf(data.enterpriseId, now);
  const chosen = all.find((each) => each.id === form.certifier);
  if (!chosen) return failure("CERTIFIER_REQUIRED", { field: "certifier" });
  const next = { ...data, certifier: { relationId: chosen.id, personId: chosen.personId } };
  return (await writeBinding(id, next))
    ? success({ to: bindingPath(form.region, id) })
    : failure("BINDING_EXPIRED");
}

/** The code with which 企业认证人员 certifies by 支付宝 or 微信 on their own phone. */
export async function certifierCode(
  form: { region: string; flow: string; app: PhoneApp; consent?: boolean },
  context: RequestContext,
): Promise<Result<ScanCode>> {
  const flow = await readBinding(form.region, form.flow, context.now);
  if (!flow.ok) return flow;
  const { id, data, profile } = flow.value;
  if (!data.certifier) return failure("BINDING_EXPIRED");
  if (!realNameApps(profile).includes(form.app)) return failure("APP_NOT_OFFERED");
  const { personId } = data.certifier;
  const { app, consent = false } = form;
  const purpose = "STEP_UP" as const;
  const request = { app, whom: personId, purpose, region: profile, consent };
  const begun = await beginElsewhere(request, context.now);
  if (!begun.ok) return begun;
  const ticket = {
    purpose,
    app,
    region: form.region,
    entry: "ENTERPRISE" as const,
    flowId: id,
    personId,
    sessionId: null,
  };
  return success(await createTicket(ticket, context, begun.value));
}
