import { randomUUID } from "node:crypto";
import { creditCodeCheck, mod11Check, organisationCheck } from "@/lib/domain/check-digits";
import { addDays } from "@/lib/domain/china-time";
import type { Role } from "@/lib/domain/relation-rules";
import { db } from "@/lib/server/db";
import type { SignedIn } from "@/lib/server/filings/access";
import { blindIndex, protect } from "@/lib/server/protect";
import { type CurrentSession, readSession, sessionTokenHash } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";
import type { ActingColumns } from "@/prisma/testing/demo-session";
import { newPerson, relate } from "@/prisma/testing/people";

let made = 0;

/** A valid 统一社会信用代码 that nobody has yet. */
function newCreditCode(): string {
  made += 1;
  const organisation = `W${String(made).padStart(7, "0")}`;
  const body = `91370100${organisation}${organisationCheck(organisation)}`;
  return `${body}${creditCodeCheck(body)}`;
}

/** A valid resident identity number that nobody has yet. */
export function newDocumentNumber(): string {
  made += 1;
  const body = `370100${addDays("1960-01-01", made).replaceAll("-", "")}001`;
  return `${body}${mod11Check(body)}`;
}

/** A registered person with a phone and a document number that forms accept. */
export async function newCitizen() {
  const person = await newPerson();
  const number = newDocumentNumber();
  await db.person.update({
    where: { id: person.id },
    data: {
      documentNumberCipher: protect("Person.documentNumber", number),
      documentNumberIndex: blindIndex("documentNumber", number),
    },
    select: { id: true },
  });
  return { ...person, number };
}

/** An enterprise with a valid code, and a person in a role of it. */
export async function newFiler({
  role = "LEGAL_REPRESENTATIVE",
  kind = "ENTERPRISE",
  region = "shandong",
}: {
  role?: Role;
  kind?: "ENTERPRISE" | "AGENCY";
  region?: string;
} = {}) {
  const person = await newCitizen();
  const enterprise = await db.enterprise.create({
    data: {
      region,
      kind,
      name: `测试企业${made}`,
      creditCode: newCreditCode(),
      taxAuthority: "国家税务总局济南市税务局",
    },
    select: { id: true, name: true, creditCode: true },
  });
  const relationId = await relate(person.id, enterprise.id, role);
  const acting = await actingAs(person.id, region, { entry: "ENTERPRISE", relationId });
  return { person, enterprise, relationId, ...acting };
}

/** Signs a person in; `context` is a request of that session as it stands when asked for. */
export async function actingAs(personId: string, region: string, columns: ActingColumns) {
  const token = newToken();
  const now = new Date();
  await db.loginSession.create({
    data: {
      ...columns,
      tokenHash: sessionTokenHash(token),
      instance: "PORTAL",
      personId,
      region,
      proofs: "PASSWORD SMS",
      userAgent: "test",
      createdAt: now,
      lastSeenAt: now,
    },
  });
  const session = async (): Promise<CurrentSession> => {
    const found = await readSession(token, { now: new Date(), slide: false });
    if (!found) throw new Error("the session is over");
    return found;
  };
  const context = async (): Promise<SignedIn> => ({
    now: new Date(),
    address: "test",
    userAgent: "test",
    session: await session(),
  });
  return { token, session, context };
}

/** What every form carries: an id of its own and the count of switches. */
export function formOf(context: SignedIn) {
  return { filing: randomUUID() as string, identityVersion: context.session.identityVersion };
}

/** The id of the filing an answer leads to. @throws Error when it was refused */
export function filingIdOf(result: { ok: boolean; value?: { to: string } }): string {
  if (!result.ok || !result.value) throw new Error(JSON.stringify(result));
  return result.value.to.split("/").at(-1) ?? "";
}
