"use server";

import { realNameCodeForm } from "@/lib/schemas/scan";
import { action } from "@/lib/server/action";
import { realNameCode } from "@/lib/server/scan/create";

const forFace = action({ input: realNameCodeForm, allow: "SIGNED_IN" }, realNameCode);

/** The code of 扫脸认证, for the level or before a sensitive function. */
export async function realNameCodeAction(input: unknown) {
  return forFace(input);
}
