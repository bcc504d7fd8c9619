import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { applyForAuthorization } from "@/lib/server/relations/apply";
import { decideOwnRelation, decideStaffRelation } from "@/lib/server/relations/decide";
import { sessionOf } from "@/prisma/testing/demo-session";
import { relate } from "@/prisma/testing/people";
import {
  asking,
  askingAs,
  company,
  DONE,
  messagesOf,
  newestRelation,
  offered,
  realPerson,
  refused,
  relationState,
} from "@/prisma/testing/staff";

const PERIOD = { validFrom: "2026-01-01", validTo: null };

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

const openTodos = (subjectId: string) => db.todo.count({ where: { subjectId, doneAt: null } });

test("E2 a handler who was added has a message and a 待办, and is one only after confirming (山东 9)", async () => {
  const { manager, person, relationId } = await offered();
  expect(await relationState(relationId)).toMatchObject({ status: "PENDING_PERSON", living: true });
  expect(await messagesOf(person.id)).toEqual(["AUTHORIZATION_OFFERED"]);
  expect(await openTodos(relationId)).toBe(1);
  const mine = await asking(person);
  expect(await decideOwnRelation({ relationId, action: "ACCEPT" }, mine)).toEqual(DONE);
  expect(await relationState(relationId)).toMatchObject({ status: "ACTIVE", living: true });
  expect(await openTodos(relationId)).toBe(0);
  expect(await messagesOf(manager.id)).toEqual(["AUTHORIZATION_CONFIRMED"]);
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
  expect(await messagesOf(manager.id)).toEqual(["APPLICATION_MADE"]);
  expect(await applyForAuthorization(form, mine)).toEqual(refused("RELATION_WAITS_ALREADY"));
  const agree = { relationId, action: "ACCEPT" as const, identityVersion };
  expect(await decideStaffRelation(agree, context)).toEqual(DONE);
  expect(await relationState(relationId)).toMatchObject({ status: "ACTIVE" });
  expect(await messagesOf(person.id)).toEqual(["APPLICATION_AGREED"]);
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
  expect(await messagesOf(manager.id)).toEqual(["HANDLER_LEFT"]);
});
