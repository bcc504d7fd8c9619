import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OctetString } from "asn1js";
import type { Certificate } from "pkijs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkCertificate } from "@/lib/server/certificates/check";
import { readCertificate } from "@/lib/server/certificates/read";
import { log } from "@/lib/server/log";
import {
  type CertificateOrder,
  derOf,
  type Issued,
  type Issuer,
  issue,
  issueCrl,
  SUBJECT,
} from "@/scripts/certificates/issue";
import {
  issueToEnterprise,
  newAuthority,
  type TestAuthority,
  writeTrust,
} from "@/scripts/certificates/test-authority";

const folder = vi.hoisted(() => {
  const path = `${process.env.TMPDIR ?? "/tmp"}/portal-certificates-${process.pid}`;
  process.env.CERTIFICATE_TRUST_ANCHORS = `${path}/anchors`;
  process.env.CERTIFICATE_CRLS = `${path}/crls`;
  return path;
});

const NOW = new Date();
const DAY_MS = 86_400_000;
const days = (count: number) => new Date(NOW.getTime() + count * DAY_MS);
const HAILAN = { name: "青岛海蓝科技有限公司", creditCode: "91370200YY3D3C0167" };
const FOUND = { ok: true, value: { taxpayerId: HAILAN.creditCode } };

let authority: TestAuthority;
let rootIssuer: Issuer;

beforeAll(async () => {
  authority = await newAuthority(NOW);
  const { root } = authority;
  rootIssuer = { certificate: root.certificate, key: root.keys.privateKey };
});
beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await writeTrust(folder, authority, { revoked: [], now: NOW });
  return () => rm(folder, { recursive: true, force: true });
});

const issuerOf = ({ certificate, keys }: Issued): Issuer => ({ certificate, key: keys.privateKey });
const holder = (more: Partial<CertificateOrder> = {}, issuer = authority.issuing) =>
  issueToEnterprise(issuer, HAILAN, NOW, more);

/** The check of a certificate sent with those above it. */
function check(certificate: Certificate, above = [authority.issuing.certificate], now = NOW) {
  const read = (each: Certificate) => {
    const done = readCertificate(derOf(each));
    if (!done) throw new Error("unreadable");
    return done;
  };
  return checkCertificate(read(certificate), above.map(read), now);
}

async function codeOf(answer: ReturnType<typeof check>): Promise<string> {
  const result = await answer;
  return result.ok ? "OK" : (result.problems[0]?.code ?? "");
}

/** A further authority below an issuer, with lists of it in the folder. */
async function subordinate(issuer: Issuer, more: Partial<CertificateOrder> = {}): Promise<Issuer> {
  const made = issuerOf(
    await issue({
      subject: { [SUBJECT.commonName]: `authority ${Math.random()}` },
      notBefore: days(-1),
      notAfter: days(10),
      issuer,
      authority: {},
      keyUsage: ["keyCertSign", "cRLSign"],
      ...more,
    }),
  );
  await writeList(`${Math.random()}.crl`, made);
  return made;
}

async function writeList(
  name: string,
  issuer: Issuer,
  more: Partial<Parameters<typeof issueCrl>[0]> = {},
) {
  const list = { issuer, revoked: [], thisUpdate: days(-1), nextUpdate: days(1), ...more };
  await writeFile(join(folder, "crls", name), await issueCrl(list));
}

describe("L12 whose certificate it is", () => {
  test.each([
    ["elliptic curve P-256", { kind: "EC", curve: "P-256" }],
    ["elliptic curve P-384", { kind: "EC", curve: "P-384" }],
    ["RSA 2048", { kind: "RSA", bits: 2048 }],
  ] as const)("with a key of %s the enterprise is found", async (_, key) => {
    expect(await check((await holder({ key })).certificate)).toEqual(FOUND);
  });

  test("its code may stand in OU, or in the extension for tax numbers, with or without a tag", async () => {
    const name = { [SUBJECT.commonName]: HAILAN.name };
    const id = "1.2.156.10260.4.1.5";
    const text = Buffer.from(HAILAN.creditCode);
    for (const more of [
      { subject: { ...name, [SUBJECT.organizationalUnit]: HAILAN.creditCode } },
      { subject: name, extensions: [{ id, critical: false, value: text }] },
      {
        subject: name,
        extensions: [
          { id, critical: false, value: Buffer.concat([Buffer.from([0x0c, text.length]), text]) },
        ],
      },
    ]) {
      expect(await check((await holder(more)).certificate)).toEqual(FOUND);
    }
    const none = await holder({ subject: name });
    expect(await codeOf(check(none.certificate))).toBe("CERTIFICATE_NO_TAXPAYER");
    const two = await holder({
      subject: {
        [SUBJECT.serialNumber]: HAILAN.creditCode,
        [SUBJECT.organizationalUnit]: "91530100YY6K5E014Q",
      },
    });
    expect(await codeOf(check(two.certificate))).toBe("CERTIFICATE_NO_TAXPAYER");
  });
});

