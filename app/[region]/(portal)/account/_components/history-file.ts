import { csvStream } from "@/app/_components/csv-stream";
import { dayOf } from "@/lib/domain/china-time";
import { type HistoryScope, historyCsv } from "@/lib/server/history/history";
import { readHistoryDays } from "./history-query";

/** A history as a CSV file (B12), of the days in the address, sent while it is read. */
export function historyFile(request: Request, scope: HistoryScope): Response {
  const days = readHistoryDays(Object.fromEntries(new URL(request.url).searchParams));
  return csvStream(`history-${dayOf(new Date())}`, historyCsv(scope, days));
}
