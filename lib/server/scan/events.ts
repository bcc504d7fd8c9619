import "server-only";
import { isFinal, TICKET_SECONDS, type TicketState } from "@/lib/domain/scan-ticket";
import { browserHash } from "../flow-store";
import { takeFromWindow } from "../rate-limit";
import { isStopping } from "../runtime/process";
import { stateBoundTo } from "./state";

const LOOK_MS = 1000;
const HEARTBEAT_MS = 15_000;
/** The browser connects anew after that; nobody is held for ever. */
const STREAM_MS = 120_000;
/** Connections one code may open over its life; a browser needs one, and one per interruption. */
const MAX_STREAMS = 30;

/**
 * Tells a code's browser what happens to it, as server-sent events: every change of state, and a heartbeat between. Ends at a
 * final state. All processes look into the database, so it does not matter which one the phone talks to. Null: not its browser.
 */
export async function ticketEvents(
  id: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const binding = await browserHash();
  const first = binding && (await stateBoundTo(binding, id, new Date()));
  if (!binding || !first) return null;
  const limit = { limit: MAX_STREAMS, windowSeconds: TICKET_SECONDS * 3, now: new Date() };
  if (!(await takeFromWindow(`scan-events:${id}`, limit)).allowed) return null;
  const encoder = new TextEncoder();
  const started = Date.now();
  let shown: TicketState | null = null;
  let spoken = 0;
  return new ReadableStream({
    async pull(controller) {
      const say = (text: string) => {
        spoken = Date.now();
        controller.enqueue(encoder.encode(text));
      };
      for (;;) {
        const state = shown === null ? first : await stateBoundTo(binding, id, new Date());
        if (signal.aborted || !state) return controller.close();
        if (state !== shown) {
          shown = state;
          say(`data: ${state}\n\n`);
          if (isFinal(state)) controller.close();
          return;
        }
        if (Date.now() - started > STREAM_MS || isStopping()) return controller.close();
        if (Date.now() - spoken > HEARTBEAT_MS) return say(": \n\n");
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    },
  });
}
