import "server-only";
import { isStopping } from "./runtime/process";

const LOOK_MS = 1000;
const HEARTBEAT_MS = 15_000;
/** The browser connects anew after that; nobody is held for ever. */
const STREAM_MS = 120_000;

type Told = {
  first: string;
  /** Looks again; null when there is nothing to tell of any more. */
  look: () => Promise<string | null>;
  isFinal: (text: string) => boolean;
};

/**
 * Tells a text as server-sent events whenever it changes, and a heartbeat between. Ends at a final one. All processes look into the
 * database, so it does not matter which of them makes the change.
 */
export function eventStream(
  { first, look, isFinal }: Told,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const started = Date.now();
  let shown: string | null = null;
  let spoken = 0;
  return new ReadableStream({
    async pull(controller) {
      const say = (text: string) => {
        spoken = Date.now();
        controller.enqueue(encoder.encode(text));
      };
      for (;;) {
        const text = shown === null ? first : await look();
        if (signal.aborted || text === null) return controller.close();
        if (text !== shown) {
          shown = text;
          say(`data: ${text}\n\n`);
          if (isFinal(text)) controller.close();
          return;
        }
        if (Date.now() - started > STREAM_MS || isStopping()) return controller.close();
        if (Date.now() - spoken > HEARTBEAT_MS) return say(": \n\n");
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    },
  });
}

/** The answer that carries the events; 404 when there are none for whoever asks. */
export function eventAnswer(stream: ReadableStream<Uint8Array> | null): Response {
  if (!stream) return Response.json({ error: 404 }, { status: 404 });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // no-transform: compression would hold the events back.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
