"use server";

import { applyForm, faceBeforeAddingForm, ownRelationForm } from "@/lib/schemas/relations";
import { action } from "@/lib/server/action";
import { applyForAuthorization } from "@/lib/server/relations/apply";
import { decideOwnRelation } from "@/lib/server/relations/decide";
import { setFaceBeforeAdding } from "@/lib/server/relations/own";

const applying = action({ input: applyForm, allow: "SIGNED_IN" }, applyForAuthorization);
const deciding = action({ input: ownRelationForm, allow: "SIGNED_IN" }, decideOwnRelation);
const setting = action({ input: faceBeforeAddingForm, allow: "SIGNED_IN" }, setFaceBeforeAdding);

/** 「提交申请」. */
export async function applyAction(input: unknown) {
  return applying(input);
}

/** 「确认」「拒绝」「撤回」「删除」「清除记录」 of one's own relation. */
export async function ownRelationAction(input: unknown) {
  return deciding(input);
}

/** Whether being added needs a face. */
export async function faceBeforeAddingAction(input: unknown) {
  return setting(input);
}
