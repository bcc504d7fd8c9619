import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { nextMidnight } from "@/lib/domain/china-time";
import { takeAttempt } from "@/lib/server/accounts/lockout";
import { db } from "@/lib/server/db";
import { verifyPassword } from "@/lib/server/password";
import { protect } from "@/lib/server/protect";
import {
  beginForgotPassword,
  beginForgottenOldPassword,
} from "@/lib/server/recovery/forgot-password";
import { setForgottenPassword } from "@/lib/server/recovery/set-password";
import { recoveryView, sendRecoveryCode, submitRecoveryCode } from "@/lib/server/recovery/verify";
import type { CurrentSession } from "@/lib/server/session-store";
import { sendCode } from "@/lib/server/verification/codes";
import { humanProof } from "@/prisma/testing/human-check";
import {
  newestCode,
  noticesOf,
  runningSessions,
  sessionFor,
  toldAt,
} from "@/prisma/testing/own-session";
import { demoPasswordHash, newPerson } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });
const EXPIRED = problem("STEPS_EXPIRED");
const NEW = "Tax#Lhasa77";

type Person = Awaited<ReturnType<typeof newPerson>>;

/** The steps of one browser, in `region`; of a session when there is one. */
function steps(
  flow: string,
  {
    region = "xizang",
    browser = newBrowser(),
    now = NOW,
    session = undefined as CurrentSession | undefined,
  } = {},
) {
  const at = { region, flow };
  const context = { now, session };
  const run = <T>(use: () => Promise<T>) => inBrowser(browser, use);
  return {
    flow,
    browser,
    view: () => run(() => recoveryView(at, context)),
    send: () => run(() => sendRecoveryCode(at, context)),
    submit: (code: string) => run(() => submitRecoveryCode({ ...at, code }, context)),
    set: (newPassword = NEW) => run(() => setForgottenPassword({ ...at, newPassword }, context)),
  };
}

function flowOf(result: { ok: boolean; value?: { to: string } }): string {
  const flow = new URL(result.value?.to ?? "", "http://portal").searchParams.get("flow");
  if (!flow) throw new Error(JSON.stringify(result));
  return flow;
}

async function begin(account: string, { region = "xizang", now = NOW } = {}) {
  const browser = newBrowser();
  const begun = await inBrowser(browser, async () =>
    beginForgotPassword({ region, account, humanCheck: await humanProof() }, { now }),
  );
  return steps(flowOf(begun), { region, browser, now });
}

/** As far as the new password. */
async function proved(person: Person) {
  const recovery = await begin(person.number);
  await recovery.send();
  expect(await recovery.submit(await newestCode(person.phone))).toMatchObject({ ok: true });
  return recovery;
}

const passwordOf = async (person: Person) =>
  (await db.account.findUniqueOrThrow({ where: { id: person.accountId } })).passwordHash;

test("F1 a message proves the person, the new password ends all sessions and is told to every channel", async () => {
  const person = await newPerson(await demoPasswordHash());
  await db.account.update({
    where: { id: person.accountId },
    data: { emailCipher: protect("Account.email", "f1@example.com") },
  });
  await sessionFor(person);
  await sessionFor(person);
  const recovery = await begin(person.number);
  expect(await recovery.view()).toMatchObject({
    value: { step: "VERIFY", method: "SMS", maskedTarget: `154****${person.phone.slice(-4)}` },
  });
  expect(JSON.stringify(await recovery.view())).not.toContain(person.phone);
  expect(await recovery.send()).toMatchObject({ ok: true });
  expect(await recovery.submit(await newestCode(person.phone))).toEqual({
    ok: true,
    value: { to: `/xizang/forgot-password?flow=${recovery.flow}` },
  });
  expect(await recovery.view()).toEqual({ ok: true, value: { step: "NEW_PASSWORD" } });
  expect(await recovery.set()).toEqual({
    ok: true,
    value: { to: "/xizang/login?reason=PASSWORD_RECOVERED" },
  });
  expect(await verifyPassword(await passwordOf(person), NEW)).toBe(true);
  expect(await runningSessions(person)).toEqual([]);
  expect(await noticesOf(person)).toEqual(["PASSWORD_RECOVERED"]);
  expect(await toldAt(person.phone)).toContain("已通过“忘记密码”重置");
  expect(await toldAt("f1@example.com")).toContain("已通过“忘记密码”重置");
  expect(await db.auditEvent.findFirst({ where: { personId: person.id } })).toMatchObject({
    action: "RECOVER_PASSWORD",
    detail: '{"by":"SMS"}',
  });
});

