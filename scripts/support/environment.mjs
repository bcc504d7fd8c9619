import "./node-version.mjs";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import util from "node:util";
import { withLock } from "./lock.mjs";

export const ROOT = join(import.meta.dirname, "..", "..");

/** Secrets the portal cannot run without, and how a fresh one is made. Checked by `lib/server/env.ts`. */
export const SECRETS = {
  PORTAL_SECRET: () => randomBytes(32).toString("base64url"),
  DATA_KEY: () => `k1.${randomBytes(32).toString("base64url")}`,
  BLIND_INDEX_KEY: () => randomBytes(32).toString("base64url"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
};

const HEADING =
  "# Secrets of this installation, made on first start. Keep a copy with the backups.\n";

/**
 * Adds each missing secret to the file, mode 600. A value that is already there is never changed.
 * @param {string} path the `.env` file
 * @param {string[]} names secrets wanted in it
 * @returns {string[]} names that were added
 */
export function addMissingSecrets(path, names = Object.keys(SECRETS)) {
  return withLock(`${path}.lock`, () => {
    let text = existsSync(path) ? readFileSync(path, "utf8") : HEADING;
    const present = util.parseEnv(text);
    const missing = names.filter((name) => !present[name]);
    if (missing.length === 0) return missing;
    for (const name of missing) {
      // An empty `NAME=` would win over an added line in some readers: drop it.
      text = text.replace(new RegExp(`^(?:export )?${name}=.*(?:\r?\n|$)`, "m"), "");
      if (text && !text.endsWith("\n")) text += "\n";
      text += `${name}=${SECRETS[name]()}\n`;
    }
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, text, { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, path);
    return missing;
  });
}

/**
 * Names of the secrets absent from an environment.
 * @param {Record<string, string | undefined>} environment
 */
export function missingSecrets(environment = process.env) {
  return Object.keys(SECRETS).filter((name) => !environment[name]);
}

/** The sentence production answers with when secrets are absent. */
export function refusal(missing) {
  return [
    `缺少密钥 ${missing.join("、")}：生产环境不会自动生成，请写入环境变量或 .env 文件（格式见 .env.example）。`,
    `Missing secrets ${missing.join(", ")}: they are never generated in production. Set them in the environment or in .env (see .env.example).`,
  ].join("\n");
}

/**
 * Reads `.env` into `process.env` (the environment wins). Outside production missing secrets are
 * generated into the file first; in production their absence ends the process with one clear sentence.
 * @param {{ production?: boolean }} [options] production: refuse instead of generating
 */
export function loadEnvironment({ production = process.env.NODE_ENV === "production" } = {}) {
  const path = join(ROOT, ".env");
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  if (!production) {
    for (const name of missingSecrets()) delete process.env[name];
    const added = addMissingSecrets(path, missingSecrets());
    if (added.length > 0) console.log(`已生成密钥 generated in .env: ${added.join(", ")}`);
  }
  if (existsSync(path)) process.loadEnvFile(path);
  const missing = missingSecrets();
  if (missing.length > 0) {
    console.error(refusal(missing));
    process.exit(1);
  }
}
