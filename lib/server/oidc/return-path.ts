import "server-only";
import { cookies } from "next/headers";
import { db } from "../db";
import { cookieName, overHttps } from "../session-cookie";
import { openInteraction } from "./open-interaction";

const MINUTES = 30;

const returnCookieName = () => cookieName("oidc.return");

/** The cookie by which a login leads back to the business system (返回地址): an id and never an address. */
export function returnCookie(interaction: string): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${MINUTES * 60}`;
  return `${returnCookieName()}=${interaction}; ${flags}${overHttps() ? "; Secure" : ""}`;
}

/**
 * Where a login at a bureau goes on that a business system of that bureau asked for, or null: nothing was asked for, it is over, or
 * another bureau's system asked and was left.
 */
export async function returnPath(region: string, now: Date): Promise<string | null> {
  const id = (await cookies()).get(returnCookieName())?.value ?? "";
  const asked = (await openInteraction(id, now))?.params?.client_id;
  if (!asked) return null;
  const own = await db.oidcClient.count({ where: { id: asked, region } });
  return own > 0 ? interactionPath(id) : null;
}

/** Address at which an interaction goes on; `did`: what the person chose on the page it had led to. */
export function interactionPath(id: string, did?: "chosen" | "declined"): string {
  return `/oidc/interaction/${id}${did ? `/${did}` : ""}`;
}
