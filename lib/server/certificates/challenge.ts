import "server-only";
import { createHmac } from "node:crypto";
import { CHALLENGE_MINUTES } from "@/lib/domain/certificate-challenge";
import { browserHash } from "../flow-store";
import { consumeOnce } from "../rate-limit";
import { secretFor } from "../secrets";
import { newToken, sameSecret } from "../tokens";

/** What a challenge is bound to: the browser, the bureau, its number, and until when it is good. */
function seal(binding: string, region: string, nonce: string, until: string): string {
  return createHmac("sha256", secretFor("certificate-challenge"))
    .update([binding, region, nonce, until].join("\n"))
    .digest("base64url");
}

/** A challenge for the key of a certificate, good once, in this browser and bureau, for CHALLENGE_MINUTES. Stores nothing. */
export function newChallenge(binding: string, region: string, now: Date): string {
  const nonce = newToken();
  const until = String(now.getTime() + CHALLENGE_MINUTES * 60_000);
  return [nonce, until, seal(binding, region, nonce, until)].join(".");
}

/** Uses a challenge up: true for exactly one caller, in the browser and bureau it was made for, while it is good. */
export async function takeChallenge(
  challenge: string,
  region: string,
  now: Date,
): Promise<boolean> {
  const binding = await browserHash();
  const [nonce = "", until = "", sealed = ""] = challenge.split(".");
  if (!binding || !sameSecret(sealed, seal(binding, region, nonce, until))) return false;
  if (Number(until) <= now.getTime()) return false;
  return consumeOnce(`certificate-challenge:${nonce}`, new Date(Number(until)));
}
