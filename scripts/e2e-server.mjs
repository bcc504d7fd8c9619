// Serves the production build for the browser tests, on a database made anew with the demo data.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./support/environment.mjs";
import { run } from "./support/run.mjs";

const file = process.env.DATABASE_URL?.match(/^file:(.+)$/)?.[1];
if (file) {
  const path = join(ROOT, file);
  mkdirSync(join(path, ".."), { recursive: true });
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(path + suffix, { force: true });
}
const code = run("npm", ["run", "--silent", "db:setup", "--", "--demo"]);
if (code !== 0) process.exit(code);
await import("./start.mjs");
