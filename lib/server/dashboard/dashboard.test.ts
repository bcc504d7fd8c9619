import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { appendAudit } from "@/lib/server/audit";
import { activity, type DayCount } from "@/lib/server/dashboard/activity";
import { messagePage, messagesPerDay } from "@/lib/server/dashboard/messages";
import { pendingDecisions, pendingFilings, realNameLevels } from "@/lib/server/dashboard/standing";
import { db, transaction } from "@/lib/server/db";
import { blindIndex, protect } from "@/lib/server/protect";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";
import { statementsOf } from "@/prisma/testing/statements";

const RANGE = { from: "2026-03-01", to: "2026-03-02" };
/** Just before and just after midnight of 2 March in Asia/Shanghai. */
const FIRST = new Date("2026-03-01T15:59:59.999Z");
const SECOND = new Date("2026-03-01T16:00:00Z");
const NOW = new Date("2026-03-02T02:00:00Z");

function sorted(counts: readonly DayCount[]): string[] {
  return counts.map(({ day, kind, count }) => `${day} ${kind} ${count}`).sort();
}

type Event = {
  at: Date;
  action: string;
  region?: string;
  outcome?: "REFUSED";
  detail?: Record<string, string>;
};

async function append(...events: Event[]) {
  for (const event of events) {
    await transaction((tx) =>
      appendAudit(tx, { region: "shandong", outcome: "OK", actorKind: "PERSON", ...event }),
    );
  }
}

test("T1 logins are counted per day of Asia/Shanghai, by entry and by second factor", async () => {
  const person = { entry: "PERSON", secondFactor: "SMS" };
  await append(
    { at: FIRST, action: "LOGIN", detail: person },
    { at: SECOND, action: "LOGIN", detail: person },
    { at: SECOND, action: "LOGIN", detail: { entry: "ENTERPRISE", secondFactor: "FACE" } },
    { at: SECOND, action: "LEGACY_LOGIN", detail: { entry: "ENTERPRISE", proof: "SMS" } },
    { at: SECOND, action: "LOGIN", detail: person, region: "xizang" },
    { at: new Date("2026-03-02T16:00:00Z"), action: "LOGIN", detail: person },
    { at: SECOND, action: "SWITCH_IDENTITY" },
  );
  const { entries, factors } = await activity("shandong", RANGE);
  expect(sorted(entries)).toEqual([
    "2026-03-01 PERSON 1",
    "2026-03-02 ENTERPRISE 1",
    "2026-03-02 LEGACY 1",
    "2026-03-02 PERSON 1",
  ]);
  expect(sorted(factors)).toEqual(["2026-03-01 SMS 1", "2026-03-02 FACE 1", "2026-03-02 SMS 2"]);
});

test("T1 refusals and locks are counted per day, those of officers not among them", async () => {
  const refused = { at: SECOND, region: "liaoning", outcome: "REFUSED" as const };
  await append(
    { ...refused, action: "LOGIN_PASSWORD" },
    { ...refused, action: "LOGIN_PASSWORD" },
    { ...refused, action: "VERIFY_CODE" },
    { ...refused, action: "LOCK_ACCOUNT" },
    { at: SECOND, region: "liaoning", action: "FACE_CHECK" },
  );
  await transaction((tx) =>
    appendAudit(tx, { ...refused, action: "OFFICER_LOGIN_PASSWORD", actorKind: "OFFICER" }),
  );
  const { failures, locks, entries } = await activity("liaoning", RANGE);
  expect(sorted(failures)).toEqual(["2026-03-02 LOGIN_PASSWORD 2", "2026-03-02 VERIFY_CODE 1"]);
  expect(sorted(locks)).toEqual(["2026-03-02 LOCK_ACCOUNT 1"]);
  expect(entries).toEqual([]);
});

async function send(at: Date, status: "ACCEPTED" | "REFUSED" | "DELIVERED", region = "yunnan") {
  const { id } = await db.outboundMessage.create({
    data: {
      channel: "SMS",
      toCipher: protect("OutboundMessage.to", "15400000001"),
      toIndex: blindIndex("phone", "15400000001"),
      purpose: "LOGIN",
      provider: "test",
      status,
      region,
      createdAt: at,
    },
    select: { id: true },
  });
  return id;
}

