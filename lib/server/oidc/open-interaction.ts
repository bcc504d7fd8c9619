import "server-only";
import { db } from "../db";

/** What the provider library makes of random bytes. */
export const INTERACTION = /^[\w-]{21,64}$/;

/** An authorization request that waits for the person (交互), as far as the portal reads what the library stored. */
export type OpenInteraction = {
  params?: { client_id?: string; scope?: string };
  session?: { accountId?: string };
  prompt?: { name?: string; details?: { missingOIDCClaims?: string[] } };
  result?: Record<string, unknown>;
};

/** The authorization request of that id while it waits, else null; `id` may be anything a visitor sent. */
export async function openInteraction(id: unknown, now: Date): Promise<OpenInteraction | null> {
  if (typeof id !== "string" || !INTERACTION.test(id)) return null;
  const row = await db.oidcRecord.findFirst({
    where: { model: "Interaction", id, expiresAt: { gt: now } },
    select: { payload: true },
  });
  return row && (JSON.parse(row.payload) as OpenInteraction);
}
