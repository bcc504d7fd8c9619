// Usage: npm start [-- --workers N]
// Serves the production build; N processes share the port and everything else through the database.
import cluster from "node:cluster";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadEnvironment, ROOT } from "./support/environment.mjs";
import { demandFreePort } from "./support/port.mjs";

const QUICK_DEATH_MS = 3_000;
const MAX_QUICK_DEATHS = 5;
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
const clientAddress = new URL("./support/client-address.mjs", import.meta.url);
const compressedScripts = new URL("./support/compressed-scripts.mjs", import.meta.url);
await import(clientAddress.href);
await import(compressedScripts.href);
if (workers === 1) {
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...START);
  createRequire(import.meta.url)(next);
} else {
  serveWith(workers);
}

/** Keeps `count` workers alive until told to stop; they finish what is in flight. */
function serveWith(count) {
  cluster.setupPrimary({
    exec: next,
    args: START,
    execArgv: [`--import=${clientAddress.href}`, `--import=${compressedScripts.href}`],
  });
  const born = new Map();
  let stopping = false;
  let quickDeaths = 0;
  const fork = () => born.set(cluster.fork().id, Date.now());
  cluster.on("exit", (worker) => {
    const age = Date.now() - born.get(worker.id);
    born.delete(worker.id);
    if (!stopping) {
      quickDeaths = age < QUICK_DEATH_MS ? quickDeaths + 1 : 0;
      if (quickDeaths < MAX_QUICK_DEATHS) return fork();
      console.error("工作进程反复退出，已停止。 Workers keep exiting: giving up.");
      stop("SIGTERM");
      process.exitCode = 1;
    }
  });
  const stop = (signal) => {
    stopping = true;
    for (const worker of Object.values(cluster.workers)) worker.process.kill(signal);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  for (let made = 0; made < count; made++) fork();
}
