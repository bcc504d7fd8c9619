import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "./db";

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

const CHAIN_START = "0";

/** The hash of one event over the one before it: changing, removing or reordering a row breaks the chain. */
export function auditHash(previousHash: string, sequence: number, entry: AuditEntry): string {
  const content = JSON.stringify([
    previousHash,
    sequence,
    entry.at.toISOString(),
    entry.action,
    entry.outcome,
    entry.region ?? null,
    entry.actorKind,
    entry.actorId ?? null,
    entry.personId ?? null,
    entry.enterpriseId ?? null,
    entry.agencyId ?? null,
    entry.subjectKind ?? null,
    entry.subjectId ?? null,
    JSON.stringify(entry.detail ?? {}),
    entry.reason ?? null,
  ]);
  return createHash("sha256").update(content).digest("base64url");
}

/**
 * Appends to the audit trail (审计日志) in the caller's transaction, so that what is recorded and what happened stand or
 * fall together. Locks the end of the chain: call it last.
 */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const [locked] = await tx.$queryRaw<{ sequence: number | bigint; hash: string }[]>`
    INSERT INTO "AuditHead" ("id", "sequence", "hash") VALUES (1, 1, ${CHAIN_START})
    ON CONFLICT ("id") DO UPDATE SET "sequence" = "AuditHead"."sequence" + 1
    RETURNING "sequence", "hash"`;
  if (!locked) throw new Error("the audit chain has no head");
  const sequence = Number(locked.sequence);
  const hash = auditHash(locked.hash, sequence, entry);
  const { detail, ...rest } = entry;
  await tx.auditEvent.create({
    data: {
      ...rest,
      detail: JSON.stringify(detail ?? {}),
      sequence,
      previousHash: locked.hash,
      hash,
    },
    select: { sequence: true },
  });
  await tx.auditHead.update({ where: { id: 1 }, data: { hash }, select: { id: true } });
}
