// Imported before Next serves: the process ends without breaking off a request (平滑停止).
import diagnostics from "node:diagnostics_channel";
import { Server } from "node:http";
import { Server as Listener } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "../../lib/server/log/logger.mjs";
import { stopDelaySeconds, stopWithinSeconds } from "./stop-times.mjs";

/** Open connections nobody uses are kept so long: who is about to send on one gets an answer that ends it. */
const IDLE_GRACE_MS = 1_000;
const LOOK_MS = 100;

/** What the server (`lib/server/runtime/process.ts`) and its keeper know of this process. */
const state = {
  /** No new work of its own; answers end their connections. */
  stopping: false,
  /** The whole portal goes away, not only this process of several: who distributes requests should know. */
  draining: false,
  /** Ends of what runs beside the requests. */
  endings: [],
  /** The server can answer requests. */
  ready: () => process.send?.({ portal: "ready" }),
};
globalThis.portalProcess = state;

// Next would close its connections at once.
process.env.NEXT_MANUAL_SIG_HANDLE = "1";

const servers = new Set();
Server.prototype.listen = function (...args) {
  servers.add(this);
  return Listener.prototype.listen.apply(this, args);
};

diagnostics.subscribe("http.server.request.start", ({ response }) => {
  if (state.stopping) response.shouldKeepAlive = false;
});

let begun = false;

/** @param {boolean} draining whether the whole portal stops, not only this process of several */
async function stop(draining) {
  if (begun) return;
  begun = true;
  const log = createLogger();
  log.info({ draining }, "stopping");
  state.draining = draining;
  state.stopping = true;
  if (draining) await sleep(stopDelaySeconds() * 1000);
  const deadline = setTimeout(() => {
    log.warn({ afterSeconds: stopWithinSeconds() }, "stopped with requests under way");
    process.exit(0);
  }, stopWithinSeconds() * 1000);
  await Promise.all([...servers].map(endServer));
  await Promise.allSettled(state.endings.map((end) => end()));
  clearTimeout(deadline);
  log.info("stopped");
  process.exit(0);
}

/** Stops listening, then waits for the connections; those that lie idle are closed after a moment. */
async function endServer(server) {
  if (!server.listening) return;
  let open = true;
  // `http.Server.close` would close idle connections at once, also those a request is on its way in.
  Listener.prototype.close.call(server, () => {
    open = false;
  });
  const since = Date.now();
  while (open) {
    await sleep(LOOK_MS);
    if (Date.now() - since >= IDLE_GRACE_MS) server.closeIdleConnections();
  }
}

process.on("SIGTERM", () => stop(true));
process.on("SIGINT", () => stop(true));
process.on("message", (message) => {
  if (message?.portal === "stop") stop(message.draining);
});
process.send?.({ portal: "listening" });
// To the keeper of several processes it means: renew them one by one. One process alone cannot.
process.on("SIGHUP", () => {
  if (!process.send) stop(true);
});
