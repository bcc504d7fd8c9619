import "server-only";
import { headers } from "next/headers";

/** What a use case may know of the request it serves. */
export type RequestContext = {
  now: Date;
  /** Network address of the visitor; only for limits, never stored as it is. */
  address: string;
  userAgent: string;
};

const MAX_USER_AGENT = 300;

/** Reads the current request: the clock, the nearest address in front of the server, and the browser's name. */
export async function requestContext(): Promise<RequestContext> {
  const all = await headers();
  return {
    now: new Date(),
    address: addressOf(all),
    userAgent: (all.get("user-agent") ?? "").slice(0, MAX_USER_AGENT),
  };
}

/** The nearest address in front of the server, as the front server or Next tells it. */
export function addressOf(headers: Pick<Headers, "get">): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
