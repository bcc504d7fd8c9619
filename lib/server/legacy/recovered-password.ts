import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LegacyFlowData, recoveryStep } from "@/lib/flows/legacy-login";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { consumeFlow } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { hashPassword, verifyPassword } from "../password";
import { setEnterprisePassword } from "./enterprise-secret";
import { readLegacyFlow } from "./legacy-flow";

/**
 * 「提交」 of a new 企业密码: opens its lock, ends what was signed in with the old one, and tells 法定代表人 and 财务负责人 (F4).
 * `PASSWORD_SAME` at `newPassword`.
 */
export async function setRecoveredPassword(
  form: { region: string; flow: string; newPassword: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "RECOVERY", now);
  if (!flow.ok) return flow;
  const { id, data, region } = flow.value;
  const { enterpriseId, personId } = data;
  if (recoveryStep(data) !== "NEW_PASSWORD" || !personId) return failure("FLOW_EXPIRED");
  const enterprise = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true, creditCode: true, enterprisePasswordHash: true },
  });
  if (await verifyPassword(enterprise.enterprisePasswordHash, form.newPassword)) {
    return failure("PASSWORD_SAME", { field: "newPassword" });
  }
  const passwordHash = await hashPassword(form.newPassword);
  const notices = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now))) return null;
    // Whoever was proved may have been removed or frozen since: B7.
    if (!(await stillReceives(tx, data, now))) return null;
    const told = await setEnterprisePassword(
      tx,
      {
        enterprise: { ...enterprise, id: enterpriseId },
        passwordHash,
        notice: "ENTERPRISE_PASSWORD_RECOVERED",
      },
      now,
    );
    if (!told) return null;
    await appendAudit(tx, {
      at: now,
      action: "RECOVER_ENTERPRISE_PASSWORD",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
    });
    return told;
  });
  if (!notices) return failure("FLOW_EXPIRED");
  for (const notice of notices) await carryNotice(notice, { region, now });
  return success({ to: `/${region}/login/legacy?reason=ENTERPRISE_PASSWORD_CHANGED` });
}

/** Whether the receiver is 法定代表人 or 财务负责人 of the enterprise now; a removal at the same moment waits for the answer. */
async function stillReceives(
  tx: Tx,
  { enterpriseId, relationId, personId }: LegacyFlowData<"RECOVERY">,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.relation.updateMany({
    where: {
      id: relationId ?? "",
      enterpriseId,
      personId: personId ?? "",
      living: true,
      frozenAt: null,
      role: { in: ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] },
    },
    data: { updatedAt: now },
  });
  return count === 1;
}