test("F1 K1 it is the way out of a lock: open while the account is locked, and no lock is left after it", async () => {
  const person = await newPerson(await demoPasswordHash());
  for (let each = 0; each < 5; each++) await takeAttempt(person.accountId, "PASSWORD", NOW);
  const recovery = await proved(person);
  expect(await recovery.set()).toMatchObject({ ok: true });
  expect(await db.authenticationCounter.count({ where: { accountId: person.accountId } })).toBe(0);
});

test("K1 B1 five wrong codes lock the message here, too, and nothing more is sent until midnight", async () => {
  const person = await newPerson();
  const recovery = await begin(person.number);
  await recovery.send();
  const right = await newestCode(person.phone);
  const wrong = right === "000000" ? "000001" : "000000";
  for (const left of [4, 3, 2, 1]) {
    expect(await recovery.submit(wrong)).toMatchObject({
      problems: [{ code: "CODE_WRONG", field: "code", params: { left } }],
    });
  }
  const locked = {
    problems: [{ code: "ACCOUNT_LOCKED", params: { until: nextMidnight(NOW).toISOString() } }],
  };
  expect(await recovery.submit(wrong)).toMatchObject(locked);
  expect(await recovery.submit(right)).toMatchObject(locked);
  const again = await begin(person.number);
  expect(await again.send()).toMatchObject(locked);
});

test("L5 unknown people get the prompts of the login, and none without a human check", async () => {
  const ask = async (account: string, humanCheck: string) =>
    beginForgotPassword({ region: "xizang", account, humanCheck }, { now: NOW });
  expect(await ask("540100199001010017", await humanProof())).toEqual(
    problem("PERSON_NOT_REGISTERED"),
  );
  expect(await ask("15499999999", await humanProof())).toEqual(problem("PHONE_UNKNOWN"));
  expect(await ask("540100199001010017", "e30=")).toEqual(problem("HUMAN_CHECK_FAILED"));
});

test("F1 the code goes to the phone that was typed, else to the default one", async () => {
  const person = await newPerson();
  const recovery = await begin(person.phone);
  expect(await recovery.view()).toMatchObject({
    value: { maskedTarget: `154****${person.phone.slice(-4)}` },
  });
});

test("F3 without a phone there is only scanning; an account by e-mail gets its code there", async () => {
  const person = await newPerson();
  await db.phone.deleteMany({ where: { personId: person.id } });
  const recovery = await begin(person.number);
  expect(await recovery.view()).toMatchObject({
    value: { step: "VERIFY", method: null, maskedTarget: null, faceKnown: false },
  });
  expect(await recovery.send()).toEqual(problem("PHONE_EMPTY"));
  await db.account.update({
    where: { id: person.accountId },
    data: { emailCipher: protect("Account.email", "yuki@example.org") },
  });
  expect(await recovery.view()).toMatchObject({
    value: { method: "EMAIL", maskedTarget: "y***@example.org" },
  });
  await recovery.send();
  expect(await recovery.submit(await newestCode("yuki@example.org"))).toMatchObject({ ok: true });
});

test("F1 no step is skipped, and the flow is worth nothing elsewhere", async () => {
  const person = await newPerson(await demoPasswordHash());
  const recovery = await begin(person.number);
  const before = await passwordOf(person);
  expect(await recovery.set()).toEqual(EXPIRED);
  await recovery.send();
  await recovery.submit(await newestCode(person.phone));
  for (const elsewhere of [
    steps(recovery.flow),
    steps(recovery.flow, { region: "shandong", browser: recovery.browser }),
    steps(`${recovery.flow}x`, { browser: recovery.browser }),
    steps(recovery.flow, { browser: recovery.browser, session: await sessionFor(person) }),
    steps(recovery.flow, {
      browser: recovery.browser,
      now: new Date(NOW.getTime() + 16 * 60_000),
    }),
  ]) {
    expect(await elsewhere.view()).toEqual(EXPIRED);
    expect(await elsewhere.set()).toEqual(EXPIRED);
  }
  expect(await passwordOf(person)).toBe(before);
  // A step before is over once the next one is reached.
  expect(await recovery.send()).toEqual(EXPIRED);
});

