import "@/prisma/testing/demo-database";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { FirstFactor } from "@/lib/schemas/login";
import { db } from "@/lib/server/db";
import { submitFirstFactor } from "@/lib/server/login/first-factor";
import { beginUnlock } from "@/lib/server/login/unlock";
import { verifyPassword } from "@/lib/server/password";
import { loginCode } from "@/lib/server/scan/create";
import { humanProof } from "@/prisma/testing/human-check";
import {
  DEMO_PASSWORD,
  demoPasswordHash,
  newEnterprise,
  newPerson,
  relate,
} from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("@/lib/server/password", { spy: true });

const NOW = new Date();
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await demoPasswordHash();
});
beforeEach(() => vi.clearAllMocks());

async function submit(
  account: string,
  more: Partial<Omit<FirstFactor, "entry" | "taxpayerId">> = {},
  browser: Browser = newBrowser(),
  at: { entry: "PERSON" } | { entry: "ENTERPRISE" | "AGENCY"; taxpayerId: string } = {
    entry: "PERSON",
  },
) {
  const form: FirstFactor = {
    ...at,
    region: "shandong",
    account,
    password: DEMO_PASSWORD,
    agreement: true,
    humanCheck: await humanProof(),
    ...more,
  };
  const context = { now: NOW, address: "192.0.2.1", userAgent: "test" };
  return inBrowser(browser, () => submitFirstFactor(form, context));
}

const refused = (code: string, rest = {}) => ({ ok: false, problems: [{ code, ...rest }] });

test("L2 L3 a right password begins a flow bound to this browser, and no session", async () => {
  const person = await newPerson(passwordHash);
  const browser = newBrowser();
  const result = await submit(person.phone, {}, browser);
  expect(result).toMatchObject({ ok: true });
  const { to } = result.ok ? result.value : { to: "" };
  const id = new URL(to, "http://portal").searchParams.get("flow") ?? "";
  const flow = await db.flow.findUniqueOrThrow({ where: { id } });
  expect(JSON.parse(flow.data)).toMatchObject({
    personId: person.id,
    accountId: person.accountId,
    identifierKind: "PHONE",
    enterpriseId: null,
    secondFactor: null,
  });
  expect([...browser.cookies.keys()]).toEqual(["flow-binding"]);
  expect(await db.loginSession.count({ where: { personId: person.id } })).toBe(0);
});

test("K5 for a person nobody knows the password is compared as for a known one", async () => {
  expect(await submit("370100199912319999")).toEqual(
    refused("PERSON_NOT_REGISTERED", { field: "account" }),
  );
  expect(verifyPassword).toHaveBeenCalledExactlyOnceWith(null, DEMO_PASSWORD);
  vi.clearAllMocks();
  expect(await submit("15499999999")).toEqual(refused("PHONE_UNKNOWN", { field: "account" }));
  expect(verifyPassword).toHaveBeenCalledExactlyOnceWith(null, DEMO_PASSWORD);
});

test("K5 for a known person it is compared once, with that person's hash", async () => {
  const person = await newPerson(passwordHash);
  await submit(person.number, { password: "Wrong@2026" });
  expect(verifyPassword).toHaveBeenCalledExactlyOnceWith(passwordHash, "Wrong@2026");
});

test("K1 a locked account's password is not even looked at", async () => {
  const person = await newPerson(passwordHash);
  for (let each = 0; each < 5; each++) await submit(person.phone, { password: "Wrong@2026" });
  vi.clearAllMocks();
  expect(await submit(person.phone)).toMatchObject(refused("ACCOUNT_LOCKED"));
  expect(verifyPassword).not.toHaveBeenCalled();
});

test("K1 twelve wrong passwords at once are five comparisons", async () => {
  const person = await newPerson(passwordHash);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, each) => submit(person.phone, { password: `Wrong@${each}` })),
  );
  expect(verifyPassword).toHaveBeenCalledTimes(5);
  expect(answers.every(({ ok }) => !ok)).toBe(true);
  expect(await submit(person.phone)).toMatchObject(refused("ACCOUNT_LOCKED"));
});

