import "server-only";
import { nextMidnight } from "@/lib/domain/china-time";
import { MAX_FAILURES } from "@/lib/domain/lockout";
import { failure, type Problem } from "@/lib/domain/result";
import { db, type Tx } from "../db";
import { takeFromWindow } from "../rate-limit";
import { hashToken } from "../tokens";

/**
 * A secret that is no person's account: of the old entries per enterprise, per handler relation, per agreement; of an officer
 * (税务人员) by 工号. Each counts on its own (K1).
 */
export type LegacySecret = {
  kind: "ENTERPRISE" | "HANDLER" | "HANDLER_CODE" | "AGREEMENT" | "OFFICER" | "OFFICER_CODE";
  id: string;
};

type Failed = { ok: false; problems: Problem[] };

function keyOf({ kind, id }: LegacySecret): string {
  return `legacy-secret:${kind}:${hashToken("legacy-secret", id)}`;
}

/** 企业密码 counts by the code typed, whether or not an enterprise has it: the answer tells nothing. */
export function enterpriseSecret(region: string, taxpayerId: string): LegacySecret {
  return { kind: "ENTERPRISE", id: `${region}:${taxpayerId}` };
}

/**
 * Tries a secret: five consecutive failures until the next midnight of Asia/Shanghai, then `LEGACY_LOCKED` (K1). The attempt is
 * taken before `isRight` looks, so that guesses sent at once share the five; a success forgets them. Null: it is right.
 */
export async function trySecret(
  secret: LegacySecret,
  isRight: () => Promise<boolean>,
  { code, field, now }: { code: string; field: string; now: Date },
): Promise<Failed | null> {
  const key = keyOf(secret);
  const until = nextMidnight(now);
  const windowSeconds = (until.getTime() - now.getTime()) / 1000;
  const attempt = await takeFromWindow(key, { limit: MAX_FAILURES, windowSeconds, now });
  if (!attempt.allowed) return locked(secret, until, now);
  if (await isRight()) {
    await clearSecret(db, secret);
    return null;
  }
  const row = await db.rateLimit.findUnique({ where: { key }, select: { count: true } });
  const left = MAX_FAILURES - (row?.count ?? 0);
  if (left <= 0) return locked(secret, until, now);
  return failure(code, { field, params: { left } });
}

/** The lock of a secret whose attempts of today are used up, or null. */
export async function secretLock(secret: LegacySecret, now: Date): Promise<Failed | null> {
  const used = await db.rateLimit.count({
    where: { key: keyOf(secret), count: { gte: MAX_FAILURES }, expiresAt: { gt: now } },
  });
  return used > 0 ? locked(secret, nextMidnight(now), now) : null;
}

/** Forgets the failures of a secret: it was right, or is a new one. */
export async function clearSecret(tx: Tx, secret: LegacySecret): Promise<void> {
  await tx.rateLimit.deleteMany({ where: { key: keyOf(secret) } });
}

const WHAT = {
  ENTERPRISE: "企业密码",
  HANDLER: "个人登录密码",
  HANDLER_CODE: "短信验证码",
  AGREEMENT: "协议密码",
  OFFICER: "该工号的密码",
  OFFICER_CODE: "短信验证码",
} as const;

function locked({ kind }: LegacySecret, until: Date, now: Date): Failed {
  const params = { what: WHAT[kind], until: until.toISOString(), now: now.toISOString() };
  return failure("LEGACY_LOCKED", { params });
}
