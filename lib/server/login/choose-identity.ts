import "server-only";
import type { ProjectKind } from "@/generated/sqlite/enums";
import { failure, type Result, success } from "@/lib/domain/result";
import { loginProofs, loginStep } from "@/lib/flows/login";
import { db } from "../db";
import { clientOptions } from "../identities/clients";
import { projectOptions } from "../identities/projects";
import { roleOptions } from "../identities/roles";
import { decideOwnRelation } from "../relations/decide";
import { finishLogin } from "./finish";
import { accountUnchanged, type LoginFlow, readLoginFlow } from "./login-flow";

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
  const { data } = flow.value;
  const { personId, enterpriseId } = data;
  if (!enterpriseId || !(await accountUnchanged(db, data))) return failure("FLOW_EXPIRED");
  const { toConfirm } = await roleOptions({ personId, enterpriseId, now });
  if (!toConfirm) return failure("RELATION_NOT_FOUND");
  const { relationId } = toConfirm;
  const proofs = loginProofs(data).split(" ");
  const session = { personId, region: flow.value.region, proofs };
  const confirmed = await decideOwnRelation({ relationId, action: "ACCEPT" }, { session, now });
  return confirmed.ok ? finishLogin(flow.value, null, now) : confirmed;
}
