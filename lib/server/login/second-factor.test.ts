import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { sessionDeadline } from "@/lib/domain/session-limits";
import { db } from "@/lib/server/db";
import { readSession } from "@/lib/server/session-store";
import { beginLogin, sessionsOf } from "@/prisma/testing/login-steps";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const EXPIRED = { ok: false, problems: [{ code: "FLOW_EXPIRED" }] };

type Person = Awaited<ReturnType<typeof newPerson>>;

const failures = async (person: Person) =>
  (await db.authenticationCounter.findMany({ where: { accountId: person.accountId } })).map(
    (row) => row.failures,
  );

test("L3 both factors open one session, whose cookie carries a token and nothing else", async () => {
  const person = await newPerson();
  const login = await beginLogin(person);
  expect(await login.submit(await login.code())).toEqual({
    ok: true,
    value: { to: "/shandong/home" },
  });
  const [session, ...more] = await sessionsOf(person.id);
  expect(more).toEqual([]);
  expect(session).toMatchObject({ region: "shandong", entry: "PERSON", proofs: "PASSWORD SMS" });
  const token = login.browser.cookies.get("portal.session") ?? "";
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(session?.tokenHash).not.toBe(token);
  const current = await readSession(token, { now: new Date(), slide: false });
  expect(current).toMatchObject({ personId: person.id });
  if (current) expect(sessionDeadline(current).at.getTime()).toBeGreaterThan(Date.now());
});

test("N2 of twelve submissions of the right code at once exactly one wins", async () => {
  const person = await newPerson();
  const login = await beginLogin(person);
  const code = await login.code();
  const answers = await Promise.all(Array.from({ length: 12 }, () => login.submit(code)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sessionsOf(person.id)).toHaveLength(1);
  expect(await login.submit(code)).toEqual(EXPIRED);
});

test("K1 a right code submitted twice is no failure", async () => {
  const person = await newPerson();
  const login = await beginLogin(person);
  const code = await login.code();
  await Promise.all(Array.from({ length: 12 }, () => login.submit(code)));
  expect(await failures(person)).toEqual([0]);
});

test("N2 of twelve who open the session at once exactly one wins", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const [handler] = [
    await relate(person.id, enterprise.id, "TAX_HANDLER"),
    await relate(person.id, enterprise.id, "INVOICE_CLERK"),
  ];
  const login = await beginLogin(person, enterprise.id);
  expect(await login.submit(await login.code())).toEqual({
    ok: true,
    value: { to: `/shandong/login/identity?flow=${login.form.flow}` },
  });
  const opened = await Promise.all(
    Array.from({ length: 12 }, () => login.open(`relation:${handler}`)),
  );
  expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  for (const result of opened.filter(({ ok }) => !ok)) expect(result).toEqual(EXPIRED);
  expect(await sessionsOf(person.id)).toHaveLength(1);
});

test("L3 nothing can be chosen or confirmed before the second factor", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  const login = await beginLogin(person, enterprise.id);
  expect(await login.choose(`relation:${relationId}`)).toEqual(EXPIRED);
  expect(await login.confirm()).toEqual(EXPIRED);
  expect(await login.open(`relation:${relationId}`)).toEqual(EXPIRED);
  expect(await sessionsOf(person.id)).toEqual([]);
});

test("L6 what is chosen has to be the person's own, in the enterprise typed, of the entry's kind", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const [typed, another] = [await newEnterprise(), await newEnterprise()];
  await relate(person.id, typed.id, "TAX_HANDLER");
  await relate(person.id, typed.id, "INVOICE_CLERK");
  const elsewhere = await relate(person.id, another.id, "TAX_HANDLER");
  const foreign = await relate(other.id, typed.id, "TAX_HANDLER");
  const login = await beginLogin(person, typed.id);
  await login.submit(await login.code());
  for (const identity of [
    `relation:${elsewhere}`,
    `relation:${foreign}`,
    "person",
    "relation:",
    "client:x",
    "project:x",
  ]) {
    expect((await login.choose(identity)).ok, identity).toBe(false);
  }
  expect(await sessionsOf(person.id)).toEqual([]);
});

test("B7 a relation frozen between verification and choice is not entered with", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  await relate(person.id, enterprise.id, "INVOICE_CLERK");
  const login = await beginLogin(person, enterprise.id);
  await login.submit(await login.code());
  await db.relation.update({ where: { id: relationId }, data: { frozenAt: NOW } });
  expect(await login.choose(`relation:${relationId}`)).toMatchObject({
    problems: [{ code: "HANDLER_FROZEN" }],
  });
});

test("L6 a finance manager confirms once, is in, and the trail says so", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const relationId = await relate(person.id, enterprise.id, "FINANCE_MANAGER");
  await db.relation.update({ where: { id: relationId }, data: { status: "PENDING_PERSON" } });
  const login = await beginLogin(person, enterprise.id);
  expect(await login.submit(await login.code())).toMatchObject({
    value: { to: expect.stringContaining("/login/identity") },
  });
  const confirmed = await Promise.all([login.confirm(), login.confirm()]);
  expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.relation.findUnique({ where: { id: relationId } })).toMatchObject({
    status: "ACTIVE",
  });
  const actions = await db.auditEvent.findMany({
    where: { personId: person.id },
    orderBy: { sequence: "asc" },
  });
  expect(actions.map(({ action }) => action)).toEqual(["CONFIRM_RELATION", "LOGIN"]);
});

test("L4 the page shows the phone masked and when the next message may be asked for", async () => {
  const person = await newPerson();
  const login = await beginLogin(person);
  const masked = `154****${person.phone.slice(-4)}`;
  expect(await login.view()).toMatchObject({
    value: { method: "SMS", maskedTarget: masked, resendSeconds: 0 },
  });
  await login.send();
  expect(await login.view()).toMatchObject({ value: { maskedTarget: masked, resendSeconds: 60 } });
});

test("L5 without phone and mailbox there is nowhere to send to", async () => {
  const person = await newPerson();
  await db.phone.deleteMany({ where: { personId: person.id } });
  const login = await beginLogin(person);
  expect(await login.view()).toMatchObject({ value: { method: null, maskedTarget: null } });
  expect(await login.send()).toMatchObject({ problems: [{ code: "PHONE_EMPTY" }] });
  expect(await login.submit("123456")).toMatchObject({ problems: [{ code: "PHONE_EMPTY" }] });
});

test("L4 a phone that has gone to another person meanwhile is not sent to", async () => {
  const [person, next] = [await newPerson(), await newPerson()];
  const login = await beginLogin(person);
  await db.phone.deleteMany({ where: { personId: next.id } });
  await db.phone.updateMany({ where: { personId: person.id }, data: { personId: next.id } });
  expect(await login.send()).toMatchObject({ problems: [{ code: "PHONE_EMPTY" }] });
});

test("L9 a login in the same browser ends the session before it", async () => {
  const person = await newPerson();
  const first = await beginLogin(person);
  await first.submit(await first.code());
  const token = first.browser.cookies.get("portal.session") ?? "";
  const second = await beginLogin(person);
  second.browser.cookies.set("portal.session", token);
  await second.submit(await second.code());
  expect(await readSession(token, { now: new Date(), slide: false })).toBeNull();
  expect(await sessionsOf(person.id)).toHaveLength(2);
});
