import "server-only";
import { cookies } from "next/headers";
import { appendAudit } from "../audit";
import type { Tx } from "../db";
import { meetDevice } from "../devices/meet-device";
import { rememberUse } from "../identities/last-use";
import type { IdentityColumns } from "../identities/resolve";
import { type CookieScope, type SessionScope, sessionCookie } from "../session-cookie";
import { revokeSessions, sessionTokenHash } from "../session-store";

type NewSession = {
  identity: IdentityColumns;
  token: string;
  /** Hash of the browser's session so far, which ends by this one. */
  former: string | null;
  scope: SessionScope;
  app: "TAX" | "IIT" | "LICENSE" | null;
  personId: string;
  region: string;
  proofs: string;
  deviceHash: string;
  place: string;
  userAgent: string;
  action: "LOGIN" | "LEGACY_LOGIN";
  detail: Record<string, string | null>;
};

/** Hash of the session this browser has now, if any. */
export async function formerSessionHash(scope: CookieScope): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie(scope, "session"))?.value;
  return token ? sessionTokenHash(token, scope) : null;
}

/**
 * Opens the login session of a consumed flow in its transaction, in place of the browser's former one, and records it. Returns
 * the alert of a device not used before, to be carried to the person after the transaction (B5).
 */
export async function startSession(tx: Tx, session: NewSession, now: Date): Promise<string | null> {
  const { identity, token, former, scope, app, personId, region, proofs } = session;
  const { deviceHash, place, userAgent } = session;
  const { enterpriseId, agencyId, ...columns } = identity;
  if (former) await revokeSessions(tx, { tokenHash: former }, "REPLACED", now);
  const { id } = await tx.loginSession.create({
    data: {
      ...columns,
      tokenHash: sessionTokenHash(token, scope),
      instance: app ? "APP" : "PORTAL",
      app,
      personId,
      region,
      proofs,
      deviceHash,
      place,
      userAgent,
      createdAt: now,
      lastSeenAt: now,
    },
    select: { id: true },
  });
  await rememberUse(tx, columns, now);
  const device = { deviceHash, place, userAgent };
  const alert = await meetDevice(tx, { ...device, personId, sessionId: id }, now);
  await appendAudit(tx, {
    at: now,
    action: session.action,
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId,
    enterpriseId: enterpriseId ?? undefined,
    agencyId: agencyId ?? undefined,
    subjectKind: "LoginSession",
    subjectId: id,
    detail: session.detail,
  });
  return alert;
}
