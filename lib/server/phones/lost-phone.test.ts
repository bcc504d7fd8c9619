import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { forgetProofs } from "@/lib/server/accounts/second-factor-proof";
import { db, transaction } from "@/lib/server/db";
import { ownPhone } from "@/lib/server/phones/own-phone";
import { removePhone, sendAddPhoneCode } from "@/lib/server/phones/own-phones";
import { blindIndex, protect } from "@/lib/server/protect";
import { beginLogin, sessionsOf } from "@/prisma/testing/login-steps";
import { newestCode, sessionFor } from "@/prisma/testing/own-session";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

type Person = Awaited<ReturnType<typeof newPerson>>;

let numbers = 0;
const unusedPhone = () => `1547${String(++numbers).padStart(7, "0")}`;

/** A further phone of a person, as if verified before. */
async function givenPhone(person: Person): Promise<{ id: string; number: string }> {
  const number = unusedPhone();
  const { id } = await db.phone.create({
    data: {
      personId: person.id,
      numberCipher: protect("Phone.number", number),
      numberIndex: blindIndex("phone", number),
    },
    select: { id: true },
  });
  return { id, number };
}

test("B15 a login proved at a phone that is lost before the choice of identity is not entered", async () => {
  const [former, person] = [await newPerson(), await newPerson()];
  const enterprise = await newEnterprise();
  const relationId = await relate(former.id, enterprise.id, "TAX_HANDLER");
  await relate(former.id, enterprise.id, "INVOICE_CLERK");
  const other = await givenPhone(former);
  const [proved, waiting] = [await beginLogin(former, enterprise.id), await beginLogin(former)];
  await proved.submit(await proved.code());
  const code = await waiting.code();
  const session = await sessionFor(former);
  // Whoever gives the phone away: 添加手机号码, registration, a counter.
  const taken = { personId: person.id, number: former.phone };
  await transaction((tx) => ownPhone(tx, taken, NOW));
  const { proofs } = await db.loginSession.findUniqueOrThrow({ where: { id: session.id } });
  expect(proofs).toBe("PASSWORD");
  expect(await proved.choose(`relation:${relationId}`)).toEqual(problem("FLOW_EXPIRED"));
  // The code went to the number lost; the one that is the default now has received none.
  expect(await waiting.submit(code)).toEqual(problem("CODE_EXPIRED"));
  expect(await waiting.view()).toMatchObject({
    value: { maskedTarget: `154****${other.number.slice(-4)}` },
  });
  expect(await waiting.send()).toMatchObject({ ok: true });
  expect(await waiting.submit(await newestCode(other.number))).toMatchObject({ ok: true });
  expect(await sessionsOf(former.id)).toHaveLength(2);
});

test("B15 a code sent to a phone proves nothing once the phone is removed", async () => {
  const person = await newPerson();
  await givenPhone(person);
  const login = await beginLogin(person);
  const code = await login.code();
  const first = await db.phone.findFirst({ where: { personId: person.id, isDefault: true } });
  const session = await sessionFor(person);
  await removePhone({ phoneId: first?.id ?? "", last: false }, { session, now: NOW });
  expect(await login.submit(code)).toEqual(problem("CODE_EXPIRED"));
});

test("B15 a phone removed takes the proof by message from the other sessions, not from the one that removes it", async () => {
  const person = await newPerson();
  const other = await givenPhone(person);
  const [session, elsewhere, faced] = [
    await sessionFor(person),
    await sessionFor(person),
    await sessionFor(person, { proofs: "PASSWORD SMS FACE" }),
  ];
  const stranger = await sessionFor(await newPerson());
  expect(
    await removePhone({ phoneId: "x", last: false }, { session: elsewhere, now: NOW }),
  ).toEqual(problem("PHONE_NOT_FOUND"));
  const proofsOf = async ({ id }: { id: string }) =>
    (await db.loginSession.findUniqueOrThrow({ where: { id } })).proofs;
  expect(await proofsOf(session)).toBe("PASSWORD SMS");
  const removing = { phoneId: other.id, last: false };
  expect(await removePhone(removing, { session, now: NOW })).toMatchObject({ ok: true });
  expect(await Promise.all([session, elsewhere, faced, stranger].map(proofsOf))).toEqual([
    "PASSWORD SMS",
    "PASSWORD",
    "PASSWORD FACE",
    "PASSWORD SMS",
  ]);
  // The last one, too: the session that removed it can add another.
  const last = await db.phone.findFirstOrThrow({ where: { personId: person.id } });
  expect(await removePhone({ phoneId: last.id, last: true }, { session, now: NOW })).toMatchObject({
    ok: true,
  });
  const form = { flow: "", phone: unusedPhone() };
  expect(
    await inBrowser(newBrowser(), () => sendAddPhoneCode(form, { session, now: NOW })),
  ).toMatchObject({ ok: true });
});

test("B15 the proof by message is taken from every session that has it, and no other proof", async () => {
  const person = await newPerson();
  const sessions = await Promise.all(
    ["PASSWORD SMS", "SCAN PASSWORD SMS", "PASSWORD SMS FACE", "PASSWORD FACE"].map((proofs) =>
      sessionFor(person, { proofs }),
    ),
  );
  await transaction((tx) => forgetProofs(tx, { personId: person.id }, "SMS"));
  const rows = await sessionsOf(person.id);
  expect(sessions.map(({ id }) => rows.find((row) => row.id === id)?.proofs)).toEqual([
    "PASSWORD",
    "SCAN PASSWORD",
    "PASSWORD FACE",
    "PASSWORD FACE",
  ]);
});
