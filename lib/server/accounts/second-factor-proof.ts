import "server-only";
import type { Tx } from "../db";

const SECOND_FACTORS = ["SMS", "EMAIL", "FACE"];

/**
 * Whether a session still stands on a second factor. A phone that is removed or has gone to another person takes the proof by SMS
 * away (B15): such a session stays signed in, but changes nothing of the account before a face or a new login has proved the person.
 */
export function standsOnSecondFactor({ proofs }: { proofs: readonly string[] }): boolean {
  return proofs.some((proof) => SECOND_FACTORS.includes(proof));
}

/** Rounds of taking a proof away; more than one only when a session is proved anew at this very moment. */
const ROUNDS = 5;

/**
 * Takes a proof (`SMS`, `FACE`) from all running sessions of a person, but not `except`, in portal and APP. Each is written only as
 * it was read: a proof added meanwhile stays, and one taken away does not come back.
 */
export async function forgetProofs(
  tx: Tx,
  { personId, except }: { personId: string; except?: string },
  proof: "SMS" | "FACE",
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const proved = await tx.loginSession.findMany({
      where: {
        personId,
        revokedAt: null,
        proofs: { contains: proof },
        ...(except && { NOT: { id: except } }),
      },
      select: { id: true, proofs: true },
    });
    let missed = false;
    for (const { id, proofs } of proved) {
      const others = proofs.split(" ").filter((each) => each !== proof);
      const { count } = await tx.loginSession.updateMany({
        where: { id, proofs },
        data: { proofs: others.join(" ") },
      });
      missed ||= count === 0;
    }
    if (!missed) return;
  }
}

/**
 * A phone is not the person's any more (B15): codes that went to it prove nothing from now on, neither those still to be typed nor
 * those a login under way has been proved by.
 */
export async function voidCodesTo(
  tx: Tx,
  { personId, numberIndex }: { personId: string; numberIndex: string },
  now: Date,
): Promise<void> {
  const sent = { personId, targetIndex: numberIndex, consumedAt: null };
  await tx.verification.updateMany({
    where: { ...sent, verifiedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  await tx.verification.updateMany({
    where: { ...sent, verifiedAt: { not: null } },
    data: { consumedAt: now },
  });
}
