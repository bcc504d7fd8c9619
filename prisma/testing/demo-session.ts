import { db } from "@/lib/server/db";
import { type CurrentSession, readSession, sessionTokenHash } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";

/** The acting identity of a session to open, as its row stores it. */
export type ActingColumns = {
  entry: "PERSON" | "ENTERPRISE" | "AGENCY" | "SPECIFIC";
  relationId?: string;
  agreementStaffId?: string;
  projectId?: string;
};

/** Id of a person of the demo data by name. */
export async function personId(name: string): Promise<string> {
  return (await db.person.findFirstOrThrow({ where: { name }, select: { id: true } })).id;
}

/** Id of a living relation by person, part of the enterprise's name, and role. */
export async function relationId(
  person: string,
  enterprise: string,
  role:
    | "LEGAL_REPRESENTATIVE"
    | "FINANCE_MANAGER"
    | "TAX_HANDLER"
    | "INVOICE_CLERK" = "TAX_HANDLER",
): Promise<string> {
  const row = await db.relation.findFirstOrThrow({
    where: {
      person: { name: person },
      enterprise: { name: { contains: enterprise } },
      role,
      living: true,
    },
    select: { id: true },
  });
  return row.id;
}

/** Id of the staff row of an agreement by agent and part of the client's name. */
export async function agreementStaffId(person: string, client: string): Promise<string> {
  const row = await db.agreementStaff.findFirstOrThrow({
    where: { person: { name: person }, agreement: { client: { name: { contains: client } } } },
    select: { id: true },
  });
  return row.id;
}

/** Id of a cross-region project by the last digits of its number. */
export async function projectId(digits: string): Promise<string> {
  const row = await db.crossRegionProject.findFirstOrThrow({
    where: { number: { endsWith: digits } },
    select: { id: true },
  });
  return row.id;
}

/** Signs a person of the demo data in; returns the cookie's token. */
export async function signIn(
  name: string,
  region: string,
  acting: ActingColumns,
  now = new Date(),
): Promise<string> {
  const token = newToken();
  await db.loginSession.create({
    data: {
      ...acting,
      tokenHash: sessionTokenHash(token),
      instance: "PORTAL",
      personId: await personId(name),
      region,
      proofs: "PASSWORD SMS",
      userAgent: "test",
      createdAt: now,
      lastSeenAt: now,
    },
  });
  return token;
}

/** The session behind a token as pages see it now. @throws Error when it is over */
export async function sessionOf(token: string, now = new Date()): Promise<CurrentSession> {
  const session = await readSession(token, { now, slide: false });
  if (!session) throw new Error("the session is over");
  return session;
}
