import "server-only";
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { setTimeout } from "node:timers/promises";
import { addressReach } from "@/lib/domain/network-address";
import {
  browserUriProblem,
  type ClientUriProblem,
  calledUriProblem,
} from "@/lib/domain/oidc-clients";
import { env } from "../env";

/** Systems on this machine are let in while trying things out: outside production, or by OIDC_ALLOW_LOOPBACK=1. */
function loopbackAllowed(): boolean {
  return env().OIDC_ALLOW_LOOPBACK || env().NODE_ENV !== "production";
}

/** Why browsers are not sent to an address of a business system (业务系统地址) in this deployment, or null. */
export function addressProblem(address: string): ClientUriProblem | null {
  return browserUriProblem(address, { loopback: loopbackAllowed() });
}

/** A name whose servers are silent for so long leads nowhere. */
const LOOK_UP_MS = 4_000;

/** What a name leads to at one moment: the addresses a connection may go to, or why there is none. */
type Callable =
  | { problem: ClientUriProblem | "CLIENT_URI_UNKNOWN_HOST" }
  | { problem: null; found: LookupAddress[] };

/**
 * Whether the portal may call an address (后台退出通知地址): besides the above, every address its name has must be public. The name is
 * looked up here and nowhere else: whoever calls connects to what was `found`, since a second answer may lead elsewhere (DNS rebinding).
 */
export async function findCallable(address: string): Promise<Callable> {
  const loopback = loopbackAllowed();
  const problem = calledUriProblem(address, { loopback });
  if (problem) return { problem };
  const host = new URL(address).hostname.replace(/^\[|\]$/g, "");
  const found = await addressesOf(host);
  if (found.length === 0) return { problem: "CLIENT_URI_UNKNOWN_HOST" };
  const reachable = found.every((each) => {
    const reach = addressReach(each.address);
    return reach === "PUBLIC" || (loopback && reach === "LOOPBACK");
  });
  return reachable ? { problem: null, found } : { problem: "CLIENT_URI_PRIVATE" };
}

async function addressesOf(host: string): Promise<LookupAddress[]> {
  const silence = new AbortController();
  try {
    return await Promise.race([
      lookup(host, { all: true }),
      setTimeout(LOOK_UP_MS, [], { signal: silence.signal }),
    ]);
  } catch {
    return [];
  } finally {
    silence.abort();
  }
}
