import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { createHumanCheck } from "@/lib/server/human-check";

/** A solved 人机验证, to be used once; it costs no work to speak of. */
export async function humanProof(): Promise<string> {
  const challenge = await createHumanCheck(new Date(), 1);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
