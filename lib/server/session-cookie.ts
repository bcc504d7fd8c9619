import "server-only";
import { appSlug, type PhoneApp } from "@/lib/regions/apps";
import { env } from "./env";

/** Where a person's session lives: the portal, or one application of the companion APP. Each has cookies of its own. */
export type SessionScope = "PORTAL" | `APP:${PhoneApp}`;

/** The same with the tax hall (办税服务厅), whose sessions are officers'. */
export type CookieScope = SessionScope | "HALL";

type CookieName = "session" | "csrf" | "callback";

/** Whether visitors come over https, so that cookies may be `__Host-` ones. */
export function overHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}

/** Name of a cookie as the browser keeps it: over https no other host can have set it (`__Host-`). */
export function cookieName(own: string): string {
  return overHttps() ? `__Host-${own}` : own;
}

/** How every cookie of the server is set: out of reach of scripts, and of other sites but for links. */
export function cookieFlags() {
  return { httpOnly: true, sameSite: "lax" as const, path: "/", secure: overHttps() };
}

/** Name of a scope's own cookies; no name is a prefix of another (Auth.js clears by prefix). */
export function sessionCookie(scope: CookieScope, name: CookieName): string {
  return cookieName(`${ownName(scope)}.${name}`);
}

function ownName(scope: CookieScope): string {
  if (scope === "PORTAL" || scope === "HALL") return scope.toLowerCase();
  return `companion.${appSlug(scope.slice("APP:".length) as PhoneApp)}`;
}

/** Name of one of the portal's own cookies. */
export function portalCookie(name: CookieName): string {
  return sessionCookie("PORTAL", name);
}
