import "@/prisma/testing/demo-database";
import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import type { Prisma } from "@/generated/sqlite/client";
import { setNewPassword } from "@/lib/server/accounts/new-password";
import { db, transaction } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";
import { beginLogin, sessionsOf } from "@/prisma/testing/login-steps";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const EXPIRED = { ok: false, problems: [{ code: "FLOW_EXPIRED" }] };

test("B4 F1 a login begun with the former password opens no session, at whatever step it stands", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  await relate(person.id, enterprise.id, "INVOICE_CLERK");
  const [proved, waiting] = [await beginLogin(person, enterprise.id), await beginLogin(person)];
  await proved.submit(await proved.code());
  const code = await waiting.code();
  const passwordHash = await hashPassword("Other@2026");
  const change = { personId: person.id, accountId: person.accountId, passwordHash };
  expect(await transaction((tx) => setNewPassword(tx, change, NOW))).toBe(true);
  expect(await proved.choose(`relation:${relationId}`)).toEqual(EXPIRED);
  expect(await waiting.submit(code)).toEqual(EXPIRED);
  expect(await sessionsOf(person.id)).toEqual([]);
  const anew = await beginLogin(person);
  expect(await anew.submit(await anew.code())).toMatchObject({ ok: true });
});

/** A finance manager whom the registry names, with both factors proved. */
async function namedFinanceManager(data: Partial<Prisma.RelationUncheckedUpdateInput> = {}) {
  const [person, manager] = [await newPerson(), await newPerson()];
  const enterprise = await newEnterprise();
  await relate(manager.id, enterprise.id, "LEGAL_REPRESENTATIVE");
  await relate(person.id, enterprise.id, "TAX_HANDLER");
  const relationId = await relate(person.id, enterprise.id, "FINANCE_MANAGER");
  const waiting = { status: "PENDING_PERSON" as const, ...data };
  await db.relation.update({ where: { id: relationId }, data: waiting });
  const login = await beginLogin(person, enterprise.id);
  await login.submit(await login.code());
  const state = () => db.relation.findUnique({ where: { id: relationId } });
  return { person, manager, login, state };
}

test("L6 A5 the managers of the enterprise are told that the finance manager has confirmed", async () => {
  const { manager, login } = await namedFinanceManager();
  expect(await login.confirm()).toMatchObject({ ok: true });
  expect(await db.message.findMany({ where: { personId: manager.id } })).toMatchObject([
    { kind: "AUTHORIZATION_CONFIRMED" },
  ]);
});

test("B10 who asked for a face before being added does not confirm by a text message", async () => {
  const { person, login, state } = await namedFinanceManager();
  await db.person.update({ where: { id: person.id }, data: { faceBeforeAdding: true } });
  expect(await login.confirm()).toMatchObject({ problems: [{ code: "FACE_BEFORE_ACCEPTING" }] });
  expect(await state()).toMatchObject({ status: "PENDING_PERSON" });
});

test("L6 a waiting relation that is frozen or over is not confirmed, by whatever is posted", async () => {
  for (const data of [{ frozenAt: NOW }, { validTo: "2020-01-01" }]) {
    const { person, login, state } = await namedFinanceManager(data);
    expect((await login.confirm()).ok).toBe(false);
    expect(await state()).toMatchObject({ status: "PENDING_PERSON" });
    // Nothing to confirm and one role left: it is entered with (B8).
    expect(await sessionsOf(person.id)).toHaveLength(1);
  }
});

test("L8 a project of an enterprise that is closed is not entered", async () => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await relate(person.id, enterprise.id, "LEGAL_REPRESENTATIVE");
  const { id } = await db.crossRegionProject.create({
    data: {
      number: randomUUID(),
      kind: "REPORT",
      name: "桥梁工程",
      enterpriseId: enterprise.id,
      originRegion: "shandong",
      projectRegion: "shandong",
      taxAuthority: "国家税务总局济南市税务局",
      handlerName: "",
      handlerPhoneCipher: "",
      handlerPhoneIndex: "",
      contactName: "",
      contactPhoneCipher: "",
      contactPhoneIndex: "",
      validFrom: "2026-01-01",
    },
    select: { id: true },
  });
  const login = await beginLogin(person, enterprise.id, "SPECIFIC");
  await login.submit(await login.code());
  await db.enterprise.update({ where: { id: enterprise.id }, data: { status: "CLOSED" } });
  expect(await login.choose(`project:${id}`)).toMatchObject({
    problems: [{ code: "PROJECT_NOT_FOUND" }],
  });
  await db.enterprise.update({ where: { id: enterprise.id }, data: { status: "ACTIVE" } });
  expect(await login.choose(`project:${id}`)).toMatchObject({ ok: true });
});

test("N1 ids with characters no id has are not found, on both databases", async () => {
  const another = await beginLogin(await newPerson(), (await newEnterprise()).id);
  await another.submit(await another.code());
  expect(await another.choose("relation:\0")).toMatchObject({
    problems: [{ code: "RELATION_NOT_FOUND" }],
  });
});
