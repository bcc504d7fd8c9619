import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { sendOfficerCode, submitOfficerCode, submitOfficerPassword } from "@/lib/server/hall/login";
import { readOfficer } from "@/lib/server/hall/officer-store";
import { changeOfficer } from "@/lib/server/hall/officers";
import { setOfficerPassword } from "@/lib/server/hall/set-password";
import { endOfficerSession } from "@/lib/server/hall/sign-out";
import { hashPassword } from "@/lib/server/password";
import { sessionCookie } from "@/lib/server/session-cookie";
import { readSession } from "@/lib/server/session-store";
import { humanProof } from "@/prisma/testing/human-check";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { newestCode } from "@/prisma/testing/own-session";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const PASSWORD = "Hall#2026x";
const HASH = await hashPassword(PASSWORD);
const now = () => new Date();

async function tryPassword(browser: Browser, employeeNumber: string, password: string, at = now()) {
  const humanCheck = await humanProof();
  return inBrowser(browser, () =>
    submitOfficerPassword({ employeeNumber, password, humanCheck }, { now: at }),
  );
}

/** Both factors at a browser; the token of the session. */
async function signIn(officer: Awaited<ReturnType<typeof newOfficer>>, browser = newBrowser()) {
  const first = await tryPassword(browser, officer.officer.employeeNumber, PASSWORD);
  if (!first.ok) throw new Error(JSON.stringify(first));
  const flow = new URL(first.value.to, "http://hall").searchParams.get("flow") ?? "";
  await inBrowser(browser, () => sendOfficerCode({ flow }, { now: now() }));
  const code = await newestCode(officer.phone);
  const done = await inBrowser(browser, () => submitOfficerCode({ flow, code }, { now: now() }));
  return { done, flow, code, token: browser.cookies.get(sessionCookie("HALL", "session")) ?? "" };
}

test("T1 an officer signs in with number, password and message, and reaches the hall only", async () => {
  const officer = await newOfficer({ passwordHash: HASH, role: "SUPERVISOR" });
  const browser = newBrowser();
  const { done, token, flow, code } = await signIn(officer, browser);
  expect(done).toEqual({ ok: true, value: { to: "/hall" } });
  const { officerId, employeeNumber, name } = officer.officer;
  expect(await readOfficer(token, { now: now(), slide: false })).toMatchObject({
    ...{ officerId, employeeNumber, name },
    region: "shandong",
    role: "SUPERVISOR",
  });
  expect(await readSession(token, { now: now(), slide: false })).toBeNull();
  // The same login entered again opens nothing.
  const again = await inBrowser(browser, () => submitOfficerCode({ flow, code }, { now: now() }));
  expect(again).toMatchObject({ ok: false });
});

test("T1 the session of an officer ends after 15 idle minutes and after 4 hours", async () => {
  const officer = await newOfficer({ passwordHash: HASH });
  const { token } = await signIn(officer);
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  expect(await readOfficer(token, { now: at(14), slide: true })).not.toBeNull();
  expect(await readOfficer(token, { now: at(28), slide: false })).not.toBeNull();
  expect(await readOfficer(token, { now: at(30), slide: false })).toBeNull();
  const session = { tokenHash: { not: "" }, officerId: officer.officer.officerId };
  await db.loginSession.updateMany({ where: session, data: { lastSeenAt: at(239) } });
  expect(await readOfficer(token, { now: at(239), slide: false })).not.toBeNull();
  expect(await readOfficer(token, { now: at(240), slide: false })).toBeNull();
});

test("T1 a new login ends the former one, and leaving ends it on the server", async () => {
  const officer = await newOfficer({ passwordHash: HASH });
  const { token: first } = await signIn(officer);
  const { token: second } = await signIn(officer);
  expect(await readOfficer(first, { now: now(), slide: false })).toBeNull();
  const current = await readOfficer(second, { now: now(), slide: false });
  if (!current) throw new Error("not signed in");
  await endOfficerSession(current, now());
  expect(await readOfficer(second, { now: now(), slide: false })).toBeNull();
});

