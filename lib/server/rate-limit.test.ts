import "@/prisma/testing/empty-database";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { consumeOnce, giveBack, takeFromWindow } from "@/lib/server/rate-limit";

const START = new Date("2026-03-01T02:00:00.000Z");
const RULE = { limit: 5, windowSeconds: 600 };
const at = (seconds: number) => new Date(START.getTime() + seconds * 1000);

test("K2 five in ten minutes counted from the first, then five more", async () => {
  const key = randomUUID();
  for (const second of [0, 1, 2, 300, 598]) {
    expect(await takeFromWindow(key, { ...RULE, now: at(second) })).toEqual({ allowed: true });
  }
  for (const second of [598, 599, 599.999]) {
    expect(await takeFromWindow(key, { ...RULE, now: at(second) })).toEqual({
      allowed: false,
      retryAt: at(600),
    });
  }
  for (const second of [600, 601, 602, 603, 604]) {
    expect(await takeFromWindow(key, { ...RULE, now: at(second) })).toEqual({ allowed: true });
  }
  expect(await takeFromWindow(key, { ...RULE, now: at(605) })).toEqual({
    allowed: false,
    retryAt: at(1200),
  });
});

test("K2 the window does what a careful clerk with a list would do", async () => {
  const pauses = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(pauses, async (seconds) => {
      const key = randomUUID();
      let [clock, first, used] = [0, Number.NEGATIVE_INFINITY, 0];
      for (const pause of seconds) {
        clock += pause;
        if (clock - first >= RULE.windowSeconds) [first, used] = [clock, 0];
        const allowed = used < RULE.limit;
        if (allowed) used += 1;
        const window = await takeFromWindow(key, { ...RULE, now: at(clock) });
        expect(window.allowed).toBe(allowed);
      }
    }),
    { numRuns: 15 },
  );
});

test("K2 forty at once are five, on every key by itself", async () => {
  const keys = [randomUUID(), randomUUID()];
  const windows = await Promise.all(
    keys.flatMap((key) =>
      Array.from({ length: 40 }, () => takeFromWindow(key, { ...RULE, now: START })),
    ),
  );
  expect(windows.slice(0, 40).filter(({ allowed }) => allowed)).toHaveLength(5);
  expect(windows.slice(40).filter(({ allowed }) => allowed)).toHaveLength(5);
});

test("B1 what is given back can be taken again, and never more than was taken", async () => {
  const key = randomUUID();
  await giveBack(key);
  for (let each = 0; each < 5; each++) await takeFromWindow(key, { ...RULE, now: START });
  await giveBack(key);
  expect(await takeFromWindow(key, { ...RULE, now: START })).toEqual({ allowed: true });
  expect(await takeFromWindow(key, { ...RULE, now: START })).toMatchObject({ allowed: false });
  for (let each = 0; each < 9; each++) await giveBack(key);
  const row = await db.rateLimit.findUniqueOrThrow({ where: { key }, select: { count: true } });
  expect(row.count).toBe(0);
});

test("L10 of twenty who use the same proof at once one is let in, for ever", async () => {
  const key = randomUUID();
  const expiresAt = at(60);
  const taken = await Promise.all(Array.from({ length: 20 }, () => consumeOnce(key, expiresAt)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await consumeOnce(key, expiresAt)).toBe(false);
});
