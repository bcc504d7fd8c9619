"use server";

import {
  addPersonForm,
  personnelForm,
  replacePasswordForm,
  searchPersonForm,
} from "@/lib/schemas/personnel";
import { grantForm } from "@/lib/schemas/relations";
import { action } from "@/lib/server/action";
import { addPerson, searchPerson } from "@/lib/server/personnel/add";
import { grantPersonnel } from "@/lib/server/personnel/functions";
import { managePerson } from "@/lib/server/personnel/manage";
import { changeEnterprisePassword, changeHandlerPassword } from "@/lib/server/personnel/passwords";

const allow = "ACTING" as const;

const searching = action({ input: searchPersonForm, allow }, searchPerson);
const adding = action({ input: addPersonForm, allow }, addPerson);
const managing = action({ input: personnelForm, allow }, managePerson);
const granting = action({ input: grantForm, allow }, grantPersonnel);
const enterprise = action({ input: replacePasswordForm, allow }, changeEnterprisePassword);
const own = action({ input: replacePasswordForm, allow }, changeHandlerPassword);

/** 「搜索」 of 添加办税人员. */
export async function searchPersonAction(input: unknown) {
  return searching(input);
}

/** 「确定」 of 添加办税人员. */
export async function addPersonAction(input: unknown) {
  return adding(input);
}

/** 「删除」「冻结」「解冻」「绑定」「解绑」「重置密码」 of one row. */
export async function personnelAction(input: unknown) {
  return managing(input);
}

/** 「保存授权」 of one row. */
export async function grantPersonnelAction(input: unknown) {
  return granting(input);
}

/** 「保存」 of 修改企业密码. */
export async function changeEnterprisePasswordAction(input: unknown) {
  return enterprise(input);
}

/** 「保存」 of 修改密码. */
export async function changeHandlerPasswordAction(input: unknown) {
  return own(input);
}
