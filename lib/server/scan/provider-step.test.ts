import "@/prisma/testing/demo-database";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { PROVIDER_SECONDS } from "@/lib/domain/scan-ticket";
import { accountFlowData } from "@/lib/flows/account";
import { findRegion } from "@/lib/regions/list";
import { takeAttempt } from "@/lib/server/accounts/lockout";
import { realNameWays } from "@/lib/server/accounts/real-name";
import { db } from "@/lib/server/db";
import { createFlow } from "@/lib/server/flow-store";
import { log } from "@/lib/server/log";
import { recoveryFaceCode } from "@/lib/server/scan/account-codes";
import { realNameCode } from "@/lib/server/scan/create";
import { stateForBrowser } from "@/lib/server/scan/state";
import { takeUpTicket } from "@/lib/server/scan/take-up";
import type { CurrentSession } from "@/lib/server/session-store";
import { ALIPAY, type AlipayCall, APPLICATION, alipayService } from "@/prisma/testing/alipay";
import { newPerson } from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

const settings = vi.hoisted((): Record<string, unknown> => ({}));
vi.mock("@/lib/server/env", async (original) => {
  const { env } = await original<typeof import("@/lib/server/env")>();
  return { env: () => ({ ...env(), ...settings }) };
});
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

let service: Awaited<ReturnType<typeof alipayService>>;
let calls: AlipayCall[] = [];
/** What 支付宝 says of every verification that was begun. */
let outcome: Record<string, unknown> = {};
let web: Browser;

beforeAll(async () => {
  service = await alipayService((call) => {
    calls.push(call);
    if (call.method.endsWith(".query")) return { code: "10000", ...outcome };
    return outcome.code ? outcome : { code: "10000", certify_id: `c${calls.length}` };
  });
  Object.assign(settings, {
    ALIPAY_APP_ID: "1",
    ALIPAY_PRIVATE_KEY: APPLICATION.privateKey,
    ALIPAY_PUBLIC_KEY: ALIPAY.publicKey,
    ALIPAY_GATEWAY: `${service.origin}/gateway.do`,
  });
});
afterAll(() => service.close());
beforeEach(() => {
  web = newBrowser();
  calls = [];
  outcome = { passed: "F" };
});

/** Somebody of level 3 signed in in 云南, and what they can do. */
async function signedIn() {
  const person = await newPerson();
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 3 } });
  const { id } = await db.loginSession.create({
    data: {
      tokenHash: person.id,
      instance: "PORTAL",
      personId: person.id,
      region: "yunnan",
      proofs: "PASSWORD SMS",
      userAgent: "web",
      lastSeenAt: NOW,
    },
  });
  const session = { id, personId: person.id, region: "yunnan", entry: "PERSON" } as CurrentSession;
  const begin = (more: { consent?: boolean; stepUp?: boolean } = {}) =>
    inBrowser(web, () =>
      realNameCode(
        { app: "ALIPAY", stepUp: false, consent: true, ...more },
        { ...CONTEXT, session },
      ),
    );
  return {
    person,
    begin,
    async code(more: { stepUp?: boolean } = {}) {
      const made = await begin(more);
      if (!made.ok) throw new Error(JSON.stringify(made));
      return made.value;
    },
    level: async () =>
      (await db.person.findUniqueOrThrow({ where: { id: person.id } })).realNameLevel,
    proofs: async () => (await db.loginSession.findUniqueOrThrow({ where: { id } })).proofs,
    audited: (action: string) => db.auditEvent.count({ where: { action, personId: person.id } }),
  };
}

const state = (id: string, now: Date, on = web) => inBrowser(on, () => stateForBrowser(id, now));
const takeUp = (ticket: string, now: Date, on = web) =>
  inBrowser(on, () => takeUpTicket({ ticket }, { ...CONTEXT, now }));

test.each([false, true])(
  "R4 B17 云南: 支付宝 passes, the level rises and the session is proved (step-up: %s)",
  async (stepUp) => {
    const { code, level, proofs, person } = await signedIn();
    const shown = await code({ stepUp });
    expect(shown).toMatchObject({ external: true, seconds: PROVIDER_SECONDS });
    expect(shown.link).toContain("alipay.user.certify.open.certify");
    expect(decodeURIComponent(shown.link)).not.toContain(person.number);
    expect(calls[0]).toMatchObject({
      genuine: true,
      content: { identity_param: { cert_name: person.name, cert_no: person.number } },
    });
    expect(await state(shown.id, at(1))).toBe("CREATED");
    expect(await takeUp(shown.id, at(1))).toEqual(problem("TICKET_USED"));
    outcome = { passed: "T" };
    expect(await state(shown.id, at(5))).toBe("CONFIRMED");
    expect(await level()).toBe(4);
    expect(await proofs()).toBe("PASSWORD SMS");
    expect(await takeUp(shown.id, at(6))).toEqual({ ok: true, value: { to: null } });
    expect(await proofs()).toBe("PASSWORD SMS FACE");
    expect(await takeUp(shown.id, at(7))).toEqual(problem("TICKET_USED"));
  },
);

