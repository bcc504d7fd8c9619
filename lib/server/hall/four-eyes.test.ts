import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { decideFourEyes, listFourEyes, withdrawFourEyes } from "@/lib/server/hall/four-eyes";
import { requestFourEyes } from "@/lib/server/hall/four-eyes-request";
import {
  createByCommand,
  documentByCommand,
  resetByCommand,
} from "@/lib/server/hall/officer-command";
import { addOfficer, changeOfficer } from "@/lib/server/hall/officers";
import { isOwnPerson } from "@/lib/server/hall/own-account";
import { blindIndex } from "@/lib/server/protect";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { newPerson } from "@/prisma/testing/people";

const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });
const DONE = { ok: true, value: undefined };

/** A supervisor asks for a further one; the request that waits. */
async function asked(region = "shandong") {
  const requester = await newOfficer({ role: "SUPERVISOR", region });
  const unique = requester.officer.employeeNumber;
  const phone = `1547${unique.padStart(7, "0")}`;
  const form = {
    employeeNumber: `s${unique}`,
    name: "新主管",
    phone,
    documentNumber: null,
    reason: REASON,
  };
  const added = await addOfficer({ ...form, role: "SUPERVISOR" }, requester);
  expect(added).toEqual({ ok: true, value: { waiting: true } });
  const row = await db.fourEyesRequest.findFirstOrThrow({
    where: { requestedById: requester.officer.officerId },
  });
  const decide = { request: row.id, decision: "APPROVE" as const, reason: REASON };
  const state = () => db.officer.findUniqueOrThrow({ where: { id: row.subjectId } });
  return { requester, phone, row, decide, state };
}

test("T1 a further supervisor works only after another supervisor agreed, and sets the password by a link", async () => {
  const { decide, state, phone } = await asked();
  expect((await state()).disabledAt).not.toBeNull();
  expect(await readOutbox(phone)).toEqual([]);
  const other = await newOfficer({ role: "SUPERVISOR" });
  expect(await decideFourEyes(decide, other)).toEqual(DONE);
  expect((await state()).disabledAt).toBeNull();
  expect((await readOutbox(phone))[0]?.text).toContain("/hall/set-password/");
});

test("T1 a supervisor cannot approve their own request", async () => {
  const { requester, decide, state } = await asked();
  expect(await decideFourEyes(decide, requester)).toEqual(refused("FOUR_EYES_OWN_REQUEST"));
  expect((await state()).disabledAt).not.toBeNull();
  const { officerId: actorId } = requester.officer;
  expect(await db.auditEvent.findFirst({ where: { actorId, action: "OWN_CASE" } })).toMatchObject({
    outcome: "REFUSED",
    reason: "FOUR_EYES_OWN_REQUEST",
  });
});

test("T1 who added an officer does not approve what that officer asks for; another supervisor does", async () => {
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  const clerk = await newOfficer();
  const { officerId } = clerk.officer;
  await db.officer.update({
    where: { id: officerId },
    data: { addedById: supervisor.officer.officerId },
  });
  const subject = { kind: "SUPERVISOR", subjectKind: "Officer" } as const;
  const { id: subjectId } = await db.officer.update({
    where: { id: (await newOfficer({ role: "SUPERVISOR" })).officer.officerId },
    data: { disabledAt: new Date() },
  });
  const request = await transaction((tx) =>
    requestFourEyes(
      tx,
      { ...subject, subjectId, payload: {}, reason: REASON },
      clerk.officer,
      new Date(),
    ),
  );
  const decide = { request, decision: "APPROVE" as const, reason: REASON };
  expect(await decideFourEyes(decide, supervisor)).toEqual(refused("FOUR_EYES_OWN_OFFICER"));
  const disabled = () => db.officer.count({ where: { id: subjectId, disabledAt: { not: null } } });
  expect(await disabled()).toBe(1);
  expect(await decideFourEyes(decide, await newOfficer({ role: "SUPERVISOR" }))).toEqual(DONE);
  expect(await disabled()).toBe(0);
});

test("T1 a disabled supervisor is not recorded as enabled before another agreed", async () => {
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  const other = await newOfficer({ role: "SUPERVISOR" });
  const { officerId: subjectId } = other.officer;
  const change = (what: "DISABLE" | "ENABLE") =>
    changeOfficer({ officer: subjectId, change: what, reason: REASON }, supervisor);
  expect(await change("DISABLE")).toMatchObject({ ok: true, value: { waiting: false } });
  expect(await change("ENABLE")).toMatchObject({ ok: true, value: { waiting: true } });
  const recorded = () => db.auditEvent.count({ where: { subjectId, action: "ENABLE_OFFICER" } });
  expect(await recorded()).toBe(0);
  const { id: request } = await db.fourEyesRequest.findFirstOrThrow({ where: { subjectId } });
  const decide = { request, decision: "APPROVE" as const, reason: REASON };
  expect(await decideFourEyes(decide, await newOfficer({ role: "SUPERVISOR" }))).toEqual(DONE);
  expect(await recorded()).toBe(1);
});

test("T1 a supervisor of another bureau neither sees nor decides a request", async () => {
  const { decide, row } = await asked();
  const elsewhere = await newOfficer({ role: "SUPERVISOR", region: "yunnan" });
  expect(await decideFourEyes(decide, elsewhere)).toEqual(refused("FOUR_EYES_DECIDED"));
  const { waiting } = await listFourEyes(elsewhere.officer, new Date());
  expect(waiting.map(({ id }) => id)).not.toContain(row.id);
});

