import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "@/lib/server/db";
import { confirmAtCounter } from "@/lib/server/hall/confirmation";
import { decideFourEyes } from "@/lib/server/hall/four-eyes";
import { registerEnterprise, registerPerson } from "@/lib/server/hall/register-enterprise";
import { changeRelationAtCounter } from "@/lib/server/hall/relations";
import { unlockAtCounter } from "@/lib/server/hall/unlock";
import { blindIndex } from "@/lib/server/protect";
import { serve, serveEnterprise } from "@/prisma/testing/counter";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";
import { company, messagesOf, realPerson, refused, relationState } from "@/prisma/testing/staff";

/** Five failures of today. */
async function lock({ accountId }: { accountId: string }) {
  const counter = { method: "PASSWORD" as const, day: dayOf(new Date()), failures: 5 };
  await db.authenticationCounter.create({ data: { accountId, ...counter } });
}

const failures = ({ accountId }: { accountId: string }) =>
  db.authenticationCounter.count({ where: { accountId, failures: { gt: 0 } } });

test("K1 T1 an account is unlocked at the counter, and its owner told", async () => {
  const officer = await newOfficer();
  const person = await realPerson();
  await lock(person);
  const form = { person: person.id, reason: REASON };
  expect(await unlockAtCounter(form, officer)).toEqual(refused("LOOK_UP_FIRST"));
  await serve(officer, person.number);
  expect(await unlockAtCounter(form, officer)).toEqual({ ok: true, value: { waiting: false } });
  expect(await failures(person)).toBe(0);
  expect(await messagesOf(person.id)).toEqual(["ACCOUNT_UNLOCKED"]);
  expect(await unlockAtCounter(form, officer)).toEqual(refused("ACCOUNT_NOT_LOCKED"));
});

test("T1 the account of a legal representative is unlocked by two officers", async () => {
  const officer = await newOfficer({ role: "SUPERVISOR" });
  const { person } = await company("LEGAL_REPRESENTATIVE");
  await lock(person);
  await serve(officer, person.number);
  const form = { person: person.id, reason: REASON };
  expect(await unlockAtCounter(form, officer)).toEqual({ ok: true, value: { waiting: true } });
  expect(await failures(person)).toBe(1);
  const request = await db.fourEyesRequest.findFirstOrThrow({
    where: { subjectId: person.accountId },
  });
  const decision = { request: request.id, decision: "APPROVE" as const, reason: REASON };
  expect(await decideFourEyes(decision, officer)).toEqual(refused("FOUR_EYES_OWN_REQUEST"));
  const other = await newOfficer({ role: "SUPERVISOR" });
  expect(await decideFourEyes(decision, other)).toMatchObject({ ok: true });
  expect(await failures(person)).toBe(0);
});

test("B13 an officer on their own account: by phone or by document, neither alone nor as the one who approves", async () => {
  const person = await realPerson();
  await lock(person);
  const byPhone = await newOfficer({ phone: person.phone });
  const byDocument = await newOfficer({ role: "SUPERVISOR" });
  await db.officer.update({
    where: { id: byDocument.officer.officerId },
    data: { documentNumberIndex: blindIndex("documentNumber", person.number) },
  });
  for (const officer of [byPhone, byDocument]) {
    await serve(officer, person.number);
    const form = { person: person.id, reason: REASON };
    expect(await unlockAtCounter(form, officer)).toEqual(refused("OWN_ACCOUNT"));
    const { officerId: actorId } = officer.officer;
    expect(
      await db.auditEvent.findFirstOrThrow({ where: { actorId, action: "OWN_CASE" } }),
    ).toMatchObject({ outcome: "REFUSED", personId: person.id });
  }
  await relate(person.id, (await newEnterprise()).id, "LEGAL_REPRESENTATIVE");
  const honest = await newOfficer();
  await serve(honest, person.number);
  await unlockAtCounter({ person: person.id, reason: REASON }, honest);
  const request = await db.fourEyesRequest.findFirstOrThrow({
    where: { subjectId: person.accountId },
  });
  const decision = { request: request.id, decision: "APPROVE" as const, reason: REASON };
  expect(await decideFourEyes(decision, byDocument)).toEqual(refused("OWN_ACCOUNT"));
  expect(await failures(person)).toBe(1);
  expect(await db.fourEyesRequest.findUniqueOrThrow({ where: { id: request.id } })).toMatchObject({
    status: "PENDING",
  });
});

