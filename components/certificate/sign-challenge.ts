import type { OpenedCertificate } from "@/components/certificate/open-certificate-file";
import { challengeText, MAX_INTERMEDIATES } from "@/lib/domain/certificate-challenge";
import { challengeAlgorithm } from "@/lib/domain/certificate-key";

/** What proves to the server that the browser holds the key (税务数字证书登录). The key itself is not in it. */
export type CertificateProof = {
  challenge: string;
  certificate: string;
  intermediates: string[];
  signature: string;
};

/**
 * Signs the server's challenge with the key of an opened certificate. Null for SM2, which browsers do not know.
 */
export async function signChallenge(
  opened: OpenedCertificate,
  asked: { origin: string; region: string; challenge: string },
): Promise<CertificateProof | null> {
  if (opened.kind === "SM2") return null;
  const algorithm = challengeAlgorithm(opened.kind);
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey("pkcs8", opened.privateKey, algorithm, false, ["sign"]);
  const text = challengeText({ ...asked, fingerprint: await fingerprintOf(opened.certificate) });
  const signature = await subtle.sign(algorithm, key, new TextEncoder().encode(text));
  return {
    challenge: asked.challenge,
    certificate: base64(opened.certificate),
    intermediates: opened.others.slice(0, MAX_INTERMEDIATES).map(base64),
    signature: base64(new Uint8Array(signature)),
  };
}

async function fingerprintOf(der: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", der));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
