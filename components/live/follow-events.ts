const POLL_MS = 2000;

type Source = {
  /** Where server-sent events come from. */
  events: string;
  /** What answers the same text as `{ state }`, asked every two seconds where events do not arrive. */
  ask: string;
};

/**
 * Tells what the server says of something, by server-sent events or else by asking; the same may be told twice. Ends when
 * `onState` answers true, or there is nothing to ask about any more. Returns how to stop.
 */
export function followEvents(source: Source, onState: (text: string) => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const events = new EventSource(source.events);

  function tell(text: unknown) {
    if (!ended && typeof text === "string" && onState(text)) stop();
  }

  async function ask() {
    try {
      const answer = await fetch(source.ask, { cache: "no-store" });
      if (answer.status === 404) return stop();
      if (answer.ok) tell((await answer.json()).state);
    } catch {
      // The network is away for a moment: ask again.
    }
    if (!ended) timer = setTimeout(ask, POLL_MS);
  }

  function stop() {
    ended = true;
    clearTimeout(timer);
    events.close();
  }

  events.onmessage = ({ data }) => tell(data);
  events.onerror = () => {
    // The browser itself connects anew unless the answer was no stream at all.
    if (events.readyState === EventSource.CLOSED && !ended && timer === undefined) void ask();
  };
  return stop;
}
