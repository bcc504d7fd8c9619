import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEnvironment } from "@/lib/server/env";
import { addMissingSecrets, missingSecrets, refusal, SECRETS } from "./environment.mjs";

const names = Object.keys(SECRETS);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-env-"));
  file = join(folder, ".env");
});
afterEach(() => rmSync(folder, { recursive: true }));

const values = () => parseEnv(readFileSync(file, "utf8"));

describe("secrets of an installation", () => {
  test("a new file holds every secret in the form the portal wants, readable by its owner only", () => {
    expect(addMissingSecrets(file)).toEqual(names);
    expect(() => readEnvironment(values())).not.toThrow();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("values and comments that are there stay; empty ones are filled", () => {
    writeFileSync(
      file,
      "# mine\nPORT=8080\nPORTAL_SECRET=kept\nDATA_KEY=\nBLIND_INDEX_KEY=also kept",
    );
    expect(addMissingSecrets(file)).toEqual(["DATA_KEY", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"]);
    expect(values()).toMatchObject({
      PORT: "8080",
      PORTAL_SECRET: "kept",
      BLIND_INDEX_KEY: "also kept",
    });
    expect(readFileSync(file, "utf8")).toContain("# mine\n");
    const before = readFileSync(file, "utf8");
    expect(addMissingSecrets(file)).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("six processes at once leave one value per secret", async () => {
    const module = join(import.meta.dirname, "environment.mjs");
    const code = `import(${JSON.stringify(module)}).then(m => m.addMissingSecrets(${JSON.stringify(file)}))`;
    const exits = await Promise.all(
      Array.from(
        { length: 6 },
        () => new Promise((resolve) => spawn(process.execPath, ["-e", code]).on("exit", resolve)),
      ),
    );
    expect(exits).toEqual([0, 0, 0, 0, 0, 0]);
    const lines = readFileSync(file, "utf8").match(/^[A-Z_]+=/gm);
    expect(lines).toEqual(names.map((name) => `${name}=`));
  });

  test("production names what is absent in both languages", () => {
    const missing = missingSecrets({ PORTAL_SECRET: "x", DATA_KEY: "" });
    expect(missing).toEqual(names.slice(1));
    expect(refusal(missing)).toMatch(/缺少密钥 DATA_KEY、.*\n.*Missing secrets DATA_KEY, /);
  });
});
