import "server-only";
import { findRegion } from "@/lib/regions/list";
import type { CurrentSession } from "../session-store";

/**
 * Whether a function asks for a face first (关键业务, 风险实名): it is on the bureau's list, and either the person has not
 * reached level 4 or this session was not proved by face (B17).
 */
export function asksForStepUp(
  session: Pick<CurrentSession, "region" | "realNameLevel" | "proofs">,
  functionCode: string,
): boolean {
  if (!findRegion(session.region)?.stepUpFunctions.includes(functionCode)) return false;
  return session.realNameLevel < 4 || !session.proofs.includes("FACE");
}
