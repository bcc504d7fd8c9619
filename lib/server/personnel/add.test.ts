import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { FUNCTIONS } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { legacyRelationProblem } from "@/lib/domain/legacy-rules";
import { relationProblem } from "@/lib/domain/relation-rules";
import { db } from "@/lib/server/db";
import { grantFacts } from "@/lib/server/functions/granted";
import { addPerson, searchPerson } from "@/lib/server/personnel/add";
import { personnelRows } from "@/lib/server/personnel/list";
import { managePerson } from "@/lib/server/personnel/manage";
import { decideOwnRelation } from "@/lib/server/relations/decide";
import {
  deletePermissionIdentity,
  permissionIdentities,
  savePermissionIdentity,
} from "@/lib/server/relations/permission-identities";
import { newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { noticesOf, toldAt } from "@/prisma/testing/own-session";
import { newPerson } from "@/prisma/testing/people";
import { actingAs, addForm, oldOffice, PROOFS } from "@/prisma/testing/personnel";
import { DONE, refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });

const REGISTERED = { status: "REGISTERED" } as const;

async function relationOf(id: string) {
  const row = await db.relation.findUniqueOrThrow({ where: { id } });
  return { ...row, frozen: row.frozenAt !== null };
}

const TODAY = "2026-11-22";

test("OL5 O1 七10 搜索, 确定: who was registered and collected enters at the old entry with a password to be changed at once, nowhere else", async () => {
  const { company, boss, context, identityVersion } = await oldOffice();
  const person = await newHandler(company.id, "TAX_HANDLER", { status: "PENDING_PERSON" });
  const login = legacyBrowser(company, new Date());
  await login.enter();
  expect(await login.byPassword(person.relationId, "Shouci#2026")).toEqual(
    refused("HANDLER_NOT_SET_UP"),
  );
  const { newPassword, confirmPassword, identities, functions, ...search } = addForm(
    person,
    identityVersion,
  );
  expect(await searchPerson(search, context)).toEqual({
    ok: true,
    value: {
      name: person.name,
      maskedDocumentNumber: expect.stringContaining("*"),
      maskedPhone: `154****${person.phone.slice(-4)}`,
      role: "TAX_HANDLER",
      primary: true,
    },
  });
  expect(await db.relation.count({ where: { legacyOnly: true } })).toBe(0);
  expect(await addPerson(addForm(person, identityVersion), context)).toEqual(DONE);
  const relation = await relationOf(person.relationId);
  expect(relation).toMatchObject({ status: "PENDING_PERSON", legacyOnly: true });
  expect(relationProblem(relation, TODAY)).toBe("RELATION_WAITING");
  expect(legacyRelationProblem(relation, TODAY)).toBeNull();
  expect(await noticesOf(person)).toEqual(["LEGACY_HANDLER_ADDED"]);
  expect(await toldAt(person.phone)).toContain("目前只能由旧版登录办税");
  // The password is the manager's until its first use.
  expect(await login.byPassword(person.relationId, "Shouci#2026")).toMatchObject({
    value: { to: expect.stringContaining("/set-password") },
  });
  expect(await login.session()).toBeNull();
  expect(await login.setPassword("Shouci#2026")).toEqual(refused("PASSWORD_SAME"));
  expect(await login.setPassword("Ziji#2026x")).toMatchObject({ ok: true });
  expect(await login.session()).toMatchObject({ personId: person.id, problem: null });
  // The person's own consent opens the other entries.
  const own = await actingAs(person, { proofs: PROOFS.UNIFIED });
  expect(own.context.session.problem).toBe("RELATION_WAITING");
  await decideOwnRelation({ relationId: person.relationId, action: "ACCEPT" }, own.context);
  expect((await own.read())?.problem).toBeNull();
  expect(
    await db.auditEvent.findFirst({
      where: { action: "ADD_HANDLER", outcome: "OK", subjectId: person.relationId },
    }),
  ).toMatchObject({ actorId: boss.id, personId: person.id, enterpriseId: company.id });
});

