import { type ChainPosition, verifyChainPart } from "@/lib/server/audit-trail/verify";
import { db } from "@/lib/server/db";
import { FAULT_IMPORT } from "@/scripts/faults/subjects";

/** What was found half-done, in words for whoever runs the trial. */
export type Violation = string;

/** How much the processes finished before they were killed. */
export type Done = { registrations: number; switches: number; imports: number };

/** A registration is done with all it changes, or not at all; a flow is used once. */
async function registrations(since: Date): Promise<Violation[]> {
  const begun = { createdAt: { gte: since } };
  const flows = await db.flow.findMany({
    where: { browserHash: { startsWith: "faults-" }, ...begun },
    select: {
      id: true,
      browserHash: true,
      consumedAt: true,
      verifications: { select: { consumedAt: true } },
    },
  });
  const people = await db.person.findMany({
    where: { name: { startsWith: "faults-" }, ...begun },
    select: {
      id: true,
      name: true,
      account: { select: { status: true } },
      _count: { select: { collections: true, messages: true } },
    },
  });
  // Not by the ids of these people: a long trial has more than a statement may carry.
  const recorded = await db.auditEvent.groupBy({
    by: ["personId"],
    where: { action: "REGISTER", at: { gte: since } },
    _count: true,
  });
  const audits = new Map(recorded.map(({ personId, _count }) => [personId, _count]));
  const byName = new Map(people.map((person) => [person.name, person]));
  const found: Violation[] = [];
  for (const { id, browserHash, consumedAt, verifications } of flows) {
    const person = byName.get(browserHash);
    const parts = [
      consumedAt !== null,
      verifications.every((each) => each.consumedAt !== null),
      person !== undefined,
      person?.account?.status === "ACTIVE",
      person?._count.collections === 1,
      (person?._count.messages ?? 0) >= 1,
      person !== undefined && audits.get(person.id) === 1,
    ];
    if (new Set(parts).size > 1) found.push(`registration ${id} is half done: ${parts}`);
  }
  if (people.length > flows.length) found.push("there are people without a registration");
  return found;
}

/** Whoever has phones has exactly one default one (手机号码). */
async function phones(): Promise<Violation[]> {
  const rows = await db.phone.groupBy({ by: ["personId"], _count: true });
  const defaults = await db.phone.groupBy({
    by: ["personId"],
    where: { isDefault: true },
    _count: true,
  });
  const one = new Map(defaults.map(({ personId, _count }) => [personId, _count]));
  return rows
    .filter(({ personId }) => one.get(personId) !== 1)
    .map(({ personId }) => `person ${personId} has ${one.get(personId) ?? 0} default phones`);
}

/** Each switch counts the session's version up and is recorded, both or neither. */
async function switches(): Promise<Violation[]> {
  const sessions = await db.loginSession.findMany({
    where: { userAgent: "faults" },
    select: { id: true, identityVersion: true },
  });
  const found: Violation[] = [];
  for (const { id, identityVersion } of sessions) {
    const recorded = await db.auditEvent.count({
      where: { action: "SWITCH_IDENTITY", subjectId: id },
    });
    const switched = identityVersion - 1;
    if (switched !== recorded) {
      found.push(`session ${id} was switched ${switched} times and recorded ${recorded}`);
    }
  }
  return found;
}

/** All people of a file are there when it counts, and none when it does not. */
async function imports(since: Date): Promise<Violation[]> {
  const runs = await db.importRun.findMany({
    where: { reason: { startsWith: FAULT_IMPORT.reasonBegins }, createdAt: { gte: since } },
    select: { id: true, reason: true, status: true },
  });
  const found: Violation[] = [];
  for (const { id, reason, status } of runs) {
    const first = FAULT_IMPORT.first(reason);
    const names = Array.from({ length: FAULT_IMPORT.people }, (_, index) => `样本${first + index}`);
    const people = await db.person.count({ where: { name: { in: names } } });
    const expected = status === "APPLIED" ? FAULT_IMPORT.people : 0;
    if (people !== expected) found.push(`import ${id} is ${status} and brought ${people} people`);
  }
  return found;
}

/**
 * Everything that must hold whenever nobody is at work; `from` is how far the audit trail is known to be intact. What was begun before
 * `since` is taken as looked at: nobody goes on with it before the end of the trial.
 */
export async function violations(
  from: ChainPosition,
  since: Date,
): Promise<{ found: Violation[]; verified: ChainPosition }> {
  const parts = [
    await registrations(since),
    await phones(),
    await switches(),
    await imports(since),
  ];
  const chain = await verifyChainPart(from);
  const broken = chain.broken
    ? [`the audit trail is broken: ${chain.broken.kind} at ${chain.broken.sequence}`]
    : [];
  return { found: [...parts.flat(), ...broken], verified: chain.verified };
}

/** What got done. */
export async function done(): Promise<Done> {
  return {
    registrations: await db.person.count({ where: { name: { startsWith: "faults-" } } }),
    switches: await db.auditEvent.count({ where: { action: "SWITCH_IDENTITY" } }),
    imports: await db.importRun.count({
      where: { reason: { startsWith: FAULT_IMPORT.reasonBegins }, status: "APPLIED" },
    }),
  };
}
