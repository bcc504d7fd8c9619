import { dayOf } from "@/lib/domain/china-time";
import { type HistoryScope, historyCsv } from "@/lib/server/history/history";
import { readHistoryDays } from "./history-query";

/** A history as a CSV file (B12), of the days in the address, sent while it is read. */
export function historyFile(request: Request, scope: HistoryScope): Response {
  const days = readHistoryDays(Object.fromEntries(new URL(request.url).searchParams));
  const lines = historyCsv(scope, days);
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
