import { isFinal, type TicketState } from "@/lib/domain/scan-ticket";

const POLL_MS = 2000;
const STATES: readonly TicketState[] = ["CREATED", "SCANNED", "CONFIRMED", "CANCELLED", "EXPIRED"];

/**
 * Tells what happens to a code: by server-sent events, and by asking every two seconds where those do not arrive. Returns how to
 * stop.
 */
export function followTicket(id: string, onState: (state: TicketState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const events = new EventSource(`/api/scan/${id}/events`);

  function tell(text: unknown) {
    const state = STATES.find((each) => each === text);
    if (!state || ended) return;
    if (isFinal(state)) stop();
    onState(state);
  }

  async function ask() {
    try {
      const answer = await fetch(`/api/scan/${id}`, { cache: "no-store" });
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
