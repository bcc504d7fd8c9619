import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { submitQuickLogin } from "@/lib/server/legacy/quick";
import { humanProof } from "@/prisma/testing/human-check";
import {
  ENTERPRISE_PASSWORD,
  HANDLER_PASSWORD,
  newHandler,
  newLegacyEnterprise,
} from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { DEMO_PASSWORD, demoPasswordHash } from "@/prisma/testing/people";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const HOME = { ok: true, value: { to: "/yunnan/home" } };
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

const newCompany = () => newLegacyEnterprise({ region: "yunnan", setUp: false });

async function entered(company: { creditCode: string; region: string }) {
  const login = legacyBrowser(company, NOW);
  expect(await login.enter()).toMatchObject({
    ok: true,
    value: { to: expect.stringContaining("/yunnan/login/legacy/people?flow=") },
  });
  return login;
}

async function listed(login: Awaited<ReturnType<typeof entered>>) {
  const view = await login.people();
  if (!view.ok || "to" in view.value) throw new Error(JSON.stringify(view));
  return view.value;
}

test("OY1 云南 1.4(2) 办税人员选择 lists registry people, those bound and those added, at once and without 同步办税人", async () => {
  const company = await newCompany();
  const listedOnly = await newHandler(company.id, "FINANCE_MANAGER", { status: "REGISTERED" });
  const registryHandler = await newHandler(company.id, "TAX_HANDLER", {
    status: "REGISTERED",
    collected: false,
    account: false,
  });
  const passwordHash = await demoPasswordHash();
  const bound = await newHandler(company.id, "TAX_HANDLER", { inRegistry: false, passwordHash });
  const added = await newHandler(company.id, "TAX_HANDLER", {
    inRegistry: false,
    legacyOnly: true,
    status: "PENDING_PERSON",
    password: true,
    mobile: "NONE",
  });
  const view = await listed(await entered(company));
  expect(view).toMatchObject({
    first: false,
    waitsForRegistry: false,
    synchronizes: false,
    skipped: [],
  });
  const shown = Object.fromEntries(view.people.map((each) => [each.id, each]));
  for (const { relationId } of [listedOnly, registryHandler]) {
    expect(shown[relationId]).toMatchObject({
      problem: null,
      smsProblem: null,
      passwordProblem: "HANDLER_SMS_ONLY",
    });
  }
  for (const { relationId } of [bound, added]) {
    expect(shown[relationId]).toMatchObject({ problem: null, passwordProblem: null });
  }
});

test("OY1 云南 1.4(2) registry people get in by text message to the registered phone only; a password is refused with the ways out", async () => {
  const company = await newCompany();
  const person = await newHandler(company.id, "TAX_HANDLER", {
    status: "REGISTERED",
    passwordHash: await demoPasswordHash(),
  });
  const login = await entered(company);
  expect(await login.byPassword(person.relationId, DEMO_PASSWORD)).toEqual(
    refused("HANDLER_SMS_ONLY"),
  );
  expect(await login.send(person.relationId)).toMatchObject({ ok: true });
  expect(await login.byCode(person.relationId, await login.code(person.phone))).toEqual(HOME);
  expect(await login.session()).toMatchObject({
    personId: person.id,
    proofs: ["ENTERPRISE_PASSWORD", "SMS"],
    problem: null,
  });
});

test("OY1 P2 the registered phone of an unbound person is sent nothing once somebody else has verified it", async () => {
  const company = await newCompany();
  const other = await newHandler(company.id, "TAX_HANDLER");
  const person = await newHandler(company.id, "TAX_HANDLER", { status: "REGISTERED" });
  const { registryMobileCipher, registryMobileIndex } = await db.relation.findUniqueOrThrow({
    where: { id: other.relationId },
  });
  await db.relation.update({
    where: { id: person.relationId },
    data: { registryMobileCipher, registryMobileIndex },
  });
  const login = await entered(company);
  expect(await login.send(person.relationId)).toEqual(refused("REGISTRY_MOBILE_DIFFERS"));
});

