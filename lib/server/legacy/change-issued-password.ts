import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { consumeFlow } from "../flow-store";
import { hashPassword, verifyPassword } from "../password";
import { carryAll } from "../relations/tell";
import { readLegacyFlow } from "./legacy-flow";
import { endOldStyleSessions, tellManagers } from "./recovered-password";

/**
 * 「提交」 of the first use of an 企业密码 a voucher issued (注册凭证): nobody gets in with it before it is changed.
 * Problems: `FLOW_EXPIRED`, `PASSWORD_SAME` at `newPassword`.
 */
export async function changeIssuedPassword(
  form: { region: string; flow: string; newPassword: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "CHANGE_ISSUED", now);
  if (!flow.ok) return flow;
  const { id, data, region } = flow.value;
  const { enterpriseId } = data;
  const enterprise = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true, enterprisePasswordHash: true },
  });
  if (await verifyPassword(enterprise.enterprisePasswordHash, form.newPassword)) {
    return failure("PASSWORD_SAME", { field: "newPassword" });
  }
  const enterprisePasswordHash = await hashPassword(form.newPassword);
  const messages = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now))) return null;
    const { count } = await tx.enterprise.updateMany({
      where: {
        id: enterpriseId,
        enterprisePasswordState: "RESET_REQUIRED",
        enterprisePasswordHash: enterprise.enterprisePasswordHash,
      },
      data: { enterprisePasswordHash, enterprisePasswordState: "CHOSEN" },
    });
    // Another voucher was issued meanwhile: this one's password is none any more.
    if (count !== 1) return null;
    await endOldStyleSessions(tx, enterpriseId, now);
    const told = { enterpriseId, enterprise: enterprise.name };
    const notices = await tellManagers(tx, told, "ENTERPRISE_PASSWORD_CHANGED", now);
    await appendAudit(tx, {
      at: now,
      action: "CHANGE_ISSUED_PASSWORD",
      outcome: "OK",
      region,
      actorKind: "SYSTEM",
      enterpriseId,
    });
    return notices;
  });
  if (!messages) return failure("FLOW_EXPIRED");
  await carryAll(messages, region, now);
  return success({ to: `/${region}/login/legacy?reason=ENTERPRISE_PASSWORD_CHANGED` });
}
