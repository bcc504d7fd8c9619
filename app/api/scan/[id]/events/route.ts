import { eventAnswer } from "@/lib/server/event-stream";
import { ticketEvents } from "@/lib/server/scan/events";

type Context = { params: Promise<{ id: string }> };

/** What happens to a code, as server-sent events for the browser that shows it (Q4). */
export async function GET(request: Request, { params }: Context) {
  return eventAnswer(await ticketEvents((await params).id, request.signal));
}
