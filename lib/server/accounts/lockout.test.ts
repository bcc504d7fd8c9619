import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";
import {
  clearFailures,
  lockOf,
  refusedAttempt,
  returnAttempt,
  takeAttempt,
} from "@/lib/server/accounts/lockout";
import { db } from "@/lib/server/db";
import { noticesOf, toldAt } from "@/prisma/testing/own-session";
import { newPerson } from "@/prisma/testing/people";

const NOW = new Date("2026-03-01T02:00:00.000Z");
/** Midnight in Shanghai. */
const MIDNIGHT = new Date("2026-03-01T16:00:00.000Z");

function region(slug: string): RegionProfile {
  const found = findRegion(slug);
  if (!found) throw new Error(slug);
  return found;
}

async function account(): Promise<string> {
  return (await newPerson()).accountId;
}

async function useUp(accountId: string, method: "PASSWORD" | "SMS") {
  for (let each = 0; each < 5; each++) await takeAttempt(accountId, method, NOW);
}

test("K1 forty attempts at once are five", async () => {
  const accountId = await account();
  const taken = await Promise.all(
    Array.from({ length: 40 }, () => takeAttempt(accountId, "PASSWORD", NOW)),
  );
  expect(taken.filter(Boolean)).toHaveLength(5);
  expect(await db.authenticationCounter.findMany({ where: { accountId } })).toMatchObject([
    { method: "PASSWORD", day: "2026-03-01", failures: 5 },
  ]);
});

test("K1 methods count by themselves, and accounts too", async () => {
  const [one, other] = [await account(), await account()];
  await useUp(one, "PASSWORD");
  expect(await takeAttempt(one, "PASSWORD", NOW)).toBe(false);
  expect(await takeAttempt(one, "SMS", NOW)).toBe(true);
  expect(await takeAttempt(other, "PASSWORD", NOW)).toBe(true);
});

test("K1 the day in Shanghai begins anew at midnight, not a second before", async () => {
  const accountId = await account();
  await useUp(accountId, "PASSWORD");
  const before = new Date(MIDNIGHT.getTime() - 1000);
  expect(await takeAttempt(accountId, "PASSWORD", before)).toBe(false);
  expect(await takeAttempt(accountId, "PASSWORD", MIDNIGHT)).toBe(true);
  expect(await db.authenticationCounter.findMany({ where: { accountId } })).toMatchObject([
    { day: "2026-03-02", failures: 1 },
  ]);
});

test("K1 success forgets the failures of its method only", async () => {
  const accountId = await account();
  await useUp(accountId, "PASSWORD");
  await takeAttempt(accountId, "SMS", NOW);
  await clearFailures(db, accountId, "SMS");
  expect(await takeAttempt(accountId, "PASSWORD", NOW)).toBe(false);
  await clearFailures(db, accountId, "PASSWORD");
  expect(await takeAttempt(accountId, "PASSWORD", NOW)).toBe(true);
});

test("K1 an attempt that was no failure is given back, and no more than were taken", async () => {
  const accountId = await account();
  await useUp(accountId, "SMS");
  await returnAttempt(accountId, "SMS");
  expect(await takeAttempt(accountId, "SMS", NOW)).toBe(true);
  expect(await takeAttempt(accountId, "SMS", NOW)).toBe(false);
  for (let each = 0; each < 9; each++) await returnAttempt(accountId, "SMS");
  const [counter] = await db.authenticationCounter.findMany({ where: { accountId } });
  expect(counter?.failures).toBe(0);
});

test("K1 B2 a lock says until when, and what it blocks depends on the bureau", async () => {
  const accountId = await account();
  await useUp(accountId, "PASSWORD");
  const locked = (ways: string) => ({
    ok: false,
    problems: [
      {
        code: "ACCOUNT_LOCKED",
        params: { until: MIDNIGHT.toISOString(), now: NOW.toISOString(), ways },
      },
    ],
  });
  expect(await lockOf(accountId, "PASSWORD", region("shandong"), NOW)).toEqual(
    locked("FORGOT_PASSWORD FACE"),
  );
  expect(await lockOf(accountId, "SMS", region("shandong"), NOW)).toBeNull();
  for (const slug of ["xizang", "qingdao", "liaoning", "yunnan"]) {
    for (const method of ["PASSWORD", "SMS", "EMAIL", "FACE"] as const) {
      expect(await lockOf(accountId, method, region(slug), NOW)).toEqual(locked("FORGOT_PASSWORD"));
    }
  }
  expect(await lockOf(accountId, "PASSWORD", region("xizang"), MIDNIGHT)).toBeNull();
});

test("K1 in shandong a locked message blocks the password below it, not the face above", async () => {
  const accountId = await account();
  await useUp(accountId, "SMS");
  expect(await lockOf(accountId, "PASSWORD", region("shandong"), NOW)).not.toBeNull();
  expect(await lockOf(accountId, "SMS", region("shandong"), NOW)).not.toBeNull();
  expect(await lockOf(accountId, "FACE", region("shandong"), NOW)).toBeNull();
});

test("K1 a refused attempt is answered with what is left, the fifth with the lock", async () => {
  const accountId = await account();
  const answers = [];
  for (let each = 0; each < 5; each++) {
    await takeAttempt(accountId, "PASSWORD", NOW);
    const { problems } = await refusedAttempt(accountId, "PASSWORD", "PASSWORD_WRONG", {
      field: "password",
      region: region("shandong"),
      now: NOW,
    });
    answers.push(problems[0]?.params?.left ?? problems[0]?.code);
  }
  expect(answers).toEqual([4, 3, 2, 1, "ACCOUNT_LOCKED"]);
});

test("A5 a lock is in the person's messages, once, however many find it", async () => {
  const person = await newPerson();
  const { accountId } = person;
  await useUp(accountId, "PASSWORD");
  const refused = () =>
    refusedAttempt(accountId, "PASSWORD", "PASSWORD_WRONG", {
      field: "password",
      region: region("xizang"),
      now: NOW,
    });
  const answers = await Promise.all([refused(), refused(), refused()]);
  for (const { problems } of answers) expect(problems[0]?.code).toBe("ACCOUNT_LOCKED");
  expect(await noticesOf(person)).toEqual(["ACCOUNT_LOCKED"]);
  expect(await toldAt(person.phone)).toBe("");
});
