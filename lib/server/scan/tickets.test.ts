import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { TICKET_SECONDS } from "@/lib/domain/scan-ticket";
import { db } from "@/lib/server/db";
import { loginCode } from "@/lib/server/scan/create";
import { cancelOnPhone, confirmOnPhone, openOnPhone } from "@/lib/server/scan/phone";
import { stateForBrowser } from "@/lib/server/scan/state";
import { takeUpTicket } from "@/lib/server/scan/take-up";
import { findTicket } from "@/lib/server/scan/tickets";
import { newLogin, openAppSession } from "@/prisma/testing/companion";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// One request per test and browser: React's cache has no request to live in here.
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const later = (seconds: number) => ({
  ...CONTEXT,
  now: new Date(NOW.getTime() + seconds * 1000),
});
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

let web: Browser;
let phone: Browser;

/** A code of 扫码登录 shown in `web`. */
async function show(app: "TAX" | "IIT" | "LICENSE" = "TAX", region = "shandong") {
  const made = await inBrowser(web, () => loginCode({ region, app, specific: false }, CONTEXT));
  if (!made.ok) throw new Error(JSON.stringify(made));
  const secret = made.value.link.split("/").at(-1) ?? "";
  return { ...made.value, secret };
}

const open = (secret: string, context = CONTEXT, on = phone) =>
  inBrowser(on, () => openOnPhone({ secret }, context));
const confirm = (secret: string, number: number, context = CONTEXT, on = phone) =>
  inBrowser(on, () => confirmOnPhone({ secret, number }, context));
const takeUp = (ticket: string, context = CONTEXT, on = web) =>
  inBrowser(on, () => takeUpTicket({ ticket }, context));
const state = (id: string, now = NOW, on = web) => inBrowser(on, () => stateForBrowser(id, now));

beforeEach(async () => {
  web = newBrowser({ "user-agent": "web" });
  phone = newBrowser({ "user-agent": "phone" });
});

/** A person signed in to the tax APP as themselves. */
async function personInApp(app: "TAX" | "IIT" = "TAX") {
  const person = await newPerson();
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 4 } });
  await openAppSession(phone, { app, person, region: "shandong", entry: "PERSON", now: NOW });
  return person;
}

test("Q2 the web gets the APP's state: scanned, matched, confirmed, signed in", async () => {
  const person = await personInApp();
  const code = await show();
  expect(await state(code.id)).toBe("CREATED");
  const opened = await open(code.secret);
  expect(opened).toMatchObject({
    ok: true,
    value: {
      who: { name: person.name, enterprise: null },
      browser: "Chrome（Windows）",
      place: "本机",
      face: false,
      choices: expect.arrayContaining([code.matchingNumber]),
    },
  });
  expect(await state(code.id)).toBe("SCANNED");
  expect(await db.loginSession.count({ where: { personId: person.id, instance: "PORTAL" } })).toBe(
    0,
  );
  expect(await confirm(code.secret, code.matchingNumber)).toEqual({
    ok: true,
    value: { face: false },
  });
  expect(await state(code.id)).toBe("CONFIRMED");
  expect(await takeUp(code.id)).toEqual({ ok: true, value: { to: "/shandong/home" } });
  const session = await db.loginSession.findFirstOrThrow({
    where: { personId: person.id, instance: "PORTAL" },
  });
  expect(session).toMatchObject({
    entry: "PERSON",
    proofs: "SCAN PASSWORD SMS",
    region: "shandong",
  });
});

test("Q2 an enterprise state signs in as that enterprise and role", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  await openAppSession(phone, {
    app: "TAX",
    person,
    region: "shandong",
    entry: "ENTERPRISE",
    relationId,
    now: NOW,
  });
  const code = await show();
  expect(await open(code.secret)).toMatchObject({
    value: { who: { enterprise: enterprise.name, role: expect.stringContaining("办税员") } },
  });
  await confirm(code.secret, code.matchingNumber);
  expect(await takeUp(code.id)).toEqual({ ok: true, value: { to: "/shandong/home" } });
  expect(
    await db.loginSession.findFirst({ where: { personId: person.id, instance: "PORTAL" } }),
  ).toMatchObject({ entry: "ENTERPRISE", relationId });
});

test("Q2 个人所得税APP signs in as the natural person, and only when real-named", async () => {
  const person = await personInApp("IIT");
  const code = await show("IIT");
  await open(code.secret);
  await confirm(code.secret, code.matchingNumber);
  expect(await takeUp(code.id)).toMatchObject({ ok: true });
  expect(
    await db.loginSession.findFirst({ where: { personId: person.id, instance: "PORTAL" } }),
  ).toMatchObject({ entry: "PERSON", relationId: null });
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 2 } });
  const second = await show("IIT");
  expect(await open(second.secret)).toEqual(problem("IIT_NOT_REAL_NAMED"));
  expect(await state(second.id)).toBe("CREATED");
});

