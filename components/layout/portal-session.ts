import {
  type SessionLimits,
  type SessionTimes,
  sessionDeadline,
} from "@/lib/domain/session-limits";

/** What the browser knows of its session, in milliseconds of the server's clock. */
export type SessionState = {
  now: number;
  idleAt: number;
  absoluteAt: number;
  /** Counts switches of identity: another tab may have switched. */
  identityVersion: number;
};

/** The state of a session as of `now`. */
export function sessionState(
  session: SessionTimes & { identityVersion: number },
  now: Date,
  limits?: SessionLimits,
): SessionState {
  const { idleAt, absoluteAt } = sessionDeadline(session, limits);
  return {
    now: now.getTime(),
    idleAt: idleAt.getTime(),
    absoluteAt: absoluteAt.getTime(),
    identityVersion: session.identityVersion,
  };
}
