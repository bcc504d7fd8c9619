import { generateKeyPairSync, type JsonWebKey, type KeyObject } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readPublicKeys } from "@/lib/domain/oidc-client-keys";

const jwk = (key: KeyObject): JsonWebKey => key.export({ format: "jwk" });
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const p521 = generateKeyPairSync("ec", { namedCurve: "P-521" });
const ed = generateKeyPairSync("ed25519");
const text = (...keys: object[]) => JSON.stringify({ keys });
const refused = (problem: string) => ({ ok: false, problem });

describe("OIDC public keys of a client", () => {
  test.each([
    ["RSA", rsa.publicKey],
    ["P-256", ec.publicKey],
  ])("%s is read, in a set or alone", (_name, key) => {
    const expected = { ok: true, keys: [{ ...jwk(key), use: "sig" }] };
    expect(readPublicKeys(text(jwk(key)))).toEqual(expected);
    expect(readPublicKeys(JSON.stringify(jwk(key)))).toEqual(expected);
  });

  test("only what verifying needs is kept", () => {
    const key = { ...jwk(ec.publicKey), kid: "k-1", alg: "ES256", x5u: "http://10.0.0.1/", n: 1 };
    expect(readPublicKeys(text(key))).toEqual({
      ok: true,
      keys: [{ ...jwk(ec.publicKey), kid: "k-1", alg: "ES256", use: "sig" }],
    });
  });

  test.each([
    ["RSA", JSON.stringify(jwk(rsa.privateKey))],
    ["EC", text(jwk(ec.privateKey))],
    ["OKP", text(jwk(ec.publicKey), jwk(ed.privateKey))],
    ["symmetric", text({ kty: "oct", k: "c2VjcmV0" })],
    ["half of one", text({ ...jwk(rsa.publicKey), p: "AQ" })],
    ["PEM", String(rsa.privateKey.export({ type: "pkcs8", format: "pem" }))],
    ["old PEM", String(rsa.privateKey.export({ type: "pkcs1", format: "pem" }))],
  ])("a private key is refused as such: %s", (_name, pasted) =>
    expect(readPublicKeys(pasted)).toEqual(refused("CLIENT_KEYS_PRIVATE")),
  );

  test.each([
    "",
    "{",
    "null",
    "1",
    '"x"',
    "[]",
    "{}",
    '{"keys":[]}',
    '{"keys":[1]}',
    '{"keys":{}}',
  ])("%s is no set of keys", (pasted) =>
    expect(readPublicKeys(pasted)).toEqual(refused("CLIENT_KEYS_INVALID")),
  );

  test("a public key as PEM, and more keys than five, are no set of keys", () => {
    const pem = String(ec.publicKey.export({ type: "spki", format: "pem" }));
    expect(readPublicKeys(pem)).toEqual(refused("CLIENT_KEYS_INVALID"));
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...jwk(ec.publicKey),
      kid: `${index}`,
    }));
    expect(readPublicKeys(text(...many))).toEqual(refused("CLIENT_KEYS_INVALID"));
  });

  const short = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey;
  test.each([
    ["P-521", jwk(p521.publicKey)],
    ["Ed25519", jwk(ed.publicKey)],
    ["1024 bits", jwk(short)],
    ["padded to look long", { ...jwk(short), n: `${"A".repeat(200)}${jwk(short).n}` }],
    ["exponent 1", { ...jwk(rsa.publicKey), e: "AQ" }],
    ["another curve", jwk(generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey)],
    ["of the prototype", { ...jwk(ec.publicKey), crv: "constructor" }],
    ["for encryption", { ...jwk(ec.publicKey), use: "enc" }],
    ["X25519", jwk(generateKeyPairSync("x25519").publicKey)],
    ["without a coordinate", { ...jwk(ec.publicKey), y: undefined }],
    ["a number for an id", { ...jwk(ec.publicKey), kid: 7 }],
  ])("a key that does not do is refused: %s", (_name, key) =>
    expect(readPublicKeys(text(key))).toEqual(refused("CLIENT_KEYS_UNSUPPORTED")),
  );

  test("of several keys each has an id of its own", () => {
    const [first, second] = [jwk(ec.publicKey), jwk(rsa.publicKey)];
    expect(readPublicKeys(text(first, second))).toEqual(refused("CLIENT_KEYS_IDS"));
    const same = text({ ...first, kid: "a" }, { ...second, kid: "a" });
    expect(readPublicKeys(same)).toEqual(refused("CLIENT_KEYS_IDS"));
    expect(readPublicKeys(text({ ...first, kid: "a" }, { ...second, kid: "b" })).ok).toBe(true);
  });
});
