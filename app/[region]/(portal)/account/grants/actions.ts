"use server";

import { createUserForm, grantUserForm, namedUserForm } from "@/lib/schemas/grants";
import { action } from "@/lib/server/action";
import { createUser, findUser } from "@/lib/server/grants/add-user";
import { grantUser } from "@/lib/server/grants/grant";

const allow = "ACTING" as const;
const finding = action({ input: namedUserForm, allow }, findUser);
const creating = action({ input: createUserForm, allow }, createUser);
const granting = action({ input: grantUserForm, allow }, grantUser);

/** 「创建用户」 of somebody named. */
export async function findUserAction(input: unknown) {
  return finding(input);
}

/** 「确认」 of the new user's password. */
export async function createUserAction(input: unknown) {
  return creating(input);
}

/** 「确定」 of 功能权限. */
export async function grantUserAction(input: unknown) {
  return granting(input);
}
