/** Makes certificates, revocation lists and PKCS#12 files for the test authority and for tests (测试证书). */
import { KeyObject, randomBytes, webcrypto } from "node:crypto";
import { Set as Asn1Set, BitString, Integer, OctetString, Sequence, Utf8String } from "asn1js";
import * as pkijs from "pkijs";

export type Hash = "SHA-1" | "SHA-256" | "SHA-384";
export type Issuer = { certificate: pkijs.Certificate; key: webcrypto.CryptoKey; hash?: Hash };

export type CertificateOrder = {
  /** Attributes of the subject by object identifier. */
  subject: Readonly<Record<string, string>>;
  /** Who signs; none: itself. */
  issuer?: Issuer;
  notBefore: Date;
  notAfter: Date;
  /** A certificate authority, with how many may stand below it. */
  authority?: { pathLength?: number } | null;
  /** Names of RFC 5280 4.2.1.3; none: the extension is left out. */
  keyUsage?: readonly KeyUsage[];
  /** Extended key usages by object identifier; none: left out. */
  extendedKeyUsage?: readonly string[];
  /** Further extensions: identifier, DER of the value. */
  extensions?: readonly { id: string; critical: boolean; value: Uint8Array }[];
  key?: KeyOrder;
  /** Keys to use in place of new ones. */
  keys?: webcrypto.CryptoKeyPair;
  /** Of the signature; the issuer's unless told. */
  hash?: Hash;
};

export type KeyOrder = { kind: "RSA"; bits: number } | { kind: "EC"; curve: "P-256" | "P-384" };
export type Issued = { certificate: pkijs.Certificate; keys: webcrypto.CryptoKeyPair };

const KEY_USAGES = { digitalSignature: 0x80, keyEncipherment: 0x20, keyCertSign: 4, cRLSign: 2 };
export type KeyUsage = keyof typeof KEY_USAGES;

/** Object identifiers of a subject's attributes. */
export const SUBJECT = {
  commonName: "2.5.4.3",
  serialNumber: "2.5.4.5",
  country: "2.5.4.6",
  organization: "2.5.4.10",
  organizationalUnit: "2.5.4.11",
} as const;

export const CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

/** Bags of a PKCS#12 file (RFC 7292 4.2). */
const KEY_BAG = "1.2.840.113549.1.12.10.1.2";
const LOCAL_KEY_ID = "1.2.840.113549.1.9.21";
const CERTIFICATE_BAG = "1.2.840.113549.1.12.10.1.3";
/** Rounds of the MAC, as OpenSSL has them. */
const PASSPHRASE_ROUNDS = 2048;

const { subtle } = webcrypto;

/** A new pair of keys that can be exported. */
function newKeys(order: KeyOrder, hash: Hash = "SHA-256"): Promise<webcrypto.CryptoKeyPair> {
  const uses = ["sign", "verify"] as const;
  return order.kind === "RSA"
    ? subtle.generateKey(
        {
          name: "RSASSA-PKCS1-v1_5",
          hash,
          modulusLength: order.bits,
          publicExponent: new Uint8Array([1, 0, 1]),
        },
        true,
        uses,
      )
    : subtle.generateKey({ name: "ECDSA", namedCurve: order.curve }, true, uses);
}

/** Issues one certificate (X.509 version 3). */
export async function issue(order: CertificateOrder): Promise<Issued> {
  const { key = { kind: "EC", curve: "P-256" }, hash = order.issuer?.hash ?? "SHA-256" } = order;
  const keys = order.keys ?? (await newKeys(key, hash));
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: serial() });
  certificate.subject = nameOf(order.subject);
  certificate.issuer = order.issuer?.certificate.subject ?? certificate.subject;
  certificate.notBefore.value = order.notBefore;
  certificate.notAfter.value = order.notAfter;
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  certificate.extensions = extensionsOf(order);
  await certificate.sign((order.issuer?.key ?? keys.privateKey) as CryptoKey, hash);
  return { certificate, keys };
}

/** Issues a certificate revocation list (证书吊销列表). */
export async function issueCrl(order: {
  issuer: Issuer;
  revoked: readonly pkijs.Certificate[];
  thisUpdate: Date;
  /** None: the list does not say until when it is good. */
  nextUpdate: Date | null;
  hash?: Hash;
}): Promise<Uint8Array> {
  const crl = new pkijs.CertificateRevocationList();
  crl.version = 1;
  crl.issuer = order.issuer.certificate.subject;
  crl.thisUpdate = new pkijs.Time({ type: 0, value: order.thisUpdate });
  if (order.nextUpdate) crl.nextUpdate = new pkijs.Time({ type: 0, value: order.nextUpdate });
  if (order.revoked.length > 0) {
    crl.revokedCertificates = order.revoked.map(
      ({ serialNumber }) =>
        new pkijs.RevokedCertificate({
          userCertificate: serialNumber,
          revocationDate: new pkijs.Time({ type: 0, value: order.thisUpdate }),
        }),
    );
  }
  await crl.sign(order.issuer.key as CryptoKey, order.hash ?? "SHA-256");
  return new Uint8Array(crl.toSchema().toBER());
}

