import "server-only";
import { usernameKey } from "@/lib/domain/account-identifier";
import type { Tx } from "../db";
import { revokeSessions } from "../session-store";

type Opening = {
  personId: string;
  /** argon2id of the chosen 个人用户密码. */
  passwordHash: string;
  username: string | null;
  /** Mailbox of 境外自然人注册; null: the account has phones. */
  email: { emailCipher: string; emailIndex: string } | null;
  /** 所属税务机关 chosen at 「登记」 (云南 2.4.1(5)); null: not asked, what was chosen before stays. */
  taxAuthority: string | null;
};

/**
 * Opens the account of a person: a new one, or the closed or invalid one again with all that was its person's (R5; 西藏 二(二)8). Null
 * when it is open already: of two that come at once, one opens it.
 */
export async function openAccount(
  tx: Tx,
  { personId, passwordHash, username, email, taxAuthority }: Opening,
  now: Date,
): Promise<"NEW" | "REOPENED" | null> {
  const chosen = {
    passwordHash,
    passwordState: "CHOSEN" as const,
    passwordChangedAt: now,
    // No user name typed: an invalid account keeps its own.
    ...(username && { username, usernameKey: usernameKey(username), usernameChangedYear: null }),
    ...email,
    ...(taxAuthority && { taxAuthority }),
  };
  const former = await tx.account.findUnique({ where: { personId }, select: { id: true } });
  if (!former) {
    await tx.account.create({ data: { personId, ...chosen }, select: { id: true } });
    return "NEW";
  }
  const { count } = await tx.account.updateMany({
    where: { id: former.id, status: { in: ["CLOSED", "INVALID"] } },
    data: { ...chosen, status: "ACTIVE", closedAt: null },
  });
  if (count === 0) return null;
  await revokeSessions(tx, { personId }, "REGISTERED_AGAIN", now);
  await tx.authenticationCounter.deleteMany({ where: { accountId: former.id } });
  return "REOPENED";
}
