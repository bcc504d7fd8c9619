import "@/prisma/testing/empty-database";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { enterpriseCase } from "@/lib/server/hall/enterprise-case";
import { lookUpEnterprise, lookUpPerson } from "@/lib/server/hall/look-up";
import { personCase } from "@/lib/server/hall/person-case";
import { blindIndex } from "@/lib/server/protect";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { company, refused } from "@/prisma/testing/staff";

let officer: Awaited<ReturnType<typeof newOfficer>>;
beforeAll(async () => {
  officer = await newOfficer();
});

const minutes = (count: number) => ({
  ...officer,
  now: new Date(officer.now.getTime() + count * 60_000),
});

test("B13 a look-up shows a person masked, and is in the audit trail with its reason and without what was typed", async () => {
  const { person } = await company();
  const form = { identifier: person.number, name: person.name, reason: REASON };
  const found = await lookUpPerson(form, officer);
  expect(found).toMatchObject({ ok: true, value: { people: [{ id: person.id }] } });
  const text = JSON.stringify(found);
  for (const secret of [person.name, person.number, person.phone]) {
    expect(text).not.toContain(secret);
  }
  const [event] = await db.auditEvent.findMany({
    where: { action: "LOOK_UP_PERSON", personId: person.id },
  });
  expect(event).toMatchObject({
    actorKind: "OFFICER",
    actorId: officer.officer.officerId,
    region: "shandong",
    reason: REASON,
  });
  const trail = JSON.stringify(event);
  for (const secret of [person.name, person.number, person.phone]) {
    expect(trail).not.toContain(secret);
  }
});

test("B10 B13 nobody found is recorded too, and another name is answered as an unknown person is", async () => {
  const { person } = await company();
  const wrongName = { identifier: person.number, name: "别人", reason: REASON };
  const unknown = { identifier: "370100199001019999", name: "别人", reason: REASON };
  const before = await db.auditEvent.count({ where: { action: "LOOK_UP_PERSON" } });
  expect(await lookUpPerson(wrongName, officer)).toEqual(await lookUpPerson(unknown, officer));
  expect(await db.auditEvent.count({ where: { action: "LOOK_UP_PERSON" } })).toBe(before + 2);
  const byPhone = { identifier: person.phone, name: "", reason: REASON };
  expect(await lookUpPerson(byPhone, officer)).toMatchObject({ ok: true });
});

test("B13 a person is shown to who looked them up, for half an hour, and to no other officer", async () => {
  const { person } = await company();
  const other = await newOfficer();
  await lookUpPerson({ identifier: person.number, name: "", reason: REASON }, officer);
  const shown = await personCase(officer.officer, person.id, minutes(29).now);
  expect(shown).toMatchObject({ ok: true, value: { name: person.name } });
  expect(JSON.stringify(shown)).not.toContain(person.number);
  expect(JSON.stringify(shown)).not.toContain(person.phone);
  expect(await personCase(officer.officer, person.id, minutes(31).now)).toEqual(
    refused("LOOK_UP_FIRST"),
  );
  expect(await personCase(other.officer, person.id, officer.now)).toEqual(refused("LOOK_UP_FIRST"));
});

test("B16 a person's messages are told by what became of them, never by their text or number", async () => {
  const { person } = await company();
  const sent = {
    channel: "SMS" as const,
    toCipher: "-",
    toIndex: blindIndex("phone", person.phone),
    purpose: "LOGIN" as const,
    provider: "test",
  };
  const at = (count: number) => minutes(count).now;
  await db.outboundMessage.createMany({
    data: [
      { ...sent, status: "ACCEPTED", createdAt: at(-6) },
      { ...sent, status: "REFUSED", failure: "UNREACHABLE", createdAt: at(-4) },
      { ...sent, status: "ACCEPTED", createdAt: at(-2) },
    ],
  });
  await lookUpPerson({ identifier: person.number, name: "", reason: REASON }, officer);
  const shown = await personCase(officer.officer, person.id, officer.now);
  const messages = shown.ok ? shown.value.messages : [];
  expect(messages.map(({ state }) => state)).toEqual(["ACCEPTED", "REFUSED", "DELAYED"]);
});

test("T1 an officer finds enterprises of their own region only", async () => {
  const { enterprise } = await company();
  const elsewhere = await newOfficer({ region: "yunnan" });
  const form = { identifier: enterprise.creditCode, reason: REASON };
  await db.enterprise.update({
    where: { id: enterprise.id },
    data: { creditCode: enterprise.creditCode.toUpperCase().replaceAll("-", "") },
  });
  expect(await lookUpEnterprise(form, elsewhere)).toEqual(refused("ENTERPRISE_UNKNOWN"));
  expect(await enterpriseCase(elsewhere.officer, enterprise.id, elsewhere.now)).toEqual(
    refused("LOOK_UP_FIRST"),
  );
  expect(await lookUpEnterprise(form, officer)).toMatchObject({
    value: { enterprises: [{ id: enterprise.id }] },
  });
  expect(await enterpriseCase(officer.officer, enterprise.id, officer.now)).toMatchObject({
    ok: true,
  });
});

test("B10 an officer cannot leaf through people: sixty look-ups in ten minutes", async () => {
  const busy = await newOfficer();
  const form = { identifier: "000", name: "", reason: REASON };
  for (let each = 0; each < 60; each++) await lookUpPerson(form, busy);
  expect(await lookUpPerson(form, busy)).toEqual(refused("RATE_LIMITED"));
});
