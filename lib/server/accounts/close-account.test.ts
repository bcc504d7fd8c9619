import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { closeAccount, closingView, sendClosingCode } from "@/lib/server/accounts/close-account";
import { db } from "@/lib/server/db";
import { findPersonByAccount } from "@/lib/server/login/person-lookup";
import { protect } from "@/lib/server/protect";
import type { CurrentSession } from "@/lib/server/session-store";
import {
  newestCode,
  noticesOf,
  runningSessions,
  sessionFor,
  toldAt,
} from "@/prisma/testing/own-session";
import {
  DEMO_PASSWORD,
  demoPasswordHash,
  newEnterprise,
  newPerson,
  relate,
} from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

function closing(session: CurrentSession) {
  const browser = newBrowser();
  const context = { session, now: NOW };
  const run = <T>(use: () => Promise<T>) => inBrowser(browser, use);
  return {
    view: () => run(() => closingView({ flow: undefined }, context)),
    async send() {
      const sent = await run(() => sendClosingCode({ flow: "" }, context));
      return sent.ok ? sent.value.flow : "";
    },
    close: (flow: string, code?: string, password = DEMO_PASSWORD) =>
      run(() => closeAccount({ flow, password, code }, context)),
  };
}

async function signedIn() {
  const person = await newPerson(await demoPasswordHash());
  return { person, ...closing(await sessionFor(person)) };
}

const accountOf = (person: { accountId: string }) =>
  db.account.findUniqueOrThrow({ where: { id: person.accountId } });

test("A3 both factors close the account: sessions end, phones and username are free, relations stay, all channels are told", async () => {
  const { person, view, send, close } = await signedIn();
  const relation = await relate(person.id, (await newEnterprise()).id, "TAX_HANDLER");
  await db.account.update({
    where: { id: person.accountId },
    data: {
      username: "Leaving1",
      usernameKey: "leaving1",
      emailCipher: protect("Account.email", "leaving@example.com"),
    },
  });
  expect(await view()).toMatchObject({
    method: "SMS",
    maskedTarget: `154****${person.phone.slice(-4)}`,
  });
  const flow = await send();
  expect(await close(flow, await newestCode(person.phone))).toEqual({
    ok: true,
    value: { to: "/shandong/login?reason=ACCOUNT_CLOSED" },
  });
  expect(await accountOf(person)).toMatchObject({
    status: "CLOSED",
    closedAt: NOW,
    username: null,
    usernameKey: null,
    emailCipher: null,
  });
  expect(await db.phone.count({ where: { personId: person.id } })).toBe(0);
  expect(await runningSessions(person)).toEqual([]);
  expect(await db.relation.findUnique({ where: { id: relation } })).toMatchObject({
    status: "ACTIVE",
  });
  expect(await noticesOf(person)).toEqual(["ACCOUNT_CLOSED"]);
  expect(await toldAt(person.phone)).toContain("您的账户已注销");
  expect(await toldAt("leaving@example.com")).toContain("您的账户已注销");
  expect(await findPersonByAccount(person.number, {})).toEqual({
    personId: null,
    code: "PERSON_NOT_REGISTERED",
  });
});

test("A3 neither factor alone closes, and a wrong password leaves the code unused", async () => {
  const { person, send, close } = await signedIn();
  expect(await close("", "123456")).toEqual(problem("CODE_NOT_SENT"));
  const flow = await send();
  const code = await newestCode(person.phone);
  expect(await close(flow)).toEqual(problem("STEPS_EXPIRED"));
  expect(await close(flow, code, "Wrong@2026")).toEqual(problem("PASSWORD_WRONG"));
  const wrong = code === "000000" ? "000001" : "000000";
  expect(await close(flow, wrong)).toEqual(problem("CODE_WRONG"));
  expect((await accountOf(person)).status).toBe("ACTIVE");
  expect(await close(flow, code)).toMatchObject({ ok: true });
});

test("N2 of six submissions at once exactly one closes", async () => {
  const { person, send, close } = await signedIn();
  const flow = await send();
  const code = await newestCode(person.phone);
  const answers = await Promise.all(Array.from({ length: 6 }, () => close(flow, code)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await noticesOf(person)).toEqual(["ACCOUNT_CLOSED"]);
});

test("A3 the flow of one session closes nothing in another", async () => {
  const { person, send } = await signedIn();
  const flow = await send();
  const stranger = await signedIn();
  expect(await stranger.close(flow, await newestCode(person.phone))).toEqual(
    problem("STEPS_EXPIRED"),
  );
});

test("A3 an account by e-mail closes by the code in its mailbox; without both only a face is left", async () => {
  const { person, view, send, close } = await signedIn();
  await db.phone.deleteMany({ where: { personId: person.id } });
  expect(await view()).toEqual({
    method: null,
    maskedTarget: null,
    faceKnown: false,
    faced: false,
  });
  expect(await send()).toBe("");
  await db.account.update({
    where: { id: person.accountId },
    data: { emailCipher: protect("Account.email", "closing@example.com") },
  });
  const flow = await send();
  expect(await close(flow, await newestCode("closing@example.com"))).toMatchObject({ ok: true });
});
