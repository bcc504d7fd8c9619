import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { setUsername, usernameProblem, usernameState } from "@/lib/server/accounts/username";
import { db } from "@/lib/server/db";
import { noticesOf, sessionFor } from "@/prisma/testing/own-session";
import { newPerson } from "@/prisma/testing/people";

const problem = (code: string) => ({
  ok: false,
  problems: [expect.objectContaining({ code, field: "username" })],
});
/** The last second of 2026 and the first of 2027 in Shanghai. */
const NEW_YEARS_EVE = new Date("2026-12-31T15:59:59.000Z");
const NEW_YEAR = new Date("2026-12-31T16:00:00.000Z");

async function named(username: string | null = null) {
  const person = await newPerson();
  const session = await sessionFor(person);
  const set = (name: string, now = NEW_YEARS_EVE) =>
    setUsername({ username: name }, { session, now });
  if (username) await set(username);
  return { person, set, state: (now = NEW_YEARS_EVE) => usernameState(person.id, now) };
}

test("A2 setting the first username is no change; one change a calendar year of Shanghai", async () => {
  const { person, set, state } = await named();
  expect(await set("Lhasa2026")).toMatchObject({ ok: true });
  expect(await state()).toEqual({ username: "Lhasa2026", changeableFromYear: null });
  expect(await set("Lhasa2027")).toMatchObject({ ok: true });
  expect(await state()).toEqual({ username: "Lhasa2027", changeableFromYear: 2027 });
  expect(await set("Lhasa2028")).toEqual({
    ok: false,
    problems: [{ code: "USERNAME_CHANGED_THIS_YEAR", field: "username", params: { year: 2027 } }],
  });
  expect(await state(NEW_YEAR)).toMatchObject({ changeableFromYear: null });
  expect(await set("Lhasa2028", NEW_YEAR)).toMatchObject({ ok: true });
  expect(await noticesOf(person)).toEqual(["USERNAME_SET", "USERNAME_CHANGED", "USERNAME_CHANGED"]);
});

test("A2 of many who claim one name at once, whatever the case, exactly one gets it", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => named()));
  const spellings = ["Yamdrok", "yamdrok", "YAMDROK", "yAmdrok", "yamdroK", "YamDrok"];
  const answers = await Promise.all(people.map(({ set }, index) => set(spellings[index] ?? "")));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual(
    Array.from({ length: 5 }, () => problem("USERNAME_TAKEN")),
  );
  expect(await db.account.count({ where: { usernameKey: "yamdrok" } })).toBe(1);
});

test("A2 of two changes at once in one year exactly one counts; the same name saved twice is saved", async () => {
  const { set, state } = await named("Gyantse1");
  const answers = await Promise.all([set("Gyantse2"), set("Gyantse3")]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { username } = await state();
  expect(await set(username ?? "")).toMatchObject({ ok: true });
});

test("A2 the case of one's own name may change, and that is a change", async () => {
  const { set, state } = await named("shigatse");
  expect(await set("Shigatse")).toMatchObject({ ok: true });
  expect(await state()).toEqual({ username: "Shigatse", changeableFromYear: 2027 });
});

test("A2 what cannot be a username is told before it is claimed", async () => {
  await named("Nyingchi");
  expect(await usernameProblem("nyingchi", null)).toBe("USERNAME_TAKEN");
  expect(await usernameProblem("H12345678", null)).toBe("USERNAME_LIKE_NUMBER");
  expect(await usernameProblem("1lhasa", null)).toBe("USERNAME_FORMAT");
  expect(await usernameProblem("Nagqu2026", null)).toBeNull();
  const { set } = await named();
  expect(await set("H12345678")).toEqual(problem("USERNAME_LIKE_NUMBER"));
});

test("B15 a session without its second factor sets no username", async () => {
  const person = await newPerson();
  const session = await sessionFor(person, { proofs: "SCAN PASSWORD" });
  expect(await setUsername({ username: "Chamdo1" }, { session, now: NEW_YEAR })).toMatchObject({
    problems: [{ code: "SECOND_FACTOR_LOST" }],
  });
});
