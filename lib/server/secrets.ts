import "server-only";
import { hkdfSync } from "node:crypto";
import { env } from "@/lib/server/env";

const derived = new Map<string, string>();

/**
 * Secret of one purpose (用途), derived from PORTAL_SECRET by HKDF-SHA256 (RFC 5869): 32 bytes, base64url.
 * The same purpose gives the same secret in every process; one purpose reveals nothing about another.
 */
export function secretFor(purpose: string): string {
  const known = derived.get(purpose);
  if (known) return known;
  const root = Buffer.from(env().PORTAL_SECRET, "base64url");
  const secret = Buffer.from(hkdfSync("sha256", root, "", purpose, 32)).toString("base64url");
  derived.set(purpose, secret);
  return secret;
}
