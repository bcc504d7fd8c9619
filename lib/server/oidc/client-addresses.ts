import "server-only";
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { env } from "../env";

/** Networks that are no place for a server of somebody else (RFC 6890, RFC 4193, RFC 4291). */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  PRIVATE.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  PRIVATE.addSubnet(network, bits, "ipv6");
}

/** Why an address of a business system (业务系统地址) is refused. */
export type AddressProblem = "CLIENT_ADDRESS_INVALID" | "CLIENT_ADDRESS_PRIVATE";

/** Whether an IP address is of this machine, of a private network or of no network at all. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return PRIVATE.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Systems on this machine are let in while trying things out: outside production, or by OIDC_ALLOW_LOOPBACK=1. */
function loopbackAllowed(): boolean {
  return env().OIDC_ALLOW_LOOPBACK || env().NODE_ENV !== "production";
}

/**
 * Why an address may not be one of a business system, or null: https without user, password and fragment (RFC 6749 3.1.2), or this
 * machine where that is allowed. Asks no name server: see `callableProblem` for addresses that the portal calls itself.
 */
export function addressProblem(address: string): AddressProblem | null {
  if (!URL.canParse(address) || address.length > 500) return "CLIENT_ADDRESS_INVALID";
  const { protocol, hostname, username, password } = new URL(address);
  if (username || password || address.includes("#") || address.includes("*")) {
    return "CLIENT_ADDRESS_INVALID";
  }
  if (isLoopback(hostname) && /^https?:$/.test(protocol)) {
    return loopbackAllowed() ? null : "CLIENT_ADDRESS_PRIVATE";
  }
  return protocol === "https:" ? null : "CLIENT_ADDRESS_INVALID";
}

/** Why the portal does not call an address (注销通知地址): besides the above, a name that leads into a private network. */
export async function callableProblem(address: string): Promise<AddressProblem | null> {
  const problem = addressProblem(address);
  if (problem) return problem;
  const host = new URL(address).hostname.replace(/^\[|\]$/g, "");
  if (isLoopback(new URL(address).hostname)) return null;
  if (isIP(host)) return isPrivateAddress(host) ? "CLIENT_ADDRESS_PRIVATE" : null;
  try {
    const found = await lookup(host, { all: true });
    return found.some((each) => isPrivateAddress(each.address)) ? "CLIENT_ADDRESS_PRIVATE" : null;
  } catch {
    return "CLIENT_ADDRESS_INVALID";
  }
}
