import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { OLD_STYLE_PROOF } from "@/lib/domain/session-proofs";
import { recoveryStep } from "@/lib/flows/legacy-login";
import type { NoticeKind } from "@/lib/messages/notices";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { consumeFlow } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { hashPassword, verifyPassword } from "../password";
import { readLegacyFlow } from "./legacy-flow";
import { clearSecret, enterpriseSecret } from "./secret-attempts";

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
  const enterprisePasswordHash = await hashPassword(form.newPassword);
  const notices = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now))) return null;
    await tx.enterprise.update({
      where: { id: enterpriseId },
      data: { enterprisePasswordHash, enterprisePasswordState: "CHOSEN" },
      select: { id: true },
    });
    await clearSecret(tx, enterpriseSecret(region, enterprise.creditCode));
    await endOldStyleSessions(tx, enterpriseId, now);
    const managers = { enterpriseId, enterprise: enterprise.name };
    const told = await tellManagers(tx, managers, "ENTERPRISE_PASSWORD_RECOVERED", now);
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

/** Ends what was signed in with an 企业密码 that is none any more. */
export async function endOldStyleSessions(tx: Tx, enterpriseId: string, now: Date): Promise<void> {
  await tx.loginSession.updateMany({
    where: {
      revokedAt: null,
      proofs: { startsWith: OLD_STYLE_PROOF },
      OR: [
        { relation: { enterpriseId } },
        { agreementStaff: { agreement: { agencyId: enterpriseId } } },
      ],
    },
    data: { revokedAt: now, revokedReason: "PASSWORD_CHANGED" },
  });
}

/** Tells 法定代表人 and 财务负责人 what became of the 企业密码; the messages to carry. */
export async function tellManagers(
  tx: Tx,
  { enterpriseId, enterprise }: { enterpriseId: string; enterprise: string },
  kind: Extract<NoticeKind, `ENTERPRISE_PASSWORD_${string}`>,
  now: Date,
): Promise<string[]> {
  const managers = await tx.relation.findMany({
    where: {
      enterpriseId,
      living: true,
      role: { in: ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] },
    },
    distinct: ["personId"],
    select: { personId: true },
  });
  const ids: string[] = [];
  for (const { personId } of managers) {
    ids.push(await notify(tx, { personId, kind, params: { enterprise } }, now));
  }
  return ids;
}
