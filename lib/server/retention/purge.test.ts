import "@/prisma/testing/empty-database";
import { beforeEach, expect, test, vi } from "vitest";
import { RETENTION, type Retained } from "@/lib/domain/retention";
import { db } from "@/lib/server/db";
import { protect } from "@/lib/server/protect";
import { countExpired, purgeExpired } from "@/lib/server/retention/purge";
import { purgeInTurn } from "@/lib/server/retention/sweep";
import { newOfficer } from "@/prisma/testing/officers";
import { newEnterprise, newPerson } from "@/prisma/testing/people";
import { inProcesses } from "@/prisma/testing/processes";

vi.setConfig({ testTimeout: 120_000 });

const NOW = new Date("2026-09-01T03:00:00Z");
const DAY_MS = 86_400_000;

/** Just within the period, and just after it. */
const instants = (kind: Retained) =>
  [-1, 1].map((side) => new Date(NOW.getTime() - RETENTION[kind].days * DAY_MS - side * 60_000));

/** Two of each kind: one is kept, one is due. */
async function fill(): Promise<void> {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const { officerId } = (await newOfficer()).officer;
  const personId = person.id;
  const region = "shandong";
  const [longFlow] = await Promise.all([flowOf(new Date(NOW.getTime() + DAY_MS))]);
  for (const expiresAt of instants("FLOW")) {
    const flowId = await flowOf(expiresAt);
    await db.verification.create({
      data: { flowId, method: "SMS", purpose: "LOGIN", expiresAt: NOW },
    });
  }
  for (const [at, expiresAt] of instants("CODE").entries()) {
    const method = at === 0 ? "SMS" : "EMAIL";
    await db.verification.create({
      data: { flowId: longFlow ?? "", method, purpose: "LOGIN", expiresAt },
    });
  }
  for (const [at, expiresAt] of instants("SCAN_TICKET").entries()) {
    await db.scanTicket.create({
      data: {
        secretHash: `${at}`,
        purpose: "LOGIN",
        app: "TAX",
        region,
        browserHash: "h",
        matchingNumber: 10,
        userAgent: "",
        expiresAt,
      },
    });
  }
  for (const [at, expiresAt] of instants("LIMIT").entries()) {
    await db.rateLimit.create({
      data: { key: `${at}`, startedAt: expiresAt, expiresAt, count: 1 },
    });
  }
  const face = { source: "HALL", templateCipher: "t", photoCipher: "p", consentedAt: NOW } as const;
  for (const createdAt of instants("UNFINISHED_FACE"))
    await db.faceReference.create({ data: { ...face, createdAt } });
  await db.faceReference.create({ data: { ...face, personId, createdAt: new Date(0) } });
  for (const [at, expiresAt] of instants("VOUCHER_PASSWORD").entries()) {
    await db.enterpriseVoucher.create({
      data: {
        number: `${at}`,
        enterpriseId: enterprise.id,
        region,
        issuedById: officerId,
        issuedAt: expiresAt,
        expiresAt,
        secretCipher: "c",
      },
    });
  }
  for (const createdAt of [...instants("OUTBOX_TEXT"), ...instants("OUTBOUND_MESSAGE")]) {
    await db.outboundMessage.create({
      data: {
        channel: "SMS",
        toCipher: protect("OutboundMessage.to", "1"),
        toIndex: "i",
        textCipher: "c",
        purpose: "LOGIN",
        provider: "outbox",
        status: "ACCEPTED",
        createdAt,
      },
    });
  }
  const filing = {
    region,
    enterpriseId: enterprise.id,
    filedById: personId,
    kind: "AGREEMENT",
    data: "{}",
  } as const;
  for (const updatedAt of instants("DRAFT"))
    await db.filing.create({ data: { ...filing, updatedAt } });
  await db.filing.create({ data: { ...filing, status: "PENDING", updatedAt: new Date(0) } });
  for (const expiresAt of instants("FACE_CHECK")) {
    await db.faceCheck.create({
      data: { purpose: "LOGIN", region, prompts: "", startedAt: expiresAt, expiresAt },
    });
  }
  for (const [at, lastSeenAt] of instants("LOGIN_SESSION").entries()) {
    await db.loginSession.create({
      data: {
        tokenHash: `${at}`,
        instance: "PORTAL",
        personId,
        region,
        proofs: "",
        userAgent: "",
        createdAt: lastSeenAt,
        lastSeenAt,
      },
    });
  }
  for (const createdAt of instants("MESSAGE"))
    await db.message.create({ data: { personId, kind: "X", createdAt } });
  const reported = await db.message.create({
    data: { personId, kind: "X", createdAt: new Date(0) },
  });
  await db.incident.create({ data: { number: "1", personId, messageId: reported.id } });
  for (const doneAt of instants("TODO"))
    await db.todo.create({ data: { personId, kind: "X", subjectId: "", doneAt } });
  await db.todo.create({ data: { personId, kind: "X", subjectId: "", createdAt: new Date(0) } });
  for (const createdAt of instants("REMINDER")) {
    await db.reminder.create({ data: { enterpriseId: enterprise.id, kind: "X", createdAt } });
  }
}

