import { addDays, dayOf, isRealDate, startOfDay } from "./china-time";

/** Days shown when none are chosen, and the most that can be. */
const DEFAULT_DAYS = 30;
export const MOST_DAYS = 92;

/** First and last day, both inclusive, "YYYY-MM-DD" in Asia/Shanghai. */
export type DayRange = { from: string; to: string };

/**
 * The days to look at: those chosen, the last 30 without a choice. Never beyond today, never more than 92, the later ones count
 * then; an odd choice counts as none.
 */
export function chosenDays(chosen: { from?: unknown; to?: unknown }, now: Date): DayRange {
  const today = dayOf(now);
  const last = isDay(chosen.to) && chosen.to < today ? chosen.to : today;
  const first = isDay(chosen.from) ? chosen.from : addDays(last, 1 - DEFAULT_DAYS);
  const earliest = addDays(last, 1 - MOST_DAYS);
  if (first > last) return { from: last, to: last };
  if (first < earliest) return { from: earliest, to: last };
  return { from: first, to: last };
}

/** Every day of a range, in order. */
export function daysOf({ from, to }: DayRange): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The instants a range begins and ends (the end is not part of it). */
export function instantsOf({ from, to }: DayRange): { start: Date; end: Date } {
  return { start: startOfDay(from), end: startOfDay(addDays(to, 1)) };
}

function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  return year >= 2000 && isRealDate(year, month, day);
}
