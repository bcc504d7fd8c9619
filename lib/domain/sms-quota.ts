/** K2: this many text messages to one phone, all purposes and bureaus together, … */
export const MESSAGES_PER_WINDOW = 5;
/** … within these minutes, counted from the first of them (10分钟最多5次). Source: 西藏 二(二)9, 山东 20. */
export const WINDOW_MINUTES = 10;
/** A verification code (短信验证码): its length, its life, the wrong tries that burn it. */
export const CODE_DIGITS = 6;
export const CODE_TTL_MINUTES = 5;
export const MAX_CODE_TRIES = 5;
/** Seconds before 「获取验证码」 can be pressed again. */
export const RESEND_SECONDS = 60;

/** The last window of a phone: when its first message was sent, and how many so far. */
export type MessageWindow = { startedAt: Date; count: number };

/**
 * Whether one more message may be sent to a phone (短信验证码获取频繁). `retryAt` is when the next may be, null when now.
 * Ten minutes after the first message the window is over and five more are allowed.
 */
export function quotaState(
  window: MessageWindow | null,
  now: Date,
): { allowed: boolean; retryAt: Date | null } {
  if (!window || window.count < MESSAGES_PER_WINDOW) return { allowed: true, retryAt: null };
  const endsAt = new Date(window.startedAt.getTime() + WINDOW_MINUTES * 60_000);
  return endsAt <= now ? { allowed: true, retryAt: null } : { allowed: false, retryAt: endsAt };
}
