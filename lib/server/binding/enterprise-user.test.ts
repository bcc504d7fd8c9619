import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { registerFlowData } from "@/lib/flows/register";
import { accountOverview } from "@/lib/server/accounts/overview";
import { personalData } from "@/lib/server/accounts/personal-data";
import { bindEnterprise } from "@/lib/server/binding/bind";
import { boundEnterprise } from "@/lib/server/binding/binding-flow";
import {
  bindingView,
  certifierCode,
  chooseCertifier,
  findBindingEnterprise,
} from "@/lib/server/binding/certify";
import { db } from "@/lib/server/db";
import { resolveIdentity } from "@/lib/server/identities/resolve";
import { registerFaceCode } from "@/lib/server/scan/create";
import { answering } from "@/prisma/testing/face-provider";
import { humanProof } from "@/prisma/testing/human-check";
import { newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { noticesOf } from "@/prisma/testing/own-session";
import { passFaceOnPhone } from "@/prisma/testing/pass-face";
import {
  codeOf,
  NEW_PASSWORD,
  newPhoneNumber,
  newResidentId,
  personOf,
  Registrant,
  refused,
} from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));
vi.setConfig({ testTimeout: 60_000 });
answering({ kind: "PASSED" });

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const LATER = { ...CONTEXT, now: new Date(NOW.getTime() + 20_000) };
const KUNMING = "国家税务总局昆明市税务局";
const region = "yunnan";
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

function answered<T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** A registrant of yunnan whose phone, password and real name are verified. */
async function verified({
  enterpriseUser = false,
  documentNumber = newResidentId(),
  name = "张三",
  contact = newPhoneNumber(),
  password = NEW_PASSWORD,
} = {}) {
  const registrant = new Registrant(NOW);
  expect(codeOf(await registrant.beginWithPhone(contact, { enterpriseUser }))).toBe("OK");
  expect(codeOf(await registrant.person({ documentNumber, name, password }))).toBe("OK");
  await registrant.passFace();
  return { registrant, documentNumber, contact };
}

/** Second half of 企业用户注册, in the browser that registered. */
function binding(registrant: Registrant, to: string) {
  const flow = new URL(to, "http://x").searchParams.get("flow") ?? "";
  const at = { region, flow };
  const on = <T>(run: () => Promise<T>) => inBrowser(registrant.browser, run);
  return {
    at,
    view: () => on(() => bindingView(region, flow, NOW)),
    find: async (taxpayerId: string) => {
      const humanCheck = await humanProof();
      return on(() => findBindingEnterprise({ ...at, taxpayerId, humanCheck }, CONTEXT));
    },
    choose: (certifier: string) => on(() => chooseCertifier({ ...at, certifier }, CONTEXT)),
    code: (app: "ALIPAY" | "WECHAT" | "TAX" = "WECHAT") =>
      on(() => certifierCode({ ...at, app }, CONTEXT)),
    bind: (ticket: string) => on(() => bindEnterprise({ ...at, ticket }, LATER)),
    bound: () => on(() => boundEnterprise(region, flow)),
  };
}

const companyWith = async () => {
  const company = await newLegacyEnterprise({ region, setUp: false });
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  return { company, boss };
};

test("R6 云南 2.4.1 自然人注册: phone, details, 支付宝 or 微信, then 所属税务机关 and 「登记」", async () => {
  const { registrant, documentNumber } = await verified();
  const face = (app: "TAX" | "ALIPAY") =>
    inBrowser(registrant.browser, () =>
      registerFaceCode({ region, flow: registrant.flow, app }, CONTEXT),
    );
  expect(codeOf(await face("TAX"))).toBe("REGISTRATION_EXPIRED");
  expect(await registrant.complete()).toEqual(refused("TAX_AUTHORITY_REQUIRED", "taxAuthority"));
  expect(await registrant.complete("国家税务总局火星税务局")).toEqual(
    refused("TAX_AUTHORITY_REQUIRED", "taxAuthority"),
  );
  expect(await registrant.complete(KUNMING)).toMatchObject({
    value: { to: expect.stringContaining("/yunnan/register/done") },
  });
  expect(await personOf(documentNumber)).toMatchObject({
    realNameLevel: 4,
    account: { status: "ACTIVE", taxAuthority: KUNMING },
  });
  const id = (await personOf(documentNumber))?.id ?? "";
  expect((await accountOverview(id)).taxAuthority).toBe(KUNMING);
  expect((await personalData(id)).account).toMatchObject({ taxAuthority: KUNMING });
  expect(
    await db.auditEvent.findFirst({ where: { action: "REGISTER" }, orderBy: { sequence: "desc" } }),
  ).toMatchObject({ detail: expect.stringContaining(KUNMING) });
});