describe("L12 when it is good", () => {
  test("not before its time and not after", async () => {
    const { certificate } = await holder({ notBefore: days(-5), notAfter: days(5) });
    expect(await codeOf(check(certificate))).toBe("OK");
    const early = await holder({ notBefore: days(1) });
    expect(await codeOf(check(early.certificate))).toBe("CERTIFICATE_NOT_YET_VALID");
    const late = await holder({ notBefore: days(-5), notAfter: days(-1) });
    expect(await check(late.certificate)).toMatchObject({
      problems: [{ code: "CERTIFICATE_EXPIRED", params: { since: expect.any(String) } }],
    });
  });

  test("an authority above it that has expired counts as much", async () => {
    const expired = await subordinate(rootIssuer, { notAfter: days(-0.5) });
    const { certificate } = await holder({}, expired);
    expect(await codeOf(check(certificate, [expired.certificate]))).toBe("CERTIFICATE_EXPIRED");
  });

  test("not when it was revoked, nor when the authority above it was", async () => {
    const { certificate } = await holder();
    await writeTrust(folder, authority, { revoked: [certificate], now: NOW });
    expect(await codeOf(check(certificate))).toBe("CERTIFICATE_REVOKED");
    expect(await codeOf(check((await holder()).certificate))).toBe("OK");
    await writeList("test-ca-root.crl", rootIssuer, { revoked: [authority.issuing.certificate] });
    expect(await codeOf(check((await holder()).certificate))).toBe("CERTIFICATE_REVOKED");
  });

  test("without a fresh list of every authority nobody gets in", async () => {
    const { certificate } = await holder();
    const unknown = "CERTIFICATE_REVOCATION_UNKNOWN";
    const own = "test-ca-issuing.crl";
    for (const more of [
      { thisUpdate: days(-3), nextUpdate: days(-1) },
      { thisUpdate: days(1), nextUpdate: days(2) },
      { nextUpdate: null },
      { hash: "SHA-1" as const },
    ]) {
      await writeList(own, authority.issuing, more);
      expect(await codeOf(check(certificate)), JSON.stringify(more)).toBe(unknown);
    }
    await rm(join(folder, "crls", own));
    expect(await codeOf(check(certificate))).toBe(unknown);
    await rm(join(folder, "crls"), { recursive: true });
    expect(await codeOf(check(certificate))).toBe(unknown);
  });

  test("a list in the authority's name that another key signed is none", async () => {
    const { certificate } = await holder();
    const { keys } = await issue({ subject: {}, notBefore: NOW, notAfter: days(1) });
    const forged = { certificate: authority.issuing.certificate, key: keys.privateKey };
    await writeList("test-ca-issuing.crl", forged);
    expect(await codeOf(check(certificate))).toBe("CERTIFICATE_REVOCATION_UNKNOWN");
  });

  test("a newer list replaces an older one in the folder, and is seen without a restart", async () => {
    const { certificate } = await holder();
    expect(await codeOf(check(certificate))).toBe("OK");
    const revoked = [certificate];
    await writeList("newer.crl", authority.issuing, { revoked, thisUpdate: days(-0.5) });
    expect(await codeOf(check(certificate))).toBe("CERTIFICATE_REVOKED");
    await writeList("newest.crl", authority.issuing, { thisUpdate: days(-0.1) });
    expect(await codeOf(check(certificate))).toBe("OK");
  });
});

