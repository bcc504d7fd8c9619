/** L9: minutes without a request, and hours since login, that end a session (会话超时). */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 8;
/** Seconds before the end from which a countdown warns. */
export const WARN_SECONDS = 120;
/** A request moves `lastSeenAt` at most this often, so reading a page rarely writes. */
export const SLIDE_SECONDS = 60;

export type SessionTimes = { lastSeenAt: Date; createdAt: Date };

/** When a session ends: by idleness, by age, and the earlier of the two. */
export function sessionDeadline({ lastSeenAt, createdAt }: SessionTimes): {
  idleAt: Date;
  absoluteAt: Date;
  at: Date;
} {
  const idleAt = new Date(lastSeenAt.getTime() + IDLE_MINUTES * 60_000);
  const absoluteAt = new Date(createdAt.getTime() + ABSOLUTE_HOURS * 3_600_000);
  return { idleAt, absoluteAt, at: idleAt < absoluteAt ? idleAt : absoluteAt };
}

/** Why a session is over now, or null. When both limits have passed, the one that came first. */
export function sessionEnded(
  times: SessionTimes,
  now: Date,
): null | "SESSION_IDLE" | "SESSION_ABSOLUTE" {
  const { idleAt, absoluteAt, at } = sessionDeadline(times);
  if (now < at) return null;
  return idleAt < absoluteAt ? "SESSION_IDLE" : "SESSION_ABSOLUTE";
}
