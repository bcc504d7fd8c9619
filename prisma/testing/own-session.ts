import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { type CurrentSession, readSession, sessionTokenHash } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";

/** Signs a person of a test's own in, as a natural person in 山东, after password and message unless told. */
export async function sessionFor(
  person: { id: string },
  { proofs = "PASSWORD SMS", now = new Date() }: { proofs?: string; now?: Date } = {},
): Promise<CurrentSession> {
  const token = newToken();
  await db.loginSession.create({
    data: {
      tokenHash: sessionTokenHash(token),
      instance: "PORTAL",
      personId: person.id,
      region: "shandong",
      entry: "PERSON",
      proofs,
      userAgent: "test",
      createdAt: now,
      lastSeenAt: now,
    },
  });
  const session = await readSession(token, { now, slide: false });
  if (!session) throw new Error("the session is over");
  return session;
}

/** The code of the newest message to a phone or mailbox. */
export async function newestCode(to: string): Promise<string> {
  const code = (await readOutbox(to)).find((message) => message.code)?.code;
  if (!code) throw new Error(`no code was sent to ${to}`);
  return code;
}

/** Ids of the sessions of a person that go on. */
export async function runningSessions(person: { id: string }): Promise<string[]> {
  const rows = await db.loginSession.findMany({
    where: { personId: person.id, revokedAt: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Kinds of the messages in a person's message centre, oldest first. */
export async function noticesOf(person: { id: string }): Promise<string[]> {
  const rows = await db.message.findMany({
    where: { personId: person.id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}

/** Sentences of the notices that went to a phone or mailbox. */
export async function toldAt(to: string): Promise<string> {
  const messages = await readOutbox(to);
  return messages
    .filter(({ purpose }) => purpose === "NOTICE")
    .map(({ text }) => text)
    .join("\n");
}