test("R6 云南 2.4.1(4) who is registered is told 「该用户已注册」; the tax APP is not how yunnan verifies", async () => {
  const registrant = new Registrant(NOW);
  expect(codeOf(await registrant.beginWithPhone())).toBe("OK");
  await registrant.person();
  const code = (app: "TAX" | "ALIPAY" | "WECHAT") =>
    inBrowser(registrant.browser, () =>
      registerFaceCode({ region, flow: registrant.flow, app }, CONTEXT),
    );
  expect(codeOf(await code("TAX"))).toBe("APP_NOT_OFFERED");
  expect(codeOf(await code("ALIPAY"))).toBe("OK");
  const documentNumber = newResidentId();
  const first = await verified({ documentNumber });
  await first.registrant.complete(KUNMING);
  const again = new Registrant(NOW);
  await again.beginWithPhone();
  expect(await again.person({ documentNumber })).toEqual(
    refused("USER_REGISTERED", "documentNumber"),
  );
});

test("R6 云南 2.4.2 企业用户注册 of a newcomer: registered, then certified by 法定代表人 and bound; the one personal password lets in", async () => {
  const { company, boss } = await companyWith();
  const { registrant, documentNumber } = await verified({ enterpriseUser: true });
  const step = binding(registrant, answered(await registrant.complete(KUNMING)).to);
  expect(answered(await step.view())).toEqual({ step: "ENTERPRISE" });
  expect(await step.find("91530100YY6K5E014Q0")).toEqual(problem("ENTERPRISE_UNKNOWN"));
  expect(await step.code()).toEqual(problem("BINDING_EXPIRED"));
  expect(codeOf(await step.find(company.creditCode))).toBe("OK");
  expect(answered(await step.view())).toMatchObject({
    step: "CERTIFIER",
    certifiers: [{ id: boss.relationId, role: "LEGAL_REPRESENTATIVE" }],
  });
  expect(JSON.stringify(await step.view())).not.toContain(`"${boss.name}"`);
  expect(codeOf(await step.choose(boss.relationId))).toBe("OK");
  expect(await step.code("TAX")).toEqual(problem("APP_NOT_OFFERED"));
  const code = answered(await step.code());
  expect(await step.bind(code.id)).toEqual(problem("TICKET_USED"));
  await passFaceOnPhone(code, NOW);
  const raced = await Promise.all(Array.from({ length: 4 }, () => step.bind(code.id)));
  expect(raced.filter(({ ok }) => ok)).toEqual([
    { ok: true, value: { to: `/yunnan/register/enterprise/done?flow=${step.at.flow}` } },
  ]);
  expect(await step.bound()).toBe(company.name);
  const person = await personOf(documentNumber);
  expect(person?.relations).toMatchObject([
    {
      role: "TAX_HANDLER",
      status: "ACTIVE",
      source: "ENTERPRISE_USER_REGISTRATION",
      legacyOnly: false,
    },
  ]);
  expect(await noticesOf({ id: person?.id ?? "" })).toContain("ENTERPRISE_BOUND");
  expect(await noticesOf(boss)).toContain("AUTHORIZATION_CONFIRMED");
  const id = person?.relations[0]?.id ?? "";
  const login = legacyBrowser(company, NOW);
  await login.enter();
  expect(await login.byPassword(id, NEW_PASSWORD)).toEqual({
    ok: true,
    value: { to: "/yunnan/home" },
  });
  // Both sides agreed: it holds at the unified entry, too.
  const claim = { personId: person?.id ?? "", region, entry: "ENTERPRISE" as const };
  expect(
    await resolveIdentity(db, { ...claim, identity: `relation:${id}`, now: NOW }),
  ).toMatchObject({ ok: true });
});

/** Somebody with an account whose document number can be typed. */
async function holder() {
  const { registrant, documentNumber, contact } = await verified();
  await registrant.complete(KUNMING);
  const person = await personOf(documentNumber);
  return { documentNumber, contact, person };
}

