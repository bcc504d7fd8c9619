import type { Query } from "@/app/[region]/_components/list-query";
import { isRealDate } from "@/lib/domain/china-time";
import type { HistoryDays } from "@/lib/server/history/history";

/** The days of a history as the address has them; anything odd counts as not given. */
export function readHistoryDays({ from, to }: Query): HistoryDays {
  return { from: dayIn(from), to: dayIn(to) };
}

function dayIn(value: Query[string]): string | null {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  return year >= 2000 && isRealDate(year, month, day) ? value : null;
}

/** The same days in an address, with `more` of its parameters. */
export function historyQuery({ from, to }: HistoryDays, more: Record<string, string> = {}): string {
  return `?${new URLSearchParams({ ...(from && { from }), ...(to && { to }), ...more })}`;
}
