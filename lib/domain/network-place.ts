const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Where an address is, in words that do not keep it (登录地点): 本机, 内网, or the first half of a public address. No outside
 * service is asked; an unreadable address is 未知位置.
 */
export function describePlace(address: string): string {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  if (plain === "::1" || /^127\.\d+\.\d+\.\d+$/.test(plain)) return "本机";
  const parts = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(plain);
  if (parts) {
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    return isPrivate(first, second) ? "内网" : `外网（${first}.${second}.*.*）`;
  }
  if (/^(fc|fd|fe8|fe9|fea|feb)/i.test(plain)) return "内网";
  const groups = /^([0-9a-f]{1,4}):([0-9a-f]{1,4}):/i.exec(plain);
  return groups ? `外网（${groups[1]}:${groups[2]}:*）` : "未知位置";
}

/** RFC 1918, RFC 6598 and link-local addresses. */
function isPrivate(first: number, second: number): boolean {
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127)
  );
}
