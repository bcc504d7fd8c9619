import "server-only";
import { cookies } from "next/headers";
import { db } from "../db";
import { overHttps } from "../session-cookie";

const MINUTES = 30;

/** What the provider library makes of random bytes. */
export const INTERACTION = /^[\w-]{21,64}$/;

function cookieName(): string {
  return overHttps() ? "__Host-oidc.return" : "oidc.return";
}

/** The cookie by which a login leads back to the business system (返回地址): an id and never an address. */
export function returnCookie(interaction: string): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${MINUTES * 60}`;
  return `${cookieName()}=${interaction}; ${flags}${overHttps() ? "; Secure" : ""}`;
}

/** Where a login that a business system asked for goes on, or null: nothing was asked for, or it is over. */
export async function returnPath(now: Date): Promise<string | null> {
  const id = (await cookies()).get(cookieName())?.value ?? "";
  return (await isOpen(id, now)) ? interactionPath(id) : null;
}

/** Address at which an interaction goes on; `did`: what the person chose on the page it had led to. */
export function interactionPath(id: string, did?: "chosen" | "declined"): string {
  return `/oidc/interaction/${id}${did ? `/${did}` : ""}`;
}

/** Whether an authorization request still waits for the person. */
async function isOpen(id: string, now: Date): Promise<boolean> {
  if (!INTERACTION.test(id)) return false;
  const open = await db.oidcRecord.count({
    where: { model: "Interaction", id, expiresAt: { gt: now } },
  });
  return open > 0;
}
