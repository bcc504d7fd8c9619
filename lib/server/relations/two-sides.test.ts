import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { addHandler } from "@/lib/server/relations/add-handler";
import { applyForAuthorization } from "@/lib/server/relations/apply";
import { decideOwnRelation, decideStaffRelation } from "@/lib/server/relations/decide";
import { setFaceBeforeAdding } from "@/lib/server/relations/own";
import { sessionOf } from "@/prisma/testing/demo-session";
import { relate } from "@/prisma/testing/people";
import {
  asking,
  askingAs,
  company,
  handlerForm,
  newestRelation,
  realPerson,
  relationState,
} from "@/prisma/testing/staff";

const DONE = { ok: true, value: undefined };
const refused = (code: string, field?: string) => ({
  ok: false,
  problems: [expect.objectContaining(field ? { code, field } : { code })],
});
const PERIOD = { validFrom: "2026-01-01", validTo: null };

/** 张总 of a company has added 小明, who has not answered yet. */
async function offered() {
  const { enterprise, person: manager, relationId: managerRelation } = await company();
  const person = await realPerson();
  const { context, identityVersion } = await askingAs(manager, managerRelation);
  expect(await addHandler(handlerForm(person, identityVersion), context)).toEqual(DONE);
  const relationId = await newestRelation(person.id, enterprise.id);
  return { enterprise, manager, managerRelation, person, relationId, context, identityVersion };
}

/** 小明 has applied at 张总's company. */
async function applied() {
  const { enterprise, person: manager, relationId: managerRelation } = await company();
  const person = await realPerson();
  const mine = await asking(person);
  const form = { taxpayerId: enterprise.creditCode, role: "INVOICE_CLERK" as const, ...PERIOD };
  expect(await applyForAuthorization(form, mine)).toEqual(DONE);
  const relationId = await newestRelation(person.id, enterprise.id);
  const managing = await askingAs(manager, managerRelation);
  return { enterprise, manager, person, mine, form, relationId, ...managing };
}

