import type { FaceGateway, FaceVerdict } from "@/lib/server/gateways/face";
import { embeddedFaceGateway } from "@/lib/server/gateways/face-embedded";

let fake: FaceGateway | null = null;

/** Stands in for the module of the same export (`vi.mock`): the embedded engine, unless a test answers in its place. */
export const faceGateway = (): FaceGateway => fake ?? embeddedFaceGateway;

/** From now on every face gets this verdict. */
export function answering(verdict: FaceVerdict, knows = true): void {
  fake = { provider: "fake", knows: async () => knows, compare: async () => verdict };
}
