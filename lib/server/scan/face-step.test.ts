import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { FACE_SECONDS, TICKET_SECONDS } from "@/lib/domain/scan-ticket";
import { takeAttempt } from "@/lib/server/accounts/lockout";
import { realNameState } from "@/lib/server/accounts/real-name";
import { db } from "@/lib/server/db";
import { createFlow } from "@/lib/server/flow-store";
import { secondFactorView } from "@/lib/server/login/second-factor";
import { loginCode, ownFaceTicket, realNameCode, unlockCode } from "@/lib/server/scan/create";
import { beginFace, submitFace } from "@/lib/server/scan/face-step";
import { confirmOnPhone, openOnPhone } from "@/lib/server/scan/phone";
import { takeUpTicket } from "@/lib/server/scan/take-up";
import type { CurrentSession } from "@/lib/server/session-store";
import { newLogin, openAppSession } from "@/prisma/testing/companion";
import { answering } from "@/prisma/testing/face-provider";
import { noticesOf, toldAt } from "@/prisma/testing/own-session";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const SENT = { now: new Date(NOW.getTime() + 20_000) };
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

let web: Browser;
let phone: Browser;
let pictures = 0;

type Code = { id: string; secret: string; matchingNumber: number };

/** Frames no other check has sent. */
function frames() {
  return Array.from({ length: 10 }, (_, index) => {
    pictures += 1;
    return { at: index * 500, jpeg: Buffer.from(`picture ${pictures}`) };
  });
}

async function shown(made: Awaited<ReturnType<typeof loginCode>>): Promise<Code> {
  if (!made.ok) throw new Error(JSON.stringify(made));
  return { ...made.value, secret: made.value.link.split("/").at(-1) ?? "" };
}

/** Scans and matches a code on the phone and begins the face check. */
async function toFace({ secret, matchingNumber }: Code): Promise<string> {
  await inBrowser(phone, () => openOnPhone({ secret }, CONTEXT));
  await inBrowser(phone, () => confirmOnPhone({ secret, number: matchingNumber }, CONTEXT));
  const begun = await inBrowser(phone, () => beginFace({ secret }, CONTEXT));
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  return begun.value.id;
}

const submit = (secret: string, check: string, on = phone) =>
  inBrowser(on, () => submitFace({ secret, check, frames: frames() }, SENT));
const takeUp = (ticket: string) =>
  inBrowser(web, () => takeUpTicket({ ticket }, { ...CONTEXT, ...SENT }));

beforeEach(() => {
  web = newBrowser();
  phone = newBrowser();
  answering({ kind: "PASSED" });
});

test("L3 a face is the second factor of the login that showed the code", async () => {
  const person = await newPerson();
  const login = await newLogin(web, person, NOW);
  const code = await login.faceCode("TAX", CONTEXT);
  const check = await toFace(code);
  expect(await submit(code.secret, check)).toMatchObject({ ok: true });
  expect(await takeUp(code.id)).toEqual({ ok: true, value: { to: "/shandong/home" } });
  expect(await db.loginSession.findFirst({ where: { personId: person.id } })).toMatchObject({
    instance: "PORTAL",
    proofs: "PASSWORD FACE",
  });
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
});

test("K1 a refused face confirms nothing, counts, and can be tried again with a new check", async () => {
  const person = await newPerson();
  const login = await newLogin(web, person, NOW);
  const code = await login.faceCode("TAX", CONTEXT);
  const check = await toFace(code);
  answering({ kind: "REFUSED", reason: "NOT_SAME_PERSON" });
  expect(await submit(code.secret, check)).toEqual(problem("FACE_NOT_SAME_PERSON"));
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
  expect(
    await db.authenticationCounter.findFirst({ where: { accountId: person.accountId } }),
  ).toMatchObject({ method: "FACE", failures: 1 });
  answering({ kind: "PASSED" });
  expect(await submit(code.secret, check)).toMatchObject({ ok: false });
  const again = await inBrowser(phone, () => beginFace({ secret: code.secret }, CONTEXT));
  if (!again.ok) throw new Error(JSON.stringify(again));
  expect(await submit(code.secret, again.value.id)).toMatchObject({ ok: true });
});