test("T1 of two decisions at once one counts; a refusal changes nothing", async () => {
  const { decide, row } = await asked();
  const [one, two] = [
    await newOfficer({ role: "SUPERVISOR" }),
    await newOfficer({ role: "SUPERVISOR" }),
  ];
  const answers = await Promise.all([decideFourEyes(decide, one), decideFourEyes(decide, two)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const second = await asked();
  const refuse = { ...second.decide, decision: "REFUSE" as const };
  expect(await decideFourEyes(refuse, one)).toEqual(DONE);
  expect((await second.state()).disabledAt).not.toBeNull();
  expect(await decideFourEyes(second.decide, two)).toEqual(refused("FOUR_EYES_DECIDED"));
  const events = await db.auditEvent.findMany({ where: { subjectId: row.id } });
  expect(events.map(({ action }) => action)).toEqual(["REQUEST_FOUR_EYES", "APPROVE_FOUR_EYES"]);
});

test("T1 a request is withdrawn by who asked only, and expires after seven days", async () => {
  const { requester, decide, row } = await asked();
  const other = await newOfficer({ role: "SUPERVISOR" });
  const form = { request: row.id, reason: REASON };
  expect(await withdrawFourEyes(form, other)).toEqual(refused("FOUR_EYES_DECIDED"));
  const late = { ...other, now: new Date(Date.now() + 8 * 86_400_000) };
  expect(await decideFourEyes(decide, late)).toEqual(refused("FOUR_EYES_DECIDED"));
  expect((await listFourEyes(other.officer, late.now)).decided).toContainEqual(
    expect.objectContaining({ id: row.id, status: "EXPIRED" }),
  );
  expect(await withdrawFourEyes(form, requester)).toEqual(DONE);
  expect(await decideFourEyes(decide, other)).toEqual(refused("FOUR_EYES_DECIDED"));
});

test("T1 the same thing asked for twice is one request", async () => {
  const { row, requester } = await asked();
  const subject = { kind: "SUPERVISOR", subjectKind: "Officer", subjectId: row.subjectId } as const;
  const again = await transaction((tx) =>
    requestFourEyes(tx, { ...subject, payload: {}, reason: REASON }, requester.officer, new Date()),
  );
  expect(again).toBe(row.id);
});

test("B13 an officer cannot change their own officer record, and none of another bureau", async () => {
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  const other = await newOfficer({ region: "xizang" });
  const change = "RESET" as const;
  const own = { officer: supervisor.officer.officerId, change, reason: REASON };
  expect(await changeOfficer(own, supervisor)).toEqual(refused("OWN_OFFICER"));
  const foreign = { officer: other.officer.officerId, change, reason: REASON };
  expect(await changeOfficer(foreign, supervisor)).toEqual(refused("OFFICER_NOT_FOUND"));
});

test("B13 the command takes a password away and answers a link, and is in the audit trail", async () => {
  const { officer } = await newOfficer({ role: "SUPERVISOR", passwordHash: "$none" });
  const { employeeNumber, officerId } = officer;
  expect(await resetByCommand("000000", new Date())).toEqual(refused("OFFICER_NOT_FOUND"));
  expect(await resetByCommand(employeeNumber, new Date())).toMatchObject({
    ok: true,
    value: expect.stringContaining("/hall/set-password/"),
  });
  expect(await db.officer.findUniqueOrThrow({ where: { id: officerId } })).toMatchObject({
    passwordHash: null,
  });
  expect(await db.auditEvent.findFirstOrThrow({ where: { subjectId: officerId } })).toMatchObject({
    action: "RESET_OFFICER",
    actorKind: "SYSTEM",
  });
});

test("T1 number, phone and document belong to one officer; the first comes by the command", async () => {
  const first = {
    employeeNumber: "c370001",
    name: "首位",
    region: "shandong",
    phone: "15499990001",
    role: "SUPERVISOR" as const,
    documentNumber: null,
    password: null,
  };
  expect(await createByCommand(first, new Date())).toMatchObject({
    ok: true,
    value: expect.stringContaining("/hall/set-password/"),
  });
  expect(await createByCommand(first, new Date())).toEqual(refused("OFFICER_EXISTS"));
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  const form = { ...first, employeeNumber: "c370002", role: "COUNTER" as const, reason: REASON };
  expect(await addOfficer(form, supervisor)).toEqual(refused("OFFICER_EXISTS"));
  // Four eyes are of two people: nobody is two officers.
  const { password: _, ...rest } = form;
  const someone = { ...rest, phone: "15499990002", documentNumber: "370100199003075510" };
  expect(await addOfficer(someone, supervisor)).toMatchObject({ ok: true });
  const second = { ...someone, employeeNumber: "c370003", phone: "15499990003" };
  expect(await addOfficer(second, supervisor)).toEqual(refused("OFFICER_EXISTS"));
});

test("B13 the command enters the document of an officer, who is kept from that account then", async () => {
  const { officer } = await newOfficer();
  const { id: personId, number: documentNumber } = await newPerson();
  const { employeeNumber, officerId } = officer;
  const documentNumberIndex = blindIndex("documentNumber", documentNumber);
  expect(await isOwnPerson(officer, { documentNumberIndex })).toBe(false);
  const unknown = { employeeNumber: "000000", documentNumber };
  expect(await documentByCommand(unknown, new Date())).toEqual(refused("OFFICER_NOT_FOUND"));
  expect((await documentByCommand({ employeeNumber, documentNumber }, new Date())).ok).toBe(true);
  expect(await isOwnPerson(officer, { documentNumberIndex })).toBe(true);
  expect(await isOwnPerson(officer, { id: personId })).toBe(true);
  const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: officerId } });
  expect(event).toMatchObject({ action: "SET_OFFICER_DOCUMENT", actorKind: "SYSTEM" });
  expect(event.detail).not.toContain(documentNumber);
});
