import { db } from "@/lib/server/db";
import { type CurrentSession, readSession, sessionTokenHash } from "@/lib/server/session-store";

/** Few phones for many people, so that they are taken over all the time (P2). */
export const FAULT_PHONES = Array.from(
  { length: 12 },
  (_, index) => `1548${String(index).padStart(7, "0")}`,
);

const TOKENS = ["faults-session-1", "faults-session-2", "faults-session-3"];
const REASON = "faults ";

/** How many people one import brings, and how it notes the number of the first. */
export const FAULT_IMPORT = {
  people: 50,
  reason: (first: number) => `${REASON}${first}`,
  first: (reason: string) => Number(reason.slice(REASON.length)),
  reasonBegins: REASON,
};

/** Name of somebody who registers, by which the person is found from the flow and the other way round. */
export function faultName(key: string): string {
  return `faults-${key}`;
}

/** Signs 王芳 of the demo data in several times, at 企业业务 of 山东. */
export async function openFaultSessions(now: Date): Promise<void> {
  const relation = await db.relation.findFirstOrThrow({
    where: { person: { name: "王芳" }, living: true, enterprise: { region: "shandong" } },
    select: { id: true, personId: true },
  });
  for (const token of TOKENS) {
    await db.loginSession.create({
      data: {
        tokenHash: sessionTokenHash(token),
        instance: "PORTAL",
        personId: relation.personId,
        relationId: relation.id,
        region: "shandong",
        entry: "ENTERPRISE",
        proofs: "PASSWORD SMS",
        userAgent: "faults",
        createdAt: now,
        lastSeenAt: now,
      },
      select: { id: true },
    });
  }
}

/** Keeps them from ending for want of requests (L9), however long the trial takes. */
export async function keepFaultSessions(now: Date): Promise<void> {
  await db.loginSession.updateMany({ where: { userAgent: "faults" }, data: { lastSeenAt: now } });
}

/** One of them as a request would read it. */
export async function faultSession(number: number, now: Date): Promise<CurrentSession> {
  const session = await readSession(TOKENS[number % TOKENS.length] ?? "", { now, slide: false });
  if (!session) throw new Error("The session of the trial is over");
  return session;
}

/** What they can switch to, as 身份切换 names it. */
export async function switchTargets(personId: string): Promise<string[]> {
  const rows = await db.relation.findMany({
    where: { personId, living: true, enterprise: { region: "shandong" } },
    select: { id: true },
  });
  return rows.map(({ id }) => `relation:${id}`);
}