test("B6 a check passed for another ticket, or from another phone, proves nothing", async () => {
  const victim = await newLogin(web, await newPerson(), NOW);
  const own = await newLogin(web, await newPerson(), NOW);
  const [victimCode, ownCode] = [
    await victim.faceCode("TAX", CONTEXT),
    await own.faceCode("TAX", CONTEXT),
  ];
  await toFace(victimCode);
  const ownCheck = await toFace(ownCode);
  expect(await submit(victimCode.secret, ownCheck)).toEqual(problem("TICKET_USED"));
  expect(await submit(ownCode.secret, ownCheck, newBrowser())).toEqual(problem("TICKET_TAKEN"));
  expect(await takeUp(victimCode.id)).toEqual(problem("TICKET_USED"));
});

test("B6 the face cannot begin before the number was chosen", async () => {
  const login = await newLogin(web, await newPerson(), NOW);
  const { secret } = await login.faceCode("TAX", CONTEXT);
  await inBrowser(phone, () => openOnPhone({ secret }, CONTEXT));
  expect(await inBrowser(phone, () => beginFace({ secret }, CONTEXT))).toEqual(
    problem("TICKET_USED"),
  );
});

test("R4 B17 扫脸认证 raises level 3 to 4, for good and for this session", async () => {
  const person = await newPerson();
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 3 } });
  const row = await db.loginSession.create({
    data: {
      tokenHash: person.id,
      instance: "PORTAL",
      personId: person.id,
      region: "shandong",
      proofs: "PASSWORD SMS",
      userAgent: "web",
      lastSeenAt: NOW,
    },
  });
  const session = { id: row.id, personId: person.id, region: "shandong", entry: "PERSON" };
  const context = { ...CONTEXT, session: session as CurrentSession };
  const code = await shown(
    await inBrowser(web, () => realNameCode({ app: "TAX", stepUp: false }, context)),
  );
  const check = await toFace(code);
  expect(await submit(code.secret, check)).toMatchObject({ ok: true });
  expect(await realNameState(person.id)).toMatchObject({
    level: 4,
    raised: { app: "山东税务APP", at: SENT.now },
  });
  expect(await noticesOf(person)).toEqual(["REAL_NAME_LEVEL_RAISED"]);
  expect(await toldAt(person.phone)).toContain("个人实名等级提升至四级");
  expect(await takeUp(code.id)).toEqual({ ok: true, value: { to: null } });
  expect(await db.loginSession.findUnique({ where: { id: row.id } })).toMatchObject({
    proofs: "PASSWORD SMS FACE",
  });
  const foreign = await inBrowser(web, () => realNameCode({ app: "IIT", stepUp: false }, context));
  expect(foreign).toEqual(problem("APP_NOT_OFFERED"));
});

test("B6 before a step-up the phone shows the enterprise the session acts for", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const { id } = await db.loginSession.create({
    data: {
      tokenHash: person.id,
      instance: "PORTAL",
      personId: person.id,
      region: "shandong",
      relationId: await relate(person.id, enterprise.id, "TAX_HANDLER"),
      proofs: "PASSWORD SMS",
      userAgent: "web",
      lastSeenAt: NOW,
    },
  });
  const session = { id, personId: person.id, region: "shandong", entry: "ENTERPRISE" };
  const context = { ...CONTEXT, session: session as CurrentSession };
  const { secret } = await shown(
    await inBrowser(web, () => realNameCode({ app: "TAX", stepUp: true }, context)),
  );
  expect(await inBrowser(phone, () => openOnPhone({ secret }, CONTEXT))).toMatchObject({
    value: { entry: "ENTERPRISE", who: { enterprise: enterprise.name } },
  });
});

test("R4 a face an outside authority may know is offered, though none is enrolled here", async () => {
  const person = await newPerson();
  const login = await newLogin(web, person, NOW);
  const view = () => inBrowser(web, () => secondFactorView("shandong", login.flow, NOW));
  expect(await view()).toMatchObject({ value: { faceKnown: true } });
  expect(await realNameState(person.id)).toMatchObject({ faceKnown: true, faceEnrolled: false });
  answering({ kind: "PASSED" }, false);
  expect(await view()).toMatchObject({ value: { faceKnown: false } });
});

