import "server-only";
import { log } from "../log";
import { beforeTheEnd, isStopping } from "./process";

/**
 * Does `sweep` (定期任务) now and every `everyMs` as long as the process lives, never twice at once. A failed sweep is made up for by
 * the next. A process that stops begins none and waits for the one under way; long ones look at `isStopping` between their steps.
 */
export function keepSweeping(
  name: string,
  everyMs: number,
  sweep: (now: Date) => Promise<unknown>,
): void {
  let running: Promise<void> | null = null;
  const once = async () => {
    try {
      await sweep(new Date());
    } catch (error) {
      log.error("sweep failed", { sweep: name, err: error });
    }
  };
  const turn = () => {
    if (isStopping() || running) return;
    running = once().finally(() => {
      running = null;
    });
  };
  turn();
  const timer = setInterval(turn, everyMs).unref();
  beforeTheEnd(async () => {
    clearInterval(timer);
    await running;
  });
}
