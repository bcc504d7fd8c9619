import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Solves one ALTCHA challenge away from the page's own thread; answers the payload to send, or null. */
addEventListener("message", async (event: MessageEvent<Challenge>) => {
  const challenge = event.data;
  try {
    const solution = await solveChallenge({ challenge, deriveKey });
    postMessage(solution && btoa(JSON.stringify({ challenge, solution })));
  } catch {
    postMessage(null);
  }
});
