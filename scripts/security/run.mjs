// `npm run security`: known holes of dependencies, secrets in the tree, and the list of what the portal is made of (SBOM).
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/environment.mjs";
import { auditVerdict } from "./audit-verdict.mjs";
import { secretsInTree } from "./secrets.mjs";

const SBOM = join("dist", "sbom.cdx.json");
const MOST_BYTES = 2 ** 27;

function npm(...args) {
  const shell = process.platform === "win32";
  return spawnSync("npm", args, { cwd: ROOT, encoding: "utf8", maxBuffer: MOST_BYTES, shell });
}

/** Holes of severity high or worse in what is served; an unreachable registry is told, and is no failure. */
function auditDependencies() {
  const { stdout } = npm("audit", "--omit=dev", "--audit-level=high", "--json");
  const { ok, lines } = auditVerdict(stdout);
  for (const line of lines) console.log(line);
  return ok;
}

function scanSecrets() {
  const found = secretsInTree();
  for (const each of found) console.error(each);
  console.log(
    found.length === 0
      ? "版本库中没有密钥。 No secrets in the tree."
      : `疑似密钥 ${found.length} 处。 What looks like a secret: ${found.length}.`,
  );
  return found.length === 0;
}

/** CycloneDX list of all packages that are served. */
function writeBill() {
  const { status, stdout, stderr } = npm(
    "sbom",
    "--sbom-format=cyclonedx",
    "--omit=dev",
    "--package-lock-only",
  );
  if (status !== 0) {
    console.error(stderr.trim());
    return false;
  }
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeFileSync(join(ROOT, SBOM), stdout);
  const { components = [] } = JSON.parse(stdout);
  console.log(`软件物料清单 SBOM: ${SBOM} (${components.length})`);
  return true;
}

const steps = [
  ["依赖漏洞 dependency audit", auditDependencies],
  ["密钥扫描 secrets scan", scanSecrets],
  ["软件物料清单 bill of materials", writeBill],
];
for (const [name, step] of steps) {
  console.log(`\n▶ ${name}`);
  if (!step()) process.exitCode = 1;
}
