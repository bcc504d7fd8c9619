import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { changePassword } from "@/lib/server/accounts/change-password";
import { db } from "@/lib/server/db";
import { verifyPassword } from "@/lib/server/password";
import { noticesOf, runningSessions, sessionFor, toldAt } from "@/prisma/testing/own-session";
import { DEMO_PASSWORD, demoPasswordHash, newPerson } from "@/prisma/testing/people";

const NOW = new Date();

async function signedIn() {
  const person = await newPerson(await demoPasswordHash());
  const session = await sessionFor(person);
  return {
    person,
    session,
    change: (oldPassword: string, newPassword: string) =>
      changePassword({ oldPassword, newPassword }, { session, now: NOW }),
    account: () => db.account.findUniqueOrThrow({ where: { id: person.accountId } }),
  };
}

test("A1 the old password changes into a new one; this session stays, the others end, the person is told", async () => {
  const { person, session, change, account } = await signedIn();
  await sessionFor(person);
  expect(await change(DEMO_PASSWORD, "Tax#Lhasa77")).toEqual({
    ok: true,
    value: { to: "/shandong/account/password?saved=1" },
  });
  expect(await verifyPassword((await account()).passwordHash, "Tax#Lhasa77")).toBe(true);
  expect(await runningSessions(person)).toEqual([session.id]);
  expect(await noticesOf(person)).toEqual(["PASSWORD_CHANGED"]);
  expect(await toldAt(person.phone)).toContain("您的个人用户密码已修改");
});

test("K1 a wrong old password counts, and the fifth locks", async () => {
  const { change, account } = await signedIn();
  const { passwordHash } = await account();
  const left = [];
  for (let each = 0; each < 5; each++) {
    const answer = await change("Wrong@2026", "Tax#Lhasa77");
    left.push(answer.ok || (answer.problems[0]?.params?.left ?? answer.problems[0]?.code));
  }
  expect(left).toEqual([4, 3, 2, 1, "ACCOUNT_LOCKED"]);
  expect(await change(DEMO_PASSWORD, "Tax#Lhasa77")).toMatchObject({
    problems: [{ code: "ACCOUNT_LOCKED" }],
  });
  expect((await account()).passwordHash).toBe(passwordHash);
});

test("K3 the new password is neither the old one nor made of the person's numbers", async () => {
  const { person, change } = await signedIn();
  expect(await change(DEMO_PASSWORD, DEMO_PASSWORD)).toMatchObject({
    problems: [{ code: "PASSWORD_SAME", field: "newPassword" }],
  });
  expect(await change(DEMO_PASSWORD, `x${person.number.slice(-6)}y`)).toMatchObject({
    problems: [{ code: "PASSWORD_HAS_DOCUMENT_NUMBER", field: "newPassword" }],
  });
});

test("N2 of four changes at once exactly one counts", async () => {
  const { person, change } = await signedIn();
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, index) => change(DEMO_PASSWORD, `Tax#Lhasa7${index}`)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await noticesOf(person)).toEqual(["PASSWORD_CHANGED"]);
});

test("B15 a session that lost its second factor does not change the password", async () => {
  const { person, session, account } = await signedIn();
  const { passwordHash } = await account();
  const form = { oldPassword: DEMO_PASSWORD, newPassword: "Tax#Lhasa77" };
  const lost = { session: { ...session, proofs: ["PASSWORD"] }, now: NOW };
  expect(await changePassword(form, lost)).toMatchObject({
    problems: [{ code: "SECOND_FACTOR_LOST" }],
  });
  expect((await account()).passwordHash).toBe(passwordHash);
  expect(await noticesOf(person)).toEqual([]);
});