test("T1 T3 a relation is frozen, unfrozen and ended at the counter by the managers' rules", async () => {
  const officer = await newOfficer();
  const { enterprise, relationId: legal } = await company();
  const handler = await realPerson();
  const relation = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  const change = (id: string, action: "REMOVE" | "FREEZE" | "UNFREEZE") =>
    changeRelationAtCounter({ relation: id, action, reason: REASON }, officer);
  expect(await change(relation, "FREEZE")).toEqual(refused("LOOK_UP_FIRST"));
  await serve(officer, handler.number);
  expect(await change(relation, "FREEZE")).toMatchObject({ ok: true });
  expect((await relationState(relation)).frozen).toBe(true);
  expect(await change(relation, "UNFREEZE")).toMatchObject({ ok: true });
  expect(await change(relation, "REMOVE")).toMatchObject({ ok: true });
  expect(await relationState(relation)).toMatchObject({ status: "REMOVED", living: null });
  expect(await messagesOf(handler.id)).toEqual([
    "RELATION_FROZEN",
    "RELATION_UNFROZEN",
    "RELATION_REMOVED",
  ]);
  await db.enterprise.update({
    where: { id: enterprise.id },
    data: { creditCode: `C${Date.now()}` },
  });
  const { creditCode } = await db.enterprise.findUniqueOrThrow({ where: { id: enterprise.id } });
  await serveEnterprise(officer, creditCode);
  expect(await change(legal, "REMOVE")).toEqual(refused("LEGAL_REPRESENTATIVE_REGISTERED"));
  const [event] = await db.auditEvent.findMany({
    where: { subjectId: relation, action: "REMOVE_RELATION" },
  });
  expect(event).toMatchObject({ actorKind: "OFFICER", reason: REASON });
});

test("T1 an officer outside their region changes no relation there, and none of an enterprise of their own", async () => {
  const { enterprise, person } = await company();
  const handler = await realPerson();
  const relation = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  const elsewhere = await newOfficer({ region: "xizang" });
  await serve(elsewhere, handler.number);
  const form = { relation, action: "REMOVE" as const, reason: REASON };
  expect(await changeRelationAtCounter(form, elsewhere)).toEqual(
    refused("AUTHORIZATION_NOT_FOUND"),
  );
  const owner = await newOfficer({ phone: person.phone });
  await serve(owner, handler.number);
  expect(await changeRelationAtCounter(form, owner)).toEqual(refused("OWN_ENTERPRISE"));
  expect((await relationState(relation)).status).toBe("ACTIVE");
});

const listed = (person: { name: string; number: string; phone: string }) => ({
  name: person.name,
  documentType: "RESIDENT_ID" as const,
  documentNumber: person.number,
  mobile: person.phone,
});

let codes = 0;
const enterpriseForm = (
  legal: Parameters<typeof listed>[0],
  handlers: Parameters<typeof listed>[0][],
) => ({
  taxpayerId: `91370100HALL${codes++}`,
  name: "窗口登记有限公司",
  taxAuthority: "国家税务总局济南市税务局",
  kind: "ENTERPRISE" as const,
  legalRepresentative: listed(legal),
  financeManagers: [],
  handlers: handlers.map(listed),
  reason: REASON,
});

