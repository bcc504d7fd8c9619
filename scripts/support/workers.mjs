import cluster from "node:cluster";
import { createLogger } from "../../lib/server/log/logger.mjs";
import { stopDelaySeconds, stopWithinSeconds } from "./stop-times.mjs";

const QUICK_DEATH_MS = 3_000;
const MAX_QUICK_DEATHS = 5;
/** A new process that cannot answer after so long is given up. */
const READY_WITHIN_MS = 60_000;
/** What a process that was told to stop gets beyond the time it has promised. */
const KILL_AFTER_MS = 5_000;

/**
 * Keeps `count` processes (工作进程) alive that share the port. SIGTERM: all of them finish what is under way and end. SIGHUP: each is
 * replaced by a new one, one by one, without a moment nobody answers; a new one that does not come up ends that, and the old stay.
 * @param {number} count
 * @param {{ exec: string, args?: string[], preload: string[] }} program script of a process, and modules imported before it
 */
export function keepWorkers(count, { exec, args = [], preload }) {
  const log = createLogger();
  // Options of Node itself, the limits of its memory among them, hold for each process.
  const execArgv = [...process.execArgv, ...preload.map((each) => `--import=${each}`)];
  cluster.setupPrimary({ exec, args, execArgv });
  /** By slot: the process whose death is made up for. */
  const current = new Map();
  const facts = new Map();
  let stopping = false;
  let renewing = false;
  let quickDeaths = 0;

  function fork(slot) {
    const worker = cluster.fork({ PORTAL_WORKER: String(slot) });
    const fact = { slot, born: Date.now() };
    fact.ready = new Promise((resolve) => {
      fact.isReady = resolve;
    });
    facts.set(worker.id, fact);
    return worker;
  }

  function end(worker, draining) {
    if (worker.isConnected()) worker.send({ portal: "stop", draining });
    const seconds = stopWithinSeconds() + (draining ? stopDelaySeconds() : 0);
    setTimeout(() => worker.process.kill("SIGKILL"), seconds * 1000 + KILL_AFTER_MS).unref();
  }

  function endAll() {
    stopping = true;
    for (const worker of Object.values(cluster.workers)) end(worker, true);
  }

  async function renew() {
    if (renewing || stopping) return;
    renewing = true;
    log.info({ workers: count }, "renewing workers");
    for (const slot of current.keys()) {
      const young = fork(slot);
      const late = new Promise((resolve) => setTimeout(resolve, READY_WITHIN_MS, false).unref());
      if (stopping || !(await Promise.race([facts.get(young.id).ready, late]))) {
        young.process.kill("SIGKILL");
        if (!stopping) log.error({ slot }, "a new worker did not come up: the old ones stay");
        break;
      }
      // One that died meanwhile was made up for by a third one.
      const old = current.get(slot);
      current.set(slot, young);
      if (old.isDead()) continue;
      const gone = new Promise((resolve) => old.once("exit", resolve));
      facts.get(old.id).replaced = true;
      end(old, false);
      await gone;
    }
    renewing = false;
    log.info("workers renewed");
  }

  cluster.on("exit", (worker, code, signal) => {
    const { slot, born, isReady, answered } = facts.get(worker.id);
    facts.delete(worker.id);
    isReady(false);
    if (stopping || current.get(slot) !== worker) return;
    log.warn({ slot, exit: signal ?? code }, "worker ended");
    const quick = !answered || Date.now() - born < QUICK_DEATH_MS;
    quickDeaths = quick ? quickDeaths + 1 : 0;
    if (quickDeaths < MAX_QUICK_DEATHS) {
      current.set(slot, fork(slot));
      return;
    }
    log.fatal("workers keep ending: giving up");
    process.exitCode = 1;
    endAll();
  });

  cluster.on("message", (worker, message) => {
    const fact = facts.get(worker.id);
    // What was said to it before it could listen is lost.
    if (message?.portal === "listening" && (stopping || fact?.replaced)) end(worker, stopping);
    if (message?.portal === "ready" && fact) {
      fact.answered = true;
      fact.isReady(true);
    }
    if (message?.portal === "collect") collect(worker, message.ask);
    if (message?.portal === "collected") {
      const asked = cluster.workers[message.from];
      if (asked?.isConnected()) asked.send(message);
    }
  });

  /** Passes on a process's question for the measurements of the others, and tells it how many were asked. */
  function collect(worker, ask) {
    const others = [...current.values()].filter((each) => each !== worker && each.isConnected());
    for (const other of others) other.send({ portal: "collect", ask, from: worker.id });
    worker.send({ portal: "collecting", ask, count: others.length });
  }

  process.on("SIGTERM", endAll);
  process.on("SIGINT", endAll);
  process.on("SIGHUP", () => (process.stdout.isTTY ? endAll() : renew()));
  for (let slot = 1; slot <= count; slot++) current.set(slot, fork(slot));
}
