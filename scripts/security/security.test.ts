import { expect, test } from "vitest";
import { auditVerdict } from "./audit-verdict.mjs";
import { secretsIn, secretsInTree } from "./secrets.mjs";

// Put together here, so that this file holds none.
const begin = "-----BEGIN";
const examples: [string, string][] = [
  ["private key", `${begin} PRIVATE KEY-----`],
  ["private key", `${begin} RSA PRIVATE KEY-----`],
  ["AWS access key", `AKIA${"Q".repeat(16)}`],
  ["Aliyun access key", `LTAI${"5t".repeat(8)}`],
  ["Tencent Cloud secret id", `AKID${"z8".repeat(16)}`],
  ["GitHub token", `ghp_${"a1".repeat(18)}`],
  ["npm token", `npm_${"a1".repeat(18)}`],
  ["JSON Web Token", `eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}.${"c".repeat(43)}`],
  ["password in an address", `postgres://portal:${"hunter2hunter2"}@db.example/portal`],
  ["key of this portal", `PORTAL_SECRET=${"A1b2".repeat(11)}`],
  ["key of this portal", `DATA_KEY: "k1.${"A1b2".repeat(11)}"`],
];

test.each(examples)("N1 a %s is noticed, and not repeated", (kind, text) => {
  const found = secretsIn(`first line\n${text}\n`);
  expect(found).toEqual([{ line: 2, kind }]);
});

test("N1 what only speaks of secrets is none", () => {
  for (const text of [
    "PORTAL_SECRET=",
    "DATABASE_URL=postgres://user:pass@host/portal",
    "https://etax.example/path:with@sign",
    "see PORTAL_SECRET and DATA_KEY in .env.example",
  ]) {
    expect(secretsIn(text), text).toEqual([]);
  }
});

test("N1 no secret stands in the repository", () => {
  expect(secretsInTree()).toEqual([]);
});

test("N1 holes of severity high stop a release, lesser ones do not, and no answer is told as such", () => {
  const of = (severity: string) =>
    auditVerdict(JSON.stringify({ vulnerabilities: { x: { name: "x", severity, range: "<2" } } }));
  expect(of("critical").ok).toBe(false);
  expect(of("high").lines).toContain("high: x <2");
  expect(of("moderate").ok).toBe(true);
  for (const answer of ["", "no JSON", '{"message":"audit endpoint returned an error"}']) {
    const { ok, lines } = auditVerdict(answer);
    expect(ok).toBe(true);
    expect(lines.join()).toMatch(/not checked/);
  }
});
