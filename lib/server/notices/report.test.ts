import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { ALERT_KINDS, type NoticeKind } from "@/lib/messages/notices";
import { db, transaction } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { carryNotice } from "@/lib/server/notices/carry";
import { notify } from "@/lib/server/notices/notify";
import { reportByLink, reportOwnMessage, reportView } from "@/lib/server/notices/report";
import { ownPhone } from "@/lib/server/phones/own-phone";
import { protect } from "@/lib/server/protect";
import { newToken } from "@/lib/server/tokens";
import { openAppSession } from "@/prisma/testing/companion";
import { logIn, provedLogin } from "@/prisma/testing/login";
import { newPerson } from "@/prisma/testing/people";
import { newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

type Person = Awaited<ReturnType<typeof newPerson>>;

const INVALID = { ok: false, problems: [{ code: "REPORT_LINK_INVALID" }] };
const region = "shandong";

/** An alert of a person, carried; its id and the secret of its link as the SMS has it. */
async function alerted(
  person: Person,
  kind: NoticeKind = "PASSWORD_CHANGED",
  now: Date = new Date(),
) {
  const params = { phone: "154****0001" };
  const id = await transaction((tx) => notify(tx, { personId: person.id, kind, params }, now));
  await carryNotice(id, { region, now });
  const [sms] = await readOutbox(person.phone);
  return {
    id,
    text: sms?.text ?? "",
    token: /report\/([\w-]{43})/.exec(sms?.text ?? "")?.[1] ?? "",
  };
}

const openSessionsOf = ({ id }: Person) =>
  db.loginSession.count({ where: { personId: id, revokedAt: null } });
const stateOf = async ({ accountId }: Person) =>
  (await db.account.findUniqueOrThrow({ where: { id: accountId } })).passwordState;
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);

test("B4 every alert takes a link along, other notices none; the link names nobody", async () => {
  const person = await newPerson();
  for (const kind of ALERT_KINDS as NoticeKind[]) {
    const { text, token } = await alerted(person, kind);
    expect(token, kind).toHaveLength(43);
    const link = text.slice(text.indexOf("http"));
    expect(link).toBe(`http://localhost:3000/shandong/report/${token}`);
  }
  for (const kind of ["ACCOUNT_REGISTERED", "INCIDENT_OPENED"] as const) {
    expect((await alerted(person, kind)).text).not.toContain("http");
  }
  const kept = await db.message.findMany({ where: { personId: person.id } });
  const [{ text } = { text: "" }] = await readOutbox(person.phone);
  expect(JSON.stringify(kept)).not.toContain(text.slice(-43));
});

test("B3 B4 phones and mailbox get the same link", async () => {
  const person = await newPerson();
  const emailCipher = protect("Account.email", "anna@example.com");
  await db.account.update({ where: { id: person.accountId }, data: { emailCipher } });
  const { text } = await alerted(person);
  expect(await readOutbox("anna@example.com")).toMatchObject([{ channel: "EMAIL", text }]);
});

test("B4 looking at the link says what happened and changes nothing", async () => {
  const person = await newPerson();
  await logIn(newBrowser(), person);
  const { token } = await alerted(person, "PHONE_ADDED");
  expect(await reportView(token, new Date())).toMatchObject({
    state: "OPEN",
    title: "已添加手机号码",
    text: "您的账户添加了手机号码154****0001",
  });
  expect(await openSessionsOf(person)).toBe(1);
  expect(await stateOf(person)).toBe("CHOSEN");
});

test("B4 it ends all sessions, forces a new password, opens an incident with a number, and is recorded", async () => {
  const person = await newPerson();
  const phone = newBrowser();
  await logIn(newBrowser(), person);
  await logIn(newBrowser(), person);
  await openAppSession(phone, { app: "IIT", person, region, entry: "PERSON", now: new Date() });
  const { token, id } = await alerted(person);
  const answer = await reportByLink({ region, token }, { now: new Date() });
  expect(answer).toMatchObject({ ok: true });
  const number = answer.ok ? answer.value.number : "";
  expect(number).toMatch(/^AQ\d{8}-[A-HJ-NP-Z2-9]{6}$/);
  expect(await openSessionsOf(person)).toBe(0);
  expect(await stateOf(person)).toBe("RESET_REQUIRED");
  expect(await db.knownDevice.count({ where: { personId: person.id } })).toBe(0);
  const incident = await db.incident.findUniqueOrThrow({ where: { number } });
  expect(incident).toMatchObject({ personId: person.id, messageId: id, closedAt: null });
  const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: incident.id } });
  expect(event).toMatchObject({ action: "REPORT_INCIDENT", personId: person.id });
  expect(JSON.parse(event.detail)).toEqual({
    kind: "PASSWORD_CHANGED",
    phonesRemoved: 0,
    sessionsEnded: 3,
  });
  const [told] = await readOutbox(person.phone);
  expect(told?.text).toContain(number);
  expect(await reportView(token, new Date())).toEqual({ state: "REPORTED", number });
});

test("B4 a link used twice reports once, also when pressed at once", async () => {
  const person = await newPerson();
  const { token } = await alerted(person);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => reportByLink({ region, token }, { now: new Date() })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toMatchObject({ problems: [{ code: "ALREADY_REPORTED" }] });
  }
  // The owner has chosen another password meanwhile.
  await db.account.update({ where: { id: person.accountId }, data: { passwordState: "CHOSEN" } });
  await logIn(newBrowser(), person);
  expect(await reportByLink({ region, token }, { now: new Date() })).toMatchObject({
    problems: [{ code: "ALREADY_REPORTED" }],
  });
  expect(await openSessionsOf(person)).toBe(1);
  expect(await db.incident.count({ where: { personId: person.id } })).toBe(1);
});

