import { dayOf, nextMidnight } from "@/lib/domain/china-time";

/** 认证方式. An e-mail code stands where a text message does (境外自然人, 山东 7). */
export type Method = "PASSWORD" | "SMS" | "EMAIL" | "FACE";

/** Which methods a lock blocks: the whole account, or that method's level and below (山东 12). */
export type LockScope = "ACCOUNT" | "LEVEL_AND_BELOW";

/** A way out of a lock besides waiting for midnight: 忘记密码, 刷脸解锁 (山东 12). */
export type UnlockWay = "FORGOT_PASSWORD" | "FACE";

/** Consecutive failures of one method on one day (YYYY-MM-DD, Asia/Shanghai). */
export type Counter = { method: Method; day: string; failures: number };

/** K1: this many consecutive failures within one day lock (账号锁定). */
export const MAX_FAILURES = 5;

/** 认证等级: a lock of one level blocks it and the levels below where the bureau says so. */
export const METHOD_LEVELS: Readonly<Record<Method, 1 | 2 | 3>> = {
  PASSWORD: 1,
  SMS: 2,
  EMAIL: 2,
  FACE: 3,
};

const METHODS: readonly Method[] = ["PASSWORD", "SMS", "EMAIL", "FACE"];

/**
 * What a person's counters block in a bureau of the given scope (K1). Counters of other days count as zero. `until` is the
 * next midnight of Asia/Shanghai, null when nothing is blocked. Source: 西藏 二(二)2, 山东 12.
 */
export function lockState(
  counters: readonly Counter[],
  scope: LockScope,
  now: Date,
): { locked: Method[]; until: Date | null } {
  const full = counters.filter((counter) => remainingAttempts(counter, now) === 0);
  if (full.length === 0) return { locked: [], until: null };
  const highest = Math.max(...full.map((counter) => METHOD_LEVELS[counter.method]));
  const locked = METHODS.filter(
    (method) => scope === "ACCOUNT" || METHOD_LEVELS[method] <= highest,
  );
  return { locked, until: nextMidnight(now) };
}

/** Whether a method may not be used now (已锁定). */
export function isBlocked(
  method: Method,
  counters: readonly Counter[],
  scope: LockScope,
  now: Date,
): boolean {
  return lockState(counters, scope, now).locked.includes(method);
}

/** How many more failures today's counter bears (今日还可尝试N次): 5 without a counter of today, never below 0. */
export function remainingAttempts(counter: Counter | undefined, now: Date): number {
  if (!counter || counter.day !== dayOf(now)) return MAX_FAILURES;
  return Math.max(0, MAX_FAILURES - counter.failures);
}

/**
 * The ways out of a lock that are open right now (B2): a code or a face with no attempts left opens nothing, and 忘记密码 takes
 * either of them, or both where the bureau asks for both (云南 4).
 */
export function openUnlockWays(
  counters: readonly Counter[],
  {
    unlockWays,
    recoveryProofs,
  }: { unlockWays: readonly UnlockWay[]; recoveryProofs: "ONE" | "CODE_AND_REAL_NAME" },
  now: Date,
): UnlockWay[] {
  const left = (method: Method) =>
    remainingAttempts(
      counters.find((counter) => counter.method === method),
      now,
    ) > 0;
  const code = left("SMS") && left("EMAIL");
  const face = left("FACE");
  const open = {
    FACE: face,
    FORGOT_PASSWORD: recoveryProofs === "ONE" ? code || face : code && face,
  };
  return unlockWays.filter((way) => open[way]);
}
