import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { RESET_PASSWORD, RESET_PASSWORD_HOURS } from "@/lib/domain/personnel-actions";
import { db } from "@/lib/server/db";
import { managePerson } from "@/lib/server/personnel/manage";
import { changeHandlerPassword } from "@/lib/server/personnel/passwords";
import { HANDLER_PASSWORD, newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { noticesOf, toldAt } from "@/prisma/testing/own-session";
import { DEMO_PASSWORD, demoPasswordHash } from "@/prisma/testing/people";
import { actingAs, oldOffice, PROOFS, replaceForm } from "@/prisma/testing/personnel";
import { DONE, refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });

type Office = Awaited<ReturnType<typeof oldOffice>>;
type Action = Parameters<typeof managePerson>[0]["action"];

function press({ context, identityVersion }: Office, relationId: string, action: Action) {
  return managePerson({ relationId, action, identityVersion }, context);
}

async function entered(company: Office["company"], now = new Date()) {
  const login = legacyBrowser(company, now);
  expect(await login.enter()).toMatchObject({ ok: true });
  return login;
}

const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const SET_PASSWORD = { ok: true, value: { to: expect.stringContaining("/set-password") } };
const IN = { ok: true, value: { to: "/liaoning/home" } };

test("七9 a forgotten password is reset to 111111: third after the enterprise's, changed at once, told, recorded", async () => {
  const office = await oldOffice();
  const { company, handler, boss } = office;
  const login = await entered(company);
  for (let each = 0; each < 5; each += 1) await login.byPassword(handler.relationId, "Wrong#1111");
  expect(await login.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(
    refused("LEGACY_LOCKED"),
  );
  const before = await actingAs(handler, { proofs: PROOFS.WEAK });
  const bySms = await actingAs(handler, { proofs: PROOFS.SMS });
  expect(await press(office, handler.relationId, "RESET")).toEqual(DONE);
  // What the forgotten one opened is over, what a text message opened is not.
  expect(await before.read()).toBeNull();
  expect(await bySms.read()).not.toBeNull();
  expect(await noticesOf(handler)).toEqual(["HANDLER_PASSWORD_RESET"]);
  expect(await toldAt(handler.phone)).toContain(`${RESET_PASSWORD_HOURS}小时内有效`);
  expect(await toldAt(handler.phone)).not.toContain(RESET_PASSWORD);
  expect(
    await db.auditEvent.findFirst({ where: { action: "RESET_HANDLER_PASSWORD" } }),
  ).toMatchObject({ actorId: boss.id, personId: handler.id, subjectId: handler.relationId });
  // Nothing without the enterprise's password, and nothing else than a new password with it.
  expect(await legacyBrowser(company, new Date()).enter(RESET_PASSWORD)).toMatchObject({
    ok: false,
  });
  const again = await entered(company);
  expect(await again.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(
    refused("HANDLER_PASSWORD_WRONG"),
  );
  expect(await again.byPassword(handler.relationId, RESET_PASSWORD)).toEqual(SET_PASSWORD);
  expect(await again.session()).toBeNull();
  expect(await again.setPassword(RESET_PASSWORD)).toMatchObject({ ok: false });
  expect(await again.setPassword("Ziji#2026x")).toEqual(IN);
  expect((await again.session())?.proofs).toEqual(["ENTERPRISE_PASSWORD", "HANDLER_PASSWORD"]);
  const later = await entered(company);
  expect(await later.byPassword(handler.relationId, RESET_PASSWORD)).toEqual(
    refused("HANDLER_PASSWORD_WRONG"),
  );
  expect(await later.byPassword(handler.relationId, "Ziji#2026x")).toEqual(IN);
});

test("OL5 a reset password opens nothing after a day; after a text message one's own takes its place", async () => {
  const office = await oldOffice();
  const { company, handler } = office;
  await press(office, handler.relationId, "RESET");
  const inTime = await entered(company, hoursAhead(RESET_PASSWORD_HOURS - 1));
  expect(await inTime.byPassword(handler.relationId, RESET_PASSWORD)).toEqual(SET_PASSWORD);
  const late = await entered(company, hoursAhead(RESET_PASSWORD_HOURS));
  expect(await late.byPassword(handler.relationId, RESET_PASSWORD)).toEqual(
    refused("HANDLER_PASSWORD_EXPIRED", "password"),
  );
  await late.send(handler.relationId);
  expect(await late.byCode(handler.relationId, await late.code(handler.phone))).toEqual(
    SET_PASSWORD,
  );
  const own = await actingAs(handler, { proofs: PROOFS.SMS, now: hoursAhead(25) });
  const form = await replaceForm(RESET_PASSWORD, "Ziji#2026x", own.identityVersion);
  expect(await changeHandlerPassword(form, own.context)).toEqual(
    refused("HANDLER_PASSWORD_EXPIRED"),
  );
  expect(await press(office, handler.relationId, "RESET")).toEqual(DONE);
  const anew = await entered(company);
  expect(await anew.byPassword(handler.relationId, RESET_PASSWORD)).toEqual(SET_PASSWORD);
});

test("OL5 a login proved by the password of before a reset ends, also where a new one is about to be set", async () => {
  const office = await oldOffice();
  const { company, handler } = office;
  await press(office, handler.relationId, "RESET");
  const stale = await entered(company);
  expect(await stale.byPassword(handler.relationId, RESET_PASSWORD)).toEqual(SET_PASSWORD);
  await press(office, handler.relationId, "RESET");
  expect(await stale.setPassword("Ziji#2026x")).toEqual(refused("FLOW_EXPIRED"));
});

test("OL5 重置密码 and a change of the password at once: whatever the order, the reset stands", async () => {
  for (let round = 0; round < 4; round += 1) {
    const office = await oldOffice();
    const { company, handler } = office;
    const own = await actingAs(handler, { proofs: PROOFS.WEAK });
    const form = await replaceForm(HANDLER_PASSWORD, "Ziji#2026x", own.identityVersion);
    const login = await entered(company);
    const [reset] = await Promise.all([
      press(office, handler.relationId, "RESET"),
      changeHandlerPassword(form, own.context),
      login.byPassword(handler.relationId, HANDLER_PASSWORD),
    ]);
    expect(reset).toEqual(DONE);
    expect(await db.relation.findUnique({ where: { id: handler.relationId } })).toMatchObject({
      handlerPasswordState: "RESET_REQUIRED",
    });
    expect(await login.session()).toBeNull();
    const after = await entered(company);
    expect(await after.byPassword(handler.relationId, RESET_PASSWORD)).toEqual(SET_PASSWORD);
  }
});

test("OL5 绑定: the natural person's password is what counts; 解绑 restores the former one", async () => {
  const office = await oldOffice();
  const { company } = office;
  const handler = await newHandler(company.id, "TAX_HANDLER", {
    password: true,
    passwordHash: await demoPasswordHash(),
  });
  const weak = await actingAs(handler, { proofs: PROOFS.WEAK });
  expect(await press(office, handler.relationId, "BIND")).toEqual(DONE);
  expect(await weak.read()).toBeNull();
  const login = await entered(company);
  expect(await login.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(
    refused("BOUND_PASSWORD_WRONG"),
  );
  expect(await login.byPassword(handler.relationId, DEMO_PASSWORD)).toEqual(IN);
  expect(await login.session()).not.toBeNull();
  expect(await press(office, handler.relationId, "BIND")).toEqual(
    refused("PASSWORD_BOUND_ALREADY"),
  );
  expect(await press(office, handler.relationId, "RESET")).toEqual(refused("RESET_WHILE_BOUND"));
  const bound = await actingAs(handler, { proofs: PROOFS.BOUND });
  const form = await replaceForm(DEMO_PASSWORD, "Ziji#2026x", bound.identityVersion);
  expect(await changeHandlerPassword(form, bound.context)).toEqual(
    refused("HANDLER_PASSWORD_IS_BOUND"),
  );
  expect(await press(office, handler.relationId, "UNBIND")).toEqual(DONE);
  expect(await bound.read()).toBeNull();
  expect(await login.session()).toBeNull();
  const former = await entered(company);
  expect(await former.byPassword(handler.relationId, DEMO_PASSWORD)).toEqual(
    refused("HANDLER_PASSWORD_WRONG"),
  );
  expect(await former.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(IN);
  expect(await noticesOf(handler)).toEqual(
    expect.arrayContaining(["PASSWORD_BOUND", "PASSWORD_UNBOUND"]),
  );
});

test("OL5 nobody without an account is bound; their messages go to the registry's mobile number", async () => {
  const office = await oldOffice();
  const nobody = await newHandler(office.company.id, "TAX_HANDLER", { account: false });
  await db.phone.deleteMany({ where: { personId: nobody.id } });
  expect(await press(office, nobody.relationId, "BIND")).toEqual(refused("BINDING_NEEDS_ACCOUNT"));
  expect(await press(office, nobody.relationId, "RESET")).toEqual(DONE);
  expect(await toldAt(nobody.phone)).toContain("个人登录密码已由企业管理人员重置");
});

test("OL5 E5 七8 冻结 keeps out with the words of the bureau, a running session too; 解冻 lets in; 删除 ends it", async () => {
  const office = await oldOffice();
  const { company, handler } = office;
  const running = await actingAs(handler, { proofs: PROOFS.WEAK });
  expect(await press(office, handler.relationId, "FREEZE")).toEqual(DONE);
  expect((await running.read())?.problem).toBe("HANDLER_FROZEN");
  const login = await entered(company);
  expect(await login.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(
    refused("HANDLER_LOCKED"),
  );
  expect(await press(office, handler.relationId, "UNFREEZE")).toEqual(DONE);
  expect((await running.read())?.problem).toBeNull();
  expect(await login.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(IN);
  expect(await press(office, handler.relationId, "REMOVE")).toEqual(DONE);
  expect((await running.read())?.problem).toBe("RELATION_NOT_ACTIVE");
  expect(await (await entered(company)).byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(
    refused("HANDLER_REQUIRED"),
  );
  expect(await noticesOf(handler)).toEqual(
    expect.arrayContaining(["RELATION_FROZEN", "RELATION_UNFROZEN", "RELATION_REMOVED"]),
  );
});

test("E5 B7 冻结 and a login at once: no session acts afterwards", async () => {
  for (let round = 0; round < 4; round += 1) {
    const office = await oldOffice();
    const { company, handler } = office;
    const login = await entered(company);
    const [frozen] = await Promise.all([
      press(office, handler.relationId, "FREEZE"),
      login.byPassword(handler.relationId, HANDLER_PASSWORD),
    ]);
    expect(frozen).toEqual(DONE);
    const session = await login.session();
    expect(session === null || session.problem === "HANDLER_FROZEN").toBe(true);
  }
});

test("OL5 B7 another enterprise's people, another identity's form, a handler and an ended session reach nothing", async () => {
  const office = await oldOffice();
  const other = await oldOffice();
  const { handler, context, identityVersion } = office;
  const relationId = handler.relationId;
  expect(await press(other, relationId, "RESET")).toEqual(refused("AUTHORIZATION_NOT_FOUND"));
  expect(await press(office, "no-such-relation", "FREEZE")).toEqual(
    refused("AUTHORIZATION_NOT_FOUND"),
  );
  const form = { relationId, action: "RESET" as const, identityVersion };
  expect(await managePerson({ ...form, identityVersion: identityVersion + 1 }, context)).toEqual(
    refused("IDENTITY_SWITCHED"),
  );
  const own = await actingAs(handler);
  expect(
    await managePerson({ ...form, identityVersion: own.identityVersion }, own.context),
  ).toEqual(refused("ONLY_MANAGERS"));
  await db.loginSession.update({
    where: { id: context.session.id },
    data: { revokedAt: new Date() },
  });
  expect(await press(office, relationId, "RESET")).toEqual(refused("AUTHORIZATION_NOT_FOUND"));
  expect(await db.relation.findUnique({ where: { id: relationId } })).toMatchObject({
    handlerPasswordState: "CHOSEN",
    frozenAt: null,
  });
});

test("OL5 B13 a manager: not their own 重置, 冻结 or 删除, not the other manager's password, own 绑定 keeps the session", async () => {
  const office = await oldOffice();
  const { boss, company } = office;
  const finance = await newHandler(company.id, "FINANCE_MANAGER", { password: true });
  for (const [action, code] of [
    ["RESET", "RESET_OWN_PASSWORD"],
    ["FREEZE", "LEGAL_REPRESENTATIVE_REGISTERED"],
    ["REMOVE", "LEGAL_REPRESENTATIVE_REGISTERED"],
  ] as const) {
    expect(await press(office, boss.relationId, action)).toEqual(refused(code));
  }
  const deputy = { ...office, ...(await actingAs(finance)) };
  expect(await press(deputy, boss.relationId, "RESET")).toEqual(
    refused("MANAGER_KEEPS_OWN_PASSWORD"),
  );
  expect(await press(deputy, boss.relationId, "BIND")).toEqual(
    refused("MANAGER_KEEPS_OWN_PASSWORD"),
  );
  expect(await press(deputy, finance.relationId, "BIND")).toEqual(DONE);
  expect(await press(office, finance.relationId, "UNBIND")).toEqual(DONE);
  expect(await press(office, finance.relationId, "RESET")).toEqual(DONE);
});

test("O1 a login by two passwords asks for a text message before people are changed, at every bureau; a unified one does not", async () => {
  for (const region of ["liaoning", "xizang"]) {
    const company = await newLegacyEnterprise({ region });
    const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", { password: true });
    const { relationId } = await newHandler(company.id, "TAX_HANDLER");
    for (const [proofs, answer] of [
      [PROOFS.WEAK, refused("SMS_STEP_UP_REQUIRED")],
      [PROOFS.BOUND, refused("SMS_STEP_UP_REQUIRED")],
      [`${PROOFS.WEAK} SMS`, DONE],
      [PROOFS.UNIFIED, DONE],
    ] as const) {
      const { context, identityVersion } = await actingAs(boss, { proofs, region });
      const form = { relationId, action: "RESET" as const, identityVersion };
      expect(await managePerson(form, context), proofs).toEqual(answer);
    }
  }
});

test("OL1 OL5 the registry's manager who never registered manages at the old entry; whose bureau has no such style does not", async () => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", {
    status: "REGISTERED",
    account: false,
  });
  const handler = await newHandler(company.id, "TAX_HANDLER");
  const at = { relationId: handler.relationId, action: "FREEZE" as const };
  const { context, identityVersion } = await actingAs(boss);
  expect(await managePerson({ ...at, identityVersion }, context)).toEqual(DONE);
  const elsewhere = { ...context, session: { ...context.session, region: "nowhere" } };
  expect(await managePerson({ ...at, identityVersion }, elsewhere)).toEqual(
    refused("PERSONNEL_ELSEWHERE"),
  );
});
