import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import type { AuditSearch } from "@/lib/schemas/audit-trail";
import { type AuditEntry, appendNumberedAudit } from "@/lib/server/audit";
import { auditCsv, auditPage } from "@/lib/server/audit-trail/pages";
import { exportAuditTrail, readSearch, searchAuditTrail } from "@/lib/server/audit-trail/search";
import { verifyAsOfficer } from "@/lib/server/audit-trail/verify-as-officer";
import { db, transaction } from "@/lib/server/db";
import type { CurrentOfficer } from "@/lib/server/hall/officer-session";
import { newEnterprise, newPerson } from "@/prisma/testing/people";

const NOW = new Date("2026-03-01T01:00:00Z");
const reason = "核查投诉";
const EVERYTHING: AuditSearch = {
  from: null,
  to: null,
  event: null,
  outcome: null,
  employeeNumber: null,
  documentNumber: null,
  taxpayerId: null,
  reason,
};

async function officerOf(employeeNumber: string): Promise<CurrentOfficer> {
  const { id, ...rest } = await db.officer.findUniqueOrThrow({
    where: { employeeNumber },
    select: { id: true, employeeNumber: true, name: true, region: true, role: true },
  });
  return { sessionId: "session", officerId: id, ...rest };
}

function append(entry: Partial<AuditEntry>) {
  return transaction((tx) =>
    appendNumberedAudit(tx, {
      at: NOW,
      action: "LOGIN",
      outcome: "OK",
      region: "shandong",
      actorKind: "SYSTEM",
      ...entry,
    }),
  );
}

/** The number of a search's record, out of its address. */
async function numberOf(form: AuditSearch, officer: CurrentOfficer, now = NOW) {
  const result = await searchAuditTrail(form, { officer, now });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return Number(new URL(result.value.to, "http://hall").searchParams.get("search"));
}

async function found(form: Partial<AuditSearch>, officer: CurrentOfficer, before?: number) {
  const number = await numberOf({ ...EVERYTHING, ...form }, officer);
  const filter = await readSearch(number, { officer, now: NOW });
  if (!filter) throw new Error("the search has no record");
  return auditPage(filter, officer, before ?? number);
}

test("T1 the audit trail is found by person, enterprise, event, outcome, officer and day", async () => {
  const officer = await officerOf("370001");
  const [person, enterprise] = await Promise.all([newPerson(), newEnterprise()]);
  const { creditCode } = await db.enterprise.findUniqueOrThrow({
    where: { id: enterprise.id },
    select: { creditCode: true },
  });
  const own = { actorKind: "PERSON", actorId: person.id, personId: person.id } as const;
  const a = await append({ ...own, action: "LOGIN_PASSWORD", outcome: "REFUSED" });
  const b = await append({ ...own, enterpriseId: enterprise.id });
  const c = await append({ ...own, at: new Date("2026-02-01T00:00:00Z") });
  const d = await append({ actorKind: "OFFICER", actorId: officer.officerId, action: "UNLOCK" });
  const numbers = async (form: Partial<AuditSearch>) =>
    (await found(form, officer)).lines.map(({ sequence }) => sequence);
  const documentNumber = person.number;
  expect(await numbers({ documentNumber })).toEqual(expect.arrayContaining([c, b, a]));
  expect(await numbers({ documentNumber, from: "2026-03-01" })).not.toContain(c);
  expect(await numbers({ documentNumber, to: "2026-02-01" })).toEqual([c]);
  expect(await numbers({ documentNumber, outcome: "REFUSED" })).toEqual([a]);
  expect(await numbers({ documentNumber, event: "LOGIN" })).toEqual([c, b]);
  expect(await numbers({ taxpayerId: creditCode, event: "LOGIN" })).toEqual([b]);
  expect(await numbers({ employeeNumber: "370001", event: "UNLOCK" })).toEqual([d]);
  expect(await numbers({ documentNumber: "110101199001011237" })).toEqual([]);
  expect(
    await searchAuditTrail({ ...EVERYTHING, employeeNumber: "540001" }, { officer, now: NOW }),
  ).toMatchObject({ problems: [{ code: "EMPLOYEE_NUMBER_UNKNOWN", field: "employeeNumber" }] });
});

test("T1 an officer sees events of their own bureau only", async () => {
  const [shandong, xizang] = await Promise.all([officerOf("370001"), officerOf("540001")]);
  const person = await newPerson();
  const here = await append({ personId: person.id });
  const there = await append({ personId: person.id, region: "xizang" });
  const seen = async (officer: CurrentOfficer) =>
    (await found({ documentNumber: person.number, event: "LOGIN" }, officer)).lines.map(
      ({ sequence }) => sequence,
    );
  expect(await seen(shandong)).toEqual([here]);
  expect(await seen(xizang)).toEqual([there]);
});

