import "server-only";
import { db } from "../db";
import { log } from "../log";
import { findCallable } from "./client-addresses";
import { logoutToken } from "./logout-token";
import { postForm } from "./post-form";

/** Seconds until the next attempt, after the first failure, the second …; then it is given up. */
const RETRY_SECONDS = [5, 30, 120, 600, 3600];

const TIMEOUT_MS = 4_000;
/** Deliveries under way at once, and taken up at once. */
const AT_ONCE = 20;
/** A process that took one up and died leaves it to others after so long. */
const CLAIM_SECONDS = 30;

/** What a system that gives no answer, or whose name has none, is noted with, and how long this process then leaves it alone. */
const NO_ANSWER = new Set<string | null>(["TimeoutError", "CLIENT_URI_UNKNOWN_HOST"]);
const REST_SECONDS = 60;
/** Systems that gave no answer, and until when they are left alone: waiting for them would hold up the others. */
const resting = new Map<string, Date>();

/**
 * Tells business systems that a login is over (后台注销, Back-Channel Logout 1.0): every notice that is due, each by one process. What
 * fails is tried again with growing pauses. Returns how many were delivered.
 */
export async function deliverLogouts(now: Date): Promise<number> {
  for (const [clientId, until] of resting) if (until <= now) resting.delete(clientId);
  const due = await db.oidcLogoutDelivery.findMany({
    where: { nextAt: { lte: now }, clientId: { notIn: [...resting.keys()] } },
    orderBy: [{ nextAt: "asc" }, { id: "asc" }],
    take: AT_ONCE,
    select: {
      id: true,
      attempts: true,
      nextAt: true,
      clientId: true,
      client: { select: { backchannelLogoutUri: true, pairwise: true } },
      grant: { select: { sid: true, session: { select: { personId: true } } } },
    },
  });
  const done = await Promise.all(due.map((each) => deliver(each, now)));
  return done.filter(Boolean).length;
}

type Due = {
  id: string;
  attempts: number;
  nextAt: Date | null;
  clientId: string;
  client: { backchannelLogoutUri: string | null };
  grant: { sid: string; session: { personId: string | null } };
};

async function deliver({ id, attempts, nextAt, clientId, client, grant }: Due, now: Date) {
  const { count } = await db.oidcLogoutDelivery.updateMany({
    where: { id, nextAt },
    data: { nextAt: later(now, CLAIM_SECONDS), attempts: { increment: 1 } },
  });
  if (count === 0) return false;
  const problem = await send(clientId, client.backchannelLogoutUri, grant, now);
  if (NO_ANSWER.has(problem)) resting.set(clientId, later(new Date(), REST_SECONDS));
  const wait = RETRY_SECONDS[attempts];
  const again = problem !== null && problem !== "CLIENT_URI_PRIVATE" && wait !== undefined;
  await db.oidcLogoutDelivery.updateMany({
    where: { id },
    data: {
      problem,
      nextAt: again ? later(new Date(), wait) : null,
      ...(problem === null && { deliveredAt: new Date() }),
    },
  });
  if (problem !== null && !again) log.warn("logout not delivered", { clientId, problem });
  return problem === null;
}

/** Posts one logout token; why it was not taken, or null. The address is checked again: names change. */
async function send(
  clientId: string,
  address: string | null,
  { sid, session }: Due["grant"],
  now: Date,
): Promise<string | null> {
  if (!address || !session.personId) return "NO_ADDRESS";
  const callable = await findCallable(address);
  if (callable.problem) return callable.problem;
  const { found } = callable;
  try {
    const token = await logoutToken({ clientId, personId: session.personId, sid }, now);
    if (!token) return "CLIENT_UNKNOWN";
    const form = new URLSearchParams({ logout_token: token });
    const status = await postForm(address, { found, form, timeoutMs: TIMEOUT_MS });
    return status === 200 || status === 204 ? null : `HTTP_${status}`;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return typeof code === "string" ? code : (name ?? "FAILED");
  }
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
