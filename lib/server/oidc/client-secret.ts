import "server-only";
import { newToken } from "../tokens";
import { clientSecretHash } from "./clients";

/** A new client secret (客户端密钥) of 256 random bits, and what the database keeps of it. */
export function newClientSecret(): { secret: string; secretHash: string } {
  const secret = newToken();
  return { secret, secretHash: clientSecretHash(secret) };
}
