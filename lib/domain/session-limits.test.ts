import { expect, test } from "vitest";
import { sessionDeadline, sessionEnded } from "@/lib/domain/session-limits";

const createdAt = new Date("2026-11-22T00:00:00Z");
const minutes = (count: number) => new Date(createdAt.getTime() + count * 60_000);

test("L9 a session ends 30 minutes after its last request", () => {
  const times = { createdAt, lastSeenAt: minutes(10) };
  expect(sessionDeadline(times)).toEqual({
    idleAt: minutes(40),
    absoluteAt: minutes(480),
    at: minutes(40),
  });
  expect(sessionEnded(times, minutes(39.99))).toBeNull();
  expect(sessionEnded(times, minutes(40))).toBe("SESSION_IDLE");
});

test("L9 a session ends 8 hours after login however busy it is", () => {
  const times = { createdAt, lastSeenAt: minutes(479) };
  expect(sessionDeadline(times).at).toEqual(minutes(480));
  expect(sessionEnded(times, minutes(479.99))).toBeNull();
  expect(sessionEnded(times, minutes(480))).toBe("SESSION_ABSOLUTE");
});

test("L9 a session found long after both limits ended by the earlier one", () => {
  expect(sessionEnded({ createdAt, lastSeenAt: minutes(10) }, minutes(9999))).toBe("SESSION_IDLE");
  expect(sessionEnded({ createdAt, lastSeenAt: minutes(470) }, minutes(9999))).toBe(
    "SESSION_ABSOLUTE",
  );
});

test("L9 N5 a session of a clock that was ahead lives no longer than twice its limits", () => {
  const times = { createdAt, lastSeenAt: createdAt };
  const back = (count: number) => minutes(-count);
  expect(sessionEnded(times, back(30))).toBeNull();
  expect(sessionEnded(times, back(30.01))).toBe("SESSION_IDLE");
  expect(sessionEnded(times, back(480.01))).toBe("SESSION_ABSOLUTE");
  expect(sessionEnded({ createdAt: back(600), lastSeenAt: createdAt }, back(525_600))).toBe(
    "SESSION_ABSOLUTE",
  );
});
