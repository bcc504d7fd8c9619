import { expect, test } from "vitest";
import { keptSince, RETENTION } from "@/lib/domain/retention";

test("network logs are kept for six months at least, whichever months they are", () => {
  for (let month = 0; month < 12; month++) {
    const now = new Date(Date.UTC(2027, month, 28));
    const halfYearAgo = new Date(Date.UTC(2027, month - 6, 28));
    for (const kind of ["LOGIN_SESSION", "OUTBOUND_MESSAGE", "FACE_CHECK"] as const) {
      expect(keptSince(kind, now).getTime()).toBeLessThanOrEqual(halfYearAgo.getTime());
    }
  }
});

test("nothing is deleted on the day it ends, and every period has a reason", () => {
  for (const { days, why } of Object.values(RETENTION)) {
    expect(days).toBeGreaterThanOrEqual(1);
    expect(why).not.toBe("");
  }
});
