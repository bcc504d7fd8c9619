import "server-only";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { isStrong, KEY_USAGE, type ReadCertificate } from "./read";

/** Certificates between the holder's and the trust anchor, at most. */
const MAX_AUTHORITIES = 4;

/** The holder's certificate, those that certify one another above it, the trust anchor last. */
export type CertificatePath = readonly [ReadCertificate, ...ReadCertificate[]];

type Supplies = {
  intermediates: readonly ReadCertificate[];
  anchors: readonly ReadCertificate[];
  now: Date;
};

/**
 * A path from a certificate to a trust anchor (证书链, RFC 5280 6.1): every signature right, every issuer an authority that may
 * sign and stand this high, everything valid now and strong enough. CERTIFICATE_ISSUER_UNKNOWN without one, or why the
 * nearest one does not hold.
 *
 * Written here since the chain engine of pkijs follows authorities that certify each other without end, and the chain builder
 * of @peculiar/x509 takes anybody for an authority.
 */
export async function buildPath(
  holder: ReadCertificate,
  supplies: Supplies,
): Promise<Result<CertificatePath>> {
  const own = problemOf(holder, supplies.now, false);
  if (own) return { ok: false, problems: [own] };
  return extend([holder], supplies);
}

async function extend(path: CertificatePath, supplies: Supplies): Promise<Result<CertificatePath>> {
  const last = path[path.length - 1] ?? path[0];
  let nearest: Result<CertificatePath> = failure("CERTIFICATE_ISSUER_UNKNOWN");
  const candidates = [
    ...supplies.anchors.map((issuer) => ({ issuer, anchor: true })),
    ...supplies.intermediates.map((issuer) => ({ issuer, anchor: false })),
  ];
  for (const { issuer, anchor } of candidates) {
    // No certificate twice, so that a path ends.
    if (path.includes(issuer) || path.length > MAX_AUTHORITIES) continue;
    if (!last.parsed.issuer.isEqual(issuer.parsed.subject)) continue;
    if (!mayIssue(issuer, path) || !(await signed(last, issuer))) continue;
    const problem = problemOf(issuer, supplies.now, anchor);
    if (problem) {
      nearest = { ok: false, problems: [problem] };
      continue;
    }
    const longer: CertificatePath = [...path, issuer];
    const found = anchor ? success(longer) : await extend(longer, supplies);
    if (found.ok) return found;
    nearest = found;
  }
  return nearest;
}

/** Whether a certificate is an authority's that may sign certificates with so many authorities below it. */
function mayIssue(issuer: ReadCertificate, below: CertificatePath): boolean {
  const { authority, keyUsage, pathLength } = issuer;
  if (!authority || (keyUsage !== null && !(keyUsage & KEY_USAGE.keyCertSign))) return false;
  return pathLength === null || below.length - 1 <= pathLength;
}

async function signed(certificate: ReadCertificate, issuer: ReadCertificate): Promise<boolean> {
  try {
    return await certificate.parsed.verify(issuer.parsed);
  } catch {
    // An algorithm WebCrypto does not know, SM2 above all.
    return false;
  }
}

/** What is wrong with one certificate by itself. */
function problemOf(certificate: ReadCertificate, now: Date, anchor: boolean): Problem | null {
  if (certificate.key === "SM2") return { code: "CERTIFICATE_SM2" };
  if (!isStrong(certificate, anchor)) return { code: "CERTIFICATE_ALGORITHM_REFUSED" };
  if (certificate.unknownCritical) return { code: "CERTIFICATE_NOT_FOR_LOGIN" };
  if (now < certificate.notBefore) {
    return {
      code: "CERTIFICATE_NOT_YET_VALID",
      params: { since: certificate.notBefore.toISOString() },
    };
  }
  if (now > certificate.notAfter) {
    return { code: "CERTIFICATE_EXPIRED", params: { since: certificate.notAfter.toISOString() } };
  }
  return null;
}
