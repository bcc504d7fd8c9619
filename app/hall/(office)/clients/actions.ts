"use server";

import {
  clientSecretForm,
  clientStateForm,
  editClientForm,
  newClientForm,
} from "@/lib/schemas/oidc-client";
import { officerAction } from "@/lib/server/hall/officer-action";
import {
  changeClientState,
  editClient,
  registerClient,
  renewClientSecret,
} from "@/lib/server/oidc/manage-clients";

const roles = ["SUPERVISOR"] as const;
const registering = officerAction({ input: newClientForm, roles }, registerClient);
const editing = officerAction({ input: editClientForm, roles }, editClient);
const changing = officerAction({ input: clientStateForm, roles }, changeClientState);
const renewing = officerAction({ input: clientSecretForm, roles }, renewClientSecret);

/** 「登记」. */
export async function registerClientAction(input: unknown) {
  return registering(input);
}

/** 「保存」. */
export async function editClientAction(input: unknown) {
  return editing(input);
}

/** 「停用」, 「启用」. */
export async function changeClientStateAction(input: unknown) {
  return changing(input);
}

/** 「更换密钥」. */
export async function renewClientSecretAction(input: unknown) {
  return renewing(input);
}
