import "server-only";
import { randomUUID } from "node:crypto";
import { type Snapshot, snapshot } from "./registry";

/** Processes that have not answered by then are left out, e.g. one that is ending. */
const WAIT_MS = 2_000;

type Message =
  | { portal: "collect"; ask: string; from: number }
  | { portal: "collecting"; ask: string; count: number }
  | { portal: "collected"; ask: string; from: number; metrics: Snapshot | null };

const isOurs = (message: unknown): message is Message =>
  typeof message === "object" && message !== null && "portal" in message;

const sharesThePort = () => process.env.PORTAL_WORKER !== undefined && process.send !== undefined;

/** Answers the other processes that share the port when they are asked for the measurements of all. */
export function answerCollectors(): void {
  if (!sharesThePort()) return;
  process.on("message", async (message) => {
    if (!isOurs(message) || message.portal !== "collect") return;
    const metrics = await snapshot();
    process.send?.({ portal: "collected", ask: message.ask, from: message.from, metrics });
  });
}

/** The measurements of every process that shares the port (`scripts/support/workers.mjs` passes the question on). */
export async function collectAll(): Promise<Snapshot[]> {
  const own = await snapshot();
  const others = sharesThePort() ? await askOthers() : [];
  return own ? [own, ...others] : others;
}

function askOthers(): Promise<Snapshot[]> {
  const ask = randomUUID();
  const collected: Snapshot[] = [];
  return new Promise((resolve) => {
    let expected: number | null = null;
    let answered = 0;
    const finish = () => {
      clearTimeout(timer);
      process.off("message", take);
      resolve(collected);
    };
    const take = (message: unknown) => {
      if (!isOurs(message) || message.ask !== ask) return;
      if (message.portal === "collecting") expected = message.count;
      if (message.portal === "collected") {
        answered += 1;
        if (message.metrics) collected.push(message.metrics);
      }
      if (answered === expected) finish();
    };
    const timer = setTimeout(finish, WAIT_MS);
    process.on("message", take);
    process.send?.({ portal: "collect", ask });
  });
}
