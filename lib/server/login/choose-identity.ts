import "server-only";
import type { ProjectKind } from "@/generated/sqlite/enums";
import { failure, type Result, success } from "@/lib/domain/result";
import { loginStep } from "@/lib/flows/login";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { clientOptions } from "../identities/clients";
import { projectOptions } from "../identities/projects";
import { roleOptions } from "../identities/roles";
import { finishLogin } from "./finish";
import { type LoginFlow, readLoginFlow } from "./login-flow";

type Search = { search: string; page: number; kind?: ProjectKind };

/** What the page after both factors offers: roles, clients, or projects (L6, L7, L8). */
export type IdentityChoice =
  | { kind: "PERSON" }
  | ({ kind: "ROLES"; enterpriseName: string } & Awaited<ReturnType<typeof roleOptions>>)
  | ({ kind: "CLIENTS"; agencyName: string } & Awaited<ReturnType<typeof clientOptions>>)
  | {
      kind: "PROJECTS";
      projectKind: ProjectKind;
      projects: Awaited<ReturnType<typeof projectOptions>>;
      /** Without any search: does this person see a project at all? */
      anyVisible: boolean;
    };

/** The choices of a login that has both factors; `FLOW_EXPIRED` for any other. */
export async function identityChoice(
  region: string,
  flowId: unknown,
  { search, page, kind }: Search,
  now: Date,
): Promise<Result<IdentityChoice>> {
  const flow = await provedFlow(region, flowId, now);
  if (!flow.ok) return flow;
  const { data, entry } = flow.value;
  const { personId, enterpriseId } = data;
  if (entry === "SPECIFIC") return projectChoice(flow.value, { search, kind }, now);
  if (!enterpriseId) return success({ kind: "PERSON" as const });
  const { name } = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true },
  });
  if (entry === "ENTERPRISE") {
    const options = await roleOptions({ personId, enterpriseId, now });
    return success({ kind: "ROLES" as const, enterpriseName: name, ...options });
  }
  if (entry === "AGENCY") {
    const options = await clientOptions({ personId, agencyId: enterpriseId, search, page, now });
    return success({ kind: "CLIENTS" as const, agencyName: name, ...options });
  }
  return success({ kind: "PERSON" as const });
}

/** Projects of the enterprise typed, or after a scan of every enterprise the person may act for (L8). */
async function projectChoice(
  { data, region }: LoginFlow,
  { search, kind }: Omit<Search, "page">,
  now: Date,
): Promise<Result<IdentityChoice>> {
  const { personId, enterpriseId } = data;
  const projectKind = kind ?? data.projectKind ?? "REPORT";
  const ask = { personId, enterpriseId, region, subIdentity: true, now };
  const projects = await projectOptions({ ...ask, kind: projectKind, search });
  const anyVisible =
    projects.length > 0 || (await projectOptions({ ...ask, kind: null, search: "" })).length > 0;
  return success({ kind: "PROJECTS" as const, projectKind, projects, anyVisible });
}

async function provedFlow(region: string, flowId: unknown, now: Date): Promise<Result<LoginFlow>> {
  const flow = await readLoginFlow(region, flowId, now);
  if (!flow.ok) return flow;
  return loginStep(flow.value.data) === "IDENTITY" ? flow : failure("FLOW_EXPIRED");
}

/** 「进入」 with the chosen identity. */
export async function chooseIdentity(
  form: { region: string; flow: string; identity: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await provedFlow(form.region, form.flow, now);
  return flow.ok ? finishLogin(flow.value, form.identity, now) : flow;
}

/** A finance manager confirms the relation that waits for them, and enters with it; refusing is not offered (西藏 三(三)3). */
export async function confirmFinanceManager(
  form: { region: string; flow: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await provedFlow(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { personId, enterpriseId } = flow.value.data;
  if (!enterpriseId) return failure("FLOW_EXPIRED");
  const relationId = await transaction(async (tx) => {
    const waiting = await tx.relation.findFirst({
      where: {
        personId,
        enterpriseId,
        living: true,
        role: "FINANCE_MANAGER",
        status: "PENDING_PERSON",
      },
      select: { id: true },
    });
    if (!waiting) return null;
    const { count } = await tx.relation.updateMany({
      where: { id: waiting.id, status: "PENDING_PERSON" },
      data: { status: "ACTIVE", decidedAt: now },
    });
    if (count === 0) return null;
    await tx.todo.updateMany({
      where: { subjectId: waiting.id, doneAt: null },
      data: { doneAt: now },
    });
    await appendAudit(tx, {
      at: now,
      action: "CONFIRM_RELATION",
      outcome: "OK",
      region: form.region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
      subjectKind: "Relation",
      subjectId: waiting.id,
    });
    return waiting.id;
  });
  if (!relationId) return failure("RELATION_NOT_FOUND");
  return finishLogin(flow.value, null, now);
}
