"use server";

import { addOfficerForm, officerChangeForm } from "@/lib/schemas/hall";
import { officerAction } from "@/lib/server/hall/officer-action";
import { addOfficer, changeOfficer } from "@/lib/server/hall/officers";

const roles = ["SUPERVISOR"] as const;
const adding = officerAction({ input: addOfficerForm, roles }, addOfficer);
const changing = officerAction({ input: officerChangeForm, roles }, changeOfficer);

/** 「添加税务人员」. */
export async function addOfficerAction(input: unknown) {
  return adding(input);
}

/** 「停用」, 「启用」, 「重置密码」. */
export async function changeOfficerAction(input: unknown) {
  return changing(input);
}