/** DER of a certificate. */
export function derOf(certificate: pkijs.Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER());
}

/** PEM text of DER. */
export function pem(label: "CERTIFICATE" | "PRIVATE KEY", der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

function serial(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  // Positive, and no leading zero byte.
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.buffer;
}

/** A distinguished name with an attribute a line; pkijs by itself would put all of them into one. */
function nameOf(subject: CertificateOrder["subject"]): pkijs.RelativeDistinguishedNames {
  const lines = Object.entries(subject).map(([type, value]) => {
    const attribute = new pkijs.AttributeTypeAndValue({ type, value: new Utf8String({ value }) });
    return new Asn1Set({ value: [attribute.toSchema()] });
  });
  return pkijs.RelativeDistinguishedNames.fromBER(new Sequence({ value: lines }).toBER());
}

function extensionsOf(order: CertificateOrder): pkijs.Extension[] {
  const { authority = null, keyUsage, extendedKeyUsage, extensions = [] } = order;
  const made = [
    extension("2.5.29.19", true, basicConstraints(authority)),
    ...extensions.map(({ id, critical, value }) => extension(id, critical, value)),
  ];
  if (keyUsage) made.push(extension("2.5.29.15", true, keyUsageBits(keyUsage)));
  if (extendedKeyUsage) {
    const purposes = new pkijs.ExtKeyUsage({ keyPurposes: [...extendedKeyUsage] });
    made.push(extension("2.5.29.37", false, new Uint8Array(purposes.toSchema().toBER())));
  }
  return made;
}

function extension(extnID: string, critical: boolean, value: Uint8Array): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: new Uint8Array(value).buffer });
}

function basicConstraints(authority: CertificateOrder["authority"]): Uint8Array {
  const { pathLength } = authority ?? {};
  const constraints = new pkijs.BasicConstraints({
    cA: Boolean(authority),
    ...(pathLength !== undefined && { pathLenConstraint: pathLength }),
  });
  return new Uint8Array(constraints.toSchema().toBER());
}

function keyUsageBits(names: readonly KeyUsage[]): Uint8Array {
  const bits = names.reduce((all, name) => all | KEY_USAGES[name], 0);
  return new Uint8Array(new BitString({ valueHex: new Uint8Array([bits]).buffer }).toBER());
}

/**
 * A certificate file (PKCS#12): the key under AES-256 and PBKDF2, the certificates open, all of it checked by a MAC. The
 * key is encrypted by OpenSSL in Node: what pkijs encrypts comes in pieces that few programs read.
 */
export async function certificateFile(
  { certificate, keys }: Issued,
  { passphrase, chain = [] }: { passphrase: string; chain?: readonly pkijs.Certificate[] },
): Promise<Uint8Array> {
  const encrypted = KeyObject.from(keys.privateKey).export({
    type: "pkcs8",
    format: "der",
    cipher: "aes-256-cbc",
    passphrase,
  });
  const key = pkijs.PKCS8ShroudedKeyBag.fromBER(new Uint8Array(encrypted).buffer);
  const keyId = new OctetString({ valueHex: new Uint8Array(randomBytes(20)).buffer });
  const bagAttributes = [new pkijs.Attribute({ type: LOCAL_KEY_ID, values: [keyId] })];
  const safeBags = [
    new pkijs.SafeBag({ bagId: KEY_BAG, bagValue: key, bagAttributes }),
    ...[certificate, ...chain].map(
      (each) =>
        new pkijs.SafeBag({
          bagId: CERTIFICATE_BAG,
          bagValue: new pkijs.CertBag({ parsedValue: each }),
          ...(each === certificate && { bagAttributes }),
        }),
    ),
  ];
  const contents = { privacyMode: 0, value: new pkijs.SafeContents({ safeBags }) };
  const authenticatedSafe = new pkijs.AuthenticatedSafe({
    parsedValue: { safeContents: [contents] },
  });
  const file = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}] });
  await file.makeInternalValues({
    password: new TextEncoder().encode(passphrase).buffer,
    iterations: PASSPHRASE_ROUNDS,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  });
  return new Uint8Array(file.toSchema().toBER());
}
