import "@/prisma/testing/demo-database";
import { createHmac } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import { action } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { legacyClients } from "@/lib/server/legacy/client";
import { handOverSocialInsurance } from "@/lib/server/legacy/social-insurance";
import { asksForSms, sendStepUpCode, submitStepUpCode } from "@/lib/server/legacy/step-up";
import { hashPassword } from "@/lib/server/password";
import {
  ENTERPRISE_PASSWORD,
  HANDLER_PASSWORD,
  newHandler,
  newLegacyEnterprise,
} from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { newPerson } from "@/prisma/testing/people";
import { inBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));
const settings = vi.hoisted(() => ({ url: undefined as string | undefined, key: "" }));
vi.mock("@/lib/server/env", async (original) => {
  const actual = await original<typeof import("@/lib/server/env")>();
  return {
    ...actual,
    env: () => ({
      ...actual.env(),
      SOCIAL_INSURANCE_URL: settings.url,
      SOCIAL_INSURANCE_KEY: settings.key || undefined,
    }),
  };
});

const NOW = new Date();
const CONTEXT = { now: NOW, address: "192.0.2.1", userAgent: "test" };
const HOME = { ok: true, value: { to: "/liaoning/home" } };
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

beforeEach(() => {
  settings.url = undefined;
  settings.key = "";
});

async function newAgency() {
  const agency = await newLegacyEnterprise({ kind: "AGENCY", setUp: false });
  const client = await newLegacyEnterprise();
  const agent = await newPerson();
  await db.realNameCollection.create({
    data: { personId: agent.id, channel: "HALL", region: "liaoning" },
  });
  const staff = await db.agencyStaff.create({
    data: {
      agencyId: agency.id,
      personId: agent.id,
      handlerPasswordHash: await hashPassword(HANDLER_PASSWORD),
    },
  });
  const agreement = await db.agreement.create({
    data: {
      agencyId: agency.id,
      clientId: client.id,
      status: "ACTIVE",
      validFrom: "2020-01-01",
      validTo: "2099-12-31",
      agreementPasswordHash: await hashPassword("Xieyi#88"),
      staff: { create: { personId: agent.id } },
    },
    select: { id: true, staff: { select: { id: true } } },
  });
  const identity = `client:${agreement.staff[0]?.id}`;
  return { agency, client, agent, staff, agreement, identity };
}

test("OL4 代理机构登录: agency, staff, client with 协议密码, and acts for that client alone", async () => {
  const { agency, client, agent, staff, identity, agreement } = await newAgency();
  const login = legacyBrowser(agency, NOW);
  expect(await login.enter(ENTERPRISE_PASSWORD, "AGENCY")).toMatchObject({ ok: true });
  expect(await login.people()).toMatchObject({
    value: { synchronizes: false, people: [{ id: staff.id, name: agent.name, role: "TAX_AGENT" }] },
  });
  expect(await login.client(identity, "Xieyi#88")).toEqual(refused("FLOW_EXPIRED"));
  expect(await login.byPassword(staff.id, HANDLER_PASSWORD)).toMatchObject({
    value: { to: expect.stringContaining("/legacy/client?") },
  });
  expect(await login.session()).toBeNull();
  const offered = await inBrowser(login.browser, () =>
    legacyClients("liaoning", login.flow, { search: "", page: 1 }, NOW),
  );
  expect(offered).toMatchObject({ value: { clients: [{ identity, name: client.name }] } });
  expect(await login.client("client:other", "Xieyi#88")).toEqual(refused("IDENTITY_NOT_FOUND"));
  expect(await login.client(identity, "Wrong#1111")).toEqual(refused("AGREEMENT_PASSWORD_WRONG"));
  expect(await login.client(identity, "Xieyi#88")).toEqual(HOME);
  expect(await login.session()).toMatchObject({
    proofs: ["ENTERPRISE_PASSWORD", "HANDLER_PASSWORD", "AGREEMENT_PASSWORD"],
    acting: { kind: "CLIENT", agency: { id: agency.id }, enterprise: { id: client.id } },
  });
  await db.agreement.update({ where: { id: agreement.id }, data: { status: "TERMINATED" } });
  expect((await login.session())?.problem).toBe("AGREEMENT_TERMINATED");
});

