import "server-only";
import type { FrameFacts } from "@/lib/domain/face-challenge";
import { judge } from "@/lib/domain/face-judgement";
import { faceEngine } from "../face/engine";
import { describePhotograph, hasReference, referenceDescriptor } from "../face/references";
import type { FaceComparison, FaceGateway, FaceVerdict, Frame } from "./face";

/** The embedded gateway: this deployment's own engine against the enrolled photograph. */
export const embeddedFaceGateway: FaceGateway = {
  provider: "embedded",
  knows: hasReference,
  compare,
};

async function compare(comparison: FaceComparison): Promise<FaceVerdict> {
  const reference = await referenceOf(comparison);
  if (!Array.isArray(reference)) return reference;
  const frames = await describeFrames(comparison.frames);
  if (!Array.isArray(frames)) return frames;
  const judgement = judge({ frames, challenge: comparison.challenge, reference });
  return judgement.passed ? { kind: "PASSED" } : { kind: "REFUSED", reason: judgement.reason };
}

async function referenceOf(comparison: FaceComparison): Promise<number[] | FaceVerdict> {
  const { subject, documentPhoto } = comparison;
  if (!documentPhoto) return (await referenceDescriptor(subject)) ?? { kind: "NO_REFERENCE" };
  const descriptor = await describePhotograph(documentPhoto);
  if (descriptor.ok) return descriptor.value;
  const code = descriptor.problems[0]?.code;
  return code === "FACE_SERVICE_BUSY"
    ? { kind: "UNAVAILABLE", cause: "ENGINE" }
    : { kind: "BAD_PICTURES", code };
}

/** One after the other, so that several checks at once take turns with the engine. */
async function describeFrames(frames: readonly Frame[]): Promise<FrameFacts[] | FaceVerdict> {
  const described: FrameFacts[] = [];
  for (const { at, jpeg } of frames) {
    const description = await faceEngine().describeFrame(jpeg);
    if (description.kind === "UNAVAILABLE") return { kind: "UNAVAILABLE", cause: "ENGINE" };
    if (description.kind === "NOT_A_PICTURE") return { kind: "BAD_PICTURES" };
    described.push({ ...description.facts, at });
  }
  return described;
}
