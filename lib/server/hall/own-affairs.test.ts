import "@/prisma/testing/empty-database";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "@/lib/server/db";
import { collectAtCounter } from "@/lib/server/hall/collect";
import { confirmAtCounter } from "@/lib/server/hall/confirmation";
import { decideFiling } from "@/lib/server/hall/filings";
import { decideFourEyes } from "@/lib/server/hall/four-eyes";
import { sendOpeningCode } from "@/lib/server/hall/open-account";
import { registerEnterprise, registerPerson } from "@/lib/server/hall/register-enterprise";
import { changeRelationAtCounter } from "@/lib/server/hall/relations";
import { unlockAtCounter } from "@/lib/server/hall/unlock";
import { blindIndex } from "@/lib/server/protect";
import { serve, serveEnterprise } from "@/prisma/testing/counter";
import { newDocumentNumber } from "@/prisma/testing/filing";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { newPerson, relate } from "@/prisma/testing/people";
import { company, realPerson, refused } from "@/prisma/testing/staff";

const OTHER_PHONE = "15400008801";
const reason = REASON;
const listed = (person: { name: string; number: string }) => ({
  name: person.name,
  documentType: "RESIDENT_ID" as const,
  documentNumber: person.number,
  mobile: OTHER_PHONE,
});

/** A company by a code that can be looked up. */
async function lookedUp(officer: Awaited<ReturnType<typeof newOfficer>>) {
  const made = await company();
  const creditCode = `OWN${randomUUID().slice(0, 8).toUpperCase()}`;
  await db.enterprise.update({ where: { id: made.enterprise.id }, data: { creditCode } });
  await serveEnterprise(officer, creditCode);
  return made;
}

/** How often the officer was kept from their own affairs. */
const attempts = ({ officer }: { officer: { officerId: string } }) =>
  db.auditEvent.count({
    where: { action: "OWN_CASE", outcome: "REFUSED", actorId: officer.officerId },
  });

test("B13 an officer known by phone alone neither lists, collects nor serves themselves by their document", async () => {
  const number = newDocumentNumber();
  const self = { ...(await newPerson()), number };
  const documentNumberIndex = blindIndex("documentNumber", number);
  await db.person.update({ where: { id: self.id }, data: { documentNumberIndex } });
  const officer = await newOfficer({ phone: self.phone });
  const { enterprise } = await lookedUp(officer);
  const role = "LEGAL_REPRESENTATIVE" as const;
  const form = { enterprise: enterprise.id, role, ...listed(self), reason };
  expect(await registerPerson(form, officer)).toEqual(refused("OWN_ACCOUNT"));
  const registration = {
    taxpayerId: "91370100OWNCASE001",
    name: "本人登记有限公司",
    taxAuthority: "国家税务总局济南市税务局",
    kind: "ENTERPRISE" as const,
    legalRepresentative: listed(self),
    financeManagers: [],
    handlers: [],
    reason,
  };
  expect(await registerEnterprise(registration, officer)).toEqual(refused("OWN_ACCOUNT"));
  const collection = { ...listed(self), country: "CN", phone: OTHER_PHONE, reason };
  const photo = Buffer.from("no picture");
  expect(await collectAtCounter({ ...collection, consented: true, photo }, officer)).toEqual(
    refused("OWN_ACCOUNT"),
  );
  expect(await db.relation.count({ where: { personId: self.id } })).toBe(0);
  expect(await attempts(officer)).toBe(3);
});

test("B13 an officer who is two people, one by document and one by phone, serves neither's enterprises", async () => {
  const [byPhone, byDocument] = [await newPerson(), await newPerson()];
  const officer = await newOfficer({ phone: byPhone.phone });
  await db.officer.update({
    where: { id: officer.officer.officerId },
    data: { documentNumberIndex: blindIndex("documentNumber", byDocument.number) },
  });
  for (const self of [byPhone, byDocument]) {
    const { enterprise } = await lookedUp(officer);
    const handler = await realPerson();
    const relation = await relate(handler.id, enterprise.id, "TAX_HANDLER");
    await relate(self.id, enterprise.id, "INVOICE_CLERK");
    const removal = { relation, action: "REMOVE" as const, reason };
    expect(await changeRelationAtCounter(removal, officer)).toEqual(refused("OWN_ENTERPRISE"));
    const form = { enterprise: enterprise.id, role: "TAX_HANDLER" as const, reason };
    const other = { ...form, ...listed(await newPerson()) };
    expect(await registerPerson(other, officer)).toEqual(refused("OWN_ENTERPRISE"));
    await serve(officer, self.number);
    expect(await unlockAtCounter({ person: self.id, reason }, officer)).toEqual(
      refused("OWN_ACCOUNT"),
    );
  }
  expect(await attempts(officer)).toBe(6);
});

test("B13 every attempt at one's own affairs is in the audit trail: opening, confirming, deciding, approving", async () => {
  const { enterprise, person } = await company();
  const officer = await newOfficer({ phone: person.phone, role: "SUPERVISOR" });
  const collected = await newPerson();
  await db.person.update({ where: { id: collected.id }, data: { realNameLevel: 4 } });
  await db.account.update({ where: { personId: collected.id }, data: { status: "CLOSED" } });
  await db.realNameCollection.create({
    data: { personId: collected.id, channel: "HALL", region: "shandong" },
  });
  await serve(officer, collected.number);
  const opening = { person: collected.id, phone: person.phone };
  expect(await sendOpeningCode(opening, officer)).toEqual(refused("OWN_ACCOUNT"));
  const confirmation = { enterprise: enterprise.id, reason };
  expect(await confirmAtCounter(confirmation, officer)).toEqual(refused("OWN_ENTERPRISE"));
  const filing = await db.filing.create({
    data: {
      kind: "NEW_TAXPAYER",
      status: "PENDING",
      region: "shandong",
      enterpriseId: enterprise.id,
      filedById: person.id,
      submittedAt: officer.now,
      data: "{}",
    },
  });
  const decision = { filing: filing.id, decision: "APPROVE" as const, reason };
  expect(await decideFiling(decision, officer)).toEqual(refused("OWN_ENTERPRISE"));
  const counter = { method: "PASSWORD" as const, day: dayOf(officer.now), failures: 5 };
  await db.authenticationCounter.create({ data: { accountId: person.accountId, ...counter } });
  const colleague = await newOfficer();
  await serve(colleague, person.number);
  await unlockAtCounter({ person: person.id, reason }, colleague);
  const request = await db.fourEyesRequest.findFirstOrThrow({
    where: { subjectId: person.accountId },
  });
  const approval = { request: request.id, decision: "APPROVE" as const, reason };
  expect(await decideFourEyes(approval, officer)).toEqual(refused("OWN_ACCOUNT"));
  expect(await attempts(officer)).toBe(4);
  expect(
    await db.auditEvent.findFirst({ where: { action: "OWN_CASE", subjectId: request.id } }),
  ).toMatchObject({ outcome: "REFUSED", reason: "OWN_ACCOUNT" });
});