async function flowOf(expiresAt: Date): Promise<string> {
  const flow = {
    kind: "LOGIN",
    region: "shandong",
    data: "{}",
    browserHash: "h",
    expiresAt,
  } as const;
  return (await db.flow.create({ data: flow, select: { id: true } })).id;
}

const TABLES = [
  "verification",
  "scanTicket",
  "flow",
  "rateLimit",
  "faceReference",
  "enterpriseVoucher",
  "outboundMessage",
  "filing",
  "faceCheck",
  "loginSession",
  "incident",
  "message",
  "todo",
  "reminder",
] as const;

async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { count } = db[table] as unknown as { count(): Promise<number> };
    counts[table] = await count();
  }
  return counts;
}

beforeEach(async () => {
  for (const table of TABLES) {
    const { deleteMany } = db[table] as unknown as { deleteMany(): Promise<unknown> };
    await deleteMany();
  }
});

/** One of each kind; a message that is due has its text erased before it is deleted. */
const DUE = {
  FLOW: 1,
  CODE: 1,
  SCAN_TICKET: 1,
  LIMIT: 1,
  UNFINISHED_FACE: 1,
  VOUCHER_PASSWORD: 1,
  OUTBOX_TEXT: 3,
  DRAFT: 1,
  FACE_CHECK: 1,
  LOGIN_SESSION: 1,
  OUTBOUND_MESSAGE: 1,
  MESSAGE: 1,
  TODO: 1,
  REMINDER: 1,
};

test("what was kept long enough is deleted, what was not stays; a dry run only counts", async () => {
  await fill();
  const before = await rowCounts();
  expect(await countExpired(NOW)).toEqual(DUE);
  expect(await rowCounts()).toEqual(before);

  expect(await purgeExpired(NOW)).toEqual(DUE);
  const after = await rowCounts();
  // The code of the flow went with it.
  expect(after).toEqual({
    verification: 2,
    scanTicket: 1,
    flow: 2,
    rateLimit: 1,
    faceReference: 2,
    enterpriseVoucher: 2,
    outboundMessage: 3,
    filing: 2,
    faceCheck: 1,
    loginSession: 1,
    incident: 1,
    message: 2,
    todo: 2,
    reminder: 1,
  });
  expect(await db.outboundMessage.count({ where: { textCipher: { not: null } } })).toBe(1);
  expect(await db.enterpriseVoucher.count({ where: { secretCipher: { not: null } } })).toBe(1);
  expect(await countExpired(NOW)).toEqual({});
});

test("how much was deleted is in the audit trail; the trail itself is never deleted", async () => {
  await fill();
  await purgeExpired(NOW);
  const events = await db.auditEvent.count();
  const { detail } = await db.auditEvent.findFirstOrThrow({
    where: { action: "PURGE" },
    orderBy: { sequence: "desc" },
  });
  expect(JSON.parse(detail)).toEqual(DUE);
  await purgeExpired(new Date("2099-01-01T00:00:00Z"));
  expect(await db.auditEvent.count()).toBe(events + 1);
  expect(await purgeExpired(new Date("2099-01-01T00:00:00Z"))).toEqual({});
  expect(await db.auditEvent.count()).toBe(events + 1);
});

