"use server";

import { requestFunctionForm } from "@/lib/schemas/relations";
import { action } from "@/lib/server/action";
import { requestFunction } from "@/lib/server/functions/request";

const requesting = action({ input: requestFunctionForm, allow: "ACTING" }, requestFunction);

/** 「向管理人员申请该功能」. */
export async function requestFunctionAction(input: unknown) {
  return requesting(input);
}
