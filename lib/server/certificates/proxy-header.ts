import "server-only";
import { X509Certificate } from "node:crypto";
import { headers } from "next/headers";
import { env } from "../env";
import { sameSecret } from "../tokens";
import { type ReadCertificate, readCertificate } from "./read";

/** PEM, percent-encoded: nginx `$ssl_client_escaped_cert`. */
const CERTIFICATE_HEADER = "x-client-certificate";
const SECRET_HEADER = "x-client-certificate-secret";
const MAX_HEADER_CHARACTERS = 32 * 1024;

/**
 * The certificate whose key the visitor proved in TLS to the front server (双向TLS), or null. Believed only beside the secret
 * that front server shares with the portal: anybody can send headers.
 */
export async function presentedCertificate(): Promise<ReadCertificate | null> {
  const secret = env().CERTIFICATE_PROXY_SECRET;
  const sent = await headers();
  const escaped = sent.get(CERTIFICATE_HEADER);
  if (!secret || !escaped || escaped.length > MAX_HEADER_CHARACTERS) return null;
  if (!sameSecret(sent.get(SECRET_HEADER) ?? "", secret)) return null;
  try {
    return readCertificate(new X509Certificate(decodeURIComponent(escaped)).raw);
  } catch {
    return null;
  }
}

/** Name of the certificate the visitor presented, for them to recognise; null when none was. */
export async function presentedHolder(): Promise<string | null> {
  const certificate = await presentedCertificate();
  if (!certificate) return null;
  const { typesAndValues } = certificate.parsed.subject;
  const names = ["2.5.4.10", "2.5.4.3"].flatMap((type) =>
    typesAndValues.filter((each) => each.type === type),
  );
  return names[0] ? String(names[0].value.valueBlock.value) : "未命名证书";
}
