import "server-only";
import { countsAsFailure } from "@/lib/domain/face-challenge";
import type { FaceVerdict } from "../gateways/face";

/** What a check that did not pass is called to the person, to the record, and whether it counts as a failure (K1). */
export type FailedCheck = { code: string; outcome: string; counts: boolean };

/** How a verdict other than a pass is told (R4): only what was decided about the person counts. */
export function failedCheck(verdict: Exclude<FaceVerdict, { kind: "PASSED" }>): FailedCheck {
  switch (verdict.kind) {
    case "REFUSED":
      return {
        code: `FACE_${verdict.reason}`,
        outcome: verdict.reason,
        counts: countsAsFailure(verdict.reason),
      };
    case "NO_REFERENCE":
      return { code: "FACE_NO_REFERENCE", outcome: "NO_REFERENCE", counts: false };
    case "BAD_PICTURES":
      return {
        code: verdict.code ?? "FACE_FRAMES_INVALID",
        outcome: "BAD_PICTURES",
        counts: false,
      };
    case "UNAVAILABLE":
      return { code: "FACE_SERVICE_BUSY", outcome: `BUSY ${verdict.cause}`, counts: false };
  }
}