test("Q2 电子营业执照 signs in as its enterprise, for who holds it only", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await db.enterprise.update({ where: { id: enterprise.id }, data: { region: "qingdao" } });
  const relationId = await relate(person.id, enterprise.id, "LEGAL_REPRESENTATIVE");
  const session = {
    app: "LICENSE",
    person,
    region: "qingdao",
    entry: "ENTERPRISE",
    now: NOW,
  } as const;
  await openAppSession(phone, { ...session, relationId });
  const code = await show("LICENSE", "qingdao");
  await open(code.secret);
  await confirm(code.secret, code.matchingNumber);
  expect(await takeUp(code.id)).toEqual({ ok: true, value: { to: "/qingdao/home" } });
  const handler = await relate(person.id, enterprise.id, "TAX_HANDLER");
  await openAppSession(phone, { ...session, relationId: handler });
  expect(await open((await show("LICENSE", "qingdao")).secret)).toEqual(
    problem("NOT_LICENSE_HOLDER"),
  );
  const here = await inBrowser(web, () =>
    loginCode({ region: "shandong", app: "LICENSE", specific: false }, CONTEXT),
  );
  expect(here).toEqual(problem("APP_NOT_OFFERED"));
});

test("Q2 the APP has to be signed in, and to the bureau of the code", async () => {
  const code = await show();
  expect(await open(code.secret)).toEqual({ ok: true, value: { signIn: "TAX" } });
  expect(await state(code.id)).toBe("CREATED");
  await personInApp();
  expect(await open((await show("TAX", "xizang")).secret)).toEqual(problem("TICKET_OTHER_BUREAU"));
});

test("Q2 an identity that does not hold any more signs nobody in", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  const session = {
    app: "TAX",
    person,
    region: "shandong",
    entry: "ENTERPRISE",
    now: NOW,
  } as const;
  await openAppSession(phone, { ...session, relationId });
  const [frozenBefore, frozenAfter] = [await show(), await show()];
  await open(frozenAfter.secret);
  await confirm(frozenAfter.secret, frozenAfter.matchingNumber);
  await db.relation.update({ where: { id: relationId }, data: { frozenAt: NOW } });
  expect(await open(frozenBefore.secret)).toEqual(problem("HANDLER_FROZEN"));
  expect(await takeUp(frozenAfter.id)).toMatchObject({ ok: false });
  expect(await db.loginSession.count({ where: { personId: person.id, instance: "PORTAL" } })).toBe(
    0,
  );
});

test("Q2 A1 an APP signed out meanwhile signs nobody in, though it had confirmed", async () => {
  const person = await personInApp();
  const code = await show();
  await open(code.secret);
  await confirm(code.secret, code.matchingNumber);
  await db.loginSession.updateMany({ where: { personId: person.id }, data: { revokedAt: NOW } });
  expect(await takeUp(code.id)).toEqual(problem("FLOW_EXPIRED"));
  expect(await db.loginSession.count({ where: { personId: person.id, revokedAt: null } })).toBe(0);
  const reopened = await show();
  expect(await open(reopened.secret)).toEqual({ ok: true, value: { signIn: "TAX" } });
});

test("B6 B7 only who was shown on the phone is confirmed: signed in anew, the phone asks again", async () => {
  const person = await personInApp();
  const code = await show();
  await open(code.secret);
  const enterprise = await newEnterprise();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  const session = {
    app: "TAX",
    person,
    region: "shandong",
    entry: "ENTERPRISE",
    now: NOW,
  } as const;
  await openAppSession(phone, { ...session, relationId });
  expect(await confirm(code.secret, code.matchingNumber)).toEqual(problem("IDENTITY_SWITCHED"));
  expect(await state(code.id)).toBe("SCANNED");
  expect(await open(code.secret)).toMatchObject({
    value: { who: { enterprise: enterprise.name } },
  });
  expect(await confirm(code.secret, code.matchingNumber)).toMatchObject({ ok: true });
  await takeUp(code.id);
  expect(
    await db.loginSession.findFirst({ where: { personId: person.id, instance: "PORTAL" } }),
  ).toMatchObject({ entry: "ENTERPRISE", relationId });
});

test("B6 a wrong number ends the code: the right one comes too late", async () => {
  await personInApp();
  const code = await show();
  await open(code.secret);
  const wrong = code.matchingNumber === 99 ? 98 : code.matchingNumber + 1;
  expect(await confirm(code.secret, wrong)).toEqual(problem("TICKET_WRONG_NUMBER"));
  expect(await state(code.id)).toBe("CANCELLED");
  expect(await confirm(code.secret, code.matchingNumber)).toEqual(problem("TICKET_CANCELLED"));
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
});

test("B6 cancelling on the phone is final", async () => {
  await personInApp();
  const code = await show();
  await open(code.secret);
  expect(
    await inBrowser(phone, () => cancelOnPhone({ secret: code.secret }, CONTEXT)),
  ).toMatchObject({
    ok: true,
  });
  expect(await state(code.id)).toBe("CANCELLED");
  expect(await confirm(code.secret, code.matchingNumber)).toEqual(problem("TICKET_CANCELLED"));
});