test("B13 each look-up is in the audit trail with its reason, and in the person's own history", async () => {
  const officer = await officerOf("370001");
  const person = await newPerson();
  const number = await numberOf({ ...EVERYTHING, documentNumber: person.number }, officer);
  const event = await db.auditEvent.findUniqueOrThrow({ where: { sequence: number } });
  expect(event).toMatchObject({
    action: "SEARCH_AUDIT_TRAIL",
    actorKind: "OFFICER",
    actorId: officer.officerId,
    personId: person.id,
    region: "shandong",
    reason,
  });
  expect(event.detail).not.toContain(person.number);
});

test("B13 what a search found is for the officer who gave the reason, and for a few hours", async () => {
  const [officer, other] = await Promise.all([officerOf("370001"), officerOf("370002")]);
  const number = await numberOf(EVERYTHING, officer);
  const later = new Date(NOW.getTime() + 9 * 3_600_000);
  expect(await readSearch(number, { officer, now: NOW })).not.toBeNull();
  expect(await readSearch(number, { officer: other, now: NOW })).toBeNull();
  expect(await readSearch(number, { officer, now: later })).toBeNull();
  expect(await readSearch(await append({}), { officer, now: NOW })).toBeNull();
});

test("T1 pages of the audit trail follow each other without gap or repetition", async () => {
  const officer = await officerOf("370001");
  const person = await newPerson();
  const numbers: number[] = [];
  for (let each = 0; each < 120; each++) numbers.push(await append({ personId: person.id }));
  const form = { documentNumber: person.number, event: "LOGIN" };
  const filter = await readSearch(await numberOf({ ...EVERYTHING, ...form }, officer), {
    officer,
    now: NOW,
  });
  if (!filter) throw new Error("the search has no record");
  const seen: number[] = [];
  for (let before: number | null = null; ; ) {
    const page = await auditPage(filter, officer, before);
    seen.push(...page.lines.map(({ sequence }) => sequence));
    before = page.next;
    if (before === null) break;
  }
  expect(seen).toEqual(numbers.reverse());
});

async function textOf(lines: AsyncGenerator<string, void, void> | null): Promise<string> {
  let text = "";
  for await (const line of lines ?? []) text += line;
  return text;
}

test("T1 an export of the audit trail is recorded, opens once within ten minutes, and has no formula in it", async () => {
  const [officer, other] = await Promise.all([officerOf("370001"), officerOf("370002")]);
  const person = await newPerson();
  for (let each = 0; each < 3; each++) {
    await append({ personId: person.id, reason: '=HYPERLINK("http://evil.example")' });
  }
  const form = { ...EVERYTHING, documentNumber: person.number, event: "LOGIN" };
  const search = await numberOf(form, officer);
  const exported = await exportAuditTrail({ search, reason: "报送纪检" }, { officer, now: NOW });
  if (!exported.ok) throw new Error("refused");
  const number = Number(new URL(exported.value.file, "http://hall").searchParams.get("file"));
  expect(await auditCsv(number, { officer: other, now: NOW })).toBeNull();
  const late = new Date(NOW.getTime() + 10 * 60_000);
  expect(await auditCsv(number, { officer, now: late })).toBeNull();
  const text = await textOf(await auditCsv(number, { officer, now: NOW }));
  expect(await auditCsv(number, { officer, now: NOW })).toBeNull();
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(text).not.toContain(person.name);
  const event = await db.auditEvent.findUniqueOrThrow({ where: { sequence: number } });
  expect(event).toMatchObject({ action: "EXPORT_AUDIT_TRAIL", reason: "报送纪检" });
  expect(await exportAuditTrail({ search, reason }, { officer: other, now: NOW })).toMatchObject({
    problems: [{ code: "SEARCH_ENDED" }],
  });
});

test("T1 a verification is recorded with what it found", async () => {
  const officer = await officerOf("370001");
  const result = await verifyAsOfficer({ after: 0, reason }, { officer, now: NOW });
  expect(result).toMatchObject({ ok: true, value: { broken: null, done: true } });
  const spoiled = await append({});
  await db.auditEvent.update({ where: { sequence: spoiled }, data: { outcome: "REFUSED" } });
  const again = await verifyAsOfficer({ after: 0, reason }, { officer, now: NOW });
  expect(again).toMatchObject({
    ok: true,
    value: { broken: { kind: "CHANGED", sequence: spoiled } },
  });
  const last = await db.auditEvent.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(last).toMatchObject({ action: "VERIFY_AUDIT_TRAIL", outcome: "REFUSED", reason });
  expect(JSON.parse(last.detail)).toMatchObject({ after: 0, broken: "CHANGED", at: spoiled });
  expect(
    await verifyAsOfficer({ after: 2_000_000_000, reason }, { officer, now: NOW }),
  ).toMatchObject({ problems: [{ code: "AUDIT_POSITION_UNKNOWN" }] });
});
