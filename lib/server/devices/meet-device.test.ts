import "@/prisma/testing/empty-database";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noticeText } from "@/lib/messages/notices";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { logIn, provedLogin } from "@/prisma/testing/login";
import { newPerson } from "@/prisma/testing/people";
import { newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const START = new Date("2026-11-22T02:00:00Z");

type Person = Awaited<ReturnType<typeof newPerson>>;

const chrome = () => newBrowser({ "user-agent": CHROME, "x-forwarded-for": "10.0.0.8" });
const firefox = () => newBrowser({ "user-agent": FIREFOX, "x-forwarded-for": "203.0.113.9" });
const later = (minutes: number) => vi.setSystemTime(START.getTime() + minutes * 60_000);

const alerts = async ({ id }: Person) =>
  (
    await db.message.findMany({
      where: { personId: id, kind: "NEW_DEVICE" },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ kind, params, ...rest }) => ({ ...rest, text: noticeText(kind, JSON.parse(params)) }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  later(0);
});
afterEach(() => vi.useRealTimers());

test("B5 a login on a new device is told: browser, place, time, and on every phone", async () => {
  const person = await newPerson();
  await logIn(chrome(), person);
  later(60);
  await logIn(firefox(), person);
  const [alert] = await alerts(person);
  expect(alert?.text).toBe(
    "您的账户在以前没有使用过的设备上登录：Firefox（Linux），外网（203.0.*.*），2026年11月22日 11:00",
  );
  const [sms, ...more] = await readOutbox(person.phone);
  expect(more).toEqual([]);
  expect(sms?.text).toContain(`${alert?.text}。如不是您本人操作，请在7天内打开 http://localhost`);
  expect(sms?.text).toMatch(/\/shandong\/report\/[A-Za-z0-9_-]{43}$/);
});

test("B5 the very first login is told to nobody", async () => {
  const person = await newPerson();
  await logIn(chrome(), person);
  expect(await alerts(person)).toEqual([]);
  expect(await readOutbox(person.phone)).toEqual([]);
});

test("B5 a new device is told of also when the sessions before it are kept no longer", async () => {
  const person = await newPerson();
  await logIn(chrome(), person);
  await db.loginSession.deleteMany({ where: { personId: person.id } });
  await logIn(firefox(), person);
  expect(await alerts(person)).toHaveLength(1);
});

test("B5 a known device is never told of again", async () => {
  const person = await newPerson();
  const [known, other] = [chrome(), firefox()];
  await logIn(known, person);
  await logIn(other, person);
  expect(await alerts(person)).toHaveLength(1);
  for (const minutes of [11, 60, 60 * 24 * 90]) {
    later(minutes);
    await logIn(known, person);
    await logIn(other, person);
  }
  expect(await alerts(person)).toHaveLength(1);
});

test("B5 several within ten minutes become one alert, sent once, unread again", async () => {
  const person = await newPerson();
  await logIn(chrome(), person);
  for (const minute of [0, 4, 9]) {
    later(minute);
    await db.message.updateMany({ where: { personId: person.id }, data: { readAt: new Date() } });
    await logIn(firefox(), person);
  }
  const [alert, ...more] = await alerts(person);
  expect(more).toEqual([]);
  expect(alert?.readAt).toBeNull();
  expect(alert?.text.match(/Firefox/g)).toHaveLength(3);
  expect(await readOutbox(person.phone)).toHaveLength(1);
  later(11);
  await logIn(firefox(), person);
  expect(await alerts(person)).toHaveLength(2);
});

test("B5 an alert names five devices and counts the others", async () => {
  const person = await newPerson();
  await logIn(chrome(), person);
  for (let each = 0; each < 8; each += 1) await logIn(firefox(), person);
  const [alert] = await alerts(person);
  expect(alert?.text.match(/Firefox/g)).toHaveLength(5);
  expect(alert?.text).toContain("另有3台新设备");
});

test("B5 of logins at once from several new devices there is one alert", async () => {
  const person = await newPerson();
  await logIn(chrome(), person);
  const logins = await Promise.all(Array.from({ length: 6 }, () => provedLogin(firefox(), person)));
  const opened = await Promise.all(logins.map(({ enter }) => enter()));
  expect(opened.filter(({ ok }) => ok)).toHaveLength(6);
  expect(await alerts(person)).toHaveLength(1);
  expect(await readOutbox(person.phone)).toHaveLength(1);
});

test("B5 a login to the companion APP on another phone is told too", async () => {
  const person = await newPerson();
  await logIn(chrome(), person);
  await logIn(firefox(), person, "TAX");
  expect(await alerts(person)).toHaveLength(1);
  const session = await db.loginSession.findFirst({ where: { personId: person.id, app: "TAX" } });
  expect(session).toMatchObject({ place: "外网（203.0.*.*）" });
  expect(session?.deviceHash).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("B5 two people of one device are new each for themselves, and their rows do not tell", async () => {
  const shared = chrome();
  const people = [await newPerson(), await newPerson()];
  for (const person of people) {
    await logIn(newBrowser(), person);
    await logIn(shared, person);
    expect(await alerts(person)).toHaveLength(1);
  }
  const hashes = await db.knownDevice.findMany({
    where: { personId: { in: people.map(({ id }) => id) } },
  });
  expect(new Set(hashes.map(({ deviceHash }) => deviceHash)).size).toBe(4);
  expect(shared.cookies.get("device")).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("B5 a device cookie somebody made up is replaced, not trusted", async () => {
  const person = await newPerson();
  const browser = chrome();
  await logIn(browser, person);
  const forged = chrome();
  forged.cookies.set("device", "x".repeat(5000));
  await logIn(forged, person);
  expect(forged.cookies.get("device")).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await alerts(person)).toHaveLength(1);
});
