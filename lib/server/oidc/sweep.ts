import "server-only";
import { purgeOidcRecords } from "./adapter";
import { deliverLogouts } from "./deliver-logouts";
import { endLapsedGrants } from "./grants";
import { rotateWhenDue } from "./keys";
import { logoutsExpected } from "./logout-watch";

/** Looked for often while this process ended a grant just now, so that systems hear of it at once. */
const WATCH_MS = 250;
/** Otherwise: what is to be tried again, and what other processes left behind. */
const LEFTOVERS_MS = 5_000;
const LAPSED_MS = 30_000;
const RARELY_MS = 60 * 60 * 1000;

/**
 * What the OpenID provider does by itself as long as the process lives (单点登录定时任务): tells systems of logouts, ends grants whose
 * session ran out, rotates keys and forgets what has expired. Any number of processes may do it at once.
 */
export function keepOidcSwept(): void {
  let delivering = false;
  let delivered = 0;
  setInterval(async () => {
    const now = new Date();
    if (delivering || (!logoutsExpected(now) && now.getTime() - delivered < LEFTOVERS_MS)) return;
    delivering = true;
    delivered = now.getTime();
    await quietly("logouts", () => deliverLogouts(now));
    delivering = false;
  }, WATCH_MS).unref();
  every(LAPSED_MS, "lapsed grants", () => endLapsedGrants(new Date()));
  every(RARELY_MS, "keys", () => rotateWhenDue(new Date()));
  every(RARELY_MS, "records", () => purgeOidcRecords(new Date()));
}

function every(milliseconds: number, what: string, run: () => Promise<unknown>): void {
  void quietly(what, run);
  setInterval(() => quietly(what, run), milliseconds).unref();
}

/** A failure is made up for by the next turn. */
async function quietly(what: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(`oidc ${what} failed`, error instanceof Error ? error.name : typeof error);
  }
}
