import type { asn1 as Asn1, pkcs12 as Pkcs12 } from "node-forge";
import asn1 from "node-forge/lib/asn1";
import pkcs12 from "node-forge/lib/pkcs12";
import pki from "node-forge/lib/pki";
import { type KeyKind, keyKind } from "@/lib/domain/certificate-key";

/** A certificate file (PKCS#12) that was opened: all of it stays in the browser. */
export type OpenedCertificate = {
  /** DER. */
  certificate: Uint8Array<ArrayBuffer>;
  /** DER of the other certificates in the file. */
  others: Uint8Array<ArrayBuffer>[];
  /** PKCS#8 of the private key. */
  privateKey: Uint8Array<ArrayBuffer>;
  kind: KeyKind;
};

/** Why a file cannot be used; the code is one of `lib/messages/certificate.ts`. */
export class CertificateFileError extends Error {
  constructor(
    readonly code:
      | "CERTIFICATE_FILE_INVALID"
      | "CERTIFICATE_FILE_UNSUPPORTED"
      | "CERTIFICATE_PASSPHRASE_WRONG"
      | "CERTIFICATE_KEY_MISSING"
      | "CERTIFICATE_ALGORITHM_REFUSED",
  ) {
    super(code);
  }
}

const KEY_USAGE = "2.5.29.15";
const DIGITAL_SIGNATURE = 0x80;

/**
 * Opens a certificate file with its passphrase (证书口令): the key to sign with, its certificate, and those above it. Old
 * (RC2, 3DES) and new (AES) files, RSA and elliptic curves.
 * @throws CertificateFileError
 */
export function openCertificateFile(file: ArrayBuffer, passphrase: string): OpenedCertificate {
  const bags = unlock(parse(file), passphrase);
  const certificates = bagsOf(bags, pki.oids.certBag ?? "").map((bag) => ({
    der: derOf(bag.asn1 ?? pki.certificateToAsn1(bag.cert ?? missing())),
    keyId: keyIdOf(bag),
  }));
  const keys = [pki.oids.pkcs8ShroudedKeyBag, pki.oids.keyBag].flatMap((type) =>
    bagsOf(bags, type ?? "").map((bag) => ({
      der: derOf(bag.key ? wrapped(bag.key) : (bag.asn1 ?? missing())),
      keyId: keyIdOf(bag),
    })),
  );
  const pairs = keys.flatMap((key) =>
    certificates
      .filter(({ keyId }) => keyId === key.keyId)
      .map((certificate) => ({ key, certificate, ...factsOf(certificate.der) })),
  );
  // Signing and encryption often come as two pairs (双证书).
  const pair = pairs.find(({ signs }) => signs) ?? pairs[0];
  if (!pair) throw new CertificateFileError("CERTIFICATE_KEY_MISSING");
  if (!pair.kind) throw new CertificateFileError("CERTIFICATE_ALGORITHM_REFUSED");
  return {
    certificate: pair.certificate.der,
    others: certificates.filter((each) => each !== pair.certificate).map(({ der }) => der),
    privateKey: pair.key.der,
    kind: pair.kind,
  };
}

function missing(): never {
  throw new CertificateFileError("CERTIFICATE_FILE_INVALID");
}

function parse(file: ArrayBuffer): Asn1.Asn1 {
  try {
    return asn1.fromDer(binary(new Uint8Array(file)));
  } catch {
    throw new CertificateFileError("CERTIFICATE_FILE_INVALID");
  }
}

function unlock(file: Asn1.Asn1, passphrase: string): Pkcs12.Pkcs12Pfx {
  if (!isPfx(file)) throw new CertificateFileError("CERTIFICATE_FILE_INVALID");
  try {
    return pkcs12.pkcs12FromAsn1(file, false, passphrase);
  } catch (error) {
    const asciiOnly = /^[\x20-\x7e]*$/.test(passphrase);
    if (asciiOnly || WRONG_MAC.test(messageOf(error))) throw refusalOf(error);
  }
  // New files encrypt under the UTF-8 of a passphrase (PBES2) and check it as UTF-16 (the MAC, which was right): the library
  // takes one form for both, so the check is left out.
  const withoutMac = { ...file, value: (file.value as Asn1.Asn1[]).slice(0, 2) };
  try {
    return pkcs12.pkcs12FromAsn1(withoutMac, false, binary(new TextEncoder().encode(passphrase)));
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What the library says of a passphrase that is wrong; anything else it could not read. */
const WRONG_MAC = /MAC could not be verified/;
const WRONG_PASSPHRASE = /password|failed to decrypt/i;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

function refusalOf(error: unknown): CertificateFileError {
  const wrong = WRONG_PASSPHRASE.test(messageOf(error));
  return new CertificateFileError(
    wrong ? "CERTIFICATE_PASSPHRASE_WRONG" : "CERTIFICATE_FILE_UNSUPPORTED",
  );
}

/** A PFX is version 3, contents, and perhaps a MAC (RFC 7292 4). */
function isPfx({ value }: Asn1.Asn1): boolean {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return false;
  const [version, contents] = value;
  return version?.value === "\x03" && Array.isArray(contents?.value);
}

function bagsOf(file: Pkcs12.Pkcs12Pfx, bagType: string): Pkcs12.Bag[] {
  return file.getBags({ bagType })[bagType] ?? [];
}

function keyIdOf(bag: Pkcs12.Bag): string | null {
  const id: unknown = bag.attributes?.localKeyId?.[0];
  return typeof id === "string" ? id : null;
}

function wrapped(key: NonNullable<Pkcs12.Bag["key"]>): Asn1.Asn1 {
  return pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key));
}

function derOf(value: Asn1.Asn1): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(asn1.toDer(value).getBytes(), (character) => character.charCodeAt(0));
}

function binary(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** Kind of key of a certificate, and whether it is one to sign with (RFC 5280 4.1). */
function factsOf(der: Uint8Array): { kind: KeyKind | null; signs: boolean } {
  const [signed] = childrenOf(asn1.fromDer(binary(der)));
  const fields = childrenOf(signed);
  // The version is tagged and may be left out; the key follows serial, algorithm, issuer, validity and subject.
  const first = fields[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? 1 : 0;
  const [algorithm, curve] = childrenOf(childrenOf(fields[first + 5])[0]);
  return {
    kind: keyKind(oidOf(algorithm) ?? "", oidOf(curve)),
    signs: mayEverythingOrSign(fields.slice(first + 6)),
  };
}

function mayEverythingOrSign(optional: Asn1.Asn1[]): boolean {
  const list = optional.find(
    ({ tagClass, type }) => tagClass === asn1.Class.CONTEXT_SPECIFIC && Number(type) === 3,
  );
  const usage = childrenOf(childrenOf(list)[0]).find(
    (extension) => oidOf(childrenOf(extension)[0]) === KEY_USAGE,
  );
  const value = childrenOf(usage).at(-1)?.value;
  // BIT STRING: tag, length, unused bits, bits.
  return typeof value === "string" ? Boolean(value.charCodeAt(3) & DIGITAL_SIGNATURE) : true;
}

function childrenOf(value: Asn1.Asn1 | undefined): Asn1.Asn1[] {
  return Array.isArray(value?.value) ? value.value : [];
}

function oidOf(value: Asn1.Asn1 | undefined): string | null {
  return value && Number(value.type) === Number(asn1.Type.OID) && typeof value.value === "string"
    ? asn1.derToOid(value.value)
    : null;
}
