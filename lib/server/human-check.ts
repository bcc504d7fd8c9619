import "server-only";
import { randomInt } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { consumeOnce } from "@/lib/server/rate-limit";
import { secretFor } from "@/lib/server/secrets";

const CHALLENGE_TTL_MINUTES = 10;
/** PBKDF2 rounds of one guess: cheap for the server, which derives one key, and the unit of the browser's work. */
const ROUNDS_PER_GUESS = 1_000;
/** Guesses a browser makes before it meets the key: together 0.3 to 0.8 s on a slow phone's core. */
const FEWEST_GUESSES = 250;
const MOST_GUESSES = 600;

const hex = z
  .string()
  .max(256)
  .regex(/^[0-9a-f]+$/);
const payloadSchema = z
  .string()
  .max(4_000)
  .transform((text, context) => {
    try {
      return JSON.parse(Buffer.from(text, "base64").toString("utf8")) as unknown;
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      challenge: z.object({
        parameters: z.strictObject({
          algorithm: z.literal("PBKDF2/SHA-256"),
          nonce: hex,
          salt: hex,
          cost: z.literal(ROUNDS_PER_GUESS),
          keyLength: z.int().max(64),
          keyPrefix: hex,
          keySignature: hex,
          expiresAt: z.int().positive(),
        }),
        signature: hex,
      }),
      solution: z.object({ counter: z.int().nonnegative().max(MOST_GUESSES), derivedKey: hex }),
    }),
  );

function secrets() {
  return {
    hmacSignatureSecret: secretFor("human-check"),
    hmacKeySignatureSecret: secretFor("human-check key"),
  };
}

/**
 * A new proof-of-work challenge of 人机验证 (ALTCHA v2), signed, good for ten minutes. `guesses` is how many a browser
 * makes.
 */
export function createHumanCheck(
  now: Date,
  guesses = randomInt(FEWEST_GUESSES, MOST_GUESSES + 1),
): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: ROUNDS_PER_GUESS,
    counter: guesses,
    deriveKey,
    expiresAt: new Date(now.getTime() + CHALLENGE_TTL_MINUTES * 60_000),
    ...secrets(),
  });
}

/**
 * Whether `payload` solves a challenge of ours that is in time and was not used before. True once per challenge.
 * Anything malformed is false, never an error.
 */
export async function verifyHumanCheck(payload: unknown): Promise<boolean> {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return false;
  const { challenge, solution } = parsed.data;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets() });
  if (!verified) return false;
  return consumeOnce(
    `human-check:${challenge.signature}`,
    new Date(challenge.parameters.expiresAt * 1000),
  );
}