test("K1 协议密码 counts per agreement, and an expired agreement is not asked", async () => {
  const { agency, staff, identity, agreement } = await newAgency();
  const login = legacyBrowser(agency, NOW);
  await login.enter(ENTERPRISE_PASSWORD, "AGENCY");
  await login.byPassword(staff.id, HANDLER_PASSWORD);
  for (let each = 0; each < 4; each++) await login.client(identity, "Wrong#1111");
  expect(await login.client(identity, "Wrong#1111")).toEqual(refused("LEGACY_LOCKED"));
  expect(await login.client(identity, "Xieyi#88")).toEqual(refused("LEGACY_LOCKED"));
  await db.agreement.update({ where: { id: agreement.id }, data: { validTo: "2020-12-31" } });
  expect(await login.client(identity, "Xieyi#88")).toEqual(refused("AGREEMENT_EXPIRED"));
});

test("OL4 an enterprise that is no agency does not come in by 代理机构登录", async () => {
  const login = legacyBrowser(await newLegacyEnterprise(), NOW);
  expect(await login.enter(ENTERPRISE_PASSWORD, "AGENCY")).toEqual(refused("NOT_AN_AGENCY"));
});

test("OL3 纯社保户 goes straight to the social insurance system, signed, once, and has no session here", async () => {
  const bureau = await newLegacyEnterprise({ kind: "SOCIAL_INSURANCE_ONLY" });
  const login = legacyBrowser(bureau, NOW);
  expect(await login.enter()).toMatchObject({
    value: { to: expect.stringContaining("/liaoning/login/legacy/social-insurance?flow=") },
  });
  expect(await login.people()).toEqual(refused("FLOW_EXPIRED"));
  const handOver = () =>
    inBrowser(login.browser, () => handOverSocialInsurance("liaoning", login.flow, NOW));
  // Nothing connected: said so, and nothing used up.
  expect(await handOver()).toEqual({ ok: true, value: { to: null, enterpriseName: bureau.name } });
  settings.url = "https://social.example/enter";
  settings.key = Buffer.alloc(32, 7).toString("base64url");
  const answers = await Promise.all([handOver(), handOver()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const done = answers.find(({ ok }) => ok);
  const to = new URL((done?.ok && done.value.to) || "");
  expect(to.origin + to.pathname).toBe("https://social.example/enter");
  const [header, claims, signature] = (to.searchParams.get("assertion") ?? "").split(".");
  const expected = createHmac("sha256", Buffer.alloc(32, 7)).update(`${header}.${claims}`);
  expect(signature).toBe(expected.digest("base64url"));
  expect(JSON.parse(Buffer.from(claims ?? "", "base64url").toString())).toMatchObject({
    aud: "https://social.example",
    sub: bureau.creditCode,
  });
  expect([...login.browser.cookies.keys()]).toEqual(["flow-binding"]);
});

test("OL3 a client registered for social insurance is where 纯社保户 go, with the signed handover", async () => {
  settings.url = "https://social.example/enter";
  settings.key = Buffer.alloc(32, 7).toString("base64url");
  const data = {
    id: "social-insurance-test",
    region: "liaoning",
    name: "社保费征收系统",
    businessSystem: "social-insurance",
    kind: "FIRST_PARTY" as const,
    authMethod: "CLIENT_SECRET_BASIC" as const,
    redirectUris: "[]",
    postLogoutRedirectUris: "[]",
    functions: "[]",
    loginUri: "https://new.example/login",
  };
  await db.oidcClient.create({ data });
  const bureau = await newLegacyEnterprise({ kind: "SOCIAL_INSURANCE_ONLY" });
  const login = legacyBrowser(bureau, NOW);
  await login.enter();
  const done = await inBrowser(login.browser, () =>
    handOverSocialInsurance("liaoning", login.flow, NOW),
  );
  await db.oidcClient.delete({ where: { id: data.id } });
  const to = new URL((done.ok && done.value.to) || "");
  expect(to.origin + to.pathname).toBe("https://new.example/login");
  expect(to.searchParams.get("iss")).toMatch(/\/oidc$/);
  const claims = to.searchParams.get("assertion")?.split(".")[1] ?? "";
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    aud: "https://new.example",
    sub: bureau.creditCode,
  });
});

