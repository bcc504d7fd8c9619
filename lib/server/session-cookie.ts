import "server-only";
import { appSlug, type PhoneApp } from "@/lib/regions/apps";
import { env } from "./env";

/** Where a session lives: the portal, or one application of the companion APP. Each has cookies of its own. */
export type SessionScope = "PORTAL" | `APP:${PhoneApp}`;

type CookieName = "session" | "csrf" | "callback";

/** Whether visitors come over https, so that cookies may be `__Host-` ones. */
export function overHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}

/** Name of a scope's own cookies; no name is a prefix of another (Auth.js clears by prefix). */
export function sessionCookie(scope: SessionScope, name: CookieName): string {
  const own =
    scope === "PORTAL" ? "portal" : `companion.${appSlug(scope.slice("APP:".length) as PhoneApp)}`;
  return overHttps() ? `__Host-${own}.${name}` : `${own}.${name}`;
}

/** Name of one of the portal's own cookies. */
export function portalCookie(name: CookieName): string {
  return sessionCookie("PORTAL", name);
}
