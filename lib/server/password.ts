import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's second recommendation: 19 MiB, two passes, one lane; argon2id is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of the same cost that no password is known for. */
const DUMMY_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$T9VEwc3Pox1zwmYlr0jEXw$an86JuwHtG7TOGz5vysnI4UcmFtsQniI9POdTdOs5d4";

/** argon2id hash of a password (密码), with its salt and costs, computed off the event loop. */
export async function hashPassword(plain: string): Promise<string> {
  return await hash(plain, COST);
}

/**
 * Whether a password is the one hashed. Without a hash (no such account, none set) the same work is
 * done and the answer is no, so that the time tells nothing (K5).
 */
export async function verifyPassword(passwordHash: string | null, plain: string): Promise<boolean> {
  const right = await verify(passwordHash ?? DUMMY_HASH, plain);
  return right && passwordHash !== null;
}