test("K1 K5 unknown, disabled and unset officers are answered as a wrong password is, five times a day", async () => {
  const disabled = await newOfficer({ passwordHash: HASH });
  await db.officer.update({
    where: { id: disabled.officer.officerId },
    data: { disabledAt: now() },
  });
  const unset = await newOfficer();
  const right = await newOfficer({ passwordHash: HASH });
  const at = new Date("2026-11-22T02:00:00Z");
  const answers = [];
  for (const number of [disabled, unset, right].map((each) => each.officer.employeeNumber)) {
    answers.push(await tryPassword(newBrowser(), number, "Wrong#2026", at));
  }
  answers.push(await tryPassword(newBrowser(), "000000", "Wrong#2026", at));
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toEqual({
    ok: false,
    problems: [{ code: "OFFICER_PASSWORD_WRONG", field: "password", params: { left: 4 } }],
  });
  const number = right.officer.employeeNumber;
  for (let each = 0; each < 4; each++) await tryPassword(newBrowser(), number, "Wrong#2026", at);
  expect(await tryPassword(newBrowser(), number, PASSWORD, at)).toMatchObject({
    problems: [{ code: "LEGACY_LOCKED", params: { until: "2026-11-22T16:00:00.000Z" } }],
  });
  const tomorrow = new Date("2026-11-22T16:00:00Z");
  expect(await tryPassword(newBrowser(), number, PASSWORD, tomorrow)).toMatchObject({ ok: true });
});

test("L10 the login of officers asks for the human check", async () => {
  const form = { employeeNumber: "1", password: "x", humanCheck: "no" };
  expect(await submitOfficerPassword(form, { now: now() })).toMatchObject({
    problems: [{ code: "HUMAN_CHECK_FAILED" }],
  });
});

test("T1 a disabled officer is out at once, a login under way included", async () => {
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  const officer = await newOfficer({ passwordHash: HASH });
  const { token } = await signIn(officer);
  const browser = newBrowser();
  const first = await tryPassword(browser, officer.officer.employeeNumber, PASSWORD);
  const flow = first.ok ? (first.value.to.split("=")[1] ?? "") : "";
  const form = { officer: officer.officer.officerId, change: "DISABLE" as const, reason: REASON };
  expect(await changeOfficer(form, supervisor)).toMatchObject({ ok: true });
  expect(await readOfficer(token, { now: now(), slide: false })).toBeNull();
  const sent = await inBrowser(browser, () => sendOfficerCode({ flow }, { now: now() }));
  expect(sent).toMatchObject({ problems: [{ code: "FLOW_EXPIRED" }] });
});

test("B13 a reset leaves no password, ends the session, and only the officer's own phone gets the link, good once", async () => {
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  const officer = await newOfficer({ passwordHash: HASH });
  const { token: session } = await signIn(officer);
  const { officerId, employeeNumber } = officer.officer;
  const form = { officer: officerId, change: "RESET" as const, reason: REASON };
  const done = await changeOfficer(form, supervisor);
  expect(done).toEqual({ ok: true, value: { waiting: false } });
  expect(await readOfficer(session, { now: now(), slide: false })).toBeNull();
  expect(await tryPassword(newBrowser(), employeeNumber, PASSWORD)).toMatchObject({ ok: false });
  const texts = (await readOutbox(officer.phone)).map(({ text }) => text).join("\n");
  const token = /set-password\/(\S+)/.exec(texts)?.[1] ?? "";
  const chosen = "Chosen#2026";
  const set = async (number: string) =>
    setOfficerPassword(
      { token, employeeNumber: number, newPassword: chosen, humanCheck: await humanProof() },
      { now: now() },
    );
  expect(await set(supervisor.officer.employeeNumber)).toMatchObject({
    problems: [{ code: "SETUP_LINK_INVALID" }],
  });
  const answers = await Promise.all([set(employeeNumber), set(employeeNumber)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await tryPassword(newBrowser(), employeeNumber, chosen)).toMatchObject({ ok: true });
});
