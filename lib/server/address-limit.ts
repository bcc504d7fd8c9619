import "server-only";
import { networkOf } from "@/lib/domain/network-address";
import { failure, type Problem } from "@/lib/domain/result";
import { env } from "./env";
import { takeFromWindow } from "./rate-limit";
import type { RequestContext } from "./request";
import { hashToken } from "./tokens";

type Limited = { ok: false; problems: Problem[] };
type From = Pick<RequestContext, "address" | "now">;

const WINDOW_SECONDS = 600;
/** Of the requests of a network, so many may be messages to whom nobody knows. */
const SHARE_OF_MESSAGES = 10;

/**
 * Counts one request of a network (限流) against REQUESTS_PER_ADDRESS in ten minutes. Null when it may go on, else `RATE_LIMITED`. The
 * network, not the address: who has IPv6 at home has more addresses than anybody could count.
 */
export function tooManyRequests(from: From): Promise<Limited | null> {
  return limited("address", env().REQUESTS_PER_ADDRESS, from);
}

/**
 * Counts one message to a phone or mailbox that a visitor typed before anybody knew them (短信轰炸): a tenth of the requests of their
 * network. What goes to a person's own phone is not counted here, so that no office is slowed down by its own people.
 */
export function tooManyStrangers(from: From): Promise<Limited | null> {
  const limit = Math.ceil(env().REQUESTS_PER_ADDRESS / SHARE_OF_MESSAGES);
  return limited("strangers", limit, from);
}

async function limited(what: string, limit: number, { address, now }: From) {
  const key = `${what}:${hashToken("address", networkOf(address))}`;
  const window = await takeFromWindow(key, { limit, windowSeconds: WINDOW_SECONDS, now });
  return window.allowed
    ? null
    : failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
}
