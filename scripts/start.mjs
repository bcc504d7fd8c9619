// Usage: npm start [-- --workers N]
// Serves the production build; N processes share the port and everything else through the database.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadEnvironment, ROOT } from "./support/environment.mjs";
import { demandFreePort } from "./support/port.mjs";
import { keepWorkers } from "./support/workers.mjs";

/** Longer than a front server keeps idle connections (60 s): the one that closes first must not be the one that is asked. */
const KEEP_ALIVE_MS = 65_000;
const START = ["start", "--keepAliveTimeout", String(KEEP_ALIVE_MS)];

loadEnvironment({ production: true });
process.env.NODE_ENV = "production";
process.chdir(ROOT);

const { values } = parseArgs({ options: { workers: { type: "string", default: "1" } } });
const workers = Number(values.workers);
if (!Number.isInteger(workers) || workers < 1 || workers > 64) {
  console.error("--workers 应为 1 到 64 的整数。 --workers takes a whole number from 1 to 64.");
  process.exit(1);
}
if (!existsSync(join(ROOT, process.env.NEXT_DIST_DIR ?? ".next", "csp-hashes.json"))) {
  console.error("尚未构建，请先运行 npm run build。 Not built yet: run `npm run build` first.");
  process.exit(1);
}
await demandFreePort(Number(process.env.PORT || 3000));

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const preload = [
  new URL("./support/first-look.mjs", import.meta.url).href,
  new URL("./support/client-address.mjs", import.meta.url).href,
  new URL("./support/compressed-scripts.mjs", import.meta.url).href,
  new URL("./support/graceful.mjs", import.meta.url).href,
];
if (workers === 1) {
  for (const module of preload) await import(module);
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...START);
  createRequire(import.meta.url)(next);
} else {
  keepWorkers(workers, { exec: next, args: START, preload });
}
