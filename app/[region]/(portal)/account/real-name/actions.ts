"use server";

import { deleteFaceForm, realNameCodeForm } from "@/lib/schemas/scan";
import { action } from "@/lib/server/action";
import { deleteOwnReference } from "@/lib/server/face/references";
import { realNameCode } from "@/lib/server/scan/create";

const forFace = action({ input: realNameCodeForm, allow: "ACTING" }, realNameCode);

/** The code of 扫脸认证, for the level or before a sensitive function. */
export async function realNameCodeAction(input: unknown) {
  return forFace(input);
}

const forDeletion = action({ input: deleteFaceForm, allow: "SIGNED_IN" }, deleteOwnReference);

/** 「删除人脸信息」, once confirmed. */
export async function deleteFaceAction(input: unknown) {
  return forDeletion(input);
}
