import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { auth } from "./auth";
import { portalCookie } from "./session-cookie";
import { type CurrentSession, readSession } from "./session-store";

export type { CurrentSession } from "./session-store";

/**
 * Who is signed in on this request, or null. Read from the database each time, once per request for page and layout
 * (B7); keeps the session from going idle.
 */
export const getSession = cache(async (): Promise<CurrentSession | null> => {
  const session = await auth();
  if (session?.failed) throw new Error("the session could not be read");
  if (!session?.current) return null;
  // Auth.js hands the session over as JSON: its times have become texts.
  const { createdAt, lastSeenAt, ...current } = session.current;
  return { ...current, createdAt: new Date(createdAt), lastSeenAt: new Date(lastSeenAt) };
});

/** The same for what is the person's own (personal data, history): null for a session of an old entry, too (O1). */
export async function getOwnSession(): Promise<CurrentSession | null> {
  const session = await getSession();
  return session && isOldStyle(session.proofs) ? null : session;
}

/** The session without keeping it alive, for the countdown. */
export async function peekSession(now: Date): Promise<CurrentSession | null> {
  const token = (await cookies()).get(portalCookie("session"))?.value;
  return token ? readSession(token, { now, slide: false }) : null;
}

/**
 * The session of this bureau's pages; otherwise leads to the login page. A session of an old entry (旧版登录) is let into pages
 * that act for its enterprise (`ACTING`), never into those of the person (O1).
 */
export async function requireSession(
  region: string,
  allow: "SIGNED_IN" | "ACTING" = "SIGNED_IN",
): Promise<CurrentSession> {
  const session = await getSession();
  if (!session) redirect(`/${region}/login?reason=SIGNED_OUT`);
  if (session.region !== region) redirect(`/${session.region}/home`);
  if (allow === "SIGNED_IN" && isOldStyle(session.proofs)) redirect(`/${region}/unified-only`);
  return session;
}
