import "server-only";
import { checkPassword } from "@/lib/domain/password-rule";
import type { Problem } from "@/lib/domain/result";
import { db, type Tx } from "../db";
import { endLoginsUnderWay } from "../legacy/handler-secret";
import { verifyPassword } from "../password";
import { reveal } from "../protect";
import { revokeSessions } from "../session-store";

/** What is wrong with a new 个人用户密码 of this account, at the field `newPassword`: K3 with all the bureau knows of its owner. */
export async function newPasswordProblems(
  accountId: string,
  newPassword: string,
): Promise<Problem[]> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      passwordHash: true,
      username: true,
      person: {
        select: { documentNumberCipher: true, phones: { select: { numberCipher: true } } },
      },
    },
  });
  const { person } = account;
  const [code] = checkPassword(newPassword, {
    documentNumber: reveal("Person.documentNumber", person.documentNumberCipher),
    phones: person.phones.map((phone) => reveal("Phone.number", phone.numberCipher)),
    username: account.username,
  });
  if (code) return [{ code, field: "newPassword" }];
  const same = await verifyPassword(account.passwordHash, newPassword);
  return same ? [{ code: "PASSWORD_SAME", field: "newPassword" }] : [];
}

/**
 * Puts a new password (already hashed) in place of the old one, of whatever state: ends every session of the person but
 * `keepSessionId`, every login and recovery under way (those of the old entries here, the others by their mark, `password-mark.ts`),
 * and forgets all failures, which opens every lock (F1, K1). False when the account is not open any more (or nothing is due).
 */
export async function setNewPassword(
  tx: Tx,
  change: {
    personId: string;
    accountId: string;
    passwordHash: string;
    keepSessionId?: string;
    /** Only while the old one has to be changed. */
    onlyIfDue?: boolean;
    /** Only while this is the hash of the present one. */
    insteadOf?: string;
  },
  now: Date,
): Promise<boolean> {
  const { personId, accountId, passwordHash, keepSessionId, onlyIfDue, insteadOf } = change;
  const { count } = await tx.account.updateMany({
    where: {
      id: accountId,
      personId,
      status: "ACTIVE",
      ...(onlyIfDue && { passwordState: { not: "CHOSEN" } }),
      ...(insteadOf && { passwordHash: insteadOf }),
    },
    data: { passwordHash, passwordState: "CHOSEN", passwordChangedAt: now },
  });
  if (count === 0) return false;
  await revokeSessions(tx, { personId, except: keepSessionId }, "PASSWORD_CHANGED", now);
  await endLoginsUnderWay(tx, personId, now);
  await tx.authenticationCounter.deleteMany({ where: { accountId } });
  return true;
}
