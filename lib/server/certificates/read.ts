import "server-only";
import { X509Certificate } from "node:crypto";
import { BitString, type ObjectIdentifier, type OctetString } from "asn1js";
import { BasicConstraints, Certificate, ExtKeyUsage } from "pkijs";
import { MAX_CERTIFICATE_BYTES } from "@/lib/domain/certificate-challenge";
import {
  acceptsRsaBits,
  acceptsSignature,
  type KeyKind,
  keyKind,
} from "@/lib/domain/certificate-key";

/** What decides about a certificate, read once from its DER. */
export type ReadCertificate = {
  parsed: Certificate;
  /** Node's view of the same bytes: public key, fingerprint. */
  native: X509Certificate;
  /** SHA-256 of the DER, small hexadecimal letters. */
  fingerprint: string;
  key: KeyKind | null;
  notBefore: Date;
  notAfter: Date;
  authority: boolean;
  /** How many authorities may stand between this one and the holder; null: any number. */
  pathLength: number | null;
  /** First byte of the extension keyUsage (RFC 5280 4.2.1.3); null without it. */
  keyUsage: number | null;
  extendedKeyUsage: readonly string[] | null;
  /** A critical extension nobody here understands: the certificate must be refused (RFC 5280 4.2). */
  unknownCritical: boolean;
};

export const KEY_USAGE = { digitalSignature: 0x80, keyCertSign: 0x04, cRLSign: 0x02 };

const BASIC_CONSTRAINTS = "2.5.29.19";
const KEY_USAGE_ID = "2.5.29.15";
const EXTENDED_KEY_USAGE = "2.5.29.37";
/** Understood when critical: the three above, and those that only inform (subjectAltName, CRLDistributionPoints). */
const UNDERSTOOD = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE_ID,
  EXTENDED_KEY_USAGE,
  "2.5.29.17",
  "2.5.29.31",
]);

/** Reads a certificate (X.509); null when the bytes are none, are too many, or name an extension twice. */
export function readCertificate(der: Uint8Array): ReadCertificate | null {
  if (der.length === 0 || der.length > MAX_CERTIFICATE_BYTES) return null;
  try {
    const native = new X509Certificate(der);
    // Both readers have to mean the same bytes: nothing may stand behind the certificate.
    if (!native.raw.equals(der)) return null;
    const parsed = Certificate.fromBER(new Uint8Array(der).buffer);
    const extensions = parsed.extensions ?? [];
    const ids = extensions.map(({ extnID }) => extnID);
    if (new Set(ids).size !== ids.length) return null;
    return { parsed, native, ...factsOf(parsed, native) };
  } catch {
    return null;
  }
}

function factsOf(parsed: Certificate, native: X509Certificate) {
  const extensions = parsed.extensions ?? [];
  const value = (id: string): unknown =>
    extensions.find(({ extnID }) => extnID === id)?.parsedValue ?? null;
  const constraints = value(BASIC_CONSTRAINTS);
  const usage = value(KEY_USAGE_ID);
  const extended = value(EXTENDED_KEY_USAGE);
  const limits = constraints instanceof BasicConstraints ? constraints : null;
  const { pathLenConstraint } = limits ?? {};
  return {
    fingerprint: native.fingerprint256.replaceAll(":", "").toLowerCase(),
    key: keyKindOf(parsed),
    notBefore: parsed.notBefore.value,
    notAfter: parsed.notAfter.value,
    authority: limits?.cA === true,
    pathLength: typeof pathLenConstraint === "number" ? pathLenConstraint : null,
    keyUsage: usage instanceof BitString ? (usage.valueBlock.valueHexView[0] ?? 0) : null,
    extendedKeyUsage: extended instanceof ExtKeyUsage ? extended.keyPurposes : null,
    unknownCritical: extensions.some(
      ({ critical, extnID, parsedValue }) => critical && (!UNDERSTOOD.has(extnID) || !parsedValue),
    ),
  };
}

function keyKindOf({ subjectPublicKeyInfo: { algorithm } }: Certificate): KeyKind | null {
  const parameters: { valueBlock?: unknown; getValue?: unknown } | undefined =
    algorithm.algorithmParams;
  const curve =
    typeof parameters?.getValue === "function" ? (parameters as ObjectIdentifier).getValue() : null;
  return keyKind(algorithm.algorithmId, curve);
}

/** Whether key and signature of a certificate are strong enough; of a trust anchor only the key counts. */
export function isStrong({ parsed, native, key }: ReadCertificate, anchor: boolean): boolean {
  if (key === null || key === "SM2") return false;
  const bits = native.publicKey.asymmetricKeyDetails?.modulusLength;
  if (key === "RSA" && !acceptsRsaBits(bits ?? 0)) return false;
  return anchor || acceptsSignature(parsed.signatureAlgorithm.algorithmId);
}

/** Extensions in which Chinese issuers put the enterprise's code: 企业组织机构代码, 企业税号 (GB/T 20518). */
const CODE_EXTENSIONS = ["1.2.156.10260.4.1.4", "1.2.156.10260.4.1.5"];
/** Attributes of the subject: serialNumber, OU, organizationIdentifier. */
const CODE_ATTRIBUTES = ["2.5.4.5", "2.5.4.11", "2.5.4.97"];

/** Values of a certificate that may be the 统一社会信用代码/纳税人识别号 of its holder. */
export function codeCandidates({ parsed }: ReadCertificate): string[] {
  const attributes = parsed.subject.typesAndValues
    .filter(({ type }) => CODE_ATTRIBUTES.includes(type))
    .map(({ value }) => String(value.valueBlock.value));
  const extensions = (parsed.extensions ?? [])
    .filter(({ extnID }) => CODE_EXTENSIONS.includes(extnID))
    .map(({ extnValue }) => textOf(extnValue));
  return [...attributes, ...extensions];
}

/** The text in an extension: a string in DER, whose tag and length are two bytes, or the bare text. */
function textOf(value: OctetString): string {
  const bytes = Buffer.from(value.valueBlock.valueHexView);
  const tagged = bytes.length >= 2 && bytes[1] === bytes.length - 2;
  return bytes.subarray(tagged ? 2 : 0).toString("utf8");
}
