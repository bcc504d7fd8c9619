/** Makes the test authority and the certificates of the demo data (演示数据). */
import { existsSync } from "node:fs";
import { chmod, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import demo from "@/prisma/seed/demo.json";
import { certificateFile } from "./issue";
import { issueToEnterprise, keepIssuing, newAuthority, writeTrust } from "./test-authority";

/** Where they are, unless told: the portal looks for anchors and lists there by default. */
const FOLDER = "data/certificates";

const DAY_MS = 86_400_000;

/** Whom they are issued to, as which file. */
const FILES = [
  { file: "hailan.p12", enterprise: "hailan" },
  { file: "hailan-revoked.p12", enterprise: "hailan", revoked: true },
  { file: "hailan-expired.p12", enterprise: "hailan", expired: true },
  { file: "chuncheng.p12", enterprise: "chuncheng", key: { kind: "RSA", bits: 2048 } },
] as const;

/** Makes everything anew; returns the paths of the certificate files. Their passphrase is the password of the demo data. */
export async function makeTestCertificates(now: Date, folder = FOLDER): Promise<string[]> {
  const authority = await newAuthority(now);
  const kept = join(folder, "test-ca");
  await keepIssuing(kept, authority.issuingKeys);
  const revoked = [];
  const paths = [];
  for (const { file, enterprise: key, ...more } of FILES) {
    const enterprise = demo.enterprises.find((each) => each.key === key);
    if (!enterprise) throw new Error(`the demo data has no enterprise ${key}`);
    const issued = await issueToEnterprise(authority.issuing, enterprise, now, {
      ...("key" in more && { key: more.key }),
      ...("expired" in more && {
        notBefore: new Date(now.getTime() - 2 * DAY_MS),
        notAfter: new Date(now.getTime() - DAY_MS),
      }),
    });
    if ("revoked" in more) revoked.push(issued.certificate);
    const chain = [authority.issuing.certificate];
    const path = join(kept, file);
    await writeFile(path, await certificateFile(issued, { passphrase: demo.password, chain }));
    await chmod(path, 0o600);
    paths.push(resolve(path));
  }
  await writeTrust(folder, authority, { revoked, now });
  return paths;
}

/** Makes them unless there are some already. */
export async function ensureTestCertificates(now: Date): Promise<boolean> {
  if (existsSync(join(FOLDER, "test-ca", "issuing.pem"))) return false;
  await makeTestCertificates(now);
  return true;
}