test("K1 the tries of an account are its own, from however many addresses they come", async () => {
  const person = await newPerson(passwordHash);
  const from = async (each: number) =>
    submit(
      person.phone,
      { password: `Wrong@${each}` },
      newBrowser({ "x-forwarded-for": `203.0.113.${each}` }),
    );
  await Promise.all(Array.from({ length: 12 }, (_, each) => from(each)));
  expect(verifyPassword).toHaveBeenCalledTimes(5);
  expect(await submit(person.phone)).toMatchObject(refused("ACCOUNT_LOCKED"));
});

test("L10 without a good proof nothing is looked up", async () => {
  const person = await newPerson(passwordHash);
  expect(await submit(person.phone, { humanCheck: "x" })).toEqual(
    refused("HUMAN_CHECK_FAILED", { field: "humanCheck" }),
  );
  expect(verifyPassword).not.toHaveBeenCalled();
});

test("L10 one proof is one attempt, however many at once", async () => {
  const person = await newPerson(passwordHash);
  const humanCheck = await humanProof();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => submit(person.phone, { humanCheck })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("L5 a refused password is in the audit trail, without the password", async () => {
  const person = await newPerson(passwordHash);
  await submit(person.phone, { password: "Secret@2026" });
  const events = await db.auditEvent.findMany({ where: { personId: person.id } });
  expect(events).toMatchObject([{ action: "LOGIN_PASSWORD", outcome: "REFUSED" }]);
  expect(
    JSON.stringify(events, (_, value) => (typeof value === "bigint" ? 0 : value)),
  ).not.toContain("Secret@2026");
});

test("L2 a bureau nobody serves", async () => {
  expect(await submit("15403700001", { region: "nowhere" })).toEqual(refused("REGION_UNKNOWN"));
});

test("N0.2 a deployment fixed to one bureau begins nothing at another: login, 刷脸解锁, 扫码登录", async () => {
  const person = await newPerson(passwordHash);
  const context = { now: NOW, address: "192.0.2.1", userAgent: "test" };
  const unlock = { region: "shandong", account: person.phone };
  const begin = async () =>
    beginUnlock({ ...unlock, humanCheck: await humanProof() }, context).then(({ ok }) => ok);
  const scan = () =>
    loginCode({ region: "shandong", app: "TAX", specific: false }, context).then(({ ok }) => ok);
  const all = () =>
    inBrowser(newBrowser(), async () => [
      (await submit(person.phone)).ok,
      await begin(),
      await scan(),
    ]);
  expect(await all()).toEqual([true, true, true]);
  vi.stubEnv("FIXED_REGION", "qingdao");
  expect(await all()).toEqual([false, false, false]);
  vi.unstubAllEnvs();
});

test("Q2 each APP has its entries: 个人所得税APP persons, 电子营业执照 enterprises for their managers only", async () => {
  const person = await newPerson(passwordHash);
  const { id } = await newEnterprise();
  const { creditCode: taxpayerId } = await db.enterprise.findUniqueOrThrow({ where: { id } });
  const enter = (app: "TAX" | "IIT" | "LICENSE", entry: "PERSON" | "ENTERPRISE" | "AGENCY") =>
    submit(
      person.number,
      { app },
      newBrowser(),
      entry === "PERSON" ? { entry } : { entry, taxpayerId },
    );
  const handler = await relate(person.id, id, "TAX_HANDLER");
  expect(await enter("IIT", "ENTERPRISE")).toEqual(refused("ENTRY_NOT_OFFERED"));
  expect(await enter("TAX", "AGENCY")).toEqual(refused("ENTRY_NOT_OFFERED"));
  expect(await enter("LICENSE", "PERSON")).toEqual(refused("ENTRY_NOT_OFFERED"));
  expect(await enter("LICENSE", "ENTERPRISE")).toEqual(refused("LICENSE_HOLDER_ONLY"));
  expect(await enter("TAX", "ENTERPRISE")).toMatchObject({ ok: true });
  await db.relation.delete({ where: { id: handler } });
  await relate(person.id, id, "FINANCE_MANAGER");
  const entered = await enter("LICENSE", "ENTERPRISE");
  expect(entered.ok && entered.value.to).toMatch(/^\/app\/license\/login\/verify/);
});
