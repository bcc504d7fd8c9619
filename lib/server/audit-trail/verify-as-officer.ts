import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import type { CurrentOfficer } from "../hall/officer-session";
import { type ChainBreak, positionAt, verifyChainPart } from "./verify";

type Verified = {
  /** Number of the last event found intact, and of the end of the chain. */
  sequence: number;
  end: number;
  hash: string;
  broken: { kind: ChainBreak; sequence: number } | null;
  done: boolean;
};

/**
 * 校验审计日志: the next part of the whole chain after the event the officer has come to, 0 to begin. Each part is recorded as
 * what it was, from where to where, with its reason. Problems: `AUDIT_POSITION_UNKNOWN`.
 */
export async function verifyAsOfficer(
  { after, reason }: { after: number; reason: string },
  { officer, now }: { officer: CurrentOfficer; now: Date },
): Promise<Result<Verified>> {
  const position = await positionAt(after);
  if (!position) return failure("AUDIT_POSITION_UNKNOWN");
  const { verified, end, broken, done } = await verifyChainPart(position);
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "VERIFY_AUDIT_TRAIL",
      outcome: broken ? "REFUSED" : "OK",
      region: officer.region,
      actorKind: "OFFICER",
      actorId: officer.officerId,
      detail: {
        after,
        to: verified.sequence,
        end,
        ...(broken && { broken: broken.kind, at: broken.sequence }),
      },
      reason,
    }),
  );
  return success({ ...verified, end, broken, done });
}