test("N2 of six who submit the new password at once exactly one wins", async () => {
  const person = await newPerson(await demoPasswordHash());
  const recovery = await proved(person);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => recovery.set(`${NEW}${index}`)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await noticesOf(person)).toEqual(["PASSWORD_RECOVERED"]);
  expect(await recovery.set("Other#2026")).toEqual(EXPIRED);
});

test("B4 a recovery proved before another one ended sets nothing", async () => {
  const person = await newPerson(await demoPasswordHash());
  const [stolen, own] = [await proved(person), await proved(person)];
  expect(await own.set()).toMatchObject({ ok: true });
  expect(await stolen.set("Tax#Lhasa78")).toEqual(EXPIRED);
});

test("K3 the new password may not be guessed from the person, nor be the old one", async () => {
  const person = await newPerson(await demoPasswordHash());
  const recovery = await proved(person);
  for (const [password, code] of [
    [`a${person.number.slice(-6)}b`, "PASSWORD_HAS_DOCUMENT_NUMBER"],
    ["Etax@2026", "PASSWORD_SAME"],
  ] as const) {
    expect(await recovery.set(password)).toEqual(problem(code));
  }
  expect(await recovery.set()).toMatchObject({ ok: true });
});

test("K2 a code sent for another purpose proves nothing here", async () => {
  const person = await newPerson();
  const recovery = await begin(person.number);
  await sendCode({
    flowId: recovery.flow,
    purpose: "LOGIN",
    personId: person.id,
    target: { method: "SMS", address: person.phone },
    bureauName: "测试",
    now: NOW,
  });
  expect(await recovery.submit(await newestCode(person.phone))).toEqual(problem("CODE_NOT_SENT"));
});

test("K2 the sixth message in ten minutes is refused, whatever the five before were for", async () => {
  const person = await newPerson();
  for (const purpose of ["LOGIN", "ADD_PHONE", "CLOSE_ACCOUNT", "FIND_PHONE"] as const) {
    const { flow } = await begin(person.number);
    const target = { method: "SMS" as const, address: person.phone };
    await sendCode({
      flowId: flow,
      purpose,
      personId: person.id,
      target,
      bureauName: "",
      now: NOW,
    });
  }
  const recovery = await begin(person.number);
  expect(await recovery.send()).toMatchObject({ ok: true });
  expect(await recovery.send()).toMatchObject({
    problems: [{ code: "MESSAGES_TOO_FREQUENT" }],
  });
});

test("A1 忘记旧密码 keeps this session and ends the others, also while the password is locked", async () => {
  const person = await newPerson(await demoPasswordHash());
  const [session] = [await sessionFor(person), await sessionFor(person)];
  if (!session) throw new Error("no session");
  for (let each = 0; each < 5; each++) await takeAttempt(person.accountId, "PASSWORD", NOW);
  const browser = newBrowser();
  const begun = await inBrowser(browser, () =>
    beginForgottenOldPassword({}, { session, now: NOW }),
  );
  const own = steps(flowOf(begun), { region: "shandong", browser, session });
  expect(await own.set()).toEqual(EXPIRED);
  await own.send();
  expect(await own.submit(await newestCode(person.phone))).toMatchObject({
    value: { to: `/shandong/account/password?flow=${own.flow}` },
  });
  // Not from a session of somebody else in the same browser, nor signed out.
  const stranger = await sessionFor(await newPerson());
  expect(await steps(own.flow, { region: "shandong", browser, session: stranger }).set()).toEqual(
    EXPIRED,
  );
  expect(await steps(own.flow, { region: "shandong", browser }).set()).toEqual(EXPIRED);
  expect(await own.set()).toEqual({
    ok: true,
    value: { to: "/shandong/account/password?saved=1" },
  });
  expect(await runningSessions(person)).toEqual([session.id]);
  expect(await noticesOf(person)).toEqual(["PASSWORD_CHANGED"]);
});