test("B16 text messages are counted by state, one not confirmed within five minutes as delayed", async () => {
  const fresh = new Date(NOW.getTime() - 299_000);
  const late = new Date(NOW.getTime() - 300_000);
  const [a, b] = [await send(fresh, "ACCEPTED"), await send(late, "ACCEPTED")];
  await send(FIRST, "DELIVERED");
  const d = await send(SECOND, "REFUSED");
  await send(SECOND, "DELIVERED", "qingdao");
  expect(sorted(await messagesPerDay("yunnan", RANGE, NOW))).toEqual([
    "2026-03-01 DELIVERED 1",
    "2026-03-02 ACCEPTED 1",
    "2026-03-02 DELAYED 1",
    "2026-03-02 REFUSED 1",
  ]);
  const all = await messagePage("yunnan", RANGE, { state: null, before: null, now: NOW });
  expect(all.lines.map(({ state }) => state)).toEqual([
    "ACCEPTED",
    "DELAYED",
    "REFUSED",
    "DELIVERED",
  ]);
  expect(all.lines[0]?.to).toBe("154****0001");
  const idsIn = async (state: "ACCEPTED" | "DELAYED" | "REFUSED") =>
    (await messagePage("yunnan", RANGE, { state, before: null, now: NOW })).lines.map(
      ({ id }) => id,
    );
  expect(await idsIn("ACCEPTED")).toEqual([a]);
  expect(await idsIn("DELAYED")).toEqual([b]);
  expect(await idsIn("REFUSED")).toEqual([d]);
});

test("B16 pages of messages follow each other, also within one instant", async () => {
  const ids = new Set<string>();
  for (let each = 0; each < 53; each++) ids.add(await send(SECOND, "DELIVERED", "xizang"));
  const first = await messagePage("xizang", RANGE, { state: null, before: null, now: NOW });
  expect(first.lines).toHaveLength(50);
  const rest = await messagePage("xizang", RANGE, { state: null, before: first.next, now: NOW });
  expect(rest.next).toBeNull();
  expect(new Set([...first.lines, ...rest.lines].map(({ id }) => id))).toEqual(ids);
});

test("T1 real-name levels count each person once who may act for an enterprise of the bureau", async () => {
  const levelThree = async () =>
    (await realNameLevels("shandong")).find(({ level }) => level === 3)?.count ?? 0;
  const before = await levelThree();
  const person = await newPerson();
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 3 } });
  expect(await levelThree()).toBe(before);
  for (let each = 0; each < 2; each++) {
    await relate(person.id, (await newEnterprise()).id, "TAX_HANDLER");
  }
  expect(await levelThree()).toBe(before + 1);
});

test("T1 what waits for approval is counted by kind with the longest waiting one", async () => {
  const [person, enterprise] = await Promise.all([newPerson(), newEnterprise()]);
  const filing = {
    kind: "NEW_TAXPAYER" as const,
    region: "shandong",
    enterpriseId: enterprise.id,
    filedById: person.id,
    data: "{}",
  };
  await db.filing.createMany({
    data: [
      { ...filing, status: "PENDING", submittedAt: SECOND },
      { ...filing, status: "PENDING", submittedAt: FIRST },
      { ...filing, status: "EFFECTIVE", submittedAt: FIRST },
      { ...filing, status: "PENDING", submittedAt: FIRST, region: "xizang" },
    ],
  });
  expect(await pendingFilings("shandong")).toEqual([
    { kind: "NEW_TAXPAYER", count: 2, oldest: FIRST },
  ]);
});

test("T1 a request for 复核 that nobody decided in seven days waits no more", async () => {
  const { id: requestedById } = await db.officer.findFirstOrThrow({ where: { region: "yunnan" } });
  const request = {
    kind: "IMPORT" as const,
    subjectKind: "Import",
    subjectId: "none",
    payload: "{}",
    reason: "核对登记数据",
    region: "yunnan",
    requestedById,
  };
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
  await db.fourEyesRequest.createMany({
    data: [
      { ...request, requestedAt: daysAgo(6) },
      { ...request, requestedAt: daysAgo(8) },
    ],
  });
  expect(await pendingDecisions("yunnan", NOW)).toEqual({ fourEyes: 1, corrections: 0 });
});

test("T1 更正申请 that nobody has answered yet wait at their own bureau", async () => {
  const person = await newPerson();
  const request = {
    personId: person.id,
    region: "yunnan",
    kind: "OTHER" as const,
    valueCipher: "-",
    noteCipher: "-",
    requestedAt: FIRST,
    waiting: null,
  };
  const corrections = async () => (await pendingDecisions("yunnan", NOW)).corrections;
  await db.correctionRequest.createMany({
    data: [
      { ...request, waiting: true },
      { ...request, kind: "NAME", waiting: true },
      ...(["CORRECTED", "REFUSED", "WITHDRAWN"] as const).map((status) => ({ ...request, status })),
      { ...request, kind: "DOCUMENT_NUMBER", region: "qingdao", waiting: true },
    ],
  });
  expect(await corrections()).toBe(2);
  await db.correctionRequest.deleteMany({ where: { personId: person.id } });
  expect(await corrections()).toBe(0);
});

test("N4 all that the hall's first page shows is five statements, however many days", async () => {
  const statements = await statementsOf(async () => {
    await activity("shandong", RANGE);
    await messagesPerDay("shandong", RANGE, NOW);
    await pendingFilings("shandong");
    await pendingDecisions("shandong", NOW);
    await realNameLevels("shandong");
  });
  expect(statements).toBe(5);
});
