/** What is signed is only good for this. */
const PURPOSE = "tax-bureau-portal certificate login v1";

/** Minutes a challenge can be answered. */
export const CHALLENGE_MINUTES = 2;

/** Largest certificate file, bytes: a key, its certificate and those above it take less than ten thousand. */
export const MAX_FILE_BYTES = 64 * 1024;
/** Largest certificate, bytes of DER. */
export const MAX_CERTIFICATE_BYTES = 8 * 1024;
/** Certificates sent along with one's own. */
export const MAX_INTERMEDIATES = 3;

/**
 * The text whose signature proves the key of a certificate (税务数字证书登录): what for, at which portal and bureau, the server's
 * challenge, and which certificate, so that none of them can be exchanged afterwards.
 */
export function challengeText(parts: {
  /** Origin visitors use, as configured. */
  origin: string;
  region: string;
  challenge: string;
  /** SHA-256 of the certificate's DER, small hexadecimal letters. */
  fingerprint: string;
}): string {
  return [PURPOSE, parts.origin, parts.region, parts.challenge, parts.fingerprint].join("\n");
}
