/** What a public key is for the login by certificate; null: nothing we know. SM2 is known, and refused. */
export type KeyKind = "RSA" | "P-256" | "P-384" | "P-521" | "SM2";

const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";

/** Curves by their object identifiers (SEC 2; GM/T 0006 for SM2). */
const CURVES: Readonly<Record<string, KeyKind>> = {
  "1.2.840.10045.3.1.7": "P-256",
  "1.3.132.0.34": "P-384",
  "1.3.132.0.35": "P-521",
  "1.2.156.10197.1.301": "SM2",
};

/** Signatures by which certificates and CRLs may be signed: SHA-256 and longer over RSA or ECDSA. */
const SIGNATURES: ReadonlySet<string> = new Set([
  "1.2.840.113549.1.1.11",
  "1.2.840.113549.1.1.12",
  "1.2.840.113549.1.1.13",
  "1.2.840.10045.4.3.2",
  "1.2.840.10045.4.3.3",
  "1.2.840.10045.4.3.4",
]);

const MIN_RSA_BITS = 2048;
/** Larger keys only cost time: verifying grows with the square. */
const MAX_RSA_BITS = 8192;

/** The kind of a SubjectPublicKeyInfo by its algorithm and, for elliptic curves, its curve (RFC 5480). */
export function keyKind(algorithm: string, curve: string | null): KeyKind | null {
  if (algorithm === RSA) return "RSA";
  return algorithm === EC && curve !== null ? (CURVES[curve] ?? null) : null;
}

/** Whether an RSA modulus of so many bits is strong enough and not absurd. */
export function acceptsRsaBits(bits: number): boolean {
  return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
}

/** Whether a certificate or CRL may be signed this way; SHA-1 and MD5 may not. */
export function acceptsSignature(algorithm: string): boolean {
  return SIGNATURES.has(algorithm);
}

/** How a challenge is signed with a key of this kind, in the browser and on the server (WebCrypto names). */
export function challengeAlgorithm(kind: Exclude<KeyKind, "SM2">) {
  return kind === "RSA"
    ? ({ name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const)
    : ({ name: "ECDSA", namedCurve: kind, hash: "SHA-256" } as const);
}
