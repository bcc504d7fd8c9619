/** The test authority (测试证书颁发机构): a root, an issuing authority below it, and what they issue to enterprises. */
import { createPrivateKey, webcrypto } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Certificate } from "pkijs";
import {
  type CertificateOrder,
  CLIENT_AUTHENTICATION,
  derOf,
  type Issued,
  type Issuer,
  issue,
  issueCrl,
  pem,
  SUBJECT,
} from "./issue";

export type TestAuthority = { root: Issued; issuing: Issuer };

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
const ENTERPRISE_DAYS = 1095;
/** Days a revocation list is good for. A real one is renewed daily. */
const CRL_DAYS = 365;

const KEY_ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };

function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** A new root and issuing authority. */
export async function newAuthority(now: Date): Promise<TestAuthority & { issuingKeys: Issued }> {
  const common = {
    notBefore: daysAfter(now, -1),
    notAfter: daysAfter(now, AUTHORITY_DAYS),
    keyUsage: ["keyCertSign", "cRLSign"],
  } as const;
  const name = (commonName: string) => ({
    [SUBJECT.country]: "CN",
    [SUBJECT.organization]: "测试证书颁发机构（仅供演示）",
    [SUBJECT.commonName]: commonName,
  });
  const root = await issue({
    ...common,
    subject: name("测试根证书"),
    authority: { pathLength: 1 },
  });
  const issuingKeys = await issue({
    ...common,
    subject: name("测试企业证书"),
    authority: { pathLength: 0 },
    issuer: { certificate: root.certificate, key: root.keys.privateKey },
  });
  const { certificate, keys } = issuingKeys;
  return { root, issuing: { certificate, key: keys.privateKey }, issuingKeys };
}

/** A certificate of an enterprise (税务数字证书): its code is the serialNumber of the subject. */
export function issueToEnterprise(
  issuer: Issuer,
  enterprise: { name: string; creditCode: string },
  now: Date,
  more: Partial<CertificateOrder> = {},
): Promise<Issued> {
  return issue({
    subject: {
      [SUBJECT.country]: "CN",
      [SUBJECT.organization]: enterprise.name,
      [SUBJECT.commonName]: enterprise.name,
      [SUBJECT.serialNumber]: enterprise.creditCode,
    },
    issuer,
    notBefore: daysAfter(now, -1),
    notAfter: daysAfter(now, ENTERPRISE_DAYS),
    keyUsage: ["digitalSignature"],
    extendedKeyUsage: [CLIENT_AUTHENTICATION],
    ...more,
  });
}

/** Writes what the portal trusts: `anchors/` with the root, `crls/` with a fresh list of each authority. */
export async function writeTrust(
  folder: string,
  { root, issuing }: TestAuthority,
  { revoked, now }: { revoked: readonly Certificate[]; now: Date },
): Promise<void> {
  const list = (issuer: Issuer, certificates: readonly Certificate[]) =>
    issueCrl({
      issuer,
      revoked: certificates,
      thisUpdate: daysAfter(now, -1),
      nextUpdate: daysAfter(now, CRL_DAYS),
    });
  const rootIssuer = { certificate: root.certificate, key: root.keys.privateKey };
  await mkdir(join(folder, "anchors"), { recursive: true });
  await mkdir(join(folder, "crls"), { recursive: true });
  const files: [string, string | Uint8Array][] = [
    ["anchors/test-ca.pem", pem("CERTIFICATE", derOf(root.certificate))],
    ["crls/test-ca-root.crl", await list(rootIssuer, [])],
    ["crls/test-ca-issuing.crl", await list(issuing, revoked)],
  ];
  for (const [name, content] of files) await writeFile(join(folder, name), content);
}

/** Keeps the issuing authority, so that more certificates can be issued later; its key is readable by the owner alone. */
export async function keepIssuing(folder: string, { certificate, keys }: Issued): Promise<void> {
  await mkdir(folder, { recursive: true });
  const key = new Uint8Array(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey));
  const path = join(folder, "issuing-key.pem");
  await writeFile(path, pem("PRIVATE KEY", key));
  await chmod(path, 0o600);
  await writeFile(join(folder, "issuing.pem"), pem("CERTIFICATE", derOf(certificate)));
}

/** The issuing authority that was kept in a folder. */
export async function keptIssuing(folder: string): Promise<Issuer> {
  const [key, certificate] = await Promise.all(
    ["issuing-key.pem", "issuing.pem"].map((name) => readFile(join(folder, name), "utf8")),
  );
  const pkcs8 = createPrivateKey(key ?? "").export({ type: "pkcs8", format: "der" });
  const der = Buffer.from((certificate ?? "").replace(/-----[A-Z ]+-----|\s/g, ""), "base64");
  return {
    key: await webcrypto.subtle.importKey("pkcs8", pkcs8, KEY_ALGORITHM, false, ["sign"]),
    certificate: Certificate.fromBER(new Uint8Array(der).buffer),
  };
}
