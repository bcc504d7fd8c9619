import "server-only";
import type { ProjectKind } from "@/generated/sqlite/enums";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LegacyFlowData, legacyPath, legacyStep } from "@/lib/flows/legacy-login";
import { db } from "../db";
import { type ProjectOption, projectOptions } from "../identities/projects";
import { resolveIdentity } from "../identities/resolve";
import { finishLegacyLogin } from "./finish";
import { type LegacyFlow, readLegacyFlow } from "./legacy-flow";

export type LegacyProjects = {
  projectKind: ProjectKind;
  projects: ProjectOption[];
  /** Without any search: does this person see a project at all? */
  anyVisible: boolean;
};

type ProvedPerson = NonNullable<LegacyFlowData<"LOGIN">["handler"]>;

function provedPerson({ data, entry }: LegacyFlow<"LOGIN">): ProvedPerson | null {
  return legacyStep(data, entry) === "PROJECT" ? data.handler : null;
}

/** Last step of 报验户登录: the enterprise's projects in this bureau that the person may act for (OY3, L8); a login elsewhere answers where to go on. */
export async function legacyProjects(
  region: string,
  flowId: unknown,
  { search, kind = "REPORT" }: { search: string; kind?: ProjectKind },
  now: Date,
): Promise<Result<LegacyProjects | { to: string }>> {
  const flow = await readLegacyFlow(region, flowId, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry } = flow.value;
  const person = provedPerson(flow.value);
  if (!person) return success({ to: legacyPath(region, id, data, entry) });
  const ask = {
    personId: person.personId,
    enterpriseId: data.enterpriseId,
    region,
    subIdentity: true,
    oldStyle: true,
    now,
  };
  const projects = await projectOptions({ ...ask, kind, search });
  const anyVisible =
    projects.length > 0 || (await projectOptions({ ...ask, kind: null, search: "" })).length > 0;
  return success({ projectKind: kind, projects, anyVisible });
}

/** 「进入」 with a project of the enterprise whose password was right. */
export async function chooseLegacyProject(
  form: { region: string; flow: string; identity: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, region } = flow.value;
  const person = provedPerson(flow.value);
  if (!person) return failure("FLOW_EXPIRED");
  const [kind, project = ""] = form.identity.split(":", 2);
  if (kind !== "project") return failure("IDENTITY_NOT_FOUND");
  const { personId } = person;
  const resolved = await resolveIdentity(db, {
    personId,
    region,
    entry: "SPECIFIC",
    identity: form.identity,
    oldStyle: true,
    now,
  });
  if (!resolved.ok) return resolved;
  if (resolved.value.enterpriseId !== data.enterpriseId) return failure("PROJECT_NOT_FOUND");
  const next: LegacyFlowData<"LOGIN"> = { ...data, project };
  await db.flow.updateMany({
    where: { id, consumedAt: null },
    data: { data: JSON.stringify(next) },
  });
  return finishLegacyLogin({ ...flow.value, data: next });
}
