import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { clearSecret } from "../legacy/secret-attempts";
import { hashPassword } from "../password";
import { blindIndex } from "../protect";
import { revokeSessions } from "../session-store";
import { codeSecret, passwordSecret } from "./officer-secrets";
import { createOfficer, type NewOfficer } from "./officers";
import { issueSetupLink } from "./setup-link";

/**
 * Creates an officer on behalf of whoever runs the portal: the first supervisor of a bureau comes so. The link to set a
 * password, or null when one was given. Problem: `OFFICER_EXISTS`.
 */
export async function createByCommand(
  {
    password,
    ...officer
  }: Omit<NewOfficer, "addedById" | "disabledAt"> & { password: string | null },
  now: Date,
): Promise<Result<string | null>> {
  const passwordHash = password === null ? null : await hashPassword(password);
  return transaction(async (tx) => {
    const id = await createOfficer(tx, { ...officer, addedById: null, disabledAt: null });
    if (!id) return failure("OFFICER_EXISTS");
    if (passwordHash) await tx.officer.update({ where: { id }, data: { passwordHash } });
    const link = passwordHash ? null : await issueSetupLink(tx, id, now);
    await audit(tx, "ADD_OFFICER", { id, region: officer.region }, now);
    return success(link);
  });
}

/** Takes an officer's password away and answers the link to set a new one. Problem: `OFFICER_NOT_FOUND`. */
export async function resetByCommand(employeeNumber: string, now: Date): Promise<Result<string>> {
  const officer = await db.officer.findFirst({
    where: { employeeNumber, disabledAt: null },
    select: { id: true, region: true },
  });
  if (!officer) return failure("OFFICER_NOT_FOUND");
  return transaction(async (tx) => {
    const { id } = officer;
    await tx.officer.update({ where: { id }, data: { passwordHash: null }, select: { id: true } });
    await revokeSessions(tx, { officerId: id }, "OFFICER_RESET", now);
    await clearSecret(tx, passwordSecret(employeeNumber));
    await clearSecret(tx, codeSecret(id));
    const link = await issueSetupLink(tx, id, now);
    await audit(tx, "RESET_OFFICER", officer, now);
    return success(link);
  });
}

/**
 * Enters the 居民身份证号码 of an officer who is there already, disabled or not, which keeps them from their own account
 * (本人业务回避). Problem: `OFFICER_NOT_FOUND`.
 */
export async function documentByCommand(
  {
    employeeNumber,
    documentNumber,
  }: Pick<NewOfficer, "employeeNumber"> & { documentNumber: string },
  now: Date,
): Promise<Result> {
  return transaction(async (tx) => {
    const officer = await tx.officer.findUnique({
      where: { employeeNumber },
      select: { id: true, region: true },
    });
    if (!officer) return failure("OFFICER_NOT_FOUND");
    await tx.officer.update({
      where: { id: officer.id },
      data: { documentNumberIndex: blindIndex("documentNumber", documentNumber) },
      select: { id: true },
    });
    await audit(tx, "SET_OFFICER_DOCUMENT", officer, now);
    return success();
  });
}

function audit(
  tx: Tx,
  action: string,
  { id, region }: { id: string; region: string },
  at: Date,
): Promise<void> {
  return appendAudit(tx, {
    at,
    action,
    outcome: "OK",
    region,
    actorKind: "SYSTEM",
    subjectKind: "Officer",
    subjectId: id,
  });
}
