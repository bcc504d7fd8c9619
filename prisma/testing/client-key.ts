/** A key of `private_key_jwt` as openid-client takes it, and the set (JWKS) with its public half for the client's registration. */
export async function newClientKey(): Promise<{ key: CryptoKey; jwks: string }> {
  const { publicKey, privateKey: key } = await crypto.subtle.generateKey(
    {
      name: "RSASSA-PKCS1-v1_5",
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: "SHA-256",
    },
    false,
    ["sign", "verify"],
  );
  const { kty, n, e } = await crypto.subtle.exportKey("jwk", publicKey);
  const jwk = { kty, n, e, kid: "own", alg: "RS256", use: "sig" };
  return { key, jwks: JSON.stringify({ keys: [jwk] }) };
}
