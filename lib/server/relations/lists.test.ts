import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { db } from "@/lib/server/db";
import { decideOwnRelation, decideStaffRelation } from "@/lib/server/relations/decide";
import { expireRelations, warnOfExpiry } from "@/lib/server/relations/expire";
import { ownRelations } from "@/lib/server/relations/own";
import type { RelationTab } from "@/lib/server/relations/relation-row";
import { allStaff, staffRelations } from "@/lib/server/relations/staff";
import { sessionOf } from "@/prisma/testing/demo-session";
import { relate } from "@/prisma/testing/people";
import { asking, askingAs, company, realPerson, relationState } from "@/prisma/testing/staff";
import { statementsOf } from "@/prisma/testing/statements";

const TABS: readonly RelationTab[] = ["EXISTING", "WAITING", "HISTORY"];
const now = new Date();
const today = dayOf(now);

/** In which tabs of both sides a relation stands. */
async function placed(relationId: string, personId: string, enterpriseId: string, at = now) {
  const ask = { search: "", page: 1, now: at };
  const viewer = { personId: "manager", as: "LEGAL_REPRESENTATIVE", enterpriseId } as const;
  const found: string[] = [];
  for (const tab of TABS) {
    const own = await ownRelations(tab, { personId, ...ask });
    const staff = await staffRelations(tab, { ...viewer, ...ask });
    if (own.rows.some(({ id }) => id === relationId)) found.push(`person ${tab}`);
    if (staff.rows.some(({ id }) => id === relationId)) found.push(`staff ${tab}`);
  }
  return found;
}

test("B9 every state stands in exactly one tab of either side", async () => {
  const { enterprise } = await company();
  const both = (tab: RelationTab) => [`person ${tab}`, `staff ${tab}`];
  for (const [status, living, more, tab] of [
    ["ACTIVE", true, {}, "EXISTING"],
    ["ACTIVE", true, { frozenAt: now }, "EXISTING"],
    ["ACTIVE", true, { validFrom: "2099-01-01" }, "EXISTING"],
    ["ACTIVE", true, { validTo: today }, "EXISTING"],
    ["ACTIVE", true, { validTo: addDays(today, -1) }, "HISTORY"],
    ["ACTIVE", true, { legacyOnly: true }, "WAITING"],
    ["REGISTERED", true, {}, "WAITING"],
    ["PENDING_PERSON", true, {}, "WAITING"],
    ["PENDING_ENTERPRISE", true, {}, "WAITING"],
    ["PENDING_PERSON", true, { validTo: addDays(today, -1) }, "HISTORY"],
    ["REJECTED", null, {}, "HISTORY"],
    ["WITHDRAWN", null, {}, "HISTORY"],
    ["EXPIRED", null, {}, "HISTORY"],
    ["REMOVED", null, {}, "HISTORY"],
  ] as const) {
    const person = await realPerson();
    const id = await relate(person.id, enterprise.id, "TAX_HANDLER");
    await db.relation.update({ where: { id }, data: { status, living, ...more } });
    const found = await placed(id, person.id, enterprise.id);
    expect(found, `${status} ${JSON.stringify(more)}`).toEqual(both(tab));
  }
});

test("A4 清除记录 hides a record from one viewer only and keeps the row (西藏 二(三)5)", async () => {
  const { enterprise, person: manager, relationId: managerRelation } = await company();
  const person = await realPerson();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  const mine = await asking(person);
  expect((await decideOwnRelation({ relationId, action: "CLEAR_RECORD" }, mine)).ok).toBe(false);
  await decideOwnRelation({ relationId, action: "REMOVE_OWN" }, mine);
  expect((await decideOwnRelation({ relationId, action: "CLEAR_RECORD" }, mine)).ok).toBe(true);
  expect(await placed(relationId, person.id, enterprise.id)).toEqual(["staff HISTORY"]);
  const { context, identityVersion } = await askingAs(manager, managerRelation);
  const clear = { relationId, action: "CLEAR_RECORD" as const, identityVersion };
  expect((await decideStaffRelation(clear, context)).ok).toBe(true);
  expect(await placed(relationId, person.id, enterprise.id)).toEqual([]);
  expect(await relationState(relationId)).toMatchObject({ status: "REMOVED" });
});

test("B9 the last day is warned of once, 30 days ahead, to person and managers", async () => {
  const { enterprise, person: manager } = await company();
  const person = await realPerson();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  // What other tests have left.
  await warnOfExpiry(now);
  const kinds = async (personId: string) =>
    (await db.message.findMany({ where: { personId }, select: { kind: true } })).map(
      ({ kind }) => kind,
    );
  const ends = (validTo: string) =>
    db.relation.update({ where: { id: relationId }, data: { validTo } });
  await ends(addDays(today, 31));
  expect(await warnOfExpiry(now)).toBe(0);
  await ends(addDays(today, 30));
  const counts = await Promise.all([warnOfExpiry(now), warnOfExpiry(now)]);
  expect(counts.sort()).toEqual([0, 1]);
  expect(await kinds(person.id)).toEqual(["RELATION_EXPIRING"]);
  expect(await kinds(manager.id)).toEqual(["HANDLER_EXPIRING"]);
  const { rows } = await ownRelations("EXISTING", {
    personId: person.id,
    search: "",
    page: 1,
    now,
  });
  expect(rows).toMatchObject([{ id: relationId, expiring: true }]);
});

