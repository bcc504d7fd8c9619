import { describe, expect, test } from "vitest";
import { dayOf } from "@/lib/domain/china-time";
import {
  type Counter,
  isBlocked,
  type LockScope,
  lockState,
  MAX_FAILURES,
  METHOD_LEVELS,
  type Method,
  openUnlockWays,
  remainingAttempts,
} from "@/lib/domain/lockout";

const METHODS: Method[] = ["PASSWORD", "SMS", "EMAIL", "FACE"];
const SCOPES: LockScope[] = ["ACCOUNT", "LEVEL_AND_BELOW"];
const DAYS = ["2026-11-20", "2026-11-21", "2026-11-22"];
/** 23:30 of 21 November in Asia/Shanghai. */
const NOW = new Date("2026-11-21T15:30:00Z");
const MIDNIGHT = new Date("2026-11-21T16:00:00Z");

/** The methods a full counter of each method blocks where a lock reaches its level and below. */
const LEVEL_AND_BELOW: Record<Method, Method[]> = {
  PASSWORD: ["PASSWORD"],
  SMS: ["PASSWORD", "SMS", "EMAIL"],
  EMAIL: ["PASSWORD", "SMS", "EMAIL"],
  FACE: METHODS,
};

const table = METHODS.flatMap((method) =>
  SCOPES.flatMap((scope) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((failures) =>
      DAYS.map((day) => ({ method, scope, failures, day })),
    ),
  ),
);

test.each(table)("K1 $failures failures of $method on $day, scope $scope", (row) => {
  const { method, scope, failures, day } = row;
  const counter: Counter = { method, day, failures };
  const full = day === "2026-11-21" && failures >= MAX_FAILURES;
  const blocked = scope === "ACCOUNT" ? METHODS : LEVEL_AND_BELOW[method];

  expect(lockState([counter], scope, NOW)).toEqual(
    full ? { locked: blocked, until: MIDNIGHT } : { locked: [], until: null },
  );
  for (const other of METHODS) {
    expect(isBlocked(other, [counter], scope, NOW)).toBe(full && blocked.includes(other));
  }
  const left = day === "2026-11-21" ? Math.max(0, 5 - failures) : 5;
  expect(remainingAttempts(counter, NOW)).toBe(left);
});

test("K1 without a counter five attempts remain and nothing is blocked", () => {
  expect(remainingAttempts(undefined, NOW)).toBe(5);
  expect(lockState([], "ACCOUNT", NOW)).toEqual({ locked: [], until: null });
});

test("K1 failures of several methods do not add up, and the highest full level decides", () => {
  const day = "2026-11-21";
  const four = METHODS.map((method): Counter => ({ method, day, failures: 4 }));
  expect(lockState(four, "ACCOUNT", NOW).locked).toEqual([]);

  for (const first of METHODS) {
    for (const second of METHODS) {
      const counters = [first, second].map((method): Counter => ({ method, day, failures: 5 }));
      const highest = METHOD_LEVELS[first] > METHOD_LEVELS[second] ? first : second;
      expect(lockState(counters, "LEVEL_AND_BELOW", NOW).locked).toEqual(LEVEL_AND_BELOW[highest]);
    }
  }
});

test("K1 a lock of today is gone at 00:00 of Asia/Shanghai", () => {
  const counters: Counter[] = [{ method: "PASSWORD", day: "2026-11-21", failures: 5 }];
  const before = new Date(MIDNIGHT.getTime() - 1);
  expect(isBlocked("PASSWORD", counters, "ACCOUNT", before)).toBe(true);
  expect(isBlocked("PASSWORD", counters, "ACCOUNT", MIDNIGHT)).toBe(false);
});

describe("B2 the ways out of a lock that are open right now", () => {
  const full = (...methods: Method[]) =>
    methods.map((method) => ({ method, day: dayOf(NOW), failures: MAX_FAILURES }));
  const both = ["FORGOT_PASSWORD", "FACE"] as const;
  test.each([
    ["ONE", [], both],
    ["ONE", ["PASSWORD"], both],
    ["ONE", ["SMS"], both],
    ["ONE", ["FACE"], ["FORGOT_PASSWORD"]],
    ["ONE", ["SMS", "FACE"], []],
    ["ONE", ["EMAIL", "FACE"], []],
    ["CODE_AND_REAL_NAME", ["PASSWORD"], both],
    ["CODE_AND_REAL_NAME", ["SMS"], ["FACE"]],
    ["CODE_AND_REAL_NAME", ["FACE"], []],
  ] as const)("B2 where %s is asked for and %j is used up: %j", (recoveryProofs, used, open) => {
    expect(openUnlockWays(full(...used), { unlockWays: both, recoveryProofs }, NOW)).toEqual(open);
  });
});
