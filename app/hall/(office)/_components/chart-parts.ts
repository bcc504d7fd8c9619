import type { DayCount } from "@/lib/server/dashboard/activity";

/** How many kinds a chart tells apart before the rest become one. */
const MOST_PARTS = 5;

/** Counts as the parts of a chart, one value per day, in the order of `parts`. */
export function partsOf(
  counts: readonly DayCount[],
  days: readonly string[],
  parts: readonly { kind: string; label: string }[],
) {
  return parts.map(({ kind, label }) => {
    const own = new Map(
      counts.filter((each) => each.kind === kind).map(({ day, count }) => [day, count]),
    );
    return { label, values: days.map((day) => own.get(day) ?? 0) };
  });
}

/** The same for kinds not known beforehand: the most frequent ones by name, the rest together as 其他. */
export function frequentPartsOf(
  counts: readonly DayCount[],
  days: readonly string[],
  labelOf: (kind: string) => string,
) {
  const totals = new Map<string, number>();
  for (const { kind, count } of counts) totals.set(kind, (totals.get(kind) ?? 0) + count);
  const kinds = [...totals].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  const named = kinds.slice(0, MOST_PARTS);
  const rest = counts.filter(({ kind }) => !named.includes(kind));
  return [
    ...partsOf(
      counts,
      days,
      named.map((kind) => ({ kind, label: labelOf(kind) })),
    ),
    {
      label: "其他",
      values: days.map((day) =>
        rest.reduce((sum, each) => sum + (each.day === day ? each.count : 0), 0),
      ),
    },
  ];
}
