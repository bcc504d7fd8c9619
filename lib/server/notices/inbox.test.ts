import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import type { NoticeKind } from "@/lib/messages/notices";
import { db } from "@/lib/server/db";
import {
  MESSAGES_ON_ONE_PAGE,
  markAllRead,
  markRead,
  ownMessage,
  ownMessages,
} from "@/lib/server/notices/inbox";
import { notify } from "@/lib/server/notices/notify";
import { readSession } from "@/lib/server/session-store";
import { logIn } from "@/prisma/testing/login";
import { newPerson } from "@/prisma/testing/people";
import { newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

async function signedIn() {
  const person = await newPerson();
  const browser = newBrowser();
  const session = await logIn(browser, person);
  const token = browser.cookies.get("portal.session") ?? "";
  return {
    person,
    session,
    tell: (kind: NoticeKind, at = NOW, params = {}) =>
      notify(db, { personId: person.id, kind, params }, at),
    unread: async () =>
      (await readSession(token, { now: new Date(), slide: false }))?.unreadMessages,
  };
}

test("A5 messages come newest first, page by page, unread ones marked", async () => {
  const { person, tell } = await signedIn();
  const total = MESSAGES_ON_ONE_PAGE + 3;
  for (let each = 0; each < total; each += 1) await tell("USERNAME_CHANGED", minutesAgo(each));
  const first = await ownMessages(person.id, 1);
  const second = await ownMessages(person.id, 2);
  expect([first.messages.length, second.messages.length]).toEqual([MESSAGES_ON_ONE_PAGE, 3]);
  expect([first.total, second.total]).toEqual([total, total]);
  const times = [...first.messages, ...second.messages].map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(first.messages.every(({ unread }) => unread)).toBe(true);
});

test("A5 the header's count falls with each message read, and to none by 全部标为已读", async () => {
  const { session, tell, unread } = await signedIn();
  const ids = [];
  for (let each = 0; each < 3; each += 1) ids.push(await tell("PASSWORD_CHANGED"));
  expect(await unread()).toBe(3);
  expect(await markRead({ message: ids[0] ?? "" }, { session, now: NOW })).toEqual({ ok: true });
  expect(await markRead({ message: ids[0] ?? "" }, { session, now: NOW })).toEqual({ ok: true });
  expect(await unread()).toBe(2);
  await markAllRead({}, { session, now: NOW });
  expect(await unread()).toBe(0);
});

test("A5 a message of another is neither shown nor marked as read", async () => {
  const [mine, theirs] = [await signedIn(), await signedIn()];
  const id = await theirs.tell("PHONE_ADDED", NOW, { phone: "154****0001" });
  expect(await ownMessage(mine.person.id, id)).toBeNull();
  expect(await markRead({ message: id }, { session: mine.session, now: NOW })).toMatchObject({
    problems: [{ code: "MESSAGE_NOT_FOUND" }],
  });
  await markAllRead({}, { session: mine.session, now: NOW });
  expect(await theirs.unread()).toBe(1);
  expect(await ownMessages(mine.person.id, 1)).toEqual({ messages: [], total: 0 });
});

test("A5 opening shows the sentence and changes nothing by itself", async () => {
  const { person, tell, unread } = await signedIn();
  const id = await tell("PHONE_ADDED", NOW, { phone: "154****0001" });
  expect(await ownMessage(person.id, id)).toEqual({
    kind: "PHONE_ADDED",
    params: { phone: "154****0001" },
    title: "已添加手机号码",
    text: "您的账户添加了手机号码154****0001",
    at: NOW,
    unread: true,
    reportable: true,
    incidentNumber: null,
  });
  expect(await unread()).toBe(1);
});
