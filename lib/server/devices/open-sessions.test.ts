import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { endOtherSessions, endOwnSession, openSessions } from "@/lib/server/devices/open-sessions";
import { logIn } from "@/prisma/testing/login";
import { newPerson } from "@/prisma/testing/people";
import { newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const now = () => new Date();
const idsOf = async (personId: string, at = now()) =>
  (await openSessions(personId, at)).map(({ id }) => id).sort();

test("A1 one sees one's open logins, of the portal and of the APP, and no others", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const portal = await logIn(newBrowser({ "user-agent": "Firefox/140 Linux" }), person);
  const app = await logIn(newBrowser({ "x-forwarded-for": "::1" }), person, "TAX");
  await logIn(newBrowser(), other);
  const ended = await logIn(newBrowser(), person);
  await db.loginSession.update({ where: { id: ended.id }, data: { revokedAt: now() } });
  const open = await openSessions(person.id, now());
  expect(open.map(({ id }) => id).sort()).toEqual([portal.id, app.id].sort());
  expect(open.find(({ id }) => id === portal.id)).toMatchObject({
    browser: "Firefox（Linux）",
    entry: "PERSON",
    region: "shandong",
    app: null,
    actingFor: null,
  });
  expect(open.find(({ id }) => id === app.id)).toMatchObject({ app: "TAX", place: "本机" });
});

test("A1 a login that has gone idle is not listed as open", async () => {
  const person = await newPerson();
  await logIn(newBrowser(), person);
  expect(await idsOf(person.id)).toHaveLength(1);
  expect(await idsOf(person.id, new Date(Date.now() + 31 * 60_000))).toEqual([]);
});

test("A1 remote 退出 ends that login only, and is recorded", async () => {
  const person = await newPerson();
  const [here, there, third] = [
    await logIn(newBrowser(), person),
    await logIn(newBrowser(), person, "TAX"),
    await logIn(newBrowser(), person),
  ];
  const end = () => endOwnSession({ session: there.id }, { session: here, now: now() });
  expect(await end()).toEqual({ ok: true });
  expect(await idsOf(person.id)).toEqual([here.id, third.id].sort());
  expect(await end()).toMatchObject({ problems: [{ code: "SESSION_NOT_FOUND" }] });
  const events = await db.auditEvent.findMany({ where: { subjectId: there.id } });
  expect(events.map(({ action }) => action)).toEqual(["LOGIN", "END_SESSION"]);
});

test("A1 the login of another is not ended, whatever id is sent", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const session = await logIn(newBrowser(), person);
  const victim = await logIn(newBrowser(), other);
  for (const id of [victim.id, session.id, "", "%", "x".repeat(64)]) {
    expect(await endOwnSession({ session: id }, { session, now: now() }), id).toMatchObject({
      problems: [{ code: "SESSION_NOT_FOUND" }],
    });
  }
  expect(await idsOf(other.id)).toEqual([victim.id]);
  expect(await idsOf(person.id)).toEqual([session.id]);
});

test("A1 退出其他所有登录 keeps the login in use and the logins of others", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const session = await logIn(newBrowser(), person);
  await logIn(newBrowser(), person);
  await logIn(newBrowser(), person, "TAX");
  const foreign = await logIn(newBrowser(), other);
  expect(await endOtherSessions({}, { session, now: now() })).toEqual({
    ok: true,
    value: { ended: 2 },
  });
  expect(await idsOf(person.id)).toEqual([session.id]);
  expect(await idsOf(other.id)).toEqual([foreign.id]);
});
