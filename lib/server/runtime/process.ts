import "server-only";
import { log } from "../log";

/** What the start of a production process (`scripts/support/graceful.mjs`) shares with the server in it. */
type PortalProcess = {
  stopping: boolean;
  draining: boolean;
  endings: (() => Promise<unknown>)[];
  ready(): void;
};

const own = (): PortalProcess | undefined =>
  (globalThis as { portalProcess?: PortalProcess }).portalProcess;

/** Whether this process takes no new work of its own any more (平滑停止): it ends when its requests have. */
export function isStopping(): boolean {
  return own()?.stopping ?? false;
}

/** Whether the whole portal goes away, not only this process of several. */
export function isDraining(): boolean {
  return own()?.draining ?? false;
}

/** Has `end` done, and waited for, after the last request of a process that stops. */
export function beforeTheEnd(end: () => Promise<unknown>): void {
  own()?.endings.push(end);
}

/** Tells who keeps the processes, and the log, that this one can answer requests. */
export function sayReady(): void {
  own()?.ready();
  log.info("portal ready");
}