test("R4 a failure with 支付宝 ends the code, raises nothing and counts for the face (K1)", async () => {
  const { code, level, person, audited } = await signedIn();
  const { id } = await code();
  outcome = { passed: "F", fail_reason: "Z1147" };
  expect(await state(id, at(1))).toBe("CANCELLED");
  outcome = { passed: "T" };
  expect(await state(id, at(9))).toBe("CANCELLED");
  expect(await level()).toBe(3);
  expect(await takeUp(id, at(10))).toEqual(problem("TICKET_USED"));
  expect(await audited("SCAN")).toBe(1);
  expect(
    await db.authenticationCounter.findFirst({ where: { accountId: person.accountId } }),
  ).toMatchObject({ method: "FACE", failures: 1 });
  const again = await code();
  expect(await state(again.id, at(20))).toBe("CONFIRMED");
  expect(
    await db.authenticationCounter.findFirst({ where: { accountId: person.accountId } }),
  ).toMatchObject({ failures: 0 });
});

test("R4 支付宝 out of order: said in words, no code, nothing counted; while asking, the code waits", async () => {
  const { begin, code, person } = await signedIn();
  const said = vi.spyOn(log, "error");
  outcome = { code: "40004", sub_code: "SYSTEM_ERROR" };
  expect(await begin()).toEqual(problem("FACE_SERVICE_BUSY"));
  expect(said).toHaveBeenCalledWith("real-name provider refused", {
    provider: "alipay",
    cause: "SYSTEM_ERROR",
  });
  said.mockRestore();
  expect(await db.scanTicket.count({ where: { personId: person.id } })).toBe(0);
  outcome = { passed: "F" };
  const { id } = await code();
  outcome = { code: "40004", sub_code: "SYSTEM_ERROR" };
  expect(await state(id, at(1))).toBe("CREATED");
  expect(await db.authenticationCounter.count({ where: { accountId: person.accountId } })).toBe(0);
});

test("Q4 an expired code is not asked about any more, even when it was passed", async () => {
  const { code, level } = await signedIn();
  const { id } = await code();
  calls = [];
  outcome = { passed: "T" };
  expect(await state(id, at(PROVIDER_SECONDS))).toBe("EXPIRED");
  expect(calls).toHaveLength(0);
  expect(await level()).toBe(3);
});

test("Q4 the code belongs to the browser that showed it", async () => {
  const { code } = await signedIn();
  const { id } = await code();
  outcome = { passed: "T" };
  calls = [];
  expect(await state(id, at(1), newBrowser())).toBeNull();
  expect(calls).toHaveLength(0);
  expect(await state(id, at(1))).toBe("CONFIRMED");
  expect(await takeUp(id, at(2), newBrowser())).toEqual(problem("TICKET_USED"));
});

test("Q4 raced by several connections 支付宝 is asked once in three seconds and the pass counts once", async () => {
  const { code, audited } = await signedIn();
  const { id } = await code();
  calls = [];
  await Promise.all([1, 1, 1, 1].map((second) => state(id, at(second))));
  expect(calls).toHaveLength(1);
  outcome = { passed: "T" };
  await Promise.all([5, 9, 13].map((second) => state(id, at(second))));
  expect(await state(id, at(14))).toBe("CONFIRMED");
  expect(await audited("RAISE_REAL_NAME_LEVEL")).toBe(1);
  expect(await audited("SCAN")).toBe(1);
});

test("N1 without consent nothing is given to 支付宝; nobody enrolled is needed with it", async () => {
  const { begin } = await signedIn();
  expect(await begin({ consent: false })).toEqual(problem("PROVIDER_CONSENT"));
  expect(calls).toHaveLength(0);
  const yunnan = findRegion("yunnan");
  if (!yunnan) throw new Error("no such region");
  expect(realNameWays(yunnan, false)).toEqual([{ app: "ALIPAY", name: "支付宝", external: true }]);
  expect(realNameWays(yunnan, true)).toMatchObject([
    { app: "ALIPAY", external: true },
    { app: "WECHAT", external: false },
  ]);
});

test("K1 云南: a locked password keeps 支付宝 from the session's real name, and not from the way out of the lock", async () => {
  const { begin, person } = await signedIn();
  for (let each = 0; each < 5; each++) await takeAttempt(person.accountId, "PASSWORD", NOW);
  expect(await begin()).toEqual(problem("ACCOUNT_LOCKED"));
  const data = accountFlowData.parse({
    personId: person.id,
    accountId: person.accountId,
    phoneId: null,
    sessionId: null,
    both: true,
    proof: "SMS",
  });
  const { id: flow } = await inBrowser(web, () =>
    createFlow({
      kind: "FORGOT_PASSWORD",
      region: "yunnan",
      entry: null,
      data,
      now: NOW,
      ttlMinutes: 15,
    }),
  );
  const form = { region: "yunnan", flow, app: "ALIPAY", consent: true } as const;
  const code = () => inBrowser(web, () => recoveryFaceCode(form, CONTEXT));
  expect(await code()).toMatchObject({ ok: true, value: { external: true } });
  for (let each = 0; each < 5; each++) await takeAttempt(person.accountId, "FACE", NOW);
  expect(await code()).toEqual(problem("ACCOUNT_LOCKED"));
});

test("K1 a locked face, and an eleventh verification in ten minutes, are not begun", async () => {
  const { begin } = await signedIn();
  for (let made = 0; made < 10; made++) expect(await begin()).toMatchObject({ ok: true });
  expect(await begin()).toEqual(problem("RATE_LIMITED"));
  const locked = await signedIn();
  const day = new Date(NOW.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  await db.authenticationCounter.create({
    data: { accountId: locked.person.accountId, method: "FACE", day, failures: 5 },
  });
  calls = [];
  expect(await locked.begin()).toEqual(problem("ACCOUNT_LOCKED"));
  expect(calls).toHaveLength(0);
});
