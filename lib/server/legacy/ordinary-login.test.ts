import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
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
const HOME = { ok: true, value: { to: "/liaoning/home" } };
const EXPIRED = { ok: false, problems: [{ code: "FLOW_EXPIRED" }] };
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

/** A login of an enterprise that is set up, with its password right. */
async function entered(company: { creditCode: string; region: string }) {
  const login = legacyBrowser(company, NOW);
  expect(await login.enter()).toMatchObject({ ok: true });
  return login;
}

async function listed(login: Awaited<ReturnType<typeof entered>>) {
  const view = await login.people();
  if (!view.ok || "to" in view.value) throw new Error(JSON.stringify(view));
  return view.value;
}

test("OL1 the first 普通登录: nobody until 「同步办税人」, then managers only, text message, own password, session", async () => {
  const company = await newLegacyEnterprise({ setUp: false });
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const clerk = await newHandler(company.id, "TAX_HANDLER");
  const login = await entered(company);
  // 辽宁 七1
  expect(await listed(login)).toMatchObject({ first: true, waitsForRegistry: true, people: [] });
  expect(await login.send(boss.relationId)).toEqual(EXPIRED);
  expect(await login.synchronize()).toEqual({ ok: true, value: { listed: 1, skipped: 0 } });
  expect((await listed(login)).people).toMatchObject([
    { name: boss.name, maskedPhone: `154****${boss.phone.slice(-4)}`, problem: null },
  ]);
  expect(await login.send(clerk.relationId)).toEqual(refused("HANDLER_REQUIRED"));
  // 辽宁 七2
  expect(await login.byPassword(boss.relationId, "Geren#2026")).toEqual(
    refused("HANDLER_PASSWORD_NOT_SET"),
  );
  expect(await login.send(boss.relationId)).toMatchObject({ ok: true });
  expect(await login.byCode(boss.relationId, await login.code(boss.phone))).toEqual({
    ok: true,
    value: { to: `/liaoning/login/legacy/set-password?flow=${login.flow}` },
  });
  expect(await login.session()).toBeNull();
  expect(await login.setPassword(ENTERPRISE_PASSWORD)).toEqual(refused("PASSWORD_IS_ENTERPRISE"));
  expect(await login.setPassword(boss.phone)).toMatchObject({ ok: false });
  expect(await login.setPassword("Geren#2026")).toEqual(HOME);
  expect(await login.afterwards()).toBe("/liaoning/home");
  expect(await entered(company).then((other) => other.afterwards())).toContain("FLOW_EXPIRED");
  expect(await login.session()).toMatchObject({
    personId: boss.id,
    proofs: ["ENTERPRISE_PASSWORD", "SMS"],
    acting: { kind: "ENTERPRISE", relationId: boss.relationId },
    problem: null,
  });
  expect(await db.enterprise.findUnique({ where: { id: company.id } })).toMatchObject({
    legacySetUpAt: NOW,
  });
  // From now on by password, and handlers may be chosen.
  const again = await entered(company);
  expect((await listed(again)).people).toHaveLength(2);
  expect(await again.byPassword(boss.relationId, "Geren#2026")).toEqual(HOME);
  expect((await again.session())?.proofs).toEqual(["ENTERPRISE_PASSWORD", "HANDLER_PASSWORD"]);
});

test("OL1 a set-up person without a password who asked for 密码登录 sets one after the text message", async () => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const straight = await entered(company);
  await straight.send(boss.relationId);
  expect(await straight.byCode(boss.relationId, await straight.code(boss.phone))).toEqual(HOME);
  const asked = await entered(company);
  expect(await asked.byPassword(boss.relationId, "x")).toEqual(refused("HANDLER_PASSWORD_NOT_SET"));
  await asked.send(boss.relationId);
  expect(await asked.byCode(boss.relationId, await asked.code(boss.phone))).toMatchObject({
    value: { to: expect.stringContaining("/set-password") },
  });
});

