"use client";

import { type FaceApps, FaceByScan } from "@/app/[region]/_components/face-by-scan";
import { closingFaceCodeAction } from "../actions";

/** A face in place of a code, for an account no code can be sent to. */
export function ClosingFace({ apps }: { apps: FaceApps }) {
  return <FaceByScan apps={apps} enrolled create={(app) => closingFaceCodeAction({ app })} />;
}
