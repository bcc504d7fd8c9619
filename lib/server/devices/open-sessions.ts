import "server-only";
import { browserName } from "@/lib/domain/browser-name";
import { failure, type Result, success } from "@/lib/domain/result";
import { ABSOLUTE_HOURS, IDLE_MINUTES } from "@/lib/domain/session-limits";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { type CurrentSession, revokeSessions } from "../session-store";

type SignedIn = { session: CurrentSession; now: Date };

/** Sessions of a person that are neither ended nor run out. */
export function openSessionsOf(personId: string, now: Date) {
  return {
    personId,
    revokedAt: null,
    lastSeenAt: { gt: new Date(now.getTime() - IDLE_MINUTES * 60_000) },
    createdAt: { gt: new Date(now.getTime() - ABSOLUTE_HOURS * 3_600_000) },
  };
}

/** The person's open sessions, of the portal and of the companion APP, the one used last first (登录设备). */
export async function openSessions(personId: string, now: Date) {
  const rows = await db.loginSession.findMany({
    where: openSessionsOf(personId, now),
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      app: true,
      region: true,
      entry: true,
      userAgent: true,
      place: true,
      createdAt: true,
      lastSeenAt: true,
      relation: { select: { role: true, primary: true, enterprise: { select: { name: true } } } },
      agreementStaff: {
        select: { agreement: { select: { client: { select: { name: true } } } } },
      },
      project: { select: { name: true } },
    },
  });
  return rows.map(({ userAgent, relation, agreementStaff, project, ...row }) => ({
    ...row,
    browser: browserName(userAgent),
    /** Whom it acts for; null: the natural person. */
    actingFor:
      project?.name ??
      agreementStaff?.agreement.client.name ??
      (relation ? relation.enterprise.name : null),
    role: relation && { role: relation.role, primary: relation.primary },
  }));
}

export type OpenSession = Awaited<ReturnType<typeof openSessions>>[number];

/** Remote 「退出」 of another session of one's own. Problem: `SESSION_NOT_FOUND`. */
export async function endOwnSession(
  form: { session: string },
  { session, now }: SignedIn,
): Promise<Result> {
  const ended = await transaction(async (tx) => {
    const where = { id: form.session, personId: session.personId, except: session.id };
    if ((await revokeSessions(tx, where, "ENDED_REMOTELY", now)) === 0) return false;
    await appendAudit(tx, {
      ...endedBy(session, now),
      action: "END_SESSION",
      subjectId: form.session,
    });
    return true;
  });
  return ended ? success() : failure("SESSION_NOT_FOUND");
}

/** 「退出其他所有登录」: every session of the person but this one. */
export async function endOtherSessions(
  _form: unknown,
  { session, now }: SignedIn,
): Promise<Result<{ ended: number }>> {
  const ended = await transaction(async (tx) => {
    const where = { personId: session.personId, except: session.id };
    const count = await revokeSessions(tx, where, "ENDED_REMOTELY", now);
    if (count > 0) {
      const event = { ...endedBy(session, now), action: "END_OTHER_SESSIONS" };
      await appendAudit(tx, { ...event, subjectId: session.id, detail: { count } });
    }
    return count;
  });
  return success({ ended });
}

function endedBy({ personId, region }: CurrentSession, at: Date) {
  return {
    at,
    outcome: "OK" as const,
    region,
    actorKind: "PERSON" as const,
    actorId: personId,
    personId,
    subjectKind: "LoginSession",
  };
}
