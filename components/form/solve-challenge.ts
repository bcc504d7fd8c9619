import type { Challenge } from "altcha-lib";
import { inTurn } from "@/components/form/in-turn";

/** Why a challenge could not be solved; the codes have texts in `lib/messages.ts`. */
export class HumanCheckError extends Error {
  override name = "HumanCheckError";
  constructor(readonly code: "HUMAN_CHECK_UNAVAILABLE" | "HUMAN_CHECK_INSECURE") {
    super(code);
  }
}

/**
 * Fetches a challenge and solves it in a worker.
 * @returns the payload to send with the form
 * @throws HumanCheckError
 */
export async function solveChallengeInWorker(): Promise<string> {
  // Browsers keep crypto.subtle from pages that came over plain http.
  if (!globalThis.crypto?.subtle) throw new HumanCheckError("HUMAN_CHECK_INSECURE");
  try {
    const response = await inTurn(() => fetch("/api/human-check", { cache: "no-store" }));
    if (!response.ok) throw new HumanCheckError("HUMAN_CHECK_UNAVAILABLE");
    return await solve(await response.json());
  } catch {
    throw new HumanCheckError("HUMAN_CHECK_UNAVAILABLE");
  }
}

function solve(challenge: Challenge): Promise<string> {
  const worker = new Worker(new URL("./human-check.worker.ts", import.meta.url), {
    type: "module",
  });
  const answer = new Promise<string>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<string | null>) =>
      event.data ? resolve(event.data) : reject(new Error("no solution"));
    worker.onerror = () => reject(new Error("worker failed"));
  });
  worker.postMessage(challenge);
  return answer.finally(() => worker.terminate());
}
