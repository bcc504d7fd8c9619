import { closeSync, openSync, rmSync, statSync } from "node:fs";

const STALE_MS = 120_000;
const WAIT_MS = 100;

/**
 * Runs `work` while holding an exclusive lock file, so that two commands started at once (dev server
 * and tests) do not write the same file together. A lock left by a killed process expires.
 * @template T
 * @param {string} path lock file
 * @param {() => T} work synchronous
 * @returns {T}
 */
export function withLock(path, work) {
  for (;;) {
    try {
      closeSync(openSync(path, "wx"));
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const held = statSync(path, { throwIfNoEntry: false });
      if (held && Date.now() - held.mtimeMs > STALE_MS) rmSync(path, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}
