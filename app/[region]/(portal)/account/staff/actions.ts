"use server";

import {
  addHandlerForm,
  changePeriodForm,
  deletePermissionIdentityForm,
  grantForm,
  handOverForm,
  permissionIdentityForm,
  staffRelationForm,
} from "@/lib/schemas/relations";
import { action } from "@/lib/server/action";
import { addHandler } from "@/lib/server/relations/add-handler";
import { decideStaffRelation } from "@/lib/server/relations/decide";
import { changePeriod, grantFunctions } from "@/lib/server/relations/grants";
import { handOver } from "@/lib/server/relations/hand-over";
import {
  deletePermissionIdentity,
  savePermissionIdentity,
} from "@/lib/server/relations/permission-identities";

const adding = action({ input: addHandlerForm, allow: "SIGNED_IN" }, addHandler);
const deciding = action({ input: staffRelationForm, allow: "SIGNED_IN" }, decideStaffRelation);
const granting = action({ input: grantForm, allow: "SIGNED_IN" }, grantFunctions);
const changing = action({ input: changePeriodForm, allow: "SIGNED_IN" }, changePeriod);
const handing = action({ input: handOverForm, allow: "SIGNED_IN" }, handOver);
// 身份维护 of the old entry saves and deletes by these, too.
const saving = action({ input: permissionIdentityForm, allow: "ACTING" }, savePermissionIdentity);
const deleting = action(
  { input: deletePermissionIdentityForm, allow: "ACTING" },
  deletePermissionIdentity,
);

/** 「提交」 of 添加办税人员. */
export async function addHandlerAction(input: unknown) {
  return adding(input);
}

/** 「删除」「冻结」「解冻」「同意」「拒绝」「撤回」「清除记录」 of one row. */
export async function staffRelationAction(input: unknown) {
  return deciding(input);
}

/** 「保存授权」. */
export async function grantAction(input: unknown) {
  return granting(input);
}

/** 「保存有效期」. */
export async function changePeriodAction(input: unknown) {
  return changing(input);
}

/** 「发起交接」. */
export async function handOverAction(input: unknown) {
  return handing(input);
}

/** 「保存」 of a permission identity. */
export async function savePermissionIdentityAction(input: unknown) {
  return saving(input);
}

/** 「删除」 of a permission identity. */
export async function deletePermissionIdentityAction(input: unknown) {
  return deleting(input);
}
