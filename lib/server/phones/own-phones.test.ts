import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import {
  addPhone,
  removePhone,
  sendAddPhoneCode,
  setDefaultPhone,
} from "@/lib/server/phones/own-phones";
import { blindIndex, protect } from "@/lib/server/protect";
import type { CurrentSession } from "@/lib/server/session-store";
import { newestCode, noticesOf, sessionFor, toldAt } from "@/prisma/testing/own-session";
import { newPerson } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

let numbers = 0;
const unusedPhone = () => `1546${String(++numbers).padStart(7, "0")}`;

type Person = Awaited<ReturnType<typeof newPerson>>;

/** 添加手机号码 of one session: the code asked for, and the submission. */
function adding(session: CurrentSession, browser = newBrowser()) {
  const context = { session, now: NOW };
  return {
    async send(phone: string, flow = "") {
      const sent = await inBrowser(browser, () => sendAddPhoneCode({ flow, phone }, context));
      return sent.ok ? sent.value.flow : sent;
    },
    add: (flow: string, phone: string, code: string) =>
      inBrowser(browser, () => addPhone({ flow, phone, code }, context)),
  };
}

async function addTo(person: Person, phone: string) {
  const dialog = adding(await sessionFor(person));
  const flow = await dialog.send(phone);
  if (typeof flow !== "string") throw new Error(JSON.stringify(flow));
  return dialog.add(flow, phone, await newestCode(phone));
}

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

const phonesOf = (person: Person) =>
  db.phone.findMany({ where: { personId: person.id }, orderBy: { createdAt: "asc" } });
const defaultsOf = async (person: Person) =>
  (await phonesOf(person)).filter(({ isDefault }) => isDefault);

test("P3 a phone is added by the code sent to it, and the default one stays", async () => {
  const person = await newPerson();
  const phone = unusedPhone();
  expect(await addTo(person, phone)).toMatchObject({ ok: true });
  expect(await phonesOf(person)).toMatchObject([{ isDefault: true }, { isDefault: false }]);
  expect(await noticesOf(person)).toEqual(["PHONE_ADDED"]);
  expect(await toldAt(person.phone)).toContain("添加了手机号码");
});

test("P2 of two who verify one phone at once exactly one owns it, and both are consistent", async () => {
  for (let round = 0; round < 4; round++) {
    const [one, two] = [await newPerson(), await newPerson()];
    const phone = unusedPhone();
    const dialogs = [];
    for (const person of [one, two]) {
      const dialog = adding(await sessionFor(person));
      const flow = await dialog.send(phone);
      dialogs.push({ ...dialog, flow: String(flow), code: await newestCode(phone) });
    }
    const answers = await Promise.all(dialogs.map(({ add, flow, code }) => add(flow, phone, code)));
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    const rows = await db.phone.findMany({ where: { numberIndex: blindIndex("phone", phone) } });
    expect(rows).toHaveLength(1);
    const owner = rows[0]?.personId === one.id ? one : two;
    const former = owner === one ? two : one;
    expect(await phonesOf(owner)).toHaveLength(2);
    expect(await phonesOf(former)).toHaveLength(1);
    for (const person of [one, two]) expect(await defaultsOf(person)).toHaveLength(1);
    expect(await noticesOf(former)).toEqual(["PHONE_ADDED", "PHONE_TAKEN_OVER"]);
  }
});

test("P2 two who take each other's only phone at once both have one, the default one", async () => {
  for (let round = 0; round < 4; round++) {
    const [one, two] = [await newPerson(), await newPerson()];
    const attempts = [];
    for (const [person, other] of [
      [one, two],
      [two, one],
    ] as const) {
      const dialog = adding(await sessionFor(person));
      const flow = await dialog.send(other.phone);
      attempts.push({ dialog, flow: String(flow), phone: other.phone });
    }
    const codes = [await newestCode(two.phone), await newestCode(one.phone)];
    const answers = await Promise.all(
      attempts.map(({ dialog, flow, phone }, index) => dialog.add(flow, phone, codes[index] ?? "")),
    );
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    for (const person of [one, two]) {
      expect(await phonesOf(person)).toMatchObject([{ isDefault: true }]);
    }
  }
});

test("P2 the former owner's other phone becomes the default one, or the phone is empty", async () => {
  const [former, person] = [await newPerson(), await newPerson()];
  const other = await givenPhone(former);
  await addTo(person, former.phone);
  expect(await phonesOf(former)).toMatchObject([{ id: other.id, isDefault: true }]);
  await addTo(person, other.number);
  expect(await phonesOf(former)).toEqual([]);
});

test("B15 who lost a phone proves a second factor anew before changing anything", async () => {
  const [former, person] = [await newPerson(), await newPerson()];
  const session = await sessionFor(former);
  await addTo(person, former.phone);
  const { proofs } = await db.loginSession.findUniqueOrThrow({ where: { id: session.id } });
  expect(proofs).toBe("PASSWORD");
  const lost = { ...session, proofs: proofs.split(" ") };
  expect(await adding(lost).send(unusedPhone())).toEqual(problem("SECOND_FACTOR_LOST"));
  const context = { session: lost, now: NOW };
  expect(await setDefaultPhone({ phoneId: "x" }, context)).toEqual(problem("SECOND_FACTOR_LOST"));
  expect(await removePhone({ phoneId: "x", last: true }, context)).toEqual(
    problem("SECOND_FACTOR_LOST"),
  );
  const faced = { ...session, proofs: ["PASSWORD", "FACE"] };
  expect(typeof (await adding(faced).send(unusedPhone()))).toBe("string");
});