test("OL1 七3 七4 七8 七11 whom the registry, the freeze or a missing collection keeps out, each with the reason", async () => {
  const company = await newLegacyEnterprise();
  const people = {
    HANDLER_LOCKED: await newHandler(company.id, "TAX_HANDLER", { frozenAt: NOW }),
    HANDLER_NOT_COLLECTED: await newHandler(company.id, "TAX_HANDLER", { collected: false }),
    REGISTRY_PERSON_MISSING: await newHandler(company.id, "TAX_HANDLER", { inRegistry: false }),
    HANDLER_NOT_SET_UP: await newHandler(company.id, "TAX_HANDLER", { status: "REGISTERED" }),
    REGISTRY_MOBILE_DIFFERS: await newHandler(company.id, "TAX_HANDLER", { mobile: "OTHER" }),
  };
  const landline = await newHandler(company.id, "FINANCE_MANAGER", { mobile: "LANDLINE" });
  const login = await entered(company);
  for (const [code, person] of Object.entries(people)) {
    expect(await login.send(person.relationId), code).toEqual(refused(code));
    expect(await login.byPassword(person.relationId, HANDLER_PASSWORD)).toEqual(refused(code));
  }
  expect(await login.send(landline.relationId)).toEqual(refused("REGISTRY_LANDLINE_ONLY"));
  const view = await listed(login);
  expect(view.skipped).toEqual([
    { name: people.REGISTRY_MOBILE_DIFFERS.name, problem: "REGISTRY_MOBILE_DIFFERS" },
  ]);
  expect(view.people.find(({ name }) => name === people.HANDLER_NOT_COLLECTED.name)).toMatchObject({
    maskedPhone: null,
    problem: "HANDLER_NOT_COLLECTED",
  });
  // The way out of 七3: the number is moved to 移动电话.
  const { registryMobileCipher, registryMobileIndex } = await db.relation.findUniqueOrThrow({
    where: { id: (await newHandler(company.id)).relationId },
  });
  await db.relation.update({
    where: { id: landline.relationId },
    data: { registryMobileCipher, registryMobileIndex, registryLandlineCipher: null },
  });
  expect(await login.send(landline.relationId)).toEqual(refused("REGISTRY_MOBILE_DIFFERS"));
});

test("七6 七9 a wrong 个人登录密码 says which one is meant, counts on its own, and the text message still lets in", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "TAX_HANDLER", { password: true });
  const login = await entered(company);
  for (let left = 4; left >= 1; left--) {
    expect(await login.byPassword(person.relationId, ENTERPRISE_PASSWORD)).toEqual({
      ok: false,
      problems: [{ code: "HANDLER_PASSWORD_WRONG", field: "password", params: { left } }],
    });
  }
  expect(await login.byPassword(person.relationId, "Wrong#1111")).toEqual(refused("LEGACY_LOCKED"));
  expect(await login.byPassword(person.relationId, HANDLER_PASSWORD)).toEqual(
    refused("LEGACY_LOCKED"),
  );
  expect(await db.authenticationCounter.count({ where: { accountId: person.accountId } })).toBe(0);
  await login.send(person.relationId);
  expect(await login.byCode(person.relationId, await login.code(person.phone))).toEqual(HOME);
  const tomorrow = legacyBrowser(company, new Date(NOW.getTime() + 86_400_000));
  await tomorrow.enter();
  expect(await tomorrow.byPassword(person.relationId, HANDLER_PASSWORD)).toMatchObject({
    ok: true,
  });
});

test("K1 of twelve guesses of one handler password at once five are looked at", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "TAX_HANDLER", { password: true });
  const login = await entered(company);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, each) => login.byPassword(person.relationId, `Wrong#${each}x`)),
  );
  const codes = answers.map((answer) => (answer.ok ? "OK" : answer.problems[0]?.code));
  expect(codes.filter((code) => code === "LEGACY_LOCKED").length).toBeGreaterThanOrEqual(8);
  expect(codes).not.toContain("OK");
});

test("K1 企业密码 counts per enterprise, known or not, and answers alike", async () => {
  const company = await newLegacyEnterprise();
  const unknown = legacyBrowser({ creditCode: "LEGACYUNKNOWN", region: "liaoning" }, NOW);
  const known = legacyBrowser(company, NOW);
  for (let left = 4; left >= 1; left--) {
    const said = await known.enter("Wrong#1111");
    expect(said).toEqual({
      ok: false,
      problems: [{ code: "ENTERPRISE_PASSWORD_WRONG", field: "password", params: { left } }],
    });
    expect(await unknown.enter("Wrong#1111")).toEqual(said);
  }
  expect(await known.enter("Wrong#1111")).toEqual(refused("LEGACY_LOCKED"));
  expect(await unknown.enter("Wrong#1111")).toEqual(refused("LEGACY_LOCKED"));
  expect(await known.enter()).toEqual(refused("LEGACY_LOCKED"));
  expect(await (await entered(await newLegacyEnterprise())).people()).toMatchObject({ ok: true });
  expect(
    await db.auditEvent.count({
      where: { enterpriseId: company.id, action: "LEGACY_ENTERPRISE_PASSWORD" },
    }),
  ).toBe(6);
});

