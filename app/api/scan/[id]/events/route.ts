import { ticketEvents } from "@/lib/server/scan/events";

type Context = { params: Promise<{ id: string }> };

/** What happens to a code, as server-sent events for the browser that shows it (Q4). */
export async function GET(request: Request, { params }: Context) {
  const stream = await ticketEvents((await params).id, request.signal);
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
