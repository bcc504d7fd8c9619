import "server-only";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LegacyFlowData, legacyPath, legacyStep } from "@/lib/flows/legacy-login";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { clientOptions } from "../identities/clients";
import { verifyPassword } from "../password";
import { finishLegacyLogin } from "./finish";
import { type LegacyFlow, readLegacyFlow } from "./legacy-flow";
import { trySecret } from "./secret-attempts";

export type LegacyClients = { agencyName: string } & Awaited<ReturnType<typeof clientOptions>>;

/** Third step of 代理机构登录: the clients among the agreements that name this agent; a login elsewhere answers where to go on. */
export async function legacyClients(
  region: string,
  flowId: unknown,
  { search, page }: { search: string; page: number },
  now: Date,
): Promise<Result<LegacyClients | { to: string }>> {
  const flow = await readLegacyFlow(region, flowId, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry } = flow.value;
  if (legacyStep(data, entry) !== "CLIENT" || !data.handler) {
    return success({ to: legacyPath(region, id, data, entry) });
  }
  const { personId } = data.handler;
  const agencyId = data.enterpriseId;
  const [agency, options] = await Promise.all([
    db.enterprise.findUniqueOrThrow({ where: { id: agencyId }, select: { name: true } }),
    clientOptions({ personId, agencyId, search, page, now }),
  ]);
  return success({ agencyName: agency.name, ...options });
}

/** 「确定」: the client and its 协议密码 (辽宁 二(三)); five failures of one agreement lock it for the day (K1). */
export async function chooseLegacyClient(
  form: { region: string; flow: string; client: string; password: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry } = flow.value;
  if (legacyStep(data, entry) !== "CLIENT" || !data.handler) return failure("FLOW_EXPIRED");
  const { personId } = data.handler;
  const row = await db.agreementStaff.findFirst({
    where: {
      id: form.client.replace(/^client:/, ""),
      personId,
      removedAt: null,
      agreement: { agencyId: data.enterpriseId, client: { status: "ACTIVE" } },
    },
    select: {
      id: true,
      agreement: {
        select: {
          id: true,
          clientId: true,
          status: true,
          validFrom: true,
          validTo: true,
          agreementPasswordHash: true,
        },
      },
    },
  });
  if (!row) return failure("IDENTITY_NOT_FOUND");
  const { agreement } = row;
  const problem = agreementProblem(agreement, dayOf(now));
  if (problem) return failure(problem);
  if (!agreement.agreementPasswordHash) {
    return failure("AGREEMENT_PASSWORD_NOT_SET", { field: "password" });
  }
  const refused = await trySecret(
    { kind: "AGREEMENT", id: agreement.id },
    () => verifyPassword(agreement.agreementPasswordHash, form.password),
    { code: "AGREEMENT_PASSWORD_WRONG", field: "password", now },
  );
  if (refused) {
    await auditRefusal(flow.value, { personId, clientId: agreement.clientId }, now);
    return refused;
  }
  const next: LegacyFlowData<"LOGIN"> = { ...data, client: row.id };
  await db.flow.updateMany({
    where: { id, consumedAt: null },
    data: { data: JSON.stringify(next) },
  });
  return finishLegacyLogin({ ...flow.value, data: next });
}

function auditRefusal(
  { data, profile }: LegacyFlow<"LOGIN">,
  { personId, clientId }: { personId: string; clientId: string },
  at: Date,
): Promise<void> {
  return transaction((tx) =>
    appendAudit(tx, {
      at,
      action: "LEGACY_AGREEMENT_PASSWORD",
      outcome: "REFUSED",
      region: profile.slug,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId: clientId,
      agencyId: data.enterpriseId,
    }),
  );
}
