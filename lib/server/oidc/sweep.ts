import "server-only";
import { keepSweeping } from "../runtime/sweeps";
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
  let delivered = 0;
  keepSweeping("oidc logouts", WATCH_MS, async (now) => {
    if (!logoutsExpected(now) && now.getTime() - delivered < LEFTOVERS_MS) return;
    delivered = now.getTime();
    await deliverLogouts(now);
  });
  keepSweeping("oidc lapsed grants", LAPSED_MS, endLapsedGrants);
  keepSweeping("oidc keys", RARELY_MS, rotateWhenDue);
  keepSweeping("oidc records", RARELY_MS, purgeOidcRecords);
}
