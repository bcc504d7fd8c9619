import { followEvents } from "@/components/live/follow-events";
import { isFinal, type TicketState } from "@/lib/domain/scan-ticket";

const STATES: readonly TicketState[] = ["CREATED", "SCANNED", "CONFIRMED", "CANCELLED", "EXPIRED"];

/** Tells what happens to a code, up to its final state. Returns how to stop. */
export function followTicket(id: string, onState: (state: TicketState) => void): () => void {
  const source = { events: `/api/scan/${id}/events`, ask: `/api/scan/${id}` };
  return followEvents(source, (text) => {
    const state = STATES.find((each) => each === text);
    if (state) onState(state);
    return state !== undefined && isFinal(state);
  });
}