describe("L12 N1 who issued it", () => {
  const unknown = "CERTIFICATE_ISSUER_UNKNOWN";

  test("only authorities below a trust anchor count", async () => {
    const stranger = await newAuthority(NOW);
    const { certificate } = await holder({}, stranger.issuing);
    const above = [stranger.issuing.certificate, stranger.root.certificate];
    expect(await codeOf(check(certificate, above))).toBe(unknown);
    // The same name is not the same authority.
    expect(await codeOf(check(certificate))).toBe(unknown);
    const own = await issue({
      subject: { [SUBJECT.serialNumber]: HAILAN.creditCode },
      notBefore: days(-1),
      notAfter: days(1),
    });
    expect(await codeOf(check(own.certificate))).toBe(unknown);
    expect(await codeOf(check((await holder()).certificate, []))).toBe(unknown);
  });

  test("an enterprise cannot issue: neither without the flag of authorities nor without the key usage", async () => {
    const enterprise = issuerOf(await holder());
    const forged = await holder({}, enterprise);
    const above = [enterprise.certificate, authority.issuing.certificate];
    expect(await codeOf(check(forged.certificate, above))).toBe(unknown);
    for (const more of [{ authority: null }, { keyUsage: ["digitalSignature"] as const }]) {
      const half = await subordinate(rootIssuer, more);
      const { certificate } = await holder({}, half);
      expect(await codeOf(check(certificate, [half.certificate]))).toBe(unknown);
    }
  });

  test("no more authorities than the path length allows", async () => {
    // The root allows one below it, the issuing authority none.
    const below = await subordinate(authority.issuing);
    const { certificate } = await holder({}, below);
    const above = [below.certificate, authority.issuing.certificate];
    expect(await codeOf(check(certificate, above))).toBe(unknown);
    const first = await subordinate(rootIssuer);
    expect(await codeOf(check((await holder({}, first)).certificate, [first.certificate]))).toBe(
      "OK",
    );
    const second = await subordinate(first);
    const both = [second.certificate, first.certificate];
    expect(await codeOf(check((await holder({}, second)).certificate, both))).toBe(unknown);
  });

  test("authorities that certify each other end in nothing", async () => {
    const period = { notBefore: days(-1), notAfter: days(1) };
    const order = { ...period, authority: {}, keyUsage: ["keyCertSign", "cRLSign"] as const };
    const subject = (name: string) => ({ [SUBJECT.commonName]: name });
    const a = await issue({ ...order, subject: subject("a") });
    const b = await issue({ ...order, subject: subject("b"), issuer: issuerOf(a) });
    const again = await issue({
      ...order,
      subject: subject("a"),
      keys: a.keys,
      issuer: issuerOf(b),
    });
    const { certificate } = await holder({}, issuerOf(b));
    expect(await codeOf(check(certificate, [b.certificate, again.certificate]))).toBe(unknown);
  });

  test("without any trust anchor the login is not offered", async () => {
    await rm(join(folder, "anchors"), { recursive: true });
    const { certificate } = await holder();
    expect(await codeOf(check(certificate))).toBe("CERTIFICATE_LOGIN_UNAVAILABLE");
    await mkdir(join(folder, "anchors"));
    await writeFile(join(folder, "anchors", "notes.txt"), "not a certificate");
    const logged = vi.spyOn(log, "error");
    expect(await codeOf(check(certificate))).toBe("CERTIFICATE_LOGIN_UNAVAILABLE");
    expect(logged).toHaveBeenCalledOnce();
  });

  test("a file that went away while the folder was read is none, and stops nobody", async () => {
    await symlink(join(folder, "gone.crl"), join(folder, "crls", "new.crl"));
    const { certificate } = await holder();
    expect(await check(certificate)).toEqual(FOUND);
    await rm(join(folder, "crls"), { recursive: true });
    await mkdir(join(folder, "crls"));
    await symlink(join(folder, "gone.crl"), join(folder, "crls", "new.crl"));
    expect(await codeOf(check(certificate))).toBe("CERTIFICATE_REVOCATION_UNKNOWN");
  });
});

