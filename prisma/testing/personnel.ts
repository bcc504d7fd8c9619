import { db } from "@/lib/server/db";
import { readSession, sessionTokenHash } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";
import { humanProof } from "@/prisma/testing/human-check";
import { newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";

type Someone = { id: string; relationId: string };

/** How a session may have been proved: at the old entry with or without a text message, or at the unified one. */
export const PROOFS = {
  WEAK: "ENTERPRISE_PASSWORD HANDLER_PASSWORD",
  BOUND: "ENTERPRISE_PASSWORD PASSWORD",
  SMS: "ENTERPRISE_PASSWORD SMS",
  UNIFIED: "PASSWORD SMS",
} as const;

/** What a use case is told of a request by somebody who acts for an enterprise of 辽宁. */
export async function actingAs(
  { id: personId, relationId }: Someone,
  {
    proofs = PROOFS.SMS,
    region = "liaoning",
    now = new Date(),
  }: { proofs?: string; region?: string; now?: Date } = {},
) {
  const token = newToken();
  await db.loginSession.create({
    data: {
      tokenHash: sessionTokenHash(token),
      instance: "PORTAL",
      personId,
      relationId,
      region,
      entry: "ENTERPRISE",
      proofs,
      userAgent: "test",
      createdAt: now,
      lastSeenAt: now,
    },
  });
  const read = (at = now) => readSession(token, { now: at, slide: false });
  const session = await read();
  if (!session) throw new Error("the session is over");
  return {
    context: { session, now, address: "test", userAgent: "test" },
    identityVersion: session.identityVersion,
    /** The session as the next request reads it; null once it has ended. */
    read,
  };
}

/** An enterprise set up in the old style, its legal representative at work, and a handler with a password of their own. */
export async function oldOffice() {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", { password: true });
  const handler = await newHandler(company.id, "TAX_HANDLER", { password: true });
  return { company, boss, handler, ...(await actingAs(boss)) };
}

/** What is typed to add a person: the password is theirs until its first use. */
export function addForm(
  person: { name: string; number: string },
  identityVersion: number,
  more: { newPassword?: string; identities?: Record<string, boolean>; functions?: string[] } = {},
) {
  const newPassword = more.newPassword ?? "Shouci#2026";
  return {
    name: person.name,
    documentType: "RESIDENT_ID" as const,
    documentNumber: person.number,
    identities: {},
    functions: ["query-history"],
    confirmPassword: newPassword,
    identityVersion,
    ...more,
    newPassword,
  };
}

/** What is typed to replace a password, 人机验证 solved. */
export async function replaceForm(
  oldPassword: string,
  newPassword: string,
  identityVersion: number,
) {
  const humanCheck = await humanProof();
  return { oldPassword, newPassword, confirmPassword: newPassword, humanCheck, identityVersion };
}
