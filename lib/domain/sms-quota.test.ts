import { expect, test } from "vitest";
import { quotaState } from "@/lib/domain/sms-quota";

const startedAt = new Date("2026-11-22T02:00:00Z");
const endsAt = new Date("2026-11-22T02:10:00Z");
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);

test("K2 the first message of a phone is allowed", () => {
  expect(quotaState(null, startedAt)).toEqual({ allowed: true, retryAt: null });
});

test.each([1, 2, 3, 4])("K2 after %i messages one more is allowed at any time", (count) => {
  for (const seconds of [0, 599, 600, 6000]) {
    expect(quotaState({ startedAt, count }, after(seconds)).allowed).toBe(true);
  }
});

test("K2 the sixth waits until ten minutes after the first of the five", () => {
  for (const seconds of [0, 1, 599.999]) {
    expect(quotaState({ startedAt, count: 5 }, after(seconds))).toEqual({
      allowed: false,
      retryAt: endsAt,
    });
  }
  expect(quotaState({ startedAt, count: 5 }, endsAt)).toEqual({ allowed: true, retryAt: null });
});