async function messages(personId: string): Promise<string[]> {
  const rows = await db.message.findMany({
    where: { personId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}

const openTodos = (subjectId: string) => db.todo.count({ where: { subjectId, doneAt: null } });

test("E2 a handler who was added has a message and a 待办, and is one only after confirming (山东 9)", async () => {
  const { manager, person, relationId } = await offered();
  expect(await relationState(relationId)).toMatchObject({ status: "PENDING_PERSON", living: true });
  expect(await messages(person.id)).toEqual(["AUTHORIZATION_OFFERED"]);
  expect(await openTodos(relationId)).toBe(1);
  const mine = await asking(person);
  expect(await decideOwnRelation({ relationId, action: "ACCEPT" }, mine)).toEqual(DONE);
  expect(await relationState(relationId)).toMatchObject({ status: "ACTIVE", living: true });
  expect(await openTodos(relationId)).toBe(0);
  expect(await messages(manager.id)).toEqual(["AUTHORIZATION_CONFIRMED"]);
  const events = await db.auditEvent.findMany({
    where: { subjectId: relationId },
    orderBy: { sequence: "asc" },
    select: { action: true, actorId: true, personId: true },
  });
  expect(events).toEqual([
    { action: "ADD_HANDLER", actorId: manager.id, personId: person.id },
    { action: "CONFIRM_RELATION", actorId: person.id, personId: person.id },
  ]);
});

test("A4 an application waits for a manager, who agrees (山东 8)", async () => {
  const { manager, person, mine, form, relationId, context, identityVersion } = await applied();
  expect(await messages(manager.id)).toEqual(["APPLICATION_MADE"]);
  expect(await applyForAuthorization(form, mine)).toEqual(refused("RELATION_WAITS_ALREADY"));
  const agree = { relationId, action: "ACCEPT" as const, identityVersion };
  expect(await decideStaffRelation(agree, context)).toEqual(DONE);
  expect(await relationState(relationId)).toMatchObject({ status: "ACTIVE" });
  expect(await messages(person.id)).toEqual(["APPLICATION_AGREED"]);
  expect(await applyForAuthorization(form, mine)).toEqual(refused("RELATION_EXISTS"));
});

test("E2 self-elevation: nobody confirms their own application", async () => {
  const { mine, relationId } = await applied();
  expect(await decideOwnRelation({ relationId, action: "ACCEPT" }, mine)).toEqual(
    refused("OTHER_SIDE_DECIDES"),
  );
  expect(await relationState(relationId)).toMatchObject({ status: "PENDING_ENTERPRISE" });
});

test("A4 a withdrawn application stays as a record and cannot be agreed to any more (西藏 二(三)4)", async () => {
  const { mine, relationId, context, identityVersion } = await applied();
  expect(await decideOwnRelation({ relationId, action: "WITHDRAW" }, mine)).toEqual(DONE);
  expect(await relationState(relationId)).toMatchObject({ status: "WITHDRAWN", living: null });
  const agree = { relationId, action: "ACCEPT" as const, identityVersion };
  expect(await decideStaffRelation(agree, context)).toEqual(refused("RELATION_ENDED"));
  expect(await openTodos(relationId)).toBe(0);
});

test("E2 double confirmation: of two at once exactly one counts, with one event in the audit trail", async () => {
  const { person, relationId } = await offered();
  const tabs = await Promise.all([asking(person), asking(person)]);
  const results = await Promise.all(
    tabs.map((tab) => decideOwnRelation({ relationId, action: "ACCEPT" }, tab)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const where = { subjectId: relationId, action: "CONFIRM_RELATION" };
  expect(await db.auditEvent.count({ where })).toBe(1);
});

test("E2 confirming races with withdrawing: one of them wins, the state is whole", async () => {
  const { person, relationId, context, identityVersion } = await offered();
  const mine = await asking(person);
  const [accepted, withdrawn] = await Promise.all([
    decideOwnRelation({ relationId, action: "ACCEPT" }, mine),
    decideStaffRelation({ relationId, action: "WITHDRAW", identityVersion }, context),
  ]);
  expect([accepted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
  expect(await relationState(relationId)).toMatchObject(
    accepted.ok ? { status: "ACTIVE", living: true } : { status: "WITHDRAWN", living: null },
  );
});

test("E2 two additions of the same person at once make one relation", async () => {
  const { enterprise, person: manager, relationId } = await company();
  const person = await realPerson();
  const { context, identityVersion } = await askingAs(manager, relationId);
  const form = handlerForm(person, identityVersion);
  const results = await Promise.all([1, 2, 3].map(() => addHandler(form, context)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(
    await db.relation.count({ where: { personId: person.id, enterpriseId: enterprise.id } }),
  ).toBe(1);
});

test("A4 a finance manager who refuses is refused, and confirms", async () => {
  const { enterprise } = await company();
  const finance = await realPerson();
  const relationId = await relate(finance.id, enterprise.id, "FINANCE_MANAGER");
  await db.relation.update({ where: { id: relationId }, data: { status: "PENDING_PERSON" } });
  const mine = await asking(finance);
  expect(await decideOwnRelation({ relationId, action: "REJECT" }, mine)).toEqual(
    refused("FINANCE_MANAGER_CANNOT_REFUSE"),
  );
  expect(await decideOwnRelation({ relationId, action: "ACCEPT" }, mine)).toEqual(DONE);
});

test("E2 the legal representative is not removed here, no manager removes themselves", async () => {
  const { enterprise, person: legal, relationId: legalRelation } = await company();
  const finance = await realPerson();
  const financeRelation = await relate(finance.id, enterprise.id, "FINANCE_MANAGER");
  const byFinance = await askingAs(finance, financeRelation);
  const byLegal = await askingAs(legal, legalRelation);
  const remove = (relationId: string, { context, identityVersion }: typeof byLegal) =>
    decideStaffRelation({ relationId, action: "REMOVE", identityVersion }, context);
  const registered = refused("LEGAL_REPRESENTATIVE_REGISTERED");
  expect(await remove(legalRelation, byFinance)).toEqual(registered);
  expect(await remove(legalRelation, byLegal)).toEqual(registered);
  expect(await remove(financeRelation, byFinance)).toEqual(refused("FINANCE_MANAGER_STAYS"));
  for (const [person, relationId, code] of [
    [legal, legalRelation, "LEGAL_REPRESENTATIVE_REGISTERED"],
    [finance, financeRelation, "FINANCE_MANAGER_STAYS"],
  ] as const) {
    const mine = await asking(person);
    expect(await decideOwnRelation({ relationId, action: "REMOVE_OWN" }, mine)).toEqual(
      refused(code),
    );
  }
});

test("E2 nobody adds themselves", async () => {
  const { person: manager, relationId } = await company();
  const { context, identityVersion } = await askingAs(manager, relationId);
  expect(await addHandler(handlerForm(manager, identityVersion), context)).toEqual(
    refused("OWN_AUTHORIZATION"),
  );
});

test("E1 acting on another enterprise's relation by id finds nothing, whatever the action", async () => {
  const { relationId } = await offered();
  const stranger = await company();
  const { context, identityVersion } = await askingAs(stranger.person, stranger.relationId);
  const before = await relationState(relationId);
  for (const action of [
    "ACCEPT",
    "REJECT",
    "WITHDRAW",
    "REMOVE",
    "FREEZE",
    "CLEAR_RECORD",
  ] as const) {
    expect(await decideStaffRelation({ relationId, action, identityVersion }, context)).toEqual(
      refused("AUTHORIZATION_NOT_FOUND"),
    );
  }
  const theirs = await asking(stranger.person);
  for (const action of ["ACCEPT", "REJECT", "REMOVE_OWN", "CLEAR_RECORD"] as const) {
    expect(await decideOwnRelation({ relationId, action }, theirs)).toEqual(
      refused("AUTHORIZATION_NOT_FOUND"),
    );
  }
  expect(await relationState(relationId)).toEqual(before);
});

test("E1 a handler manages nobody, and a manager acting as natural person neither", async () => {
  const { enterprise, person: handler, relationId } = await company("TAX_HANDLER");
  const other = await realPerson();
  const otherRelation = await relate(other.id, enterprise.id, "TAX_HANDLER");
  const { context, identityVersion } = await askingAs(handler, relationId);
  const remove = { relationId: otherRelation, action: "REMOVE" as const, identityVersion };
  expect(await decideStaffRelation(remove, context)).toEqual(refused("ONLY_MANAGERS"));
  expect(await addHandler(handlerForm(await realPerson(), identityVersion), context)).toEqual(
    refused("ONLY_MANAGERS"),
  );
  const boss = await company();
  const natural = await asking(boss.person);
  const version = natural.session.identityVersion;
  expect(await decideStaffRelation({ ...remove, identityVersion: version }, natural)).toEqual(
    refused("ONLY_MANAGERS"),
  );
});

test("B7 a stale tab: a form of another identity, or a manager removed since the page was read", async () => {
  const { manager, managerRelation, relationId, context, identityVersion } = await offered();
  const form = { relationId, action: "WITHDRAW" as const };
  expect(
    await decideStaffRelation({ ...form, identityVersion: identityVersion + 1 }, context),
  ).toEqual(refused("IDENTITY_SWITCHED"));
  // The session object says manager; the database does not any more.
  await db.relation.update({
    where: { id: managerRelation },
    data: { status: "REMOVED", living: null },
  });
  expect(await decideStaffRelation({ ...form, identityVersion }, context)).toEqual(
    refused("AUTHORIZATION_NOT_FOUND"),
  );
  const someone = await realPerson();
  expect(await addHandler(handlerForm(someone, identityVersion), context)).toEqual(
    refused("ONLY_MANAGERS"),
  );
  expect(await sessionOf(context.token)).toMatchObject({ problem: "RELATION_NOT_ACTIVE" });
  expect(manager.id).toBe(context.session.personId);
});

test("B10 nobody of that number, another name, no account, an e-mail account: the same answer", async () => {
  const { person: manager, relationId } = await company();
  const { context, identityVersion } = await askingAs(manager, relationId);
  const person = await realPerson();
  const form = handlerForm(person, identityVersion);
  const unregistered = refused("HANDLER_NOT_REGISTERED");
  expect(await addHandler({ ...form, documentNumber: "37010019900101999X" }, context)).toEqual(
    unregistered,
  );
  expect(await addHandler({ ...form, name: "别人" }, context)).toEqual(unregistered);
  expect(await addHandler({ ...form, documentType: "CN_PASSPORT" }, context)).toEqual(unregistered);
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 2 } });
  expect(await addHandler(form, context)).toEqual(unregistered);
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 4 } });
  await db.account.update({ where: { id: person.accountId }, data: { status: "CLOSED" } });
  expect(await addHandler(form, context)).toEqual(unregistered);
  await db.account.update({ where: { id: person.accountId }, data: { status: "ACTIVE" } });
  expect(await addHandler(form, context)).toEqual(DONE);
});

test("B10 attempts are limited per manager, and successes do not count", async () => {
  const { person: manager, relationId } = await company();
  const { context, identityVersion } = await askingAs(manager, relationId);
  const right = handlerForm(await realPerson(), identityVersion);
  const wrong = { ...right, name: "别人" };
  for (let attempt = 0; attempt < 9; attempt += 1) await addHandler(wrong, context);
  expect(await addHandler(right, context)).toEqual(DONE);
  expect(await addHandler(wrong, context)).toEqual(refused("HANDLER_NOT_REGISTERED"));
  expect(await addHandler(wrong, context)).toEqual(refused("HANDLER_ATTEMPTS_EXCEEDED"));
  const another = handlerForm(await realPerson(), identityVersion);
  expect(await addHandler(another, context)).toEqual(refused("HANDLER_ATTEMPTS_EXCEEDED"));
});

test("B10 who wants a face before being added confirms only in a session proved by face", async () => {
  const { person, relationId } = await offered();
  const plain = await asking(person, { entry: "PERSON" }, { face: false });
  expect(await setFaceBeforeAdding({ wanted: true }, plain)).toEqual(DONE);
  const accept = { relationId, action: "ACCEPT" as const };
  expect(await decideOwnRelation(accept, plain)).toEqual(refused("FACE_BEFORE_ACCEPTING"));
  expect(await setFaceBeforeAdding({ wanted: false }, plain)).toEqual(
    refused("FACE_BEFORE_CHANGING"),
  );
  expect(await decideOwnRelation(accept, await asking(person))).toEqual(DONE);
});

test("R4 adding people asks for a face where the bureau says so (山东: 添加办税人员)", async () => {
  const { person: manager, relationId } = await company();
  const { context, identityVersion } = await askingAs(manager, relationId, { face: false });
  expect(await addHandler(handlerForm(await realPerson(), identityVersion), context)).toEqual(
    refused("STEP_UP_REQUIRED"),
  );
});

test("E2 a period that ends before it begins, or is over, is refused at 有效期止", async () => {
  const { enterprise, person: manager, relationId } = await company();
  const { context, identityVersion } = await askingAs(manager, relationId);
  const person = await realPerson();
  const form = handlerForm(person, identityVersion);
  const reversed = { validFrom: "2099-01-02", validTo: "2099-01-01" };
  expect(await addHandler({ ...form, ...reversed }, context)).toEqual(
    refused("PERIOD_REVERSED", "validTo"),
  );
  const apply = { taxpayerId: enterprise.creditCode, role: "TAX_HANDLER" as const };
  const mine = await asking(person);
  expect(await applyForAuthorization({ ...apply, ...reversed }, mine)).toEqual(
    refused("PERIOD_REVERSED", "validTo"),
  );
  expect(
    await applyForAuthorization({ ...apply, validFrom: "2020-01-01", validTo: "2020-02-01" }, mine),
  ).toEqual(refused("PERIOD_OVER", "validTo"));
});

test("A4 an application to an unknown enterprise, or by an account with e-mail only (山东 7)", async () => {
  const person = await realPerson();
  const form = { taxpayerId: "91370100MA3C2B017K", role: "TAX_HANDLER" as const, ...PERIOD };
  expect(await applyForAuthorization(form, await asking(person))).toEqual(
    refused("ENTERPRISE_UNKNOWN", "taxpayerId"),
  );
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 2 } });
  expect(await applyForAuthorization(form, await asking(person))).toEqual(
    refused("REAL_NAME_REQUIRED"),
  );
});