test("OL5 B10 not in the registry, not collected, another's, another name, nobody: one answer, and the manager's tries are counted", async () => {
  const { company, context, identityVersion } = await oldOffice();
  const elsewhere = await newLegacyEnterprise();
  const unlisted = await newPerson();
  const people = [
    await newHandler(company.id, "TAX_HANDLER", { ...REGISTERED, collected: false }),
    await newHandler(company.id, "TAX_HANDLER", { ...REGISTERED, inRegistry: false }),
    await newHandler(elsewhere.id, "TAX_HANDLER", REGISTERED),
    unlisted,
    { name: "没有这个人", number: unlisted.number },
  ];
  const answers = [];
  for (const person of people) {
    answers.push(await addPerson(addForm(person, identityVersion), context));
  }
  expect(answers).toEqual(
    people.map(() => ({ ok: false, problems: [{ code: "HANDLER_NOT_COLLECTED_HERE" }] })),
  );
  const right = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  const search = addForm(right, identityVersion);
  for (let each = 0; each < 12; each += 1) {
    expect(await searchPerson(search, context)).toMatchObject({ ok: true });
  }
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () => searchPerson({ ...search, name: "猜" }, context)),
  );
  const codes = guesses.map((answer) => (answer.ok ? "OK" : answer.problems[0]?.code));
  expect(codes.filter((code) => code === "HANDLER_NOT_COLLECTED_HERE")).toHaveLength(5);
  expect(await searchPerson(search, context)).toEqual(refused("HANDLER_ATTEMPTS_EXCEEDED"));
});

test("OL5 B10 B13 not twice, not oneself, not whom a face is asked of first", async () => {
  const { company, boss, handler, context, identityVersion } = await oldOffice();
  expect(await addPerson(addForm(handler, identityVersion), context)).toEqual(
    refused("HANDLER_SET_UP_ALREADY"),
  );
  const { relationId } = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  await db.relation.update({ where: { id: relationId }, data: { personId: boss.id } });
  expect(await addPerson(addForm(boss, identityVersion), context)).toEqual(
    refused("OWN_AUTHORIZATION"),
  );
  const careful = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  await db.person.update({ where: { id: careful.id }, data: { faceBeforeAdding: true } });
  expect(await addPerson(addForm(careful, identityVersion), context)).toEqual(
    refused("FACE_ASKED_BEFORE_ADDING"),
  );
});

test("OL5 K3 the first password follows the rule, and is neither the enterprise's nor made of the person's number", async () => {
  const { company, context, identityVersion } = await oldOffice();
  const person = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  const say = (newPassword: string) =>
    addPerson(addForm(person, identityVersion, { newPassword }), context);
  expect(await say("Qiye#2018")).toEqual(refused("PASSWORD_IS_ENTERPRISE", "newPassword"));
  expect(await say(`a${person.number.slice(-6)}b`)).toEqual(
    refused("PASSWORD_HAS_DOCUMENT_NUMBER", "newPassword"),
  );
  expect(await say("111111")).toMatchObject({ ok: false });
});

test("OL5 of two who add one person at once one does, also after a removal", async () => {
  const { company, boss, context, identityVersion } = await oldOffice();
  const person = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  const second = await actingAs(boss);
  const both = () =>
    Promise.all([
      addPerson(addForm(person, identityVersion), context),
      addPerson(addForm(person, second.identityVersion), second.context),
    ]);
  expect((await both()).filter(({ ok }) => ok)).toHaveLength(1);
  const living = { personId: person.id, enterpriseId: company.id, living: true };
  const remove = { relationId: person.relationId, action: "REMOVE" as const, identityVersion };
  expect(await managePerson(remove, context)).toEqual(DONE);
  expect(await db.relation.count({ where: living })).toBe(0);
  // The registry lists them still, so they can be added again: a new relation, the old one is history.
  expect((await both()).filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.relation.findMany({ where: living })).toMatchObject([
    { legacyOnly: true, inRegistry: true, registryMobileCipher: expect.any(String) },
  ]);
});

