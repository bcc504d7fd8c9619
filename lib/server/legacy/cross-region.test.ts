import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { setNewPassword } from "@/lib/server/accounts/new-password";
import { db, transaction } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";
import {
  ENTERPRISE_PASSWORD,
  HANDLER_PASSWORD,
  newHandler,
  newLegacyEnterprise,
  newProject,
} from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { DEMO_PASSWORD, demoPasswordHash } from "@/prisma/testing/people";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

/** 报验户登录 in `region` of an enterprise whose home is another bureau, as far as the person is proved. */
async function atProjects(
  region: string,
  company: { creditCode: string },
  prove: (login: ReturnType<typeof legacyBrowser>) => Promise<unknown>,
) {
  const login = legacyBrowser({ creditCode: company.creditCode, region }, NOW);
  expect(await login.enter(ENTERPRISE_PASSWORD, "SPECIFIC")).toMatchObject({ ok: true });
  expect(await prove(login)).toMatchObject({
    ok: true,
    value: { to: `/${region}/login/legacy/project?flow=${login.flow}` },
  });
  expect(await login.session()).toBeNull();
  return login;
}

test("OY3 L8 报验户登录 of yunnan: an enterprise of another bureau, its person, then the project found by its last digits", async () => {
  const company = await newLegacyEnterprise({ region: "xizang" });
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", {
    passwordHash: await demoPasswordHash(),
  });
  const project = await newProject(company.id, "yunnan");
  const elsewhere = await newProject(company.id, "qingdao");
  const login = await atProjects("yunnan", company, (each) =>
    each.byPassword(boss.relationId, DEMO_PASSWORD),
  );
  expect(await login.projects()).toMatchObject({
    value: { projectKind: "REPORT", anyVisible: true, projects: [{ number: project.number }] },
  });
  expect(await login.projects(project.number.slice(-4))).toMatchObject({
    value: { projects: [{ number: project.number }] },
  });
  expect(await login.projects("9999")).toMatchObject({ value: { projects: [], anyVisible: true } });
  expect(await login.projects("", "PROPERTY_SOURCE")).toMatchObject({ value: { projects: [] } });
  expect(await login.project(`project:${elsewhere.id}`)).toEqual(refused("PROJECT_NOT_FOUND"));
  expect(await login.project(`relation:${boss.relationId}`)).toEqual(refused("IDENTITY_NOT_FOUND"));
  expect(await login.project(`project:${project.id}`)).toEqual({
    ok: true,
    value: { to: "/yunnan/home" },
  });
  expect(await login.session()).toMatchObject({
    personId: boss.id,
    region: "yunnan",
    entry: "SPECIFIC",
    acting: { kind: "PROJECT", number: project.number, enterprise: { id: company.id } },
    proofs: ["ENTERPRISE_PASSWORD", "PASSWORD"],
    problem: null,
  });
});

test.each(["xizang", "shandong", "qingdao"])(
  "N0.3 the old entry of %s offers 报验户 as an identity in the same way",
  async (region) => {
    const company = await newLegacyEnterprise({ region: "yunnan" });
    const finance = await newHandler(company.id, "FINANCE_MANAGER", { password: true });
    const project = await newProject(company.id, region);
    const login = await atProjects(region, company, (each) =>
      each.byPassword(finance.relationId, HANDLER_PASSWORD),
    );
    expect(await login.project(`project:${project.id}`)).toMatchObject({ ok: true });
    expect(await login.session()).toMatchObject({ acting: { kind: "PROJECT" }, problem: null });
  },
);

test("OY3 liaoning's own entry has no 报验户, and the ordinary way does not open an enterprise of another bureau", async () => {
  const company = await newLegacyEnterprise({ region: "xizang" });
  const inLiaoning = legacyBrowser({ ...company, region: "liaoning" }, NOW);
  expect(await inLiaoning.enter(ENTERPRISE_PASSWORD, "SPECIFIC")).toEqual(
    refused("ENTRY_NOT_OFFERED"),
  );
  const inYunnan = legacyBrowser({ ...company, region: "yunnan" }, NOW);
  expect(await inYunnan.enter()).toEqual(refused("ENTERPRISE_PASSWORD_WRONG"));
});

test("OY3 L8 an invoice clerk sees no project; a sub handler sees the one that names them and no other", async () => {
  const company = await newLegacyEnterprise({ region: "xizang" });
  const passwordHash = await demoPasswordHash();
  const clerk = await newHandler(company.id, "INVOICE_CLERK", { passwordHash });
  const sub = await newHandler(company.id, "TAX_HANDLER", { passwordHash, primary: false });
  const other = await newProject(company.id, "yunnan");
  const named = await newProject(company.id, "yunnan", {
    handlerName: sub.name,
    handlerPhone: sub.phone,
  });
  const asClerk = await atProjects("yunnan", company, (each) =>
    each.byPassword(clerk.relationId, DEMO_PASSWORD),
  );
  expect(await asClerk.projects()).toMatchObject({ value: { projects: [], anyVisible: false } });
  expect(await asClerk.project(`project:${other.id}`)).toEqual(refused("PROJECT_NOT_FOUND"));
  const asSub = await atProjects("yunnan", company, (each) =>
    each.byPassword(sub.relationId, DEMO_PASSWORD),
  );
  expect(await asSub.projects()).toMatchObject({
    value: { projects: [{ number: named.number }] },
  });
  expect(await asSub.project(`project:${named.id}`)).toMatchObject({ ok: true });
});

test("OY3 N1 a project of another enterprise of the same person is not reached with this enterprise's password", async () => {
  const company = await newLegacyEnterprise({ region: "xizang" });
  const another = await newLegacyEnterprise({ region: "xizang" });
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", {
    passwordHash: await demoPasswordHash(),
  });
  await db.relation.create({
    data: {
      personId: boss.id,
      enterpriseId: another.id,
      role: "LEGAL_REPRESENTATIVE",
      status: "ACTIVE",
      living: true,
      source: "REGISTRY",
    },
  });
  const theirs = await newProject(another.id, "yunnan");
  const login = await atProjects("yunnan", company, (each) =>
    each.byPassword(boss.relationId, DEMO_PASSWORD),
  );
  expect(await login.project(`project:${theirs.id}`)).toEqual(refused("PROJECT_NOT_FOUND"));
});

test("K1 five wrong enterprise passwords lock it in every bureau", async () => {
  const company = await newLegacyEnterprise({ region: "xizang" });
  for (const region of ["xizang", "yunnan", "shandong", "qingdao", "yunnan"]) {
    await legacyBrowser({ ...company, region }, NOW).enter("Wrong#1111", "SPECIFIC");
  }
  expect(await legacyBrowser(company, NOW).enter()).toEqual(refused("LEGACY_LOCKED"));
});

test("B4 OY3 a login proved by a personal password that is changed before its end is over", async () => {
  const company = await newLegacyEnterprise({ region: "xizang" });
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", {
    passwordHash: await demoPasswordHash(),
  });
  const project = await newProject(company.id, "yunnan");
  const login = await atProjects("yunnan", company, (each) =>
    each.byPassword(boss.relationId, DEMO_PASSWORD),
  );
  const passwordHash = await hashPassword("Other@2026");
  const change = { personId: boss.id, accountId: boss.accountId ?? "", passwordHash };
  expect(await transaction((tx) => setNewPassword(tx, change, NOW))).toBe(true);
  expect((await login.project(`project:${project.id}`)).ok).toBe(false);
  expect(await login.session()).toBeNull();
});
