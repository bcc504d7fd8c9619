import "server-only";

/** How long after a grant was ended its logout is looked for often: until its transaction is surely over. */
const WATCH_MS = 15_000;

/** Shared by all bundles of this process. */
const shared = globalThis as { oidcLogoutsUntil?: number };

/** A logout was written in a transaction that is not committed yet; the delivery looks for it often for a while. */
export function expectLogouts(now: Date): void {
  shared.oidcLogoutsUntil = Math.max(shared.oidcLogoutsUntil ?? 0, now.getTime() + WATCH_MS);
}

/** Whether this process wrote a logout just now. */
export function logoutsExpected(now: Date): boolean {
  return now.getTime() < (shared.oidcLogoutsUntil ?? 0);
}
