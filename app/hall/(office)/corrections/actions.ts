"use server";

import { decideCorrectionForm, openCorrectionForm } from "@/lib/schemas/corrections";
import { decideCorrection, openCorrection } from "@/lib/server/hall/corrections";
import { officerAction } from "@/lib/server/hall/officer-action";

const roles = ["COUNTER", "SUPERVISOR"] as const;

const opening = officerAction({ input: openCorrectionForm, roles }, openCorrection);
const deciding = officerAction({ input: decideCorrectionForm, roles }, decideCorrection);

/** 「受理」. */
export async function openCorrectionAction(input: unknown) {
  return opening(input);
}

/** 「准予更正」 and 「不予更正」. */
export async function decideCorrectionAction(input: unknown) {
  return deciding(input);
}
