/** L9: minutes without a request, and hours since login, that end a session (会话超时). */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 8;
/** Seconds before the end from which a countdown warns. */
export const WARN_SECONDS = 120;
/** A request moves `lastSeenAt` at most this often, so reading a page rarely writes. */
export const SLIDE_SECONDS = 60;

export type SessionTimes = { lastSeenAt: Date; createdAt: Date };
export type SessionLimits = { idleMinutes: number; absoluteHours: number };

export const PORTAL_LIMITS: SessionLimits = {
  idleMinutes: IDLE_MINUTES,
  absoluteHours: ABSOLUTE_HOURS,
};

/** Sessions of officers (税务人员) end sooner: a counter's screen is seen by many, and half a working day is one sitting. */
export const HALL_LIMITS: SessionLimits = { idleMinutes: 15, absoluteHours: 4 };

/** When a session ends: by idleness, by age, and the earlier of the two. */
export function sessionDeadline(
  { lastSeenAt, createdAt }: SessionTimes,
  { idleMinutes, absoluteHours }: SessionLimits = PORTAL_LIMITS,
): {
  idleAt: Date;
  absoluteAt: Date;
  at: Date;
} {
  const idleAt = new Date(lastSeenAt.getTime() + idleMinutes * 60_000);
  const absoluteAt = new Date(createdAt.getTime() + absoluteHours * 3_600_000);
  return { idleAt, absoluteAt, at: idleAt < absoluteAt ? idleAt : absoluteAt };
}

/**
 * Why a session is over now, or null. When both limits have passed, the one that came first. One that begins later than one of this
 * moment would end is of a clock that was ahead (时钟跳变): it is over, or it would live for as long as the clock was wrong.
 */
export function sessionEnded(
  times: SessionTimes,
  now: Date,
  limits: SessionLimits = PORTAL_LIMITS,
): null | "SESSION_IDLE" | "SESSION_ABSOLUTE" {
  const { idleAt, absoluteAt, at } = sessionDeadline(times, limits);
  const latest = sessionDeadline({ createdAt: now, lastSeenAt: now }, limits);
  if (times.createdAt > latest.absoluteAt) return "SESSION_ABSOLUTE";
  if (times.lastSeenAt > latest.idleAt) return "SESSION_IDLE";
  if (now < at) return null;
  return idleAt < absoluteAt ? "SESSION_IDLE" : "SESSION_ABSOLUTE";
}
