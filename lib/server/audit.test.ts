import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { type AuditEntry, appendAudit, auditHash } from "@/lib/server/audit";
import { db, transaction } from "@/lib/server/db";

const AT = new Date("2026-03-01T02:00:00.123Z");

function entry(action: string): AuditEntry {
  return { at: AT, action, outcome: "OK", actorKind: "SYSTEM", detail: { 次数: 1, 代理: null } };
}

async function trail() {
  return db.auditEvent.findMany({ orderBy: { sequence: "asc" } });
}

test("N1 events appended at once form one chain without a gap", async () => {
  const actions = Array.from({ length: 20 }, (_, each) => `ACTION_${each}`);
  await Promise.all(actions.map((action) => transaction((tx) => appendAudit(tx, entry(action)))));
  const events = await trail();
  expect(events.map(({ sequence }) => Number(sequence))).toEqual(
    Array.from({ length: 20 }, (_, each) => each + 1),
  );
  expect(new Set(events.map(({ action }) => action))).toEqual(new Set(actions));
  let previous = "0";
  for (const event of events) {
    expect(event.previousHash).toBe(previous);
    expect(event.hash).toBe(auditHash(previous, Number(event.sequence), entry(event.action)));
    previous = event.hash;
  }
});

test("N1 an event stands or falls with what it records", async () => {
  const before = (await trail()).length;
  await expect(
    transaction(async (tx) => {
      await appendAudit(tx, entry("LOST"));
      throw new Error("the change failed");
    }),
  ).rejects.toThrow("the change failed");
  await transaction((tx) => appendAudit(tx, entry("KEPT")));
  const after = await trail();
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)).toMatchObject({ action: "KEPT", previousHash: after.at(-2)?.hash });
});

test("N1 every field counts for the hash, so that no change goes unnoticed", () => {
  const base: AuditEntry = {
    at: AT,
    action: "LOGIN",
    outcome: "OK",
    region: "shandong",
    actorKind: "PERSON",
    actorId: "a",
    personId: "p",
    enterpriseId: "e",
    agencyId: "g",
    subjectKind: "LoginSession",
    subjectId: "s",
    detail: { entry: "PERSON" },
    reason: "r",
  };
  const changed: AuditEntry[] = [
    { ...base, at: new Date(AT.getTime() + 1) },
    { ...base, action: "LOGOUT" },
    { ...base, outcome: "REFUSED" },
    { ...base, region: "xizang" },
    { ...base, actorKind: "OFFICER" },
    { ...base, actorId: "b" },
    { ...base, personId: undefined },
    { ...base, enterpriseId: "f" },
    { ...base, agencyId: undefined },
    { ...base, subjectKind: "Relation" },
    { ...base, subjectId: "t" },
    { ...base, detail: { entry: "AGENCY" } },
    { ...base, reason: undefined },
  ];
  const hashes = [base, ...changed].map((each) => auditHash("0", 1, each));
  hashes.push(auditHash("1", 1, base), auditHash("0", 2, base));
  expect(new Set(hashes).size).toBe(hashes.length);
});
