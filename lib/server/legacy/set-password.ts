import "server-only";
import { failure, type Result } from "@/lib/domain/result";
import { type LegacyFlowData, legacyStep } from "@/lib/flows/legacy-login";
import { appendAudit } from "../audit";
import { type Tx, transaction } from "../db";
import { hashPassword } from "../password";
import { finishLegacyLogin } from "./finish";
import { handlerPasswordProblem } from "./handler-secret";
import { findHandler } from "./handlers";
import { type LegacyEntry, readLegacyFlow } from "./legacy-flow";
import { clearSecret } from "./secret-attempts";

/**
 * 「保存」 of 个人登录密码: demanded at the first 普通登录, which sets the enterprise up, and in place of one a manager set (O1).
 * It may not be the enterprise's password (辽宁 二(一)4). Problems at `newPassword`.
 */
export async function setHandlerPassword(
  form: { region: string; flow: string; newPassword: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry } = flow.value;
  if (legacyStep(data, entry) !== "SET_PASSWORD" || !data.handler) return failure("FLOW_EXPIRED");
  const { enterpriseId } = data;
  const handler = await findHandler({ enterpriseId, entry, id: data.handler.id }, now);
  if (!handler) return failure("FLOW_EXPIRED");
  if (handler.problem) return failure(handler.problem);
  const { personId, phone, password } = handler;
  const owner = { personId, enterpriseId, phone, hash: password.hash };
  const problem = await handlerPasswordProblem(form.newPassword, owner);
  if (problem) return failure(problem, { field: "newPassword" });
  const hash = await hashPassword(form.newPassword);
  const next: LegacyFlowData<"LOGIN"> = { ...data, mustSetPassword: false };
  const saved = await transaction(async (tx) => {
    const { count } = await tx.flow.updateMany({
      where: { id, consumedAt: null, data: { contains: '"mustSetPassword":true' } },
      data: { data: JSON.stringify(next) },
    });
    if (count === 0) return false;
    await store(tx, entry, handler.id, hash);
    if (data.first) {
      await tx.enterprise.updateMany({
        where: { id: enterpriseId, legacySetUpAt: null },
        data: { legacySetUpAt: now },
      });
    }
    await clearSecret(tx, { kind: "HANDLER", id: handler.id });
    await appendAudit(tx, {
      at: now,
      action: "LEGACY_SET_HANDLER_PASSWORD",
      outcome: "OK",
      region: form.region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
      subjectKind: "Handler",
      subjectId: handler.id,
      detail: { first: data.first },
    });
    return true;
  });
  return saved ? finishLegacyLogin({ ...flow.value, data: next }) : failure("FLOW_EXPIRED");
}

async function store(tx: Tx, entry: LegacyEntry, id: string, hash: string): Promise<void> {
  if (entry === "AGENCY") {
    await tx.agencyStaff.updateMany({ where: { id }, data: { handlerPasswordHash: hash } });
    return;
  }
  await tx.relation.updateMany({
    where: { id, living: true },
    data: {
      handlerPasswordHash: hash,
      handlerPasswordState: "CHOSEN",
      handlerPasswordExpiresAt: null,
    },
  });
}