test("R6 云南 2.4.2(3)a whoever is registered proves phone and the password chosen before, and only binds", async () => {
  const { company, boss } = await companyWith();
  const { documentNumber, contact, person } = await holder();
  const registrant = new Registrant(NOW);
  const elsewhere = new Registrant(NOW);
  await elsewhere.beginWithPhone(newPhoneNumber(), { enterpriseUser: true });
  expect(await elsewhere.person({ documentNumber })).toEqual(problem("HOLDER_PHONE_UNKNOWN"));
  await registrant.beginWithPhone(contact, { enterpriseUser: true });
  expect(await registrant.person({ documentNumber, password: "Another#2026" })).toMatchObject({
    problems: [{ code: "HOLDER_PASSWORD_WRONG", field: "newPassword", params: { left: 4 } }],
  });
  expect(codeOf(await registrant.person({ documentNumber }))).toBe("OK");
  await registrant.passFace();
  const { data } = await db.flow.findUniqueOrThrow({ where: { id: registrant.flow } });
  expect(registerFlowData.parse(JSON.parse(data)).holder?.personId).toBe(person?.id);
  const step = binding(registrant, answered(await registrant.complete()).to);
  await step.find(company.creditCode);
  await step.choose(boss.relationId);
  const code = answered(await step.code("ALIPAY"));
  await passFaceOnPhone(code, NOW);
  expect(codeOf(await step.bind(code.id))).toBe("OK");
  // Account, phones and password are what they were.
  const after = await personOf(documentNumber);
  expect(after?.account?.passwordHash).toBe(person?.account?.passwordHash);
  expect(after?.phones).toHaveLength(1);
});

test("R6 云南 1.4(2) a registered handler who binds may use the password from then on", async () => {
  const { company, boss } = await companyWith();
  const { documentNumber, contact, person } = await holder();
  const { id: relationId } = await db.relation.create({
    data: {
      personId: person?.id ?? "",
      enterpriseId: company.id,
      role: "TAX_HANDLER",
      status: "PENDING_PERSON",
      living: true,
      source: "REGISTRY",
    },
    select: { id: true },
  });
  const before = legacyBrowser(company, NOW);
  await before.enter();
  expect(await before.byPassword(relationId, NEW_PASSWORD)).toEqual(problem("HANDLER_SMS_ONLY"));
  const { registrant } = await verified({ enterpriseUser: true, documentNumber, contact });
  const step = binding(registrant, answered(await registrant.complete()).to);
  await step.find(company.creditCode);
  await step.choose(boss.relationId);
  const code = answered(await step.code());
  await passFaceOnPhone(code, NOW);
  expect(codeOf(await step.bind(code.id))).toBe("OK");
  expect(await db.relation.findUnique({ where: { id: relationId } })).toMatchObject({
    status: "ACTIVE",
    source: "ENTERPRISE_USER_REGISTRATION",
    inRegistry: true,
  });
  const after = legacyBrowser(company, NOW);
  await after.enter();
  expect(await after.byPassword(relationId, NEW_PASSWORD)).toMatchObject({ ok: true });
  const once = await verified({ enterpriseUser: true, documentNumber, contact });
  const twice = binding(once.registrant, answered(await once.registrant.complete()).to);
  expect(await twice.find(company.creditCode)).toEqual(problem("USER_BOUND"));
});

test("R6 N1 another browser cannot go on, a certifier frozen meanwhile certifies nothing, and no other enterprise's manager is chosen", async () => {
  const { company, boss } = await companyWith();
  const stranger = (await companyWith()).boss;
  const { registrant } = await verified({ enterpriseUser: true });
  const { to } = answered(await registrant.complete(KUNMING));
  const step = binding(registrant, to);
  const elsewhere = await inBrowser(newBrowser(), () => bindingView(region, step.at.flow, NOW));
  expect(elsewhere).toEqual(problem("BINDING_EXPIRED"));
  await step.find(company.creditCode);
  expect(await step.choose(stranger.relationId)).toEqual(problem("CERTIFIER_REQUIRED"));
  await step.choose(boss.relationId);
  const code = answered(await step.code());
  await passFaceOnPhone(code, NOW);
  await db.relation.update({ where: { id: boss.relationId }, data: { frozenAt: NOW } });
  expect(await step.bind(code.id)).toEqual(problem("TICKET_USED"));
  expect(await db.relation.count({ where: { enterpriseId: company.id } })).toBe(1);
});

test("R6 other bureaus have no 企业用户注册 and ask for no 所属税务机关", async () => {
  const registrant = new Registrant(NOW);
  expect(
    await registrant.beginWithPhone(undefined, { region: "xizang", enterpriseUser: true }),
  ).toEqual(problem("REGION_UNKNOWN"));
});
