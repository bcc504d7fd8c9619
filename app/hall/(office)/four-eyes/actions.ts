"use server";

import { fourEyesForm, withdrawFourEyesForm } from "@/lib/schemas/hall";
import { decideFourEyes, withdrawFourEyes } from "@/lib/server/hall/four-eyes";
import { officerAction } from "@/lib/server/hall/officer-action";

const deciding = officerAction({ input: fourEyesForm, roles: ["SUPERVISOR"] }, decideFourEyes);
const withdrawing = officerAction(
  { input: withdrawFourEyesForm, roles: ["COUNTER", "SUPERVISOR"] },
  withdrawFourEyes,
);

/** 「同意」 and 「不同意」. */
export async function decideFourEyesAction(input: unknown) {
  return deciding(input);
}

/** 「撤回」. */
export async function withdrawFourEyesAction(input: unknown) {
  return withdrawing(input);
}
