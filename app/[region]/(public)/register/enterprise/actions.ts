"use server";

import { bindingEnterpriseForm, bindingTicketForm, certifierForm } from "@/lib/schemas/register";
import { flowCodeForm } from "@/lib/schemas/scan";
import { action } from "@/lib/server/action";
import { bindEnterprise } from "@/lib/server/binding/bind";
import {
  certifierCode,
  chooseCertifier,
  findBindingEnterprise,
} from "@/lib/server/binding/certify";

const allow = "ANYONE" as const;
const find = action({ input: bindingEnterpriseForm, allow }, findBindingEnterprise);
const choose = action({ input: certifierForm, allow }, chooseCertifier);
const code = action({ input: flowCodeForm, allow }, certifierCode);
const bind = action({ input: bindingTicketForm, allow }, bindEnterprise);

/** 「下一步」 of the enterprise to bind. */
export async function findBindingEnterpriseAction(input: unknown) {
  return find(input);
}

/** 「下一步」 of 企业认证人员. */
export async function chooseCertifierAction(input: unknown) {
  return choose(input);
}

/** The code 企业认证人员 scans. */
export async function certifierCodeAction(input: unknown) {
  return code(input);
}

/** What 企业认证人员 confirmed takes effect. */
export async function bindEnterpriseAction(input: unknown) {
  return bind(input);
}
