import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { ABSOLUTE_HOURS, IDLE_MINUTES } from "@/lib/domain/session-limits";
import { db, transaction } from "../db";
import { isStopping } from "../runtime/process";
import { type CurrentSession, readSessionByHash } from "../session-store";
import { endGrants } from "./end-grants";

/** Grants ended in one transaction of the sweep. */
const AT_ONCE = 200;

/** A grant with the session it stands for, as both are now. */
export type LivingGrant = { session: CurrentSession; sid: string };

/**
 * The session behind a grant, while the grant's tokens are good for something (令牌有效性): the client is not disabled, the session
 * lives and still acts for the identity it was made for, and that may act (B7). Null otherwise. `slide`: counts as activity.
 */
export async function readGrant(
  id: string,
  { now, slide }: { now: Date; slide: boolean },
): Promise<LivingGrant | null> {
  const grant = await db.oidcGrant.findFirst({
    where: { id, endedAt: null, client: { disabledAt: null }, session: { revokedAt: null } },
    select: { identityVersion: true, sid: true, session: { select: { tokenHash: true } } },
  });
  if (!grant) return null;
  const session = await readSessionByHash(grant.session.tokenHash, { now, slide });
  const same = session && session.identityVersion === grant.identityVersion && !session.problem;
  return same ? { session, sid: grant.sid } : null;
}

/** Whether a grant's tokens are good for something now. */
export async function grantLives(id: string): Promise<boolean> {
  return (await readGrant(id, { now: new Date(), slide: false })) !== null;
}

/** Notes for whom a grant of the provider library stands. */
export async function keepGrant(
  {
    id,
    clientId,
    session,
    sid,
  }: {
    id: string;
    clientId: string;
    session: CurrentSession;
    sid: string;
  },
  now: Date,
): Promise<void> {
  const data = {
    clientId,
    sessionId: session.id,
    identityVersion: session.identityVersion,
    sid,
  };
  await db.oidcGrant.create({ data: { id, ...data, createdAt: now }, select: { id: true } });
}

/** The grant a client has in this session for this identity, or null. */
export async function grantOf(
  session: CurrentSession,
  clientId: string,
): Promise<{ id: string; sid: string } | null> {
  return db.oidcGrant.findFirst({
    where: {
      clientId,
      sessionId: session.id,
      identityVersion: session.identityVersion,
      endedAt: null,
    },
    orderBy: { id: "desc" },
    select: { id: true, sid: true },
  });
}

/**
 * Ends grants whose reason to be is gone by time or by a change that told nobody (授权清理): session idle or too old, relation,
 * agreement, project, enterprise, account or client over. Their tokens have been refused since; this tells the business systems.
 * Returns how many ended.
 */
export async function endLapsedGrants(now: Date): Promise<number> {
  let ended = 0;
  for (let some = AT_ONCE; some === AT_ONCE && !isStopping(); ended += some) {
    some = await endSomeLapsed(now);
  }
  return ended;
}

async function endSomeLapsed(now: Date): Promise<number> {
  const today = dayOf(now);
  const over = { not: "ACTIVE" as const };
  const outsidePeriod = [{ validTo: { lt: today } }, { validFrom: { gt: today } }];
  const company = { enterprise: { status: over } };
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const rows = await db.oidcGrant.findMany({
    where: {
      endedAt: null,
      OR: [
        { client: { disabledAt: { not: null } } },
        { session: { revokedAt: { not: null } } },
        { session: { lastSeenAt: { lte: ago(IDLE_MINUTES) } } },
        { session: { createdAt: { lte: ago(ABSOLUTE_HOURS * 60) } } },
        { session: { person: { account: { status: over } } } },
        { session: { relation: { OR: [{ status: over }, { frozenAt: { not: null } }] } } },
        { session: { relation: { OR: [...outsidePeriod, company] } } },
        { session: { agreementStaff: { removedAt: { not: null } } } },
        {
          session: {
            agreementStaff: {
              agreement: {
                OR: [
                  { status: over },
                  ...outsidePeriod,
                  { agency: { status: over } },
                  { client: { status: over } },
                ],
              },
            },
          },
        },
        { session: { project: { OR: [{ status: over }, ...outsidePeriod, company] } } },
      ],
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  return transaction((tx) => endGrants(tx, { id: { in: ids } }, "LAPSED", now));
}
