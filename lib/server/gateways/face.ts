import "server-only";
import type { Challenge, FaceRefusal } from "@/lib/domain/face-challenge";
import type { FaceSubject } from "../face/subject";

/** A picture of the camera, `at` milliseconds after the first prompt was shown. */
export type Frame = { at: number; jpeg: Uint8Array };

export type FaceComparison = {
  subject: FaceSubject;
  challenge: Challenge;
  frames: readonly Frame[];
  /** Portrait side of the person's document, to compare with where nothing is enrolled yet (辽宁 四). */
  documentPhoto?: Uint8Array;
};

/** What a provider decided; being unable to decide is an answer too and says nothing against the person. */
export type FaceVerdict =
  | { kind: "PASSED" }
  | { kind: "REFUSED"; reason: FaceRefusal }
  | { kind: "NO_REFERENCE" }
  /** `code`: what is wrong with the photograph of the document, where it is that. */
  | { kind: "BAD_PICTURES"; code?: string }
  | { kind: "UNAVAILABLE"; cause: string };

/** Anything that can tell whether living frames are of a person: the embedded engine, an identity authority. */
export type FaceGateway = {
  provider: string;
  /** False when it is known beforehand that there is nothing to compare with. */
  knows(subject: FaceSubject): Promise<boolean>;
  compare(comparison: FaceComparison): Promise<FaceVerdict>;
};