test("OY1 云南 1.4(3) whoever is bound gets in by the one personal password, which counts with the account", async () => {
  const company = await newCompany();
  const person = await newHandler(company.id, "TAX_HANDLER", {
    passwordHash: await demoPasswordHash(),
  });
  const login = await entered(company);
  expect(await login.byPassword(person.relationId, ENTERPRISE_PASSWORD)).toEqual({
    ok: false,
    problems: [{ code: "BOUND_PASSWORD_WRONG", field: "password", params: { left: 4 } }],
  });
  expect(
    await db.authenticationCounter.findMany({ where: { accountId: person.accountId } }),
  ).toMatchObject([{ method: "PASSWORD", failures: 1 }]);
  expect(await login.byPassword(person.relationId, DEMO_PASSWORD)).toEqual(HOME);
  expect((await login.session())?.proofs).toEqual(["ENTERPRISE_PASSWORD", "PASSWORD"]);
  const bySms = await entered(company);
  expect(await bySms.send(person.relationId)).toMatchObject({ ok: true });
  expect(await bySms.byCode(person.relationId, await bySms.code(person.phone))).toEqual(HOME);
});

test("OY2 O1 the password an enterprise set for an added person is changed at its first use, and is never the personal one", async () => {
  const company = await newCompany();
  const person = await newHandler(company.id, "TAX_HANDLER", {
    inRegistry: false,
    legacyOnly: true,
    status: "PENDING_PERSON",
    password: true,
    handlerPasswordState: "INITIAL",
    passwordHash: await demoPasswordHash(),
  });
  const login = await entered(company);
  expect(await login.byPassword(person.relationId, DEMO_PASSWORD)).toEqual(
    refused("HANDLER_PASSWORD_WRONG"),
  );
  expect(await login.byPassword(person.relationId, HANDLER_PASSWORD)).toMatchObject({
    value: { to: expect.stringContaining("/set-password") },
  });
  expect(await login.session()).toBeNull();
  expect(await login.setPassword("Geren#2026")).toEqual(HOME);
  expect((await login.session())?.problem).toBeNull();
});

test("OY1 a wrong enterprise password leads no further, and ways of the other style are not offered here", async () => {
  const company = await newCompany();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const login = legacyBrowser(company, NOW);
  expect(await login.enter("Wrong#1111")).toEqual(refused("ENTERPRISE_PASSWORD_WRONG"));
  expect(await login.enter(ENTERPRISE_PASSWORD, "AGENCY")).toEqual(refused("ENTRY_NOT_OFFERED"));
  const quick = await submitQuickLogin(
    {
      region: "yunnan",
      flow: "",
      taxpayerId: company.creditCode,
      password: ENTERPRISE_PASSWORD,
      role: "LEGAL_REPRESENTATIVE",
      phone: boss.phone,
      code: "123456",
      agreement: true,
      humanCheck: await humanProof(),
    },
    { now: NOW, address: "192.0.2.1", userAgent: "test" },
  );
  expect(quick).toEqual(refused("ENTRY_NOT_OFFERED"));
});

test("OY1 K4 an initial or reset personal password opens nothing here; the text message still does", async () => {
  const company = await newCompany();
  const person = await newHandler(company.id, "TAX_HANDLER", {
    passwordHash: await demoPasswordHash(),
  });
  await db.account.update({
    where: { id: person.accountId },
    data: { passwordState: "RESET_REQUIRED" },
  });
  const login = await entered(company);
  expect(await login.byPassword(person.relationId, DEMO_PASSWORD)).toEqual(
    refused("BOUND_PASSWORD_NOT_CHOSEN"),
  );
  expect(await login.session()).toBeNull();
  await login.send(person.relationId);
  expect(await login.byCode(person.relationId, await login.code(person.phone))).toEqual(HOME);
});
