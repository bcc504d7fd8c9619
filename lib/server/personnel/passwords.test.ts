import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";
import { changeEnterprisePassword, changeHandlerPassword } from "@/lib/server/personnel/passwords";
import { ENTERPRISE_PASSWORD, HANDLER_PASSWORD, newHandler } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { noticesOf } from "@/prisma/testing/own-session";
import { actingAs, oldOffice, PROOFS, replaceForm } from "@/prisma/testing/personnel";
import { DONE, refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });

const NEW = "Xinmima#77";

test("OL5 修改企业密码: this session goes on, the others of the old entry and the logins under way end, managers are told", async () => {
  const { company, boss, handler, context, identityVersion, read } = await oldOffice();
  const finance = await newHandler(company.id, "FINANCE_MANAGER");
  const others = [await actingAs(handler), await actingAs(finance, { proofs: PROOFS.WEAK })];
  const unified = await actingAs(finance, { proofs: PROOFS.UNIFIED });
  const underWay = legacyBrowser(company, new Date());
  await underWay.enter();
  const form = await replaceForm(ENTERPRISE_PASSWORD, NEW, identityVersion);
  expect(await changeEnterprisePassword(form, context)).toEqual(DONE);
  expect(await read()).not.toBeNull();
  for (const other of others) expect(await other.read()).toBeNull();
  expect(await unified.read()).not.toBeNull();
  expect(await underWay.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(
    refused("FLOW_EXPIRED"),
  );
  const after = legacyBrowser(company, new Date());
  expect(await after.enter(ENTERPRISE_PASSWORD)).toEqual(refused("ENTERPRISE_PASSWORD_WRONG"));
  expect(await after.enter(NEW)).toMatchObject({ ok: true });
  for (const manager of [boss, finance]) {
    expect(await noticesOf(manager)).toEqual(["ENTERPRISE_PASSWORD_REPLACED"]);
  }
  expect(
    await db.auditEvent.findFirst({ where: { action: "CHANGE_ENTERPRISE_PASSWORD" } }),
  ).toMatchObject({ actorId: boss.id, enterpriseId: company.id });
});

test("OL5 修改企业密码 is refused to handlers, to a weak login, to another identity's form, with a wrong old one and with a bad new one", async () => {
  const { boss, handler, context, identityVersion } = await oldOffice();
  const by = await actingAs(handler);
  const asked = async (old: string, fresh: string, version: number) =>
    replaceForm(old, fresh, version);
  expect(
    await changeEnterprisePassword(
      await asked(ENTERPRISE_PASSWORD, NEW, by.identityVersion),
      by.context,
    ),
  ).toEqual(refused("ONLY_MANAGERS"));
  const weak = await actingAs(boss, { proofs: PROOFS.WEAK });
  expect(
    await changeEnterprisePassword(
      await asked(ENTERPRISE_PASSWORD, NEW, weak.identityVersion),
      weak.context,
    ),
  ).toEqual(refused("SMS_STEP_UP_REQUIRED"));
  const say = async (old: string, fresh: string, version = identityVersion) =>
    changeEnterprisePassword(await asked(old, fresh, version), context);
  expect(await say(ENTERPRISE_PASSWORD, NEW, identityVersion + 1)).toEqual(
    refused("IDENTITY_SWITCHED"),
  );
  expect(await say(ENTERPRISE_PASSWORD, ENTERPRISE_PASSWORD)).toEqual(
    refused("PASSWORD_SAME", "newPassword"),
  );
  expect(await say(ENTERPRISE_PASSWORD, HANDLER_PASSWORD)).toEqual(
    refused("ENTERPRISE_PASSWORD_IS_OWN", "newPassword"),
  );
  const used = await asked(ENTERPRISE_PASSWORD, ENTERPRISE_PASSWORD, identityVersion);
  await changeEnterprisePassword(used, context);
  expect(await changeEnterprisePassword(used, context)).toEqual(refused("HUMAN_CHECK_FAILED"));
  for (let left = 4; left >= 1; left -= 1) {
    expect(await say(HANDLER_PASSWORD, NEW)).toEqual({
      ok: false,
      problems: [{ code: "OLD_ENTERPRISE_PASSWORD_WRONG", field: "oldPassword", params: { left } }],
    });
  }
  expect(await say(HANDLER_PASSWORD, NEW)).toEqual(refused("LEGACY_LOCKED"));
});

test("OL5 of two changes of 企业密码 at once one is done", async () => {
  const { boss, context, identityVersion } = await oldOffice();
  const second = await actingAs(boss);
  const forms = [
    await replaceForm(ENTERPRISE_PASSWORD, NEW, identityVersion),
    await replaceForm(ENTERPRISE_PASSWORD, "Bieyang#88", second.identityVersion),
  ] as const;
  const answers = await Promise.all([
    changeEnterprisePassword(forms[0], context),
    changeEnterprisePassword(forms[1], second.context),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("OL5 修改密码: the handler's own, with the old one; the other sessions it opened end; the former one does not do any more", async () => {
  const { company, handler } = await oldOffice();
  const own = await actingAs(handler, { proofs: PROOFS.WEAK });
  const other = await actingAs(handler, { proofs: PROOFS.WEAK });
  const say = async (old: string, fresh: string, version = own.identityVersion) =>
    changeHandlerPassword(await replaceForm(old, fresh, version), own.context);
  expect(await say(ENTERPRISE_PASSWORD, NEW)).toEqual({
    ok: false,
    problems: [{ code: "OLD_HANDLER_PASSWORD_WRONG", field: "oldPassword", params: { left: 4 } }],
  });
  expect(await say(HANDLER_PASSWORD, HANDLER_PASSWORD)).toEqual(refused("PASSWORD_SAME"));
  expect(await say(HANDLER_PASSWORD, ENTERPRISE_PASSWORD)).toEqual(
    refused("PASSWORD_IS_ENTERPRISE"),
  );
  expect(await say(HANDLER_PASSWORD, NEW, own.identityVersion + 1)).toEqual(
    refused("IDENTITY_SWITCHED"),
  );
  expect(await say(HANDLER_PASSWORD, NEW)).toEqual(DONE);
  expect(await own.read()).not.toBeNull();
  expect(await other.read()).toBeNull();
  expect(await noticesOf(handler)).toEqual(["HANDLER_PASSWORD_CHANGED"]);
  const login = legacyBrowser(company, new Date());
  await login.enter();
  expect(await login.byPassword(handler.relationId, HANDLER_PASSWORD)).toEqual(
    refused("HANDLER_PASSWORD_WRONG"),
  );
  expect(await login.byPassword(handler.relationId, NEW)).toMatchObject({ ok: true });
});

test("OL5 after 重置密码 the old one of 修改密码 is 111111; who has none is told how to get one", async () => {
  const { company, handler } = await oldOffice();
  await db.relation.update({
    where: { id: handler.relationId },
    data: {
      handlerPasswordHash: await hashPassword("111111"),
      handlerPasswordState: "RESET_REQUIRED",
      handlerPasswordExpiresAt: new Date(Date.now() + 60_000),
    },
  });
  const own = await actingAs(handler);
  const form = await replaceForm("111111", NEW, own.identityVersion);
  expect(await changeHandlerPassword(form, own.context)).toEqual(DONE);
  expect(await db.relation.findUnique({ where: { id: handler.relationId } })).toMatchObject({
    handlerPasswordState: "CHOSEN",
    handlerPasswordExpiresAt: null,
  });
  const without = await newHandler(company.id);
  const none = await actingAs(without);
  const asked = await replaceForm("111111", NEW, none.identityVersion);
  expect(await changeHandlerPassword(asked, none.context)).toEqual(
    refused("HANDLER_PASSWORD_NOT_SET"),
  );
});
