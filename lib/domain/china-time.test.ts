import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dayOf,
  formatDay,
  formatDuration,
  formatMoment,
  isRealDate,
  nextMidnight,
  readMoment,
  startOfDay,
  timestampOf,
} from "@/lib/domain/china-time";

const instant = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2199-12-31T00:00:00Z"),
  noInvalidDate: true,
});

test("K1 a day begins at 16:00 UTC of the day before", () => {
  expect(dayOf(new Date("2026-11-21T15:59:59.999Z"))).toBe("2026-11-21");
  expect(dayOf(new Date("2026-11-21T16:00:00.000Z"))).toBe("2026-11-22");
  expect(startOfDay("2026-11-22").toISOString()).toBe("2026-11-21T16:00:00.000Z");
});

test("K1 the next midnight is ahead, at most a day, also at midnight itself", () => {
  expect(nextMidnight(new Date("2026-11-21T16:00:00Z")).toISOString()).toBe(
    "2026-11-22T16:00:00.000Z",
  );
  fc.assert(
    fc.property(instant, (now) => {
      const wait = nextMidnight(now).getTime() - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(86_400_000);
      expect(dayOf(nextMidnight(now))).toBe(addDays(dayOf(now), 1));
    }),
  );
});

test("K1 days without a local midnight in the time zone database are days like others", () => {
  for (const day of ["1940-06-01", "1986-05-04", "1991-04-14"]) {
    expect(dayOf(startOfDay(day))).toBe(day);
  }
});

test("A4 adding days crosses months, years and leap days, and goes back", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  fc.assert(
    fc.property(instant, fc.integer({ min: -5000, max: 5000 }), (now, days) => {
      expect(addDays(addDays(dayOf(now), days), -days)).toBe(dayOf(now));
    }),
  );
});

test("R2 every day of 1900 to 2100 is real, and the day after the last of a month is not", () => {
  for (let day = "1900-01-01"; day < "2101-01-01"; day = addDays(day, 1)) {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    expect(isRealDate(year, month, date)).toBe(true);
    if (addDays(day, 1).endsWith("-01")) expect(isRealDate(year, month, date + 1)).toBe(false);
  }
  expect(isRealDate(2026, 13, 1)).toBe(false);
  expect(isRealDate(2026, 0, 1)).toBe(false);
  expect(isRealDate(2026, 1, 0)).toBe(false);
});

test("B2 moments, days and remaining times read as people say them", () => {
  expect(formatMoment(new Date("2026-11-21T16:00:00Z"))).toBe("2026年11月22日 00:00");
  expect(timestampOf(new Date("2026-11-21T16:00:07Z"))).toBe("2026-11-22 00:00:07");
  expect(formatDay("2026-01-05")).toBe("2026年1月5日");
  expect(formatDuration((3 * 60 + 12) * 60_000)).toBe("3小时12分");
  expect(formatDuration(3 * 3_600_000)).toBe("3小时");
  expect(formatDuration(12 * 60_000 + 59_999)).toBe("12分");
  expect(formatDuration(59_999)).toBe("不到1分钟");
  expect(formatDuration(-1)).toBe("不到1分钟");
});

test("OL6 a time as a browser's own field writes it is one of Asia/Shanghai", () => {
  expect(readMoment("2026-11-22T09:30")).toEqual(new Date("2026-11-22T01:30:00Z"));
  expect(readMoment("2026-01-01T00:00")).toEqual(new Date("2025-12-31T16:00:00Z"));
  for (const odd of [
    "",
    "2026-02-30T09:30",
    "2026-11-22T24:00",
    "2026-11-22T09:60",
    "2026-11-22",
  ]) {
    expect(readMoment(odd)).toBeNull();
  }
});
