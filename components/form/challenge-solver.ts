/** A solved challenge is renewed this long before the server would refuse it (challenges live 10 minutes there). */
export const SOLUTION_LIFETIME_MS = 9 * 60_000;

export type ChallengeSolver = {
  /** Begins a challenge in the background unless a usable one is there. */
  start: () => Promise<unknown>;
  /** The solution to send, once: the next call works on a new challenge. Rejects when none could be had. */
  take: () => Promise<string>;
};

/**
 * Keeps one solved challenge at hand.
 * @param solve fetches and solves a challenge
 * @param now milliseconds
 */
export function createChallengeSolver(
  solve: () => Promise<string>,
  now: () => number,
): ChallengeSolver {
  let current: { since: number; solution: Promise<string> } | null = null;

  function begin(): Promise<string> {
    const entry = { since: now(), solution: solve() };
    current = entry;
    entry.solution.catch(() => {
      // A failure is not kept: the next attempt starts anew.
      if (current === entry) current = null;
    });
    return entry.solution;
  }

  function usable(): Promise<string> {
    if (current && now() - current.since < SOLUTION_LIFETIME_MS) return current.solution;
    return begin();
  }

  return {
    start: usable,
    take: async () => {
      const solution = await usable();
      current = null;
      return solution;
    },
  };
}