test("P3 设为默认 moves the default, and tells", async () => {
  const person = await newPerson();
  const other = await givenPhone(person);
  const session = await sessionFor(person);
  expect(await setDefaultPhone({ phoneId: other.id }, { session, now: NOW })).toMatchObject({
    ok: true,
  });
  expect(await defaultsOf(person)).toMatchObject([{ id: other.id }]);
  expect(await noticesOf(person)).toEqual(["PHONE_DEFAULT_CHANGED"]);
});

test("P3 the default phone removed, the one verified last takes its place; the removed number is told", async () => {
  const person = await newPerson();
  await givenPhone(person);
  const latest = await givenPhone(person);
  await db.phone.update({
    where: { id: latest.id },
    data: { verifiedAt: new Date(NOW.getTime() + 60_000) },
  });
  const session = await sessionFor(person);
  const [first] = await defaultsOf(person);
  const removed = await removePhone(
    { phoneId: first?.id ?? "", last: false },
    { session, now: NOW },
  );
  expect(removed).toMatchObject({ ok: true });
  expect(await defaultsOf(person)).toMatchObject([{ id: latest.id }]);
  expect(await toldAt(person.phone)).toContain("删除了手机号码");
  expect(await toldAt(latest.number)).toContain("删除了手机号码");
});

test("P3 the last phone is never removed silently, also not by two tabs at once", async () => {
  const person = await newPerson();
  const other = await givenPhone(person);
  const session = await sessionFor(person);
  const [first] = await defaultsOf(person);
  const answers = await Promise.all(
    [first?.id ?? "", other.id].map((phoneId) =>
      removePhone({ phoneId, last: false }, { session, now: NOW }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(problem("PHONE_LAST"));
  const [left] = await phonesOf(person);
  expect(left?.isDefault).toBe(true);
  const last = { phoneId: left?.id ?? "", last: true };
  expect(await removePhone(last, { session, now: NOW })).toMatchObject({ ok: true });
  expect(await phonesOf(person)).toEqual([]);
});

test("P3 removed while made the default one: it is gone, or another is the default one", async () => {
  for (let round = 0; round < 6; round++) {
    const person = await newPerson();
    const other = await givenPhone(person);
    const session = await sessionFor(person);
    const context = { session, now: NOW };
    const [removed] = await Promise.all([
      removePhone({ phoneId: other.id, last: false }, context),
      setDefaultPhone({ phoneId: other.id }, context),
    ]);
    expect(removed).toMatchObject({ ok: true });
    expect(await phonesOf(person)).toMatchObject([{ isDefault: true }]);
  }
});

test("N1 somebody else's phone is not there", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const session = await sessionFor(person);
  const [foreign] = await phonesOf(other);
  const phoneId = foreign?.id ?? "";
  const context = { session, now: NOW };
  expect(await setDefaultPhone({ phoneId }, context)).toEqual(problem("PHONE_NOT_FOUND"));
  expect(await removePhone({ phoneId, last: true }, context)).toEqual(problem("PHONE_NOT_FOUND"));
  expect(await phonesOf(other)).toHaveLength(1);
  expect(await defaultsOf(person)).toHaveLength(1);
});

test("K2 the flow belongs to its browser and session, and a right code is used once", async () => {
  const person = await newPerson();
  const browser = newBrowser();
  const dialog = adding(await sessionFor(person), browser);
  const phone = unusedPhone();
  const flow = String(await dialog.send(phone));
  const code = await newestCode(phone);
  const otherSession = adding(await sessionFor(await newPerson()), browser);
  expect(await otherSession.add(flow, phone, code)).toEqual(problem("STEPS_EXPIRED"));
  expect(await dialog.add("", phone, code)).toEqual(problem("CODE_NOT_SENT"));
  const answers = await Promise.all(Array.from({ length: 5 }, () => dialog.add(flow, phone, code)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await noticesOf(person)).toEqual(["PHONE_ADDED"]);
});

test("K1 wrong codes of a new number count against the account; the right one forgives none of them", async () => {
  const person = await newPerson();
  const dialog = adding(await sessionFor(person));
  const phone = unusedPhone();
  const flow = String(await dialog.send(phone));
  const code = await newestCode(phone);
  const wrong = code === "000000" ? "000001" : "000000";
  expect(await dialog.add(flow, phone, wrong)).toEqual(problem("CODE_WRONG"));
  expect(await dialog.add(flow, phone, code)).toMatchObject({ ok: true });
  expect(
    await db.authenticationCounter.findFirst({ where: { accountId: person.accountId } }),
  ).toMatchObject({ method: "SMS", failures: 1 });
});
