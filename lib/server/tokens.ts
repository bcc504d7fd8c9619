import "server-only";
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { CODE_DIGITS } from "@/lib/domain/sms-quota";
import { secretFor } from "./secrets";

/** A 256-bit random token, base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token; `purpose` keeps tokens of different uses apart. */
export function hashToken(purpose: string, token: string): string {
  return createHash("sha256").update(`${purpose}:${token}`).digest("base64url");
}

/** A one-time code (短信验证码) of CODE_DIGITS digits. */
export function newCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
}

/** Keyed hash of a one-time code, bound to the verification it belongs to. */
export function hashCode(verificationId: string, code: string): string {
  return createHmac("sha256", secretFor("one-time-code"))
    .update(`${verificationId}:${code}`)
    .digest("base64url");
}

/** Compares two strings in time that does not tell where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHash("sha256").update(a).digest();
  const right = createHash("sha256").update(b).digest();
  return timingSafeEqual(left, right);
}
