import { createPrivateKey, createPublicKey, verify, X509Certificate } from "node:crypto";
import forge from "node-forge";
import { beforeAll, describe, expect, test } from "vitest";
import {
  CertificateFileError,
  openCertificateFile,
} from "@/components/certificate/open-certificate-file";
import { signChallenge } from "@/components/certificate/sign-challenge";
import { challengeText } from "@/lib/domain/certificate-challenge";
import {
  certificateFile,
  derOf,
  type Issued,
  issue,
  pem,
  SUBJECT,
} from "@/scripts/certificates/issue";

const PASSPHRASE = "Etax@2026";
const day = 86_400_000;
const period = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) };

let authority: Issued;
let rsa: Issued;
let ec: Issued;

beforeAll(async () => {
  authority = await issue({
    ...period,
    subject: { [SUBJECT.commonName]: "authority" },
    authority: {},
    keyUsage: ["keyCertSign", "cRLSign"],
  });
  const issuer = { certificate: authority.certificate, key: authority.keys.privateKey };
  const order = { ...period, issuer, keyUsage: ["digitalSignature"] as const };
  const subject = { [SUBJECT.commonName]: "holder" };
  rsa = await issue({ ...order, subject, key: { kind: "RSA", bits: 2048 } });
  ec = await issue({ ...order, subject, key: { kind: "EC", curve: "P-384" } });
});

const bytes = (file: Uint8Array) => new Uint8Array(file).buffer;

function codeOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof CertificateFileError) return error.code;
    throw error;
  }
  return "opened";
}

async function modern(holder: Issued, passphrase = PASSPHRASE) {
  return bytes(await certificateFile(holder, { passphrase, chain: [authority.certificate] }));
}

/** A file as issuers in China still hand them out: 3DES under SHA-1. */
async function legacy(passphrase: string): Promise<ArrayBuffer> {
  const { privateKey } = rsa.keys;
  const key = forge.pki.privateKeyFromPem(
    pem("PRIVATE KEY", new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey))),
  );
  const holder = forge.pki.certificateFromPem(pem("CERTIFICATE", derOf(rsa.certificate)));
  const parts = forge.pkcs12.toPkcs12Asn1(key, [holder], passphrase, { algorithm: "3des" });
  return bytes(Buffer.from(forge.asn1.toDer(parts).getBytes(), "latin1"));
}

describe("L12 a certificate file opens in the browser", () => {
  test.each([
    ["RSA", "RSA", PASSPHRASE],
    ["elliptic curves", "P-384", PASSPHRASE],
    ["a Chinese passphrase", "RSA", "证书口令２０２６"],
  ])("%s", async (_, kind, passphrase) => {
    const holder = kind === "RSA" ? rsa : ec;
    const opened = openCertificateFile(await modern(holder, passphrase), passphrase);
    expect(opened.kind).toBe(kind);
    expect(Buffer.from(opened.certificate)).toEqual(Buffer.from(derOf(holder.certificate)));
    expect(opened.others.map((der) => Buffer.from(der))).toEqual([
      Buffer.from(derOf(authority.certificate)),
    ]);
    const key = createPrivateKey({
      key: Buffer.from(opened.privateKey),
      format: "der",
      type: "pkcs8",
    });
    const own = new X509Certificate(opened.certificate).publicKey;
    expect(createPublicKey(key).equals(own)).toBe(true);
  });

  test.each([PASSPHRASE, "证书口令"])("an old file under %s", async (passphrase) => {
    expect(openCertificateFile(await legacy(passphrase), passphrase).kind).toBe("RSA");
  });
});

test("L12 a file encrypted in a way nobody here knows is not taken for a wrong passphrase", async () => {
  const file = Buffer.from(await modern(rsa));
  // AES-256-CBC, made SM4-CBC: the same length, another algorithm. The check of the file has to go, it covers that.
  const aes = Buffer.from("60864801650304012a", "hex");
  const parts = forge.asn1.fromDer(file.toString("latin1"));
  const open = forge.asn1.toDer({ ...parts, value: parts.value.slice(0, 2) } as forge.asn1.Asn1);
  const changed = Buffer.from(open.getBytes(), "latin1");
  const at = changed.indexOf(aes);
  expect(at).toBeGreaterThan(0);
  changed[at + 8] = 0x63;
  expect(codeOf(() => openCertificateFile(bytes(changed), PASSPHRASE))).toBe(
    "CERTIFICATE_FILE_UNSUPPORTED",
  );
});

test("L12 a wrong passphrase is told from a file that is none", async () => {
  const file = await modern(rsa);
  for (const wrong of ["etax@2026", "口令", ""]) {
    expect(codeOf(() => openCertificateFile(file, wrong))).toBe("CERTIFICATE_PASSPHRASE_WRONG");
  }
  const chinese = await modern(rsa, "证书口令");
  expect(codeOf(() => openCertificateFile(chinese, "证书口"))).toBe("CERTIFICATE_PASSPHRASE_WRONG");
  const old = await legacy(PASSPHRASE);
  expect(codeOf(() => openCertificateFile(old, "wrong"))).toBe("CERTIFICATE_PASSPHRASE_WRONG");
  for (const none of [
    Buffer.from("plain text"),
    Buffer.alloc(0),
    Buffer.from([0x30, 0x03, 0x02, 0x01, 0x03]),
    Buffer.from(derOf(rsa.certificate)),
    Buffer.from(pem("CERTIFICATE", derOf(rsa.certificate))),
    Buffer.from(file).subarray(0, 900),
  ]) {
    expect(codeOf(() => openCertificateFile(bytes(none), PASSPHRASE))).toBe(
      "CERTIFICATE_FILE_INVALID",
    );
  }
});

test.each(["RSA", "P-384"])(
  "L12 with a key of kind %s the challenge of this portal and bureau is signed for this certificate alone",
  async (kind) => {
    const opened = openCertificateFile(await modern(kind === "RSA" ? rsa : ec), PASSPHRASE);
    const asked = { origin: "https://etax.example", region: "qingdao", challenge: "c" };
    const proof = await signChallenge(opened, asked);
    const { publicKey, fingerprint256 } = new X509Certificate(opened.certificate);
    const fingerprint = fingerprint256.replaceAll(":", "").toLowerCase();
    const signature = Buffer.from(proof?.signature ?? "", "base64");
    const signs = (parts: Parameters<typeof challengeText>[0]) =>
      verify(
        "sha256",
        Buffer.from(challengeText(parts)),
        { key: publicKey, dsaEncoding: "ieee-p1363" },
        signature,
      );
    expect(signs({ ...asked, fingerprint })).toBe(true);
    for (const other of [
      { origin: "https://evil.example" },
      { region: "yunnan" },
      { challenge: "d" },
      { fingerprint: "0" },
    ]) {
      expect(signs({ ...asked, fingerprint, ...other })).toBe(false);
    }
  },
);
