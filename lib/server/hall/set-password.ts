import "server-only";
import { checkPassword } from "@/lib/domain/password-rule";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { verifyHumanCheck } from "../human-check";
import { clearSecret } from "../legacy/secret-attempts";
import { hashPassword } from "../password";
import { reveal } from "../protect";
import { revokeSessions } from "../session-store";
import { codeSecret, passwordSecret } from "./officer-secrets";
import { setupHashOf } from "./setup-link";

function living(token: string, now: Date) {
  return { setupHash: setupHashOf(token), setupExpiresAt: { gt: now }, disabledAt: null };
}

/** Whether a link 设置密码 still works. */
export async function isSetupLink(token: string, now: Date): Promise<boolean> {
  return token.length <= 64 && (await db.officer.count({ where: living(token, now) })) > 0;
}

/**
 * 「设置密码」 of an officer by the one-time link: the officer alone chooses it (B13), the rule is everybody's (K3). It opens the
 * officer's locks and ends their session. Problems: `SETUP_LINK_INVALID` (also for a number the link does not belong to), those
 * of `checkPassword` at `newPassword`.
 */
export async function setOfficerPassword(
  form: { token: string; employeeNumber: string; newPassword: string; humanCheck: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const link = { ...living(form.token, now), employeeNumber: form.employeeNumber };
  const officer = await db.officer.findFirst({
    where: link,
    select: { id: true, region: true, employeeNumber: true, phoneCipher: true },
  });
  if (!officer) return failure("SETUP_LINK_INVALID");
  const [code] = checkPassword(form.newPassword, {
    phones: [reveal("Officer.phone", officer.phoneCipher)],
    username: officer.employeeNumber,
  });
  if (code) return failure(code, { field: "newPassword" });
  const passwordHash = await hashPassword(form.newPassword);
  return transaction(async (tx) => {
    const { id } = officer;
    const data = { passwordHash, setupHash: null, setupExpiresAt: null };
    const { count } = await tx.officer.updateMany({ where: { ...link, id }, data });
    if (count !== 1) return failure("SETUP_LINK_INVALID");
    await revokeSessions(tx, { officerId: id }, "PASSWORD_CHANGED", now);
    await clearSecret(tx, passwordSecret(officer.employeeNumber));
    await clearSecret(tx, codeSecret(id));
    await appendAudit(tx, {
      at: now,
      action: "SET_OFFICER_PASSWORD",
      outcome: "OK",
      region: officer.region,
      actorKind: "OFFICER",
      actorId: id,
      subjectKind: "Officer",
      subjectId: id,
    });
    return success({ to: "/hall/login?reason=OFFICER_PASSWORD_SET" });
  });
}
