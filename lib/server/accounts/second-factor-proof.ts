import "server-only";
import type { Tx } from "../db";

const SECOND_FACTORS = ["SMS", "EMAIL", "FACE"];

/**
 * Whether a session still stands on a second factor. A phone that has gone to another person takes the proof by SMS away (B15):
 * such a session stays signed in, but changes nothing of the account before a face or a new login has proved the person.
 */
export function standsOnSecondFactor({ proofs }: { proofs: readonly string[] }): boolean {
  return proofs.some((proof) => SECOND_FACTORS.includes(proof));
}

/**
 * Takes the proof by SMS from the running sessions of a person who has just lost a phone, in portal and APP (B15). Which of their
 * phones proved a session is not kept, so all of them have to prove it anew.
 */
export async function forgetSmsProofs(tx: Tx, personId: string): Promise<void> {
  const proved = await tx.loginSession.findMany({
    where: { personId, revokedAt: null, proofs: { contains: "SMS" } },
    select: { id: true, proofs: true },
  });
  for (const { id, proofs } of proved) {
    const others = proofs.split(" ").filter((proof) => proof !== "SMS");
    await tx.loginSession.update({
      where: { id },
      data: { proofs: others.join(" ") },
      select: { id: true },
    });
  }
}
