import "server-only";
import type { PasswordState } from "@/generated/sqlite/enums";
import type { Tx } from "../db";
import { hashToken } from "../tokens";

type Password = { passwordHash: string; passwordState: PasswordState };

/** Tells a password from the one that takes its place, or has to, without saying anything of either. */
export function passwordMark({ passwordHash, passwordState }: Password): string {
  return hashToken("password-mark", `${passwordState} ${passwordHash}`);
}

/**
 * The state of the password (密码) if account and password are as they were when a flow began: open, and the very one. Null
 * otherwise: a new password, 「不是我本人操作」 (B4) and a closing put an end to every flow begun before, whoever began it.
 */
export async function unchangedPassword(
  tx: Tx,
  flow: { accountId: string; passwordMark?: string },
): Promise<PasswordState | null> {
  const account = await tx.account.findFirst({
    where: { id: flow.accountId, status: "ACTIVE" },
    select: { passwordHash: true, passwordState: true },
  });
  if (!account) return null;
  const same = flow.passwordMark === undefined || flow.passwordMark === passwordMark(account);
  return same ? account.passwordState : null;
}
