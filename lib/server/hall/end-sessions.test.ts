import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { endSessionsAtCounter } from "@/lib/server/hall/end-sessions";
import { personCase } from "@/lib/server/hall/person-case";
import { readSession } from "@/lib/server/session-store";
import { serve } from "@/prisma/testing/counter";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { asking, DONE, messagesOf, realPerson, refused } from "@/prisma/testing/staff";

/** A login under way and a code to scan, which would open another session. */
async function underWay(personId: string, now: Date) {
  const expiresAt = new Date(now.getTime() + 600_000);
  const common = { region: "shandong", browserHash: "b", expiresAt };
  const flow = await db.flow.create({
    data: { ...common, kind: "LOGIN", data: JSON.stringify({ personId }) },
  });
  const ticket = await db.scanTicket.create({
    data: {
      ...common,
      personId,
      purpose: "LOGIN",
      app: "TAX",
      matchingNumber: 10,
      userAgent: "",
      secretHash: personId,
    },
  });
  return async () => ({
    flow: (await db.flow.findUniqueOrThrow({ where: { id: flow.id } })).consumedAt,
    ticket: (await db.scanTicket.findUniqueOrThrow({ where: { id: ticket.id } })).status,
  });
}

test("T1 an officer ends all logins of somebody at the counter, with what would open another", async () => {
  const officer = await newOfficer();
  const person = await realPerson();
  const tokens = [(await asking(person)).token, (await asking(person)).token];
  const other = await asking(await realPerson());
  const state = await underWay(person.id, officer.now);
  const form = { person: person.id, reason: REASON };
  expect(await endSessionsAtCounter(form, officer)).toEqual(refused("LOOK_UP_FIRST"));
  await serve(officer, person.number);
  const before = await personCase(officer.officer, person.id, officer.now);
  expect(before).toMatchObject({ ok: true, value: { openSessions: 2 } });

  expect(await endSessionsAtCounter(form, officer)).toEqual(DONE);
  for (const token of tokens) {
    expect(await readSession(token, { now: officer.now, slide: false })).toBeNull();
  }
  expect(await readSession(other.token, { now: officer.now, slide: false })).not.toBeNull();
  expect(await state()).toEqual({ flow: officer.now, ticket: "CANCELLED" });
  expect(await messagesOf(person.id)).toEqual(["SESSIONS_ENDED"]);
  const event = await db.auditEvent.findFirstOrThrow({
    where: { action: "END_SESSIONS_AT_COUNTER", personId: person.id },
  });
  expect(event).toMatchObject({
    actorKind: "OFFICER",
    actorId: officer.officer.officerId,
    reason: REASON,
    detail: '{"count":2}',
  });

  expect(await endSessionsAtCounter(form, officer)).toEqual(refused("NO_OPEN_SESSIONS"));
  expect(await messagesOf(person.id)).toHaveLength(1);
});

test("B13 an officer does not end their own logins at the counter, nor those that have run out", async () => {
  const self = await realPerson();
  const officer = await newOfficer({ phone: self.phone });
  await asking(self);
  await serve(officer, self.number);
  expect(await endSessionsAtCounter({ person: self.id, reason: REASON }, officer)).toEqual(
    refused("OWN_ACCOUNT"),
  );
  const away = await realPerson();
  await asking(away, undefined, { now: new Date(officer.now.getTime() - 31 * 60_000) });
  await serve(officer, away.number);
  expect(await endSessionsAtCounter({ person: away.id, reason: REASON }, officer)).toEqual(
    refused("NO_OPEN_SESSIONS"),
  );
});