test("one of several processes has the turn; purging at once, each row is counted once", async () => {
  const expiresAt = new Date(0);
  const rows = Array.from({ length: 2100 }, (_, at) => ({
    key: `old ${at}`,
    startedAt: expiresAt,
    expiresAt,
    count: 1,
  }));
  await db.rateLimit.createMany({ data: rows.slice(0, 1200) });
  const run = (work: string) =>
    inProcesses(
      3,
      `import { purgeExpired } from "./lib/server/retention/purge.ts";
       import { purgeInTurn } from "./lib/server/retention/sweep.ts";
       import { db } from "./lib/server/db.ts";
       await db.rateLimit.count();`,
      work,
      { DATABASE_URL: process.env.DATABASE_URL ?? "" },
    );
  const turns = await run(`return purgeInTurn(new Date("${NOW.toISOString()}"));`);
  expect(turns.filter((counts) => counts !== null)).toEqual([{ LIMIT: 1200 }]);
  expect(await purgeInTurn(new Date(NOW.getTime() + 5 * 3_600_000))).toBeNull();
  expect(await purgeInTurn(new Date(NOW.getTime() + 7 * 3_600_000))).toEqual({});

  await db.rateLimit.createMany({ data: rows.slice(1200) });
  const purged = await run(`return purgeExpired(new Date("${NOW.toISOString()}"));`);
  const sum = (purged as { LIMIT?: number }[]).reduce((all, { LIMIT = 0 }) => all + LIMIT, 0);
  expect(sum).toBe(900);
});

test("N5 a clock that went a year ahead deletes nothing that has to be kept, if it is set right within hours", async () => {
  const { id: personId } = await newPerson();
  const session = {
    instance: "PORTAL",
    personId,
    region: "shandong",
    proofs: "",
    userAgent: "",
  } as const;
  for (const days of [0, RETENTION.LOGIN_SESSION.days - 1, RETENTION.LOGIN_SESSION.days + 1]) {
    const at = new Date(NOW.getTime() - days * DAY_MS);
    await db.loginSession.create({
      data: { ...session, tokenHash: `${days}`, createdAt: at, lastSeenAt: at },
    });
  }
  const left = () => db.loginSession.count();
  expect(await purgeInTurn(new Date(NOW.getTime() - 7 * 3_600_000))).toMatchObject({
    LOGIN_SESSION: 1,
  });
  const ahead = new Date(NOW.getTime() + 365 * DAY_MS);
  expect(await purgeInTurn(ahead)).toMatchObject({ LOGIN_SESSION: 1 });
  expect(await left()).toBe(1);
  const event = await db.auditEvent.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect([event.action, event.at]).toEqual(["PURGE", ahead]);
  // Set right: the turn of the clock that was ahead keeps nobody from theirs.
  expect(await purgeInTurn(NOW)).not.toBeNull();
  expect(await left()).toBe(1);
  // Really a year later, with the portal out of service meanwhile: the second turn takes the rest.
  await purgeInTurn(ahead);
  expect(await left()).toBe(1);
  await purgeInTurn(new Date(ahead.getTime() + 7 * 3_600_000));
  expect(await left()).toBe(0);
});

test("what was deleted before a purge failed or its process stopped is in the audit trail", async () => {
  const expiresAt = new Date(0);
  const rows = Array.from({ length: 1100 }, (_, at) => ({
    key: `limit ${at}`,
    startedAt: expiresAt,
    expiresAt,
    count: 1,
  }));
  await db.rateLimit.createMany({ data: rows });
  const recorded = async () => {
    const event = { where: { action: "PURGE" }, orderBy: { sequence: "desc" } } as const;
    return JSON.parse((await db.auditEvent.findFirstOrThrow(event)).detail);
  };

  // Stops after its first batch.
  const own = { stopping: false, draining: false, endings: [], ready: () => undefined };
  vi.stubGlobal("portalProcess", own);
  const write = db.$executeRaw.bind(db);
  const writes = vi.spyOn(db, "$executeRaw");
  writes.mockImplementationOnce((...query) => {
    own.stopping = true;
    return write(...query);
  });
  expect(await purgeExpired(NOW)).toEqual({ LIMIT: 500 });
  expect(await recorded()).toEqual({ LIMIT: 500 });
  vi.unstubAllGlobals();

  // Flows come first, limits later: the second write fails.
  await flowOf(expiresAt);
  const full = () => Promise.reject(new Error("disk full"));
  writes.mockImplementationOnce(write).mockImplementationOnce(full as never);
  await expect(purgeExpired(NOW)).rejects.toThrow("disk full");
  expect(await recorded()).toEqual({ FLOW: 1 });
  writes.mockRestore();
  expect(await purgeExpired(NOW)).toEqual({ LIMIT: 600 });
});
