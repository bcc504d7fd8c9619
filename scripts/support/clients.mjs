import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import { run } from "./run.mjs";

const DIALECTS = ["sqlite", "postgresql"];

/** Fingerprint of everything the generated database clients are made from. */
function fingerprint() {
  const sources = [
    join(ROOT, "node_modules", "prisma", "package.json"),
    ...["models", ...DIALECTS].flatMap((folder) =>
      readdirSync(join(ROOT, "prisma", folder))
        .filter((name) => /\.(prisma|ts)$/.test(name))
        .sort()
        .map((name) => join(ROOT, "prisma", folder, name)),
    ),
  ];
  const hash = createHash("sha256");
  for (const path of sources) hash.update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

/** Generates the database clients when they are missing or made from other models. Exits on failure. */
export function ensureClients() {
  const folder = join(ROOT, "generated");
  const stamp = join(folder, ".made-from");
  mkdirSync(folder, { recursive: true });
  withLock(join(folder, ".lock"), () => {
    const wanted = fingerprint();
    const complete = DIALECTS.every((dialect) => existsSync(join(folder, dialect, "client.ts")));
    if (complete && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
    console.log("生成数据库客户端 generating the database clients …");
    if (run(process.execPath, [join("scripts", "db", "generate.mjs")]) !== 0) process.exit(1);
    writeFileSync(stamp, wanted);
  });
}
