import type { FaceGateway, FaceVerdict } from "@/lib/server/gateways/face";
import { embeddedFaceGateway } from "@/lib/server/gateways/face-embedded";

let fake: FaceGateway | null = null;

/** Stands in for the module of the same export (`vi.mock`): the embedded engine, unless a test answers in its place. */
export const faceGateway = (): FaceGateway => fake ?? embeddedFaceGateway;

/** From now on every face gets this verdict; `knows` tells who has a reference. */
export function answering(
  verdict: FaceVerdict,
  knows: boolean | FaceGateway["knows"] = true,
): void {
  const asked = typeof knows === "function" ? knows : async () => knows;
  fake = { provider: "fake", knows: asked, compare: async () => verdict };
}