test("O1 a password a manager set is changed at its first use, before anyone is in", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "TAX_HANDLER", {
    password: true,
    handlerPasswordState: "RESET_REQUIRED",
    legacyOnly: true,
  });
  const login = await entered(company);
  expect(await login.byPassword(person.relationId, HANDLER_PASSWORD)).toMatchObject({
    value: { to: expect.stringContaining("/set-password") },
  });
  expect(await login.session()).toBeNull();
  expect(await login.setPassword(HANDLER_PASSWORD)).toEqual(refused("PASSWORD_SAME"));
  const twice = await Promise.all([
    login.setPassword("Geren#2026"),
    login.setPassword("Geren#2027"),
  ]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.relation.findUnique({ where: { id: person.relationId } })).toMatchObject({
    handlerPasswordState: "CHOSEN",
    legacyOnly: true,
  });
  // Made by one side: it counts here, in the running session too.
  expect(await login.session()).toMatchObject({ problem: null });
});

test("辽宁 三(一)3 绑定: the personal password stands for 个人登录密码 and counts with its account", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "TAX_HANDLER", {
    password: true,
    passwordBound: true,
    passwordHash: await demoPasswordHash(),
  });
  const login = await entered(company);
  expect(await login.byPassword(person.relationId, HANDLER_PASSWORD)).toEqual(
    refused("BOUND_PASSWORD_WRONG"),
  );
  expect(
    await db.authenticationCounter.findFirst({ where: { accountId: person.accountId } }),
  ).toMatchObject({ method: "PASSWORD", failures: 1 });
  expect(await login.byPassword(person.relationId, DEMO_PASSWORD)).toEqual(HOME);
  expect((await login.session())?.proofs).toEqual(["ENTERPRISE_PASSWORD", "PASSWORD"]);
});

test("OL1 a code sent to one person of the enterprise proves no other one", async () => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const clerk = await newHandler(company.id, "TAX_HANDLER");
  const login = await entered(company);
  await login.send(clerk.relationId);
  const code = await login.code(clerk.phone);
  expect(await login.byCode(boss.relationId, code)).toEqual(refused("CODE_WRONG"));
  expect(await login.byCode(clerk.relationId, code)).toEqual(HOME);
});

test("N2 of twelve submissions of the right code at once exactly one opens a session", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id);
  const login = await entered(company);
  await login.send(person.relationId);
  const code = await login.code(person.phone);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => login.byCode(person.relationId, code)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.loginSession.count({ where: { personId: person.id } })).toBe(1);
});

test("OL1 a person who never registered nationwide gets in, and a person who closed the account does not", async () => {
  const company = await newLegacyEnterprise();
  const stranger = await newHandler(company.id, "LEGAL_REPRESENTATIVE", {
    account: false,
    status: "REGISTERED",
  });
  const closed = await newHandler(company.id, "FINANCE_MANAGER");
  await db.account.update({ where: { id: closed.accountId }, data: { status: "CLOSED" } });
  const login = await entered(company);
  expect(await login.send(closed.relationId)).toEqual(refused("PERSON_NOT_REGISTERED"));
  await login.send(stranger.relationId);
  expect(await login.byCode(stranger.relationId, "000000")).toEqual(refused("CODE_WRONG"));
  expect(await login.byCode(stranger.relationId, await login.code(stranger.phone))).toEqual(HOME);
  expect(await login.session()).toMatchObject({ personId: stranger.id, problem: null });
});

test("OL1 B1 a person without an account whose codes were wrong five times is sent no message", async () => {
  const company = await newLegacyEnterprise();
  const stranger = await newHandler(company.id, "LEGAL_REPRESENTATIVE", {
    account: false,
    status: "REGISTERED",
  });
  const login = await entered(company);
  await login.send(stranger.relationId);
  for (let each = 0; each < 5; each++) await login.byCode(stranger.relationId, "000000");
  const before = (await readOutbox(stranger.phone)).length;
  const again = await entered(company);
  expect(await again.send(stranger.relationId)).toEqual(refused("LEGACY_LOCKED"));
  expect(await readOutbox(stranger.phone)).toHaveLength(before);
});

test("E5 B7 a freeze stops the running session of the old entry, too", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "TAX_HANDLER", { password: true });
  const login = await entered(company);
  await login.byPassword(person.relationId, HANDLER_PASSWORD);
  expect((await login.session())?.problem).toBeNull();
  await db.relation.update({ where: { id: person.relationId }, data: { frozenAt: NOW } });
  expect((await login.session())?.problem).toBe("HANDLER_FROZEN");
});

test("N1 the flow is worth nothing in another browser, and steps cannot be skipped", async () => {
  const company = await newLegacyEnterprise({ setUp: false });
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const login = await entered(company);
  expect(await login.setPassword("Geren#2026")).toEqual(EXPIRED);
  expect(await login.client("client:x", "x")).toEqual(EXPIRED);
  login.browser.cookies.clear();
  expect(await login.people()).toEqual(EXPIRED);
  expect(await login.send(boss.relationId)).toEqual(EXPIRED);
});