test("A4 whoever leaves removes their own relation; their session follows at once (西藏 二(三)3)", async () => {
  const { enterprise, person: manager } = await company();
  const handler = await realPerson();
  const relationId = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  const { context } = await askingAs(handler, relationId);
  expect((await sessionOf(context.token)).problem).toBeNull();
  expect(await decideOwnRelation({ relationId, action: "REMOVE_OWN" }, context)).toEqual(DONE);
  expect(await relationState(relationId)).toMatchObject({ status: "REMOVED", living: null });
  expect((await sessionOf(context.token)).problem).toBe("RELATION_NOT_ACTIVE");
  expect(await messages(manager.id)).toEqual(["HANDLER_LEFT"]);
});

test("E5 freezing and unfreezing a handler, whose running session follows at once", async () => {
  const { enterprise, person: manager, relationId: managerRelation } = await company();
  const handler = await realPerson();
  const relationId = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  const running = await askingAs(handler, relationId);
  const { context, identityVersion } = await askingAs(manager, managerRelation);
  const press = (action: "FREEZE" | "UNFREEZE") =>
    decideStaffRelation({ relationId, action, identityVersion }, context);
  expect(await press("FREEZE")).toEqual(DONE);
  expect((await sessionOf(running.context.token)).problem).toBe("HANDLER_FROZEN");
  expect(await press("FREEZE")).toEqual(refused("ALREADY_FROZEN"));
  expect(await press("UNFREEZE")).toEqual(DONE);
  expect((await sessionOf(running.context.token)).problem).toBeNull();
  expect(await messages(handler.id)).toEqual(["RELATION_FROZEN", "RELATION_UNFROZEN"]);
});
