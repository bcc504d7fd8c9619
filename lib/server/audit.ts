import "server-only";
import { createHash } from "node:crypto";
import { afterCommit, type Tx } from "./db";
import { auditEvents } from "./metrics/events";

/** Something that happened, without personal identifiers: ids, codes and reasons only. */
export type AuditEntry = {
  at: Date;
  /** Business verb, e.g. `LOGIN`, `SWITCH_IDENTITY`. */
  action: string;
  outcome: "OK" | "REFUSED";
  region?: string;
  actorKind: "PERSON" | "OFFICER" | "SYSTEM";
  actorId?: string;
  personId?: string;
  enterpriseId?: string;
  agencyId?: string;
  subjectKind?: string;
  subjectId?: string;
  detail?: Record<string, string | number | boolean | null>;
  reason?: string;
};

/** Hash before the first event. */
export const CHAIN_START = "0";

/** An event as its row keeps it. */
export type StoredEvent = {
  at: Date;
  action: string;
  outcome: string;
  region: string | null;
  actorKind: string;
  actorId: string | null;
  personId: string | null;
  enterpriseId: string | null;
  agencyId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  /** JSON, hashed to the letter. */
  detail: string;
  reason: string | null;
};

/** The hash of a stored event over the one before it: changing, removing or reordering a row breaks the chain. */
export function storedEventHash(previousHash: string, sequence: number, event: StoredEvent) {
  const content = JSON.stringify([
    previousHash,
    sequence,
    event.at.toISOString(),
    event.action,
    event.outcome,
    event.region,
    event.actorKind,
    event.actorId,
    event.personId,
    event.enterpriseId,
    event.agencyId,
    event.subjectKind,
    event.subjectId,
    event.detail,
    event.reason,
  ]);
  return createHash("sha256").update(content).digest("base64url");
}

/** A new event as its row will keep it. */
function storedEvent(entry: AuditEntry): StoredEvent {
  return {
    at: entry.at,
    action: entry.action,
    outcome: entry.outcome,
    region: entry.region ?? null,
    actorKind: entry.actorKind,
    actorId: entry.actorId ?? null,
    personId: entry.personId ?? null,
    enterpriseId: entry.enterpriseId ?? null,
    agencyId: entry.agencyId ?? null,
    subjectKind: entry.subjectKind ?? null,
    subjectId: entry.subjectId ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
    reason: entry.reason ?? null,
  };
}

/** The hash of a new event over the one before it. */
export function auditHash(previousHash: string, sequence: number, entry: AuditEntry): string {
  return storedEventHash(previousHash, sequence, storedEvent(entry));
}

/**
 * Appends to the audit trail (审计日志) in the caller's transaction, so that what is recorded and what happened stand or
 * fall together. Locks the end of the chain: call it last.
 */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await appendNumberedAudit(tx, entry);
}

/** The same, for who needs the event's number. */
export async function appendNumberedAudit(tx: Tx, entry: AuditEntry): Promise<number> {
  const [locked] = await tx.$queryRaw<{ sequence: number | bigint; hash: string }[]>`
    INSERT INTO "AuditHead" ("id", "sequence", "hash") VALUES (1, 1, ${CHAIN_START})
    ON CONFLICT ("id") DO UPDATE SET "sequence" = "AuditHead"."sequence" + 1
    RETURNING "sequence", "hash"`;
  if (!locked) throw new Error("the audit chain has no head");
  const sequence = Number(locked.sequence);
  const event = storedEvent(entry);
  const hash = storedEventHash(locked.hash, sequence, event);
  // Two raw statements, since every change of the portal ends with them: half of what they cost as models.
  await tx.$executeRaw`
    INSERT INTO "AuditEvent" ("sequence", "at", "action", "outcome", "region", "actorKind", "actorId", "personId",
      "enterpriseId", "agencyId", "subjectKind", "subjectId", "detail", "reason", "previousHash", "hash")
    VALUES (${sequence}, ${event.at}, ${event.action}, ${event.outcome}, ${event.region}, ${event.actorKind},
      ${event.actorId}, ${event.personId}, ${event.enterpriseId}, ${event.agencyId}, ${event.subjectKind},
      ${event.subjectId}, ${event.detail}, ${event.reason}, ${locked.hash}, ${hash})`;
  await tx.$executeRaw`UPDATE "AuditHead" SET "hash" = ${hash} WHERE "id" = 1`;
  if (auditEvents.hasSubscribers) afterCommit(tx, () => auditEvents.publish(entry));
  return sequence;
}