test("七5 七7 no identity yet: it is made with functions first; changing it changes what its holders have; held it stays", async () => {
  const { company, context, identityVersion } = await oldOffice();
  expect(await permissionIdentities(company.id)).toEqual([]);
  const form = { permissionIdentityId: "", name: "全量办税", description: "", identityVersion };
  expect(await savePermissionIdentity({ ...form, functions: ["query-progress"] }, context)).toEqual(
    DONE,
  );
  const [identity] = await permissionIdentities(company.id);
  const permissionIdentityId = identity?.id ?? "";
  const person = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  const boxes = { identities: { [permissionIdentityId]: true }, functions: [] };
  expect(await addPerson(addForm(person, identityVersion, boxes), context)).toEqual(DONE);
  const handler = await actingAs(person, { proofs: PROOFS.WEAK });
  const history = FUNCTIONS.find(({ code }) => code === "query-history");
  const lacks = async () =>
    history && functionRefusal(history, await grantFacts(handler.context.session));
  expect(await lacks()).toBe("NOT_GRANTED");
  const more = { ...form, permissionIdentityId, functions: ["query-progress", "query-history"] };
  expect(await savePermissionIdentity(more, context)).toEqual(DONE);
  expect(await lacks()).toBeNull();
  expect(
    await deletePermissionIdentity({ permissionIdentityId, identityVersion }, context),
  ).toEqual({
    ok: false,
    problems: [{ code: "PERMISSION_IDENTITY_HELD", params: { holders: person.name } }],
  });
});

test("E1 O1 管理权限 are functions, never people: whoever was added manages nobody", async () => {
  const { company, handler, context, identityVersion } = await oldOffice();
  const person = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  const form = addForm(person, identityVersion, { functions: ["tax", "query"] });
  for (const code of ["*", "staff", "user-management"]) {
    expect(await addPerson({ ...form, functions: [code] }, context)).toEqual(
      refused("FUNCTION_UNKNOWN"),
    );
  }
  expect(await addPerson(form, context)).toEqual(DONE);
  const own = await actingAs(person);
  for (const action of ["REMOVE", "FREEZE", "RESET", "BIND"] as const) {
    const at = { relationId: handler.relationId, action, identityVersion: own.identityVersion };
    expect(await managePerson(at, own.context)).toEqual(refused("ONLY_MANAGERS"));
  }
  const another = await newHandler(company.id, "TAX_HANDLER", REGISTERED);
  expect(await addPerson(addForm(another, own.identityVersion), own.context)).toEqual(
    refused("ONLY_MANAGERS"),
  );
});

test("OL5 七4 the list: managers and who was set up, with phone, binding and what may be done; a registry entry alone is not there", async () => {
  const { company, boss, handler, context, identityVersion } = await oldOffice();
  const waiting = await newHandler(company.id, "INVOICE_CLERK", REGISTERED);
  const uncollected = await newHandler(company.id, "TAX_HANDLER", { collected: false });
  const viewer = {
    personId: boss.id,
    as: "LEGAL_REPRESENTATIVE" as const,
    enterpriseId: company.id,
    now: context.now,
    search: "",
    page: 1,
  };
  const list = async () => (await personnelRows(viewer)).rows;
  const names = async () => (await list()).map(({ name }) => name).sort();
  expect(await names()).toEqual([boss.name, handler.name, uncollected.name].sort());
  expect(await addPerson(addForm(waiting, identityVersion), context)).toEqual(DONE);
  const rows = await list();
  expect(rows.find(({ id }) => id === waiting.relationId)).toMatchObject({
    oneSided: true,
    password: "GIVEN",
    role: "INVOICE_CLERK",
    maskedPhone: `154****${waiting.phone.slice(-4)}`,
    refusals: { FREEZE: null, BIND: null, RESET: null, UNBIND: "PASSWORD_NOT_BOUND" },
  });
  expect(rows.find(({ id }) => id === uncollected.relationId)).toMatchObject({
    maskedPhone: null,
    problem: "HANDLER_NOT_COLLECTED",
  });
  expect(rows.find(({ id }) => id === boss.relationId)?.refusals).toMatchObject({
    REMOVE: "LEGAL_REPRESENTATIVE_REGISTERED",
    RESET: "RESET_OWN_PASSWORD",
    BIND: null,
  });
});