test("B4 a link is valid for seven days", async () => {
  const person = await newPerson();
  const { token } = await alerted(person, "PASSWORD_CHANGED", daysAgo(7));
  expect(await reportView(token, daysAgo(0.01))).toMatchObject({ state: "OPEN" });
  expect(await reportView(token, new Date())).toBeNull();
  expect(await reportByLink({ region, token }, { now: new Date() })).toEqual(INVALID);
  expect(await stateOf(person)).toBe("CHOSEN");
});

test("B4 a guessed link, a message's id and an altered link open nothing", async () => {
  const person = await newPerson();
  const { token, id } = await alerted(person);
  const altered = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
  for (const guess of [newToken(), altered, id, "", token.toLowerCase()]) {
    expect(await reportView(guess, new Date()), guess).toBeNull();
    expect(await reportByLink({ region, token: guess }, { now: new Date() })).toEqual(INVALID);
  }
  expect(await reportByLink({ region: "nowhere", token }, { now: new Date() })).toEqual(INVALID);
  expect(await stateOf(person)).toBe("CHOSEN");
});

test("B4 the link of another acts on that person only, whoever opens it", async () => {
  const [victim, other] = [await newPerson(), await newPerson()];
  await logIn(newBrowser(), other);
  const { token } = await alerted(victim);
  await reportByLink({ region, token }, { now: new Date() });
  expect(await stateOf(other)).toBe("CHOSEN");
  expect(await openSessionsOf(other)).toBe(1);
  expect(await stateOf(victim)).toBe("RESET_REQUIRED");
});

test("B4 in the message centre one reports one's own alerts, and is led to the number", async () => {
  const person = await newPerson();
  const session = await logIn(newBrowser(), person);
  const { id } = await alerted(person);
  const answer = await reportOwnMessage({ message: id }, { session, now: new Date() });
  expect(answer).toMatchObject({ ok: true });
  const to = answer.ok ? answer.value.to : "";
  expect(to).toMatch(/^\/shandong\/report\/[\w-]{43}$/);
  expect(await reportView(to.slice(-43), new Date())).toMatchObject({ state: "REPORTED" });
  expect(await openSessionsOf(person)).toBe(0);
  expect(await reportOwnMessage({ message: id }, { session, now: new Date() })).toMatchObject({
    problems: [{ code: "ALREADY_REPORTED" }],
  });
});

test("B4 nobody reports the alert of another, nor a message that is no alert", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const session = await logIn(newBrowser(), other);
  const [alert, plain] = [await alerted(person), await alerted(other, "ACCOUNT_REGISTERED")];
  for (const { id } of [alert, plain]) {
    expect(await reportOwnMessage({ message: id }, { session, now: new Date() })).toMatchObject({
      problems: [{ code: "MESSAGE_NOT_FOUND" }],
    });
  }
  expect([await stateOf(person), await stateOf(other)]).toEqual(["CHOSEN", "CHOSEN"]);
});

test("B4 a login that was under way cannot be finished after the report", async () => {
  const person = await newPerson();
  const intruder = await provedLogin(newBrowser(), person);
  const bystander = await provedLogin(newBrowser(), await newPerson());
  const { token } = await alerted(person);
  await reportByLink({ region, token }, { now: new Date() });
  expect(await intruder.enter()).toMatchObject({ problems: [{ code: "FLOW_EXPIRED" }] });
  expect((await bystander.enter()).ok).toBe(true);
});

test("B4 a login whose password was checked just before the report and that begins after it is not finished", async () => {
  const person = await newPerson();
  const { token } = await alerted(person);
  await reportByLink({ region, token }, { now: new Date() });
  const late = await provedLogin(newBrowser(), person);
  expect(await late.enter()).toMatchObject({ problems: [{ code: "FLOW_EXPIRED" }] });
});

test("B4 a login that races with the report leaves no session open", async () => {
  for (let round = 0; round < 5; round += 1) {
    const person = await newPerson();
    const intruder = await provedLogin(newBrowser(), person);
    const { token } = await alerted(person);
    await Promise.all([intruder.enter(), reportByLink({ region, token }, { now: new Date() })]);
    expect(await openSessionsOf(person)).toBe(0);
  }
});

test("B4 a phone the intruder added is taken away, the owner's own becomes the default again", async () => {
  const person = await newPerson();
  const now = new Date();
  await db.phone.updateMany({ where: { personId: person.id }, data: { verifiedAt: daysAgo(30) } });
  const id = await transaction(async (tx) => {
    await ownPhone(tx, { personId: person.id, number: "15477770001", makeDefault: true }, now);
    return notify(tx, { personId: person.id, kind: "PHONE_ADDED" }, now);
  });
  await carryNotice(id, { region, now });
  const token = (await readOutbox(person.phone))[0]?.text.slice(-43) ?? "";
  await reportByLink({ region, token }, { now: new Date() });
  const phones = await db.phone.findMany({ where: { personId: person.id } });
  expect(phones).toMatchObject([{ isDefault: true }]);
  expect(await readOutbox("15477770001")).toHaveLength(1);
});
