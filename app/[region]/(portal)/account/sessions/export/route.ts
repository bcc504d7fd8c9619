import { dayOf } from "@/lib/domain/china-time";
import { ownHistoryCsv } from "@/lib/server/history/own-history";
import { getOwnSession } from "@/lib/server/session";
import { readHistoryDays } from "../_components/history-query";

type Context = { params: Promise<{ region: string }> };

/** The history of whoever is signed in as a CSV file (B12), sent while it is read. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const session = await getOwnSession();
  if (session?.region !== (await params).region) {
    return Response.json({ error: 401 }, { status: 401 });
  }
  const days = readHistoryDays(Object.fromEntries(new URL(request.url).searchParams));
  const lines = ownHistoryCsv(session.personId, days);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await lines.return();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="history-${dayOf(new Date())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
