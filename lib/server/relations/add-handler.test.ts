import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { addHandler } from "@/lib/server/relations/add-handler";
import { applyForAuthorization } from "@/lib/server/relations/apply";
import { decideOwnRelation } from "@/lib/server/relations/decide";
import { setFaceBeforeAdding } from "@/lib/server/relations/own";
import { noticesOf } from "@/prisma/testing/own-session";
import {
  asking,
  askingAs,
  company,
  DONE,
  handlerForm,
  offered,
  realPerson,
  refused,
} from "@/prisma/testing/staff";

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

test("E2 nobody adds themselves", async () => {
  const { person: manager, relationId } = await company();
  const { context, identityVersion } = await askingAs(manager, relationId);
  expect(await addHandler(handlerForm(manager, identityVersion), context)).toEqual(
    refused("OWN_AUTHORIZATION"),
  );
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
  expect(await setFaceBeforeAdding({ wanted: true }, plain)).toEqual(DONE);
  // Told once (A5).
  expect((await noticesOf(person)).filter((kind) => kind.startsWith("FACE_"))).toEqual([
    "FACE_BEFORE_ADDING_ON",
  ]);
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