test("R7 E6 an enterprise registered at the counter waits; confirmed there, its people are bound or asked", async () => {
  const officer = await newOfficer();
  const legal = await realPerson();
  const handler = await realPerson();
  const stranger = { name: "未注册", number: "370100199003075510", phone: "15400009999" };
  const form = enterpriseForm(legal, [handler, stranger]);
  const made = await registerEnterprise(form, officer);
  expect(made.ok).toBe(true);
  expect(await registerEnterprise(form, officer)).toEqual(
    refused("ENTERPRISE_REGISTERED", "taxpayerId"),
  );
  const enterprise = await db.enterprise.findUniqueOrThrow({
    where: { creditCode: form.taxpayerId },
    include: { relations: { include: { person: true } } },
  });
  expect(enterprise).toMatchObject({ region: "shandong", status: "UNCONFIRMED" });
  expect(enterprise.relations.map(({ status }) => status)).toEqual(Array(3).fill("REGISTERED"));
  const confirm = { enterprise: enterprise.id, reason: REASON };
  const elsewhere = await newOfficer({ region: "qingdao" });
  expect(await confirmAtCounter(confirm, elsewhere)).toEqual(refused("NOTHING_TO_CONFIRM"));
  const both = await Promise.all([
    confirmAtCounter(confirm, officer),
    confirmAtCounter(confirm, officer),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const statuses = await db.relation.findMany({
    where: { enterpriseId: enterprise.id },
    select: { status: true, person: { select: { name: true } } },
  });
  const of = (name: string) => statuses.find(({ person }) => person.name === name)?.status;
  expect(of(legal.name)).toBe("ACTIVE");
  expect(of(handler.name)).toBe("PENDING_PERSON");
  expect(of(stranger.name)).toBe("REGISTERED");
});

test("R7 E6 confirmed for a legal representative without account: waits for the registration, and what ended stays ended", async () => {
  const officer = await newOfficer();
  const legal = await realPerson();
  await db.account.update({ where: { id: legal.accountId }, data: { status: "CLOSED" } });
  const form = enterpriseForm(legal, []);
  await registerEnterprise(form, officer);
  const { id: enterpriseId } = await db.enterprise.findUniqueOrThrow({
    where: { creditCode: form.taxpayerId },
  });
  const past = { personId: legal.id, enterpriseId, source: "REGISTRY" as const };
  const { id: ended } = await db.relation.create({
    data: { ...past, role: "LEGAL_REPRESENTATIVE", status: "REMOVED", living: null },
  });
  expect(await confirmAtCounter({ enterprise: enterpriseId, reason: REASON }, officer)).toEqual({
    ok: true,
    value: undefined,
  });
  expect((await relationState(ended)).status).toBe("REMOVED");
  expect(await db.relation.findFirst({ where: { ...past, living: true } })).toMatchObject({
    status: "REGISTERED",
    decidedAt: null,
  });
});

test("R7 a new legal representative takes the place of the one before", async () => {
  const officer = await newOfficer();
  const { enterprise, person: former, relationId } = await company();
  const creditCode = `L${Date.now()}`;
  await db.enterprise.update({ where: { id: enterprise.id }, data: { creditCode } });
  await serveEnterprise(officer, creditCode);
  const next = await realPerson();
  const role = "LEGAL_REPRESENTATIVE" as const;
  const form = { enterprise: enterprise.id, role, ...listed(next), reason: REASON };
  expect(await registerPerson(form, officer)).toMatchObject({ ok: true });
  expect((await relationState(relationId)).status).toBe("REMOVED");
  const living = await db.relation.findMany({
    where: { enterpriseId: enterprise.id, role, living: true },
  });
  expect(living).toMatchObject([{ personId: next.id, status: "ACTIVE", source: "REGISTRY" }]);
  expect(await messagesOf(former.id)).toEqual(["RELATION_REMOVED"]);
  expect(await registerPerson(form, officer)).toEqual(refused("ALREADY_LISTED", "documentNumber"));
});

test("B13 an officer registers neither themselves nor people into an enterprise of their own", async () => {
  const self = await newPerson();
  const officer = await newOfficer({ phone: self.phone });
  const legal = await realPerson();
  expect(await registerEnterprise(enterpriseForm(legal, [self]), officer)).toEqual(
    refused("OWN_ACCOUNT"),
  );
  const { enterprise } = await company();
  const creditCode = `O${Date.now()}`;
  await db.enterprise.update({ where: { id: enterprise.id }, data: { creditCode } });
  await relate(self.id, enterprise.id, "TAX_HANDLER");
  await serveEnterprise(officer, creditCode);
  const role = "TAX_HANDLER" as const;
  const form = { enterprise: enterprise.id, role, ...listed(legal), reason: REASON };
  expect(await registerPerson(form, officer)).toEqual(refused("OWN_ENTERPRISE"));
});
