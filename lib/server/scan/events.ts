import "server-only";
import { isFinal, TICKET_SECONDS, type TicketState } from "@/lib/domain/scan-ticket";
import { eventStream } from "../event-stream";
import { browserHash } from "../flow-store";
import { takeFromWindow } from "../rate-limit";
import { stateBoundTo } from "./state";

/** Connections one code may open over its life; a browser needs one, and one per interruption. */
const MAX_STREAMS = 30;

/** Tells a code's browser what happens to it, as server-sent events up to a final state. Null: not its browser. */
export async function ticketEvents(
  id: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const binding = await browserHash();
  const first = binding && (await stateBoundTo(binding, id, new Date()));
  if (!binding || !first) return null;
  const limit = { limit: MAX_STREAMS, windowSeconds: TICKET_SECONDS * 3, now: new Date() };
  if (!(await takeFromWindow(`scan-events:${id}`, limit)).allowed) return null;
  const look = () => stateBoundTo(binding, id, new Date());
  return eventStream({ first, look, isFinal: (text) => isFinal(text as TicketState) }, signal);
}
