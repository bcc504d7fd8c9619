import "server-only";
import { verify } from "node:crypto";
import { taxpayerIdOf } from "@/lib/domain/certificate-subject";
import { failure, type Result, success } from "@/lib/domain/result";
import { buildPath } from "./path";
import { codeCandidates, KEY_USAGE, type ReadCertificate } from "./read";
import { revocationProblem } from "./revocation";
import { revocationLists, trustAnchors } from "./trust-store";

const CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

/**
 * Whether a certificate (税务数字证书) identifies an enterprise here and now: for signing in, strong, issued below a trust
 * anchor, in its time, not revoked; and whose it is. Who holds its key is proved elsewhere. CERTIFICATE_… says what is wrong.
 */
export async function checkCertificate(
  certificate: ReadCertificate,
  intermediates: readonly ReadCertificate[],
  now: Date,
): Promise<Result<{ taxpayerId: string }>> {
  const anchors = await trustAnchors();
  if (anchors.length === 0) return failure("CERTIFICATE_LOGIN_UNAVAILABLE");
  const path = await buildPath(certificate, { intermediates, anchors, now });
  if (!path.ok) return path;
  const revocation = await revocationProblem(path.value, await revocationLists(), now);
  if (revocation) return failure(revocation);
  if (!isForLogin(certificate)) return failure("CERTIFICATE_NOT_FOR_LOGIN");
  const taxpayerId = taxpayerIdOf(codeCandidates(certificate));
  return taxpayerId ? success({ taxpayerId }) : failure("CERTIFICATE_NO_TAXPAYER");
}

/**
 * A certificate to sign with, no authority's; where it says for what, signing in to servers is among it. Without the
 * extension it is for everything (RFC 5280 4.2.1.12), as Chinese issuers leave it.
 */
function isForLogin({ authority, keyUsage, extendedKeyUsage }: ReadCertificate): boolean {
  if (authority || (keyUsage !== null && !(keyUsage & KEY_USAGE.digitalSignature))) return false;
  return extendedKeyUsage === null || extendedKeyUsage.includes(CLIENT_AUTHENTICATION);
}

/** Whether the key of this certificate signed the text: RSA PKCS#1 v1.5 or ECDSA (r and s side by side), over SHA-256. */
export function signedText(
  { native, key }: ReadCertificate,
  text: string,
  signature: Uint8Array,
): boolean {
  if (key === null || key === "SM2") return false;
  try {
    return verify(
      "sha256",
      Buffer.from(text),
      { key: native.publicKey, dsaEncoding: "ieee-p1363" },
      signature,
    );
  } catch {
    return false;
  }
}
