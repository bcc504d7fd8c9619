import "server-only";
import type { IncomingMessage } from "node:http";
import { portalCookie } from "../session-cookie";
import { type CurrentSession, readSession } from "../session-store";

const known = new WeakMap<IncomingMessage, Promise<CurrentSession | null>>();

/** Who is signed in at the portal on a request to the OpenID provider (门户会话); read once per request. */
export function portalSession(request: IncomingMessage): Promise<CurrentSession | null> {
  const before = known.get(request);
  if (before) return before;
  const token = cookieOf(request, portalCookie("session"));
  const reading = token
    ? readSession(token, { now: new Date(), slide: true })
    : Promise.resolve(null);
  known.set(request, reading);
  return reading;
}

/** A cookie of a request. */
function cookieOf({ headers }: IncomingMessage, name: string): string | null {
  for (const part of (headers.cookie ?? "").split(";")) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return decoded(part.slice(at + 1).trim());
  }
  return null;
}

/** Null: written by somebody else, no token of ours. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