test("K1 山东: a face where nothing was locked forgives failures and unlocks nothing", async () => {
  const person = await newPerson();
  const login = await newLogin(web, person, NOW);
  await takeAttempt(person.accountId, "PASSWORD", NOW);
  const code = await login.faceCode("TAX", CONTEXT);
  expect(await submit(code.secret, await toFace(code))).toMatchObject({ ok: true });
  expect(await noticesOf(person)).toEqual([]);
  expect(await db.auditEvent.count({ where: { personId: person.id, action: "UNLOCK" } })).toBe(0);
});

test("K1 山东: the face opens a locked account, elsewhere it does not", async () => {
  const person = await newPerson();
  const flow = (region: string) =>
    inBrowser(web, () =>
      createFlow({
        kind: "UNLOCK",
        region,
        entry: null,
        data: { personId: person.id },
        now: NOW,
        ttlMinutes: 15,
      }),
    );
  await db.authenticationCounter.create({
    data: {
      accountId: person.accountId,
      method: "PASSWORD",
      day: new Date(NOW.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
      failures: 5,
    },
  });
  const { id } = await flow("shandong");
  const code = await shown(
    await inBrowser(web, () => unlockCode({ region: "shandong", flow: id, app: "TAX" }, CONTEXT)),
  );
  expect(await submit(code.secret, await toFace(code))).toMatchObject({ ok: true });
  expect(
    await db.authenticationCounter.findFirst({ where: { accountId: person.accountId } }),
  ).toMatchObject({ failures: 0 });
  expect(await noticesOf(person)).toEqual(["ACCOUNT_UNLOCKED_BY_FACE"]);
  expect(await takeUp(code.id)).toMatchObject({
    value: { to: "/shandong/login?reason=UNLOCKED" },
  });
  const other = await flow("xizang");
  expect(
    await inBrowser(web, () =>
      unlockCode({ region: "xizang", flow: other.id, app: "TAX" }, CONTEXT),
    ),
  ).toEqual(problem("APP_NOT_OFFERED"));
});

test("L8 特定主体 by scan: signed-in tax APP and face, then the project is chosen", async () => {
  const person = await newPerson();
  await openAppSession(phone, {
    app: "TAX",
    person,
    region: "shandong",
    entry: "PERSON",
    now: NOW,
  });
  const code = await shown(
    await inBrowser(web, () =>
      loginCode({ region: "shandong", app: "TAX", specific: true }, CONTEXT),
    ),
  );
  const check = await toFace(code);
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
  expect(await submit(code.secret, check)).toMatchObject({ ok: true });
  expect(await takeUp(code.id)).toMatchObject({
    ok: true,
    value: { to: expect.stringMatching(/^\/shandong\/login\/identity\?flow=/) },
  });
  expect(await db.loginSession.count({ where: { personId: person.id, instance: "PORTAL" } })).toBe(
    0,
  );
});

test("Q7 an APP's own login takes the face on the same phone", async () => {
  const person = await newPerson();
  const login = await newLogin(phone, person, NOW, "TAX");
  const made = await inBrowser(phone, () =>
    ownFaceTicket({ region: "shandong", flow: login.flow }, CONTEXT),
  );
  if (!made.ok) throw new Error(JSON.stringify(made));
  const secret = made.value.link.split("/").at(-1) ?? "";
  const begin = (seconds: number) =>
    inBrowser(phone, () =>
      beginFace({ secret }, { now: new Date(NOW.getTime() + seconds * 1000) }),
    );
  expect(await begin(FACE_SECONDS)).toEqual(problem("TICKET_EXPIRED"));
  expect(await begin(TICKET_SECONDS)).toMatchObject({ ok: true });
  const begun = await begin(0);
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  expect(await submit(secret, begun.value.id)).toMatchObject({ ok: true });
  const taken = await inBrowser(phone, () =>
    takeUpTicket({ ticket: made.value.ticket }, { ...CONTEXT, ...SENT }),
  );
  expect(taken).toEqual({ ok: true, value: { to: "/app/tax" } });
  expect(await db.loginSession.findFirst({ where: { personId: person.id } })).toMatchObject({
    instance: "APP",
    app: "TAX",
    proofs: "PASSWORD FACE",
  });
});
