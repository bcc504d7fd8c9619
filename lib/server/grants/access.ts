import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { openLegacyEntry } from "../legacy/legacy-flow";
import { addingNeedsFace } from "../relations/adding";
import { type Manager, managing } from "../relations/managing";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";

export type SignedIn = RequestContext & { session: CurrentSession };

/** Whether 授权信息 is there: where the old entry has the style of 云南, while it is open. Problems: GRANTS_ELSEWHERE, LEGACY_ENDED. */
export function grantsOpen({ region }: Pick<CurrentSession, "region">, now: Date): Result {
  const open = openLegacyEntry(region, now);
  if (open.ok) return open.value.style.grants ? success() : failure("GRANTS_ELSEWHERE");
  return open.problems[0]?.code === "LEGACY_ENDED" ? open : failure("GRANTS_ELSEWHERE");
}

/**
 * What a session proves before it adds users or changes their functions. Two passwords that another manager may know are not
 * enough (O1): a text message; a unified session shows a face before adding, as at 人员权限管理.
 */
export function grantsStepUp(
  session: CurrentSession,
  adding: "ADDING" | "OTHER",
): "SMS" | "FACE" | null {
  if (isOldStyle(session.proofs)) return session.proofs.includes("SMS") ? null : "SMS";
  return adding === "ADDING" && addingNeedsFace(session) ? "FACE" : null;
}

/** The manager behind a session of such a bureau, proved well enough. Problems: those of `grantsOpen` and `managing`, GRANTS_SMS_FIRST, STEP_UP_REQUIRED. */
export function grantsManager(
  session: CurrentSession,
  identityVersion: number,
  { now, adding = "OTHER" }: { now: Date; adding?: "ADDING" | "OTHER" },
): Result<Manager> {
  const open = grantsOpen(session, now);
  if (!open.ok) return open;
  const manager = managing(session, identityVersion);
  if (!manager.ok) return manager;
  const stepUp = grantsStepUp(session, adding);
  if (!stepUp) return manager;
  return failure(stepUp === "SMS" ? "GRANTS_SMS_FIRST" : "STEP_UP_REQUIRED");
}
