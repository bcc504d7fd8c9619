/** Ranges of IPv4 no public service stands in (RFC 6890): this network, private, shared, loopback, link-local, tests, multicast … */
const NOT_PUBLIC_4: readonly (readonly [network: string, bits: number])[] = [
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
];

/** Where an address leads: to this machine, into a network of its own, or to anybody. */
export type AddressReach = "LOOPBACK" | "PRIVATE" | "PUBLIC";

/**
 * Reach of an IP address as `dns.lookup` or a URL's host writes it (brackets allowed). IPv6 is PUBLIC only in 2000::/3 without
 * what is set apart there; an address that carries an IPv4 one (mapped, 6to4, NAT64) has that one's reach. Null: no address.
 */
export function addressReach(address: string): AddressReach | null {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const four = readIpv4(plain);
  if (four !== null) return reachOfIpv4(four);
  const groups = readIpv6(plain);
  return groups && reachOfIpv6(groups);
}

/**
 * The network a visitor comes from, for limits: an IPv4 address (also one that stands in IPv6) itself, of IPv6 the first 64 bits, which
 * are one connection's (RFC 6177). What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "");
  const groups = readIpv6(plain);
  if (!groups) return plain;
  const [, , , , , sixth, seventh = 0, last = 0] = groups;
  const mapped = sixth === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (mapped) return [seventh >> 8, seventh & 255, last >> 8, last & 255].join(".");
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}

function readIpv4(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

function reachOfIpv4(address: number): AddressReach {
  if (address >>> 24 === 127) return "LOOPBACK";
  const inside = NOT_PUBLIC_4.some(([network, bits]) => {
    const divisor = 2 ** (32 - bits);
    return Math.floor(address / divisor) === Math.floor((readIpv4(network) ?? 0) / divisor);
  });
  return inside ? "PRIVATE" : "PUBLIC";
}

/** The eight groups of an IPv6 address (RFC 4291, 2.2). */
function readIpv6(text: string): number[] | null {
  const [left = "", right, ...more] = text.split("::");
  if (more.length > 0 || !text.includes(":")) return null;
  const head = readGroups(left, right === undefined);
  const tail = right === undefined ? [] : readGroups(right, true);
  if (!head || !tail) return null;
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  return [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** `last`: they end the address, where an IPv4 address may stand for two of them. */
function readGroups(text: string, last: boolean): number[] | null {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    const four = last && index === parts.length - 1 ? readIpv4(part) : null;
    if (four !== null) groups.push(Math.floor(four / 65_536), four % 65_536);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

function reachOfIpv6(groups: readonly number[]): AddressReach {
  const [first = 0, second = 0, third = 0, , , sixth = 0, seventh = 0, last = 0] = groups;
  const zeros = (count: number) => groups.slice(0, count).every((group) => group === 0);
  if (zeros(7) && last === 1) return "LOOPBACK";
  const inner = (high: number, low: number) => reachOfIpv4(high * 65_536 + low);
  if (zeros(5) && sixth === 0xffff) return inner(seventh, last);
  if (first === 0x64 && second === 0xff9b && third === 0) return inner(seventh, last);
  if (first === 0x2002) return inner(second, third);
  const globalUnicast = first >= 0x2000 && first <= 0x3fff;
  // Teredo and other protocol assignments (2001::/23), documentation (2001:db8::/32, 3fff::/20).
  const setApart =
    (first === 0x2001 && (second < 0x200 || second === 0xdb8)) ||
    (first === 0x3fff && second < 0x1000);
  return globalUnicast && !setApart ? "PUBLIC" : "PRIVATE";
}
