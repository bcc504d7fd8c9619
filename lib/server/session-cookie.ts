import "server-only";
import { env } from "./env";

/** Whether visitors come over https, so that cookies may be `__Host-` ones. */
export function overHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}

/** Name of one of the portal's own cookies; no name is a prefix of another (Auth.js clears by prefix). */
export function portalCookie(name: "session" | "csrf" | "callback"): string {
  return overHttps() ? `__Host-portal.${name}` : `portal.${name}`;
}