describe("L12 N1 what is refused although the chain holds", () => {
  test.each([
    ["a signature over SHA-1", { hash: "SHA-1" }, "CERTIFICATE_ALGORITHM_REFUSED"],
    [
      "an RSA key of 1024 bits",
      { key: { kind: "RSA", bits: 1024 } },
      "CERTIFICATE_ALGORITHM_REFUSED",
    ],
    ["a key for encryption", { keyUsage: ["keyEncipherment"] }, "CERTIFICATE_NOT_FOR_LOGIN"],
    ["one for servers", { extendedKeyUsage: ["1.3.6.1.5.5.7.3.1"] }, "CERTIFICATE_NOT_FOR_LOGIN"],
    [
      "an authority's own",
      { authority: {}, keyUsage: ["digitalSignature", "keyCertSign"] },
      "CERTIFICATE_NOT_FOR_LOGIN",
    ],
    [
      "a critical extension nobody knows",
      { extensions: [{ id: "1.2.3.4", critical: true, value: Buffer.from([5, 0]) }] },
      "CERTIFICATE_NOT_FOR_LOGIN",
    ],
    [
      "constraints on names, which are not looked at here",
      { extensions: [{ id: "2.5.29.30", critical: true, value: Buffer.from([0x30, 0]) }] },
      "CERTIFICATE_NOT_FOR_LOGIN",
    ],
  ] as const)("%s", async (_, more, code) => {
    const { certificate } = await holder(more as Partial<CertificateOrder>);
    expect(await codeOf(check(certificate))).toBe(code);
  });

  test("a weak authority in between", async () => {
    const weak = await subordinate(rootIssuer, { hash: "SHA-1" });
    const { certificate } = await holder({}, weak);
    expect(await codeOf(check(certificate, [weak.certificate]))).toBe(
      "CERTIFICATE_ALGORITHM_REFUSED",
    );
  });

  test("without key usages it is for everything, as issuers here leave it", async () => {
    const { certificate } = await holder({ keyUsage: undefined, extendedKeyUsage: undefined });
    expect(await codeOf(check(certificate))).toBe("OK");
  });
});

/** Made by OpenSSL: SM2 key, signed by itself with SM3. */
const SM2 = [
  "MIIBqzCCAVGgAwIBAgIUQQh2SL/34AjsVGnQn9sMJdsNDSwwCgYIKoEcz1UBg3UwKzEMMAoGA1UEAwwDU00yMRswGQ",
  "YDVQQFExI5MTM3MDIwMFlZM0QzQzAxNjcwHhcNMjYxMTIyMTQyMjM4WhcNMzYxMTE5MTQyMjM4WjArMQwwCgYDVQQD",
  "DANTTTIxGzAZBgNVBAUTEjkxMzcwMjAwWVkzRDNDMDE2NzBZMBMGByqGSM49AgEGCCqBHM9VAYItA0IABM4+ISn3sp",
  "o5aGw28GeSiHdP65Ouc1T3Vurs0RGL/9OqX5LGCfUa8Ep+6bwiE+IxMAQpd4xmSORC43mdL5wBNrejUzBRMB0GA1Ud",
  "DgQWBBQj0YC3bvfRszPCHCHph5MoU0E0STAfBgNVHSMEGDAWgBQj0YC3bvfRszPCHCHph5MoU0E0STAPBgNVHRMBAf",
  "8EBTADAQH/MAoGCCqBHM9VAYN1A0gAMEUCIBZy3bVirGkUjdaa3u1cUddX5vYZeLW2h+GCalmIF7i2AiEAoUYq+Dl4",
  "YP9ZIj7rn4Kgm+xeOuR6xorQix3yEekpELY=",
].join("");

test("L12 a certificate of SM2 is recognised and said to be none we can verify", async () => {
  const certificate = readCertificate(Buffer.from(SM2, "base64"));
  expect(certificate?.key).toBe("SM2");
  const answer = certificate && (await checkCertificate(certificate, [], NOW));
  expect(answer).toMatchObject({ problems: [{ code: "CERTIFICATE_SM2" }] });
});

test("L12 N1 what is no certificate, too large, or followed by something is not read", async () => {
  const der = derOf((await holder()).certificate);
  expect(readCertificate(der)).not.toBeNull();
  expect(readCertificate(Buffer.concat([der, Buffer.from([0])]))).toBeNull();
  expect(readCertificate(der.subarray(0, der.length - 1))).toBeNull();
  expect(readCertificate(Buffer.alloc(0))).toBeNull();
  expect(readCertificate(Buffer.alloc(500, 0x30))).toBeNull();
  const value = new Uint8Array(new OctetString({ valueHex: new ArrayBuffer(9000) }).toBER());
  const large = await holder({ extensions: [{ id: "1.2.3.4", critical: false, value }] });
  expect(readCertificate(derOf(large.certificate))).toBeNull();
  const twice = { id: "2.5.29.19", critical: true, value: Buffer.from([0x30, 0]) };
  const doubled = await holder({ extensions: [twice] });
  expect(readCertificate(derOf(doubled.certificate))).toBeNull();
});
