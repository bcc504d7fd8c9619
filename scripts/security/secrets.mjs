// Secrets that must not stand in the repository: keys, tokens, passwords in addresses.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/environment.mjs";

/** What a secret looks like, by kind. */
const PATTERNS = [
  ["private key", /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED |DSA )?PRIVATE KEY-----/],
  ["AWS access key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["Aliyun access key", /\bLTAI[A-Za-z0-9]{12,20}\b/],
  ["Tencent Cloud secret id", /\bAKID[A-Za-z0-9]{28,36}\b/],
  ["GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})\b/],
  ["GitLab token", /\bglpat-[A-Za-z0-9_-]{20,}\b/],
  ["npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["Slack token", /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/],
  ["Google API key", /\bAIza[A-Za-z0-9_-]{35}\b/],
  ["JSON Web Token", /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/],
  [
    "password in an address",
    /\b[a-z]{3,12}:\/\/[^\s/:@"'`${}<]+:(?!pass|geheim|…)[^\s/@"'`${}<]{6,}@/i,
  ],
  [
    "key of this portal",
    /\b(?:PORTAL_SECRET|DATA_KEY|BLIND_INDEX_KEY|\w+_ENCRYPTION_KEY|SMS_KEY|IDENTITY_AUTHORITY_KEY)["']?\s*[:=]\s*["']?(?:k\d+\.)?([A-Za-z0-9+/_-]{40,})/,
  ],
];

/** Keys that open nothing, by file: why they may stand there. */
const KNOWN = new Map([
  ["vitest.config.ts", "keys of the unit tests, each the word for what it is in base64url"],
  [".ci/postgres", "password of the database that tests make on this machine"],
]);

const TEXT_LIMIT_BYTES = 2_000_000;

/**
 * What in a text looks like a secret; the secret itself is not told.
 * @param {string} text
 * @returns {{ line: number, kind: string }[]}
 */
export function secretsIn(text) {
  const lines = text.split("\n");
  return PATTERNS.flatMap(([kind, pattern]) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [{ line: index + 1, kind }] : [])),
  );
}

/**
 * Looks through every file under version control, and those that would be. Answers `path:line kind`.
 * @returns {string[]}
 */
export function secretsInTree() {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const paths = execFileSync("git", list, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 });
  return paths
    .split("\0")
    .filter((path) => path !== "" && !KNOWN.has(path))
    .flatMap((path) => {
      const text = textOf(join(ROOT, path));
      return text === null
        ? []
        : secretsIn(text).map(({ line, kind }) => `${path}:${line} ${kind}`);
    });
}

/** A file's text; null for what is no text, a link, or gone. */
function textOf(path) {
  try {
    if (!statSync(path).isFile() || statSync(path).size > TEXT_LIMIT_BYTES) return null;
    const bytes = readFileSync(path);
    return bytes.includes(0) ? null : bytes.toString("utf8");
  } catch {
    return null;
  }
}
