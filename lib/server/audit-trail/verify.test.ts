import "@/prisma/testing/empty-database";
import fc from "fast-check";
import { afterEach, beforeAll, expect, test } from "vitest";
import { type AuditEntry, appendAudit, storedEventHash } from "@/lib/server/audit";
import {
  CHAIN_BEGIN,
  type ChainPart,
  type ChainPosition,
  positionAt,
  verifyChainPart,
} from "@/lib/server/audit-trail/verify";
import { db, isPostgres, transaction } from "@/lib/server/db";

const EVENTS = 24;
const AT = Date.parse("2026-03-01T02:00:00.123Z");
/** Several batches and parts in a short chain. */
const SMALL = { batch: 5, part: 9 };
/** For tests that go through the chain many times, on a busy machine. */
const SLOW_MS = 60_000;

function entry(each: number): AuditEntry {
  return {
    at: new Date(AT + each * 1000),
    action: each % 3 === 0 ? "LOGIN" : "SWITCH_IDENTITY",
    outcome: each % 5 === 0 ? "REFUSED" : "OK",
    region: "shandong",
    actorKind: "PERSON",
    actorId: `person-${each}`,
    personId: `person-${each}`,
    ...(each % 2 === 0 && { enterpriseId: `enterprise-${each}`, reason: "核对" }),
    detail: { each, 入口: "PERSON" },
  };
}

async function verify(limits = SMALL): Promise<ChainPart> {
  let position: ChainPosition = CHAIN_BEGIN;
  for (;;) {
    const part = await verifyChainPart(position, limits);
    if (part.done) return part;
    position = part.verified;
  }
}

async function snapshot() {
  return { events: await db.auditEvent.findMany(), heads: await db.auditHead.findMany() };
}

let whole: Awaited<ReturnType<typeof snapshot>>;

beforeAll(async () => {
  for (let each = 1; each <= EVENTS; each++) {
    await transaction((tx) => appendAudit(tx, entry(each)));
  }
  whole = await snapshot();
});

/** The chain as it was appended. */
async function restore(): Promise<void> {
  await transaction(async (tx) => {
    await tx.auditEvent.deleteMany();
    await tx.auditHead.deleteMany();
    await tx.auditEvent.createMany({ data: whole.events });
    await tx.auditHead.createMany({ data: whole.heads });
  });
}

afterEach(restore);

const COLUMNS = Object.keys(entry(2)).concat("agencyId", "subjectKind", "subjectId");
const ALL_COLUMNS = [...COLUMNS, "previousHash", "hash", "sequence"];

/** Another value for a column; any text may stand in most of them. */
function other(column: string, old: unknown, text: string): unknown {
  if (column === "at") return new Date((old as Date).getTime() + 1 + text.length);
  if (column === "sequence") return 1000 + Number(old);
  return text === old ? `${text}!` : text;
}

test("T1 the audit trail as it was appended is found intact, whatever the batches", async () => {
  const head = { sequence: EVENTS, hash: whole.heads[0]?.hash };
  for (const limits of [SMALL, { batch: 1, part: 1 }, { batch: 1000, part: 25_000 }]) {
    expect(await verify(limits)).toEqual({
      verified: head,
      end: EVENTS,
      broken: null,
      done: true,
    });
  }
});

test(
  "T1 any change of any column of any row of the audit trail is detected",
  async () => {
    const change = fc.record({
      sequence: fc.integer({ min: 1, max: EVENTS }),
      column: fc.constantFrom(...ALL_COLUMNS),
      text: fc.string({ maxLength: 12 }).filter((text) => !text.includes("\u0000")),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ sequence, column, text }) => {
        const old = whole.events.find((event) => event.sequence === sequence);
        const value = other(column, old?.[column as keyof typeof old], text);
        await db.auditEvent.update({ where: { sequence }, data: { [column]: value } });
        const { broken } = await verify();
        await restore();
        expect(broken?.sequence).toBeGreaterThanOrEqual(sequence);
        expect(broken?.sequence).toBeLessThanOrEqual(sequence + 1);
      }),
      { numRuns: 60 },
    );
  },
  SLOW_MS,
);

test(
  "T1 an event taken out of the audit trail is missed, wherever it was",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: EVENTS }), async (sequence) => {
        await db.auditEvent.delete({ where: { sequence } });
        const { broken } = await verify();
        await restore();
        expect(broken).toEqual({
          kind: sequence === EVENTS ? "CUT_OFF" : "MISSING",
          sequence,
        });
      }),
      { numRuns: 16 },
    );
  },
  SLOW_MS,
);

