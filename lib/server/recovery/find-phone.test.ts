import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { changePassword } from "@/lib/server/accounts/change-password";
import { db } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";
import { protect } from "@/lib/server/protect";
import { beginFindPhone, findPhone, sendFindPhoneCode } from "@/lib/server/recovery/find-phone";
import { humanProof } from "@/prisma/testing/human-check";
import { newestCode, noticesOf, sessionFor, toldAt } from "@/prisma/testing/own-session";
import { DEMO_PASSWORD, demoPasswordHash, newPerson } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });
const region = "xizang";

let numbers = 0;
const unusedPhone = () => `1547${String(++numbers).padStart(7, "0")}`;
const registered = async () => newPerson(await demoPasswordHash());

/** The first step in a browser, and the second step there. */
async function begin(account: string, password = DEMO_PASSWORD) {
  const browser = newBrowser();
  const begun = await inBrowser(browser, async () =>
    beginFindPhone({ region, account, password, humanCheck: await humanProof() }, { now: NOW }),
  );
  const to = begun.ok ? begun.value.to : "";
  const flow = new URL(to, "http://portal").searchParams.get("flow") ?? "";
  const run = <T>(use: () => Promise<T>) => inBrowser(browser, use);
  return {
    begun,
    flow,
    send: (phone: string) => run(() => sendFindPhoneCode({ region, flow, phone }, { now: NOW })),
    bind: (phone: string, code: string) =>
      run(() => findPhone({ region, flow, phone, code }, { now: NOW })),
  };
}

const phonesOf = (person: { id: string }) =>
  db.phone.findMany({ where: { personId: person.id }, orderBy: { createdAt: "asc" } });

test("F2 the password opens the way to a new phone, which is the default one when there is none", async () => {
  const person = await registered();
  await db.phone.deleteMany({ where: { personId: person.id } });
  const phone = unusedPhone();
  const finding = await begin(person.number);
  expect(finding.begun).toMatchObject({ ok: true });
  expect(await finding.send(phone)).toMatchObject({ ok: true });
  expect(await finding.bind(phone, await newestCode(phone))).toEqual({
    ok: true,
    value: { to: "/xizang/login?reason=PHONE_FOUND" },
  });
  expect(await phonesOf(person)).toMatchObject([{ isDefault: true }]);
});

test("F2 B3 a default phone stays, and is told of the new one; signed-in devices see it in the message centre", async () => {
  const person = await registered();
  await sessionFor(person);
  const phone = unusedPhone();
  const finding = await begin(person.number);
  await finding.send(phone);
  expect(await finding.bind(phone, await newestCode(phone))).toMatchObject({ ok: true });
  expect(await phonesOf(person)).toMatchObject([{ isDefault: true }, { isDefault: false }]);
  expect(await noticesOf(person)).toEqual(["PHONE_FOUND"]);
  expect(await toldAt(person.phone)).toContain(`154****${phone.slice(-4)}`);
  expect(await toldAt(phone)).toBe("");
});

test("B15 a number of somebody else changes hands: they are told elsewhere and prove their sessions anew", async () => {
  const former = await registered();
  const second = unusedPhone();
  const finder = await begin(former.number);
  await finder.send(second);
  await finder.bind(second, await newestCode(second));
  const session = await sessionFor(former);
  const person = await registered();
  const finding = await begin(person.number);
  await finding.send(former.phone);
  expect(await finding.bind(former.phone, await newestCode(former.phone))).toMatchObject({
    ok: true,
  });
  expect(await phonesOf(person)).toHaveLength(2);
  expect(await phonesOf(former)).toMatchObject([{ isDefault: true }]);
  expect(await noticesOf(former)).toEqual(["PHONE_FOUND", "PHONE_TAKEN_OVER"]);
  expect(await toldAt(second)).toContain("已由他人通过短信验证");
  expect(await toldAt(former.phone)).not.toContain("已由他人通过短信验证");
  expect(await db.loginSession.findUnique({ where: { id: session.id } })).toMatchObject({
    proofs: "PASSWORD",
    revokedAt: null,
  });
});

test("K1 F2 a wrong password counts as at the login, and the fifth locks", async () => {
  const person = await registered();
  const left = [];
  for (let each = 0; each < 5; each++) {
    const { begun } = await begin(person.number, "Wrong@2026");
    left.push(begun.ok || (begun.problems[0]?.params?.left ?? begun.problems[0]?.code));
  }
  expect(left).toEqual([4, 3, 2, 1, "ACCOUNT_LOCKED"]);
  expect((await begin(person.number)).begun).toEqual(problem("ACCOUNT_LOCKED"));
});