test("O1 a session of the old entry reaches nothing of the person's own account or other identities", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "TAX_HANDLER", { password: true });
  const login = legacyBrowser(company, NOW);
  await login.enter();
  await login.byPassword(person.relationId, HANDLER_PASSWORD);
  const input = z.object({});
  const run = async () => ({ ok: true as const, value: "done" });
  const personal = action({ input, allow: "SIGNED_IN" }, run);
  const acting = action({ input, allow: "ACTING" }, run);
  expect(await inBrowser(login.browser, () => personal({}))).toEqual(refused("UNIFIED_ONLY"));
  expect(await inBrowser(login.browser, () => acting({}))).toEqual({ ok: true, value: "done" });
  const { requireSession } = await import("@/lib/server/session");
  await expect(inBrowser(login.browser, () => requireSession("liaoning"))).rejects.toThrow(
    "NEXT_REDIRECT",
  );
  expect(await inBrowser(login.browser, () => requireSession("liaoning", "ACTING"))).toMatchObject({
    personId: person.id,
  });
});

test("O1 a relation made by one side in the old entry waits everywhere else", async () => {
  const { resolveIdentity } = await import("@/lib/server/identities/resolve");
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "TAX_HANDLER", { legacyOnly: true });
  const claim = {
    personId: person.id,
    region: "liaoning",
    entry: "ENTERPRISE" as const,
    identity: `relation:${person.relationId}`,
    now: NOW,
  };
  expect(await resolveIdentity(db, claim)).toEqual(refused("RELATION_WAITING"));
  expect(await resolveIdentity(db, { ...claim, oldStyle: true })).toMatchObject({ ok: true });
});

test("O1 a login by two passwords is asked for a text message before a sensitive function, and counts then as proved by it", async () => {
  const [sensitive = ""] = STEP_UP_FUNCTIONS;
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "LEGAL_REPRESENTATIVE", { password: true });
  const login = legacyBrowser(company, NOW);
  await login.enter();
  await login.byPassword(person.relationId, HANDLER_PASSWORD);
  const session = await login.session();
  if (!session) throw new Error("no session");
  expect(asksForSms(session, sensitive)).toBe(true);
  expect(asksForSms(session, "another-function")).toBe(false);
  expect(asksForSms({ ...session, proofs: ["PASSWORD", "SMS"] }, sensitive)).toBe(false);
  const context = { ...CONTEXT, session };
  const sentTo = await inBrowser(login.browser, () => sendStepUpCode({ flow: "" }, context));
  if (!sentTo.ok) throw new Error(JSON.stringify(sentTo));
  const { flow } = sentTo.value;
  const submit = (code: string) =>
    inBrowser(login.browser, () => submitStepUpCode({ flow, code }, context));
  expect(await submit("000000")).toEqual(refused("CODE_WRONG"));
  expect(await submit((await readOutbox(person.phone))[0]?.code ?? "")).toMatchObject({ ok: true });
  const now = await login.session();
  expect(now?.proofs).toEqual(["ENTERPRISE_PASSWORD", "HANDLER_PASSWORD", "SMS"]);
  expect(now && asksForSms(now, sensitive)).toBe(false);
});

test("O1 B1 five wrong codes of a step-up lock it: no message is sent until midnight", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id, "LEGAL_REPRESENTATIVE", { password: true });
  const login = legacyBrowser(company, NOW);
  await login.enter();
  await login.byPassword(person.relationId, HANDLER_PASSWORD);
  const session = await login.session();
  if (!session) throw new Error("no session");
  const context = { ...CONTEXT, session };
  const send = () => inBrowser(login.browser, () => sendStepUpCode({ flow: "" }, context));
  const sentTo = await send();
  if (!sentTo.ok) throw new Error(JSON.stringify(sentTo));
  const { flow } = sentTo.value;
  for (let each = 0; each < 5; each++) {
    await inBrowser(login.browser, () => submitStepUpCode({ flow, code: "000000" }, context));
  }
  const before = (await readOutbox(person.phone)).length;
  expect(await send()).toEqual(refused("LEGACY_LOCKED"));
  expect(await readOutbox(person.phone)).toHaveLength(before);
});
