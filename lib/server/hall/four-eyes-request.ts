import "server-only";
import type { FourEyesKind } from "@/generated/sqlite/enums";
import { appendAudit } from "../audit";
import type { Tx } from "../db";
import type { CurrentOfficer } from "./officer-store";

/** Days a request waits for 复核; what nobody decided by then has expired. */
const FOUR_EYES_DAYS = 7;

/** Something only two officers can do together. */
export type FourEyesSubject = {
  kind: FourEyesKind;
  subjectKind: "Account" | "Officer" | "Import";
  subjectId: string;
  /** What the effect needs beyond the subject, without personal data. */
  payload: Record<string, string | number | boolean | null>;
  /** 办理事由. */
  reason: string;
};

/**
 * Asks for 复核 in the caller's transaction: nothing happens before another officer, a supervisor, approves it. A request for the
 * same subject that waits already stands: its id is answered.
 */
export async function requestFourEyes(
  tx: Tx,
  { payload, ...subject }: FourEyesSubject,
  officer: CurrentOfficer,
  now: Date,
): Promise<string> {
  const { kind, subjectId } = subject;
  const { region, officerId } = officer;
  const waiting = await tx.fourEyesRequest.findFirst({
    where: { kind, subjectId, region, ...stillWaiting(now) },
    select: { id: true },
  });
  if (waiting) return waiting.id;
  const { id } = await tx.fourEyesRequest.create({
    data: {
      ...subject,
      payload: JSON.stringify(payload),
      region,
      requestedById: officerId,
      requestedAt: now,
    },
    select: { id: true },
  });
  await appendAudit(tx, {
    at: now,
    action: "REQUEST_FOUR_EYES",
    outcome: "OK",
    region,
    actorKind: "OFFICER",
    actorId: officerId,
    subjectKind: "FourEyesRequest",
    subjectId: id,
    detail: { kind },
    reason: subject.reason,
  });
  return id;
}

/** Requests that can be decided at this moment. */
export function stillWaiting(now: Date) {
  const since = new Date(now.getTime() - FOUR_EYES_DAYS * 86_400_000);
  return { status: "PENDING" as const, requestedAt: { gt: since } };
}