test("F2 a password that others may know opens nothing", async () => {
  const person = await registered();
  for (const passwordState of ["INITIAL", "RESET_REQUIRED"] as const) {
    await db.account.update({ where: { id: person.accountId }, data: { passwordState } });
    expect((await begin(person.number)).begun).toEqual(problem("PASSWORD_NOT_CHOSEN"));
  }
});

test("F2 R3 an account that verifies by e-mail does not swap its mailbox for a phone by password alone", async () => {
  const person = await registered();
  await db.phone.deleteMany({ where: { personId: person.id } });
  await db.account.update({
    where: { id: person.accountId },
    data: { emailCipher: protect("Account.email", "r3@example.com") },
  });
  expect((await begin(person.number)).begun).toEqual(problem("FIND_PHONE_BY_EMAIL"));
});

test("F2 the number bound is the one the code went to, and only from the browser that began", async () => {
  const person = await registered();
  const [own, victims] = [unusedPhone(), unusedPhone()];
  const finding = await begin(person.number);
  expect(await finding.bind(victims, "123456")).toEqual(problem("CODE_NOT_SENT"));
  await finding.send(own);
  const code = await newestCode(own);
  expect(await finding.bind(victims, code)).toEqual(problem("CODE_NOT_SENT"));
  const elsewhere = await inBrowser(newBrowser(), () =>
    findPhone({ region, flow: finding.flow, phone: own, code }, { now: NOW }),
  );
  expect(elsewhere).toEqual(problem("STEPS_EXPIRED"));
  expect(await phonesOf(person)).toHaveLength(1);
  expect(await finding.bind(own, code)).toMatchObject({ ok: true });
  expect(await finding.bind(own, code)).toEqual(problem("STEPS_EXPIRED"));
  expect(await phonesOf(person)).toHaveLength(2);
});

test("F2 B3 what began with a password ends when it is replaced, or the account closed", async () => {
  const person = await registered();
  const session = await sessionFor(person);
  const [replaced, phone] = [await begin(person.number), unusedPhone()];
  await replaced.send(phone);
  const form = { oldPassword: DEMO_PASSWORD, newPassword: "Tax#Lhasa77" };
  expect(await changePassword(form, { session, now: NOW })).toMatchObject({ ok: true });
  expect(await replaced.bind(phone, await newestCode(phone))).toEqual(problem("STEPS_EXPIRED"));
  expect(await phonesOf(person)).toHaveLength(1);
  const leaving = await registered();
  const [finding, other] = [await begin(leaving.number), unusedPhone()];
  await finding.send(other);
  await db.account.update({ where: { id: leaving.accountId }, data: { status: "CLOSED" } });
  expect(await finding.bind(other, await newestCode(other))).toEqual(problem("STEPS_EXPIRED"));
  expect(await phonesOf(leaving)).toHaveLength(1);
});

test("F2 numbers that are none, or are the person's already, are sent nothing", async () => {
  const person = await registered();
  const finding = await begin(person.number);
  expect(await finding.send("+85212")).toEqual(problem("PHONE_INVALID"));
  expect(await finding.send("+999123456789")).toEqual(problem("PHONE_INVALID"));
  expect(await finding.send(person.phone)).toEqual(problem("PHONE_ALREADY_YOURS"));
});

test("N1 one person causes ten messages to new numbers a day", async () => {
  const person = await registered();
  const finding = await begin(person.number);
  for (let each = 0; each < 10; each++) {
    expect(await finding.send(unusedPhone())).toMatchObject({ ok: true });
  }
  expect(await finding.send(unusedPhone())).toEqual(problem("RATE_LIMITED"));
});

test("B4 F2 a password that was changed, or has to be, ends what was begun with it", async () => {
  for (const change of [
    { passwordHash: await hashPassword("Other@2026") },
    { passwordState: "RESET_REQUIRED" as const },
    { status: "CLOSED" as const },
  ]) {
    const person = await registered();
    const [early, late] = [await begin(person.number), await begin(person.number)];
    const phone = unusedPhone();
    await early.send(phone);
    const code = await newestCode(phone);
    await db.account.update({ where: { id: person.accountId }, data: change });
    expect(await early.bind(phone, code)).toEqual(problem("STEPS_EXPIRED"));
    expect(await late.send(unusedPhone())).toEqual(problem("STEPS_EXPIRED"));
    expect(await db.phone.count({ where: { personId: person.id } })).toBe(1);
  }
});
