import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { isOldStyle } from "@/lib/domain/session-proofs";
import type { RegionProfile } from "@/lib/regions/types";
import { openLegacyEntry } from "../legacy/legacy-flow";
import { addingNeedsFace } from "../relations/adding";
import { type Manager, managing } from "../relations/managing";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";

export type SignedIn = RequestContext & { session: CurrentSession };

/**
 * The bureau of a session, if 企业人员维护 is there: where the old entry has the style of 辽宁, while it is open. It serves sessions of
 * the old entry and unified ones alike, since both act by the same relation. Problems: PERSONNEL_ELSEWHERE, LEGACY_ENDED.
 */
export function personnelBureau(
  { region }: Pick<CurrentSession, "region">,
  now: Date,
): Result<RegionProfile> {
  const open = openLegacyEntry(region, now);
  if (!open.ok) {
    return open.problems[0]?.code === "LEGACY_ENDED" ? open : failure("PERSONNEL_ELSEWHERE");
  }
  const { profile, style } = open.value;
  return style.personnel ? success(profile) : failure("PERSONNEL_ELSEWHERE");
}

/**
 * What a session has to prove before it changes people or the enterprise's password. Enterprise and handler password together
 * may be known to another manager, so such a session asks for a text message at every bureau (O1). A unified one shows a face
 * before adding people, where the bureau asks for that at 人员权限管理, too.
 */
export function personnelStepUp(
  session: CurrentSession,
  adding: "ADDING" | "OTHER",
): "SMS" | "FACE" | null {
  if (isOldStyle(session.proofs)) return session.proofs.includes("SMS") ? null : "SMS";
  return adding === "ADDING" && addingNeedsFace(session) ? "FACE" : null;
}

/**
 * The manager behind a session of such a bureau, proved well enough. Problems: those of `personnelBureau` and `managing`,
 * SMS_STEP_UP_REQUIRED, STEP_UP_REQUIRED.
 */
export function personnelManager(
  session: CurrentSession,
  identityVersion: number,
  { now, adding = "OTHER" }: { now: Date; adding?: "ADDING" | "OTHER" },
): Result<Manager> {
  const bureau = personnelBureau(session, now);
  if (!bureau.ok) return bureau;
  const manager = managing(session, identityVersion);
  if (!manager.ok) return manager;
  const stepUp = personnelStepUp(session, adding);
  if (!stepUp) return manager;
  return failure(stepUp === "SMS" ? "SMS_STEP_UP_REQUIRED" : "STEP_UP_REQUIRED");
}
