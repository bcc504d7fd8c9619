import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import type { RegionProfile } from "@/lib/regions/types";
import {
  clearFailures,
  lockOf,
  ownLockOf,
  refusedAttempt,
  returnAttempt,
  takeAttempt,
} from "../accounts/lockout";
import { type Tx, transaction } from "../db";
import { type CodeKey, codeProblem, tryCode } from "./codes";

type Attempt = {
  key: CodeKey;
  code: string;
  /** Whose failures are counted (K1). */
  accountId: string;
  region: RegionProfile;
  now: Date;
  /** A way out of locks (忘记密码): only the failures of this very method block it. */
  wayOut?: boolean;
  /** The code went to a number that is not the account's yet: being right says nothing of its own failures. */
  newTarget?: boolean;
};

/**
 * One attempt at a code that was sent: counted before it is looked at, used up once, and what follows from it happens in the
 * same transaction, or a crash between them would strand the person.
 * Problems: `ACCOUNT_LOCKED`, and at the field `code` `CODE_NOT_SENT`, `CODE_USED`, `CODE_TRIES_USED_UP`, `CODE_EXPIRED`,
 * `CODE_WRONG` with `left`.
 */
export async function submitCode(
  attempt: Attempt,
  onVerified: (tx: Tx) => Promise<void>,
): Promise<Result> {
  const { key, code, accountId, region, now, wayOut, newTarget } = attempt;
  const { method } = key;
  const lock = await (wayOut ? ownLockOf : lockOf)(accountId, method, region, now);
  if (lock) return lock;
  const problem = await codeProblem(key, now);
  if (problem) return failure(problem, { field: "code" });
  if (!(await takeAttempt(accountId, method, now))) {
    return (await ownLockOf(accountId, method, region, now)) ?? failure("TRY_AGAIN");
  }
  const outcome = await transaction(async (tx) => {
    const tried = await tryCode(tx, key, code, now);
    if (tried === "VERIFIED") {
      if (!newTarget) await clearFailures(tx, accountId, method);
      await onVerified(tx);
    }
    return tried;
  });
  if (outcome === "CODE_WRONG") {
    return refusedAttempt(accountId, method, "CODE_WRONG", { field: "code", region, now });
  }
  if (outcome === "CODE_USED") {
    await returnAttempt(accountId, method);
    return failure("CODE_USED", { field: "code" });
  }
  if (newTarget) await returnAttempt(accountId, method);
  return success();
}
