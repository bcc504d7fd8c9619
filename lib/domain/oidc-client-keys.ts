/** Keys one client may register: the one in use, and those it changes to. */
const MAX_KEYS = 5;
const MIN_RSA_BITS = 2048;

/** Members of a JWK that only its owner may know (RFC 7518, 6.2.2, 6.3.2, 6.4.1). */
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/** Length of each coordinate of a P-256 key, base64url. */
const P256_LENGTH = 43;

/** A public key of a client, with nothing in it but what verifying needs. */
export type PublicJwk = Record<string, string>;

type KeysProblem =
  | "CLIENT_KEYS_INVALID"
  | "CLIENT_KEYS_PRIVATE"
  | "CLIENT_KEYS_UNSUPPORTED"
  | "CLIENT_KEYS_IDS";

type Read = { ok: true; keys: PublicJwk[] } | { ok: false; problem: KeysProblem };

/**
 * Reads the public keys (JWKS, RFC 7517) a client signs its assertions with (private_key_jwt). CLIENT_KEYS_PRIVATE: a private key was
 * pasted; it is known to a stranger now and must be changed. CLIENT_KEYS_UNSUPPORTED: neither RSA nor P-256, or too short. CLIENT_KEYS_IDS: of
 * several keys each needs a `kid` of its own.
 */
export function readPublicKeys(text: string): Read {
  if (/PRIVATE KEY-----/.test(text)) return { ok: false, problem: "CLIENT_KEYS_PRIVATE" };
  const found = keysIn(text);
  if (!found) return { ok: false, problem: "CLIENT_KEYS_INVALID" };
  if (found.some((key) => PRIVATE_MEMBERS.some((member) => Object.hasOwn(key, member)))) {
    return { ok: false, problem: "CLIENT_KEYS_PRIVATE" };
  }
  const keys = found.map(publicKey).filter((key) => key !== null);
  if (keys.length < found.length) return { ok: false, problem: "CLIENT_KEYS_UNSUPPORTED" };
  const ids = new Set(keys.flatMap(({ kid }) => (kid === undefined ? [] : [kid])));
  if (keys.length > 1 && ids.size < keys.length) {
    return { ok: false, problem: "CLIENT_KEYS_IDS" };
  }
  return { ok: true, keys };
}

/** The keys of a JWKS or the one JWK of a text; null when it is neither. */
function keysIn(text: string): Record<string, unknown>[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const keys: unknown[] = Array.isArray(value.keys) ? value.keys : [value];
  if (keys.length === 0 || keys.length > MAX_KEYS || !keys.every(isRecord)) return null;
  return keys.every((key) => typeof key.kty === "string") ? keys : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members that matter of a key that can be used for signatures; null for any other. */
function publicKey(key: Record<string, unknown>): PublicJwk | null {
  if (key.use !== undefined && key.use !== "sig") return null;
  const material = key.kty === "RSA" ? rsaMaterial(key) : p256Material(key);
  if (!material) return null;
  const named = ["kid", "alg"].flatMap((name) => {
    const value = key[name];
    return typeof value === "string" && /^[\w.:-]{1,128}$/.test(value) ? [[name, value]] : [];
  });
  if (key.kid !== undefined && !named.some(([name]) => name === "kid")) return null;
  return { ...material, ...Object.fromEntries(named), use: "sig" };
}

function rsaMaterial({ n, e }: Record<string, unknown>): PublicJwk | null {
  const least = Math.ceil(MIN_RSA_BITS / 6);
  if (!isBase64url(n) || !isBase64url(e) || n.length < least || n.length > 4 * least) return null;
  // Leading zeros would make a short key look long; even numbers are no exponents and 1 changes nothing.
  return n.startsWith("A") || !["AQAB", "Aw", "EQ"].includes(e) ? null : { kty: "RSA", n, e };
}

function p256Material({ kty, crv, x, y }: Record<string, unknown>): PublicJwk | null {
  if (kty !== "EC" || crv !== "P-256" || !isBase64url(x) || !isBase64url(y)) return null;
  const sized = x.length === P256_LENGTH && y.length === P256_LENGTH;
  return sized ? { kty, crv, x, y } : null;
}

function isBase64url(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]+$/.test(value);
}
