import { expect, test } from "vitest";
import { chosenDays, daysOf, instantsOf, MOST_DAYS } from "@/lib/domain/day-range";

/** Half past midnight of 2 March in Asia/Shanghai. */
const NOW = new Date("2026-03-01T16:30:00Z");

test("T1 without a choice the last 30 days are shown, today included", () => {
  const range = chosenDays({}, NOW);
  expect(range).toEqual({ from: "2026-02-01", to: "2026-03-02" });
  expect(daysOf(range)).toHaveLength(30);
});

test("T1 a chosen range is kept, and never longer than 92 days or beyond today", () => {
  expect(chosenDays({ from: "2026-02-10", to: "2026-02-12" }, NOW)).toEqual({
    from: "2026-02-10",
    to: "2026-02-12",
  });
  expect(daysOf(chosenDays({ from: "2001-01-01", to: "2030-01-01" }, NOW))).toHaveLength(MOST_DAYS);
  expect(chosenDays({ from: "2026-05-01" }, NOW)).toEqual({ from: "2026-03-02", to: "2026-03-02" });
});

test("T1 an odd choice counts as none", () => {
  for (const odd of ["", "2026-02-30", "yesterday", ["2026-02-01"], "9999999", null]) {
    expect(chosenDays({ from: odd, to: odd }, NOW)).toEqual(chosenDays({}, NOW));
  }
});

test("T1 a range begins and ends at midnight of Asia/Shanghai", () => {
  expect(instantsOf({ from: "2026-03-01", to: "2026-03-01" })).toEqual({
    start: new Date("2026-02-28T16:00:00Z"),
    end: new Date("2026-03-01T16:00:00Z"),
  });
});