test("B9 behind its last day a relation is over at once; the sweep writes it down and tells the person once", async () => {
  const { enterprise } = await company();
  const person = await realPerson();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  const { context } = await askingAs(person, relationId);
  await db.relation.update({
    where: { id: relationId },
    data: { validTo: addDays(today, -1) },
  });
  expect((await sessionOf(context.token)).problem).toBe("RELATION_EXPIRED");
  const ended = await Promise.all([expireRelations(now), expireRelations(now)]);
  expect(ended.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(1);
  expect(await relationState(relationId)).toMatchObject({ status: "EXPIRED", living: null });
  const where = { personId: person.id, kind: "RELATION_EXPIRED" };
  expect(await db.message.count({ where })).toBe(1);
  expect(
    await db.auditEvent.count({ where: { subjectId: relationId, action: "EXPIRE_RELATION" } }),
  ).toBe(1);
});

test("B9 what has expired can be applied for anew before the sweep came by", async () => {
  const { applyForAuthorization } = await import("@/lib/server/relations/apply");
  const { enterprise } = await company();
  const person = await realPerson();
  const relationId = await relate(person.id, enterprise.id, "TAX_HANDLER");
  await db.relation.update({ where: { id: relationId }, data: { validTo: addDays(today, -1) } });
  const form = {
    taxpayerId: enterprise.creditCode,
    role: "TAX_HANDLER" as const,
    validFrom: today,
    validTo: null,
  };
  expect((await applyForAuthorization(form, await asking(person))).ok).toBe(true);
  expect(await relationState(relationId)).toMatchObject({ status: "EXPIRED", living: null });
});

/** Copies of one person and their relation, as handlers of the same enterprise. */
async function tenThousandHandlers(personId: string, relationId: string) {
  await db.$executeRaw`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
    INSERT INTO "Person" ("id", "name", "documentType", "country", "documentNumberCipher", "documentNumberIndex",
      "realNameLevel", "updatedAt")
    SELECT 'many-' || CAST(i AS TEXT), '办税' || CAST(10000 + i AS TEXT), p."documentType", p."country",
      p."documentNumberCipher", 'many-' || CAST(i AS TEXT), p."realNameLevel", p."updatedAt"
    FROM n, "Person" p WHERE p."id" = ${personId}`;
  const handler = await db.relation.create({
    data: {
      personId: "many-0",
      enterpriseId: (await db.relation.findUniqueOrThrow({ where: { id: relationId } }))
        .enterpriseId,
      role: "TAX_HANDLER",
      status: "ACTIVE",
      living: true,
      source: "AUTHORIZATION",
    },
  });
  await db.$executeRaw`
    INSERT INTO "Relation" ("id", "personId", "enterpriseId", "role", "status", "living", "source", "updatedAt")
    SELECT p."id", p."id", r."enterpriseId", r."role", r."status", r."living", r."source", r."updatedAt"
    FROM "Relation" r, "Person" p WHERE r."id" = ${handler.id} AND p."id" LIKE 'many-%' AND p."id" <> 'many-0'`;
}

test("B12 10 000 handlers in one enterprise: a page of 20, found by name, as many statements for twenty rows as for one", async () => {
  const { enterprise, person: manager, relationId } = await company();
  await tenThousandHandlers(manager.id, relationId);
  const viewer = {
    personId: manager.id,
    as: "LEGAL_REPRESENTATIVE",
    enterpriseId: enterprise.id,
    now,
  } as const;
  const first = await staffRelations("EXISTING", { ...viewer, search: "", page: 1 });
  expect(first.rows).toHaveLength(20);
  expect(first.total).toBe(10_001);
  const last = await staffRelations("EXISTING", { ...viewer, search: "", page: 501 });
  expect(last.rows).toHaveLength(1);
  const pageOf = (page: number) => staffRelations("EXISTING", { ...viewer, search: "", page });
  const many = await statementsOf(() => pageOf(1));
  const one = await statementsOf(() => pageOf(501));
  expect(many).toBeGreaterThan(1);
  expect(many).toBe(one);
  const found = await staffRelations("EXISTING", { ...viewer, search: "办税19999", page: 1 });
  expect(found.rows.map(({ person }) => person.name)).toEqual(["办税19999"]);
  expect(await allStaff(viewer)).toHaveLength(10_001);
});