test("B6 scanning alone signs nobody in, and nothing is confirmed before it was scanned", async () => {
  await personInApp();
  const code = await show();
  expect(await confirm(code.secret, code.matchingNumber)).toEqual(problem("TICKET_USED"));
  await open(code.secret);
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
});

test("Q4 after two minutes it cannot be scanned, confirmed or taken up", async () => {
  await personInApp();
  const [unscanned, scanned, confirmed] = [await show(), await show(), await show()];
  await open(scanned.secret);
  await open(confirmed.secret);
  await confirm(confirmed.secret, confirmed.matchingNumber);
  const after = later(TICKET_SECONDS);
  expect(await open(unscanned.secret, after)).toEqual(problem("TICKET_EXPIRED"));
  expect(await confirm(scanned.secret, scanned.matchingNumber, after)).toEqual(
    problem("TICKET_EXPIRED"),
  );
  expect(await state(unscanned.id, after.now)).toBe("EXPIRED");
  expect(await takeUp(confirmed.id, after)).toEqual(problem("TICKET_USED"));
});

test("Q4 it is bound to the browser that showed it", async () => {
  await personInApp();
  const code = await show();
  await open(code.secret);
  await confirm(code.secret, code.matchingNumber);
  const other = newBrowser();
  expect(await state(code.id, NOW, other)).toBeNull();
  expect(await takeUp(code.id, CONTEXT, other)).toEqual(problem("TICKET_USED"));
  web.cookies.set("flow-binding", "x".repeat(43));
  expect(await state(code.id)).toBeNull();
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
});

test("Q4 a second phone does not get it", async () => {
  const person = await personInApp();
  const code = await show();
  await open(code.secret);
  const second = newBrowser();
  await openAppSession(second, {
    app: "TAX",
    person,
    region: "shandong",
    entry: "PERSON",
    now: NOW,
  });
  expect(await open(code.secret, CONTEXT, second)).toEqual(problem("TICKET_TAKEN"));
  expect(await confirm(code.secret, code.matchingNumber, CONTEXT, second)).toEqual(
    problem("TICKET_TAKEN"),
  );
  expect(await open(code.secret)).toMatchObject({ ok: true });
});

test("N2 of many confirmations and take-ups at once one wins", async () => {
  const person = await personInApp();
  const code = await show();
  await open(code.secret);
  const confirmed = await Promise.all(
    Array.from({ length: 8 }, () => confirm(code.secret, code.matchingNumber)),
  );
  expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeUp(code.id)));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.loginSession.count({ where: { personId: person.id, instance: "PORTAL" } })).toBe(
    1,
  );
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
});

test("Q4 the database keeps no secret of a code", async () => {
  const code = await show();
  const row = await db.scanTicket.findUniqueOrThrow({ where: { id: code.id } });
  expect(JSON.stringify(row)).not.toContain(code.secret);
  expect(await findTicket(code.secret)).toMatchObject({ id: code.id });
  expect(await findTicket("A".repeat(43))).toBeNull();
});

test("Q3 swapped: an APP of somebody else cannot verify a login's face", async () => {
  const login = await newLogin(web, await newPerson(), NOW);
  await personInApp("IIT");
  const code = await login.faceCode("IIT", CONTEXT);
  expect(await open(code.secret)).toEqual(problem("TICKET_OTHER_PERSON"));
  expect(await state(code.id)).toBe("CREATED");
});

test("Q3 the tax APP needs no login: the name is masked, and the number only opens the way to the face", async () => {
  const person = await newPerson();
  const login = await newLogin(web, person, NOW);
  const code = await login.faceCode("TAX", CONTEXT);
  const opened = await open(code.secret);
  expect(opened).toMatchObject({ ok: true, value: { face: true } });
  expect(JSON.stringify(opened)).not.toContain(person.name);
  expect(await confirm(code.secret, code.matchingNumber)).toEqual({
    ok: true,
    value: { face: true },
  });
  expect(await state(code.id)).toBe("SCANNED");
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
});

test("Q3 个人所得税APP has to be signed in before it verifies a face, as the person of the login", async () => {
  const person = await newPerson();
  const login = await newLogin(web, person, NOW);
  const code = await login.faceCode("IIT", CONTEXT);
  expect(await open(code.secret)).toEqual({ ok: true, value: { signIn: "IIT" } });
  expect(await confirm(code.secret, code.matchingNumber)).toEqual(problem("TICKET_USED"));
  expect(await state(code.id)).toBe("CREATED");
  await openAppSession(phone, {
    app: "IIT",
    person,
    region: "shandong",
    entry: "PERSON",
    now: NOW,
  });
  expect(await open(code.secret)).toMatchObject({ ok: true, value: { face: true } });
});

test("B6 before a face the phone shows the enterprise the login is for", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const login = await newLogin(web, person, NOW, null, enterprise.id);
  const code = await login.faceCode("TAX", CONTEXT);
  expect(await open(code.secret)).toMatchObject({
    value: {
      entry: "ENTERPRISE",
      who: { name: expect.stringMatching(/^测\*+$/), enterprise: enterprise.name },
      browser: "Chrome（Windows）",
      place: "本机",
    },
  });
});