test(
  "T1 two events of the audit trail that changed places are detected",
  async () => {
    const two = fc.uniqueArray(fc.integer({ min: 1, max: EVENTS }), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(two, async ([a = 0, b = 0]) => {
        const place = (sequence: number, to: number) =>
          db.auditEvent.update({ where: { sequence }, data: { sequence: to } });
        await place(a, 9000);
        await place(b, a);
        await place(9000, b);
        const { broken } = await verify();
        await restore();
        expect(broken).toEqual({ kind: "LINK", sequence: Math.min(a, b) });
      }),
      { numRuns: 12 },
    );
  },
  SLOW_MS,
);

test("T1 an audit trail whose end was cut off is detected by its recorded end", async () => {
  await db.auditEvent.deleteMany({ where: { sequence: { gt: EVENTS - 3 } } });
  expect((await verify()).broken).toEqual({ kind: "CUT_OFF", sequence: EVENTS - 2 });
  await db.auditEvent.deleteMany();
  const { broken } = await verify({ batch: 1000, part: 25_000 });
  expect(broken).toEqual({ kind: "CUT_OFF", sequence: 1 });
});

test("T1 a recorded end that was set back shows the events after it", async () => {
  const earlier = whole.events.find(({ sequence }) => sequence === 20);
  await db.auditHead.update({
    where: { id: 1 },
    data: { sequence: 20, hash: earlier?.hash ?? "" },
  });
  expect((await verify()).broken).toEqual({ kind: "SURPLUS", sequence: 21 });
  await db.auditHead.deleteMany();
  expect((await verify()).broken).toEqual({ kind: "SURPLUS", sequence: 1 });
});

test("T1 an event put in before the first is detected", async () => {
  const first = whole.events[0];
  if (!first) throw new Error("no event");
  await db.auditEvent.create({ data: { ...first, sequence: 0 } });
  expect((await verify()).broken).toEqual({ kind: "SURPLUS", sequence: 0 });
});

test("T1 the last event written anew with a hash that fits does not fit the recorded end", async () => {
  const last = whole.events.at(-1);
  if (!last) throw new Error("no event");
  const { auditHash } = await import("@/lib/server/audit");
  const forged = { ...entry(EVENTS), action: "LOGOUT" };
  const hash = auditHash(last.previousHash, EVENTS, forged);
  await db.auditEvent.update({ where: { sequence: EVENTS }, data: { action: "LOGOUT", hash } });
  expect((await verify()).broken).toEqual({ kind: "CUT_OFF", sequence: EVENTS });
});

test("T1 a trail rewritten from one event on, its recorded end included, is told by any later hash noted before", async () => {
  const noted = whole.events.filter(({ sequence }) => sequence % 8 === 0);
  const from = 11;
  let previousHash = whole.events.find(({ sequence }) => sequence === from)?.previousHash ?? "";
  for (const event of whole.events.filter(({ sequence }) => sequence >= from)) {
    const { sequence } = event;
    const outcome = sequence === from ? "REFUSED" : event.outcome;
    const hash = storedEventHash(previousHash, sequence, { ...event, outcome });
    await db.auditEvent.update({ where: { sequence }, data: { outcome, previousHash, hash } });
    previousHash = hash;
  }
  await db.auditHead.update({ where: { id: 1 }, data: { hash: previousHash } });
  expect((await verify()).broken).toBeNull();
  for (const { sequence, hash } of noted) {
    const kept = await positionAt(sequence);
    expect(kept?.hash === hash, `event ${sequence}`).toBe(sequence < from);
  }
});

test.skipIf(isPostgres)("T1 a value that cannot be read as its column is a change", async () => {
  await db.$executeRaw`UPDATE "AuditEvent" SET "at" = 'yesterday' WHERE "sequence" = 7`;
  expect((await verify()).broken).toEqual({ kind: "CHANGED", sequence: 7 });
});

test("T1 an empty audit trail is intact, and events appended meanwhile do no harm", async () => {
  await db.auditEvent.deleteMany();
  await db.auditHead.deleteMany();
  expect(await verify()).toMatchObject({ end: 0, broken: null });
  await restore();
  const [part] = await Promise.all([
    verify(),
    ...Array.from({ length: 10 }, (_, each) =>
      transaction((tx) => appendAudit(tx, entry(EVENTS + 1 + each))),
    ),
  ]);
  expect(part.broken).toBeNull();
  expect((await verify()).end).toBe(EVENTS + 10);
});
