import "server-only";
import type { CertificateRevocationList } from "pkijs";
import { acceptsSignature } from "@/lib/domain/certificate-key";
import type { CertificatePath } from "./path";
import { KEY_USAGE, type ReadCertificate } from "./read";

export type RevocationProblem = "CERTIFICATE_REVOKED" | "CERTIFICATE_REVOCATION_UNKNOWN";

/**
 * Whether any certificate of a path was revoked (证书吊销, RFC 5280 6.3), by lists of exactly its issuers; null when none was.
 * Without a list that is signed by the issuer and still fresh nobody gets in: CERTIFICATE_REVOCATION_UNKNOWN.
 */
export async function revocationProblem(
  path: CertificatePath,
  lists: readonly CertificateRevocationList[],
  now: Date,
): Promise<RevocationProblem | null> {
  let unknown = false;
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1];
    if (!issuer) break;
    const list = await newestList(issuer, lists, now);
    if (!list) unknown = true;
    else if (list.isCertificateRevoked(certificate.parsed)) return "CERTIFICATE_REVOKED";
  }
  return unknown ? "CERTIFICATE_REVOCATION_UNKNOWN" : null;
}

/** The newest good list of an issuer. */
async function newestList(
  issuer: ReadCertificate,
  lists: readonly CertificateRevocationList[],
  now: Date,
): Promise<CertificateRevocationList | null> {
  const { keyUsage, parsed } = issuer;
  if (keyUsage !== null && !(keyUsage & KEY_USAGE.cRLSign)) return null;
  const fresh = lists
    .filter((list) => list.issuer.isEqual(parsed.subject) && isFresh(list, now))
    .sort((a, b) => b.thisUpdate.value.getTime() - a.thisUpdate.value.getTime());
  for (const list of fresh) if (await isSigned(list, issuer)) return list;
  return null;
}

/** In its time, complete (not a delta, not of a part only: both are critical extensions), signed strongly. */
function isFresh(list: CertificateRevocationList, now: Date): boolean {
  const { thisUpdate, nextUpdate, crlExtensions } = list;
  if (thisUpdate.value > now || !nextUpdate || nextUpdate.value <= now) return false;
  if (crlExtensions?.extensions.some(({ critical }) => critical)) return false;
  return acceptsSignature(list.signatureAlgorithm.algorithmId);
}

async function isSigned(list: CertificateRevocationList, issuer: ReadCertificate) {
  try {
    return await list.verify({ issuerCertificate: issuer.parsed });
  } catch {
    return false;
  }
}
