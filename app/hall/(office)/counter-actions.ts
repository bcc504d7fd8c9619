"use server";

import {
  enterpriseReasonForm,
  filingDecisionForm,
  lookUpEnterpriseForm,
  lookUpPersonForm,
  openingCodeForm,
  openingForm,
  personReasonForm,
  printVoucherForm,
  registerEnterpriseForm,
  registerPersonForm,
  relationChangeForm,
} from "@/lib/schemas/hall";
import { confirmAtCounter } from "@/lib/server/hall/confirmation";
import { endSessionsAtCounter } from "@/lib/server/hall/end-sessions";
import { decideFiling } from "@/lib/server/hall/filings";
import { lookUpEnterprise, lookUpPerson } from "@/lib/server/hall/look-up";
import { officerAction } from "@/lib/server/hall/officer-action";
import { openAtCounter, sendOpeningCode } from "@/lib/server/hall/open-account";
import { registerEnterprise, registerPerson } from "@/lib/server/hall/register-enterprise";
import { changeRelationAtCounter } from "@/lib/server/hall/relations";
import { unlockAtCounter } from "@/lib/server/hall/unlock";
import { issueVoucher, printVoucher } from "@/lib/server/hall/voucher";

const roles = ["COUNTER", "SUPERVISOR"] as const;

const person = officerAction({ input: lookUpPersonForm, roles }, lookUpPerson);
const enterprise = officerAction({ input: lookUpEnterpriseForm, roles }, lookUpEnterprise);
const unlock = officerAction({ input: personReasonForm, roles }, unlockAtCounter);
const ending = officerAction({ input: personReasonForm, roles }, endSessionsAtCounter);
const relation = officerAction({ input: relationChangeForm, roles }, changeRelationAtCounter);
const openingCode = officerAction({ input: openingCodeForm, roles }, sendOpeningCode);
const opening = officerAction({ input: openingForm, roles }, openAtCounter);
const registration = officerAction({ input: registerEnterpriseForm, roles }, registerEnterprise);
const listing = officerAction({ input: registerPersonForm, roles }, registerPerson);
const confirmation = officerAction({ input: enterpriseReasonForm, roles }, confirmAtCounter);
const decision = officerAction({ input: filingDecisionForm, roles }, decideFiling);
const voucher = officerAction({ input: enterpriseReasonForm, roles }, issueVoucher);
const print = officerAction({ input: printVoucherForm, roles }, printVoucher);

/** 「查询」 of 人员查询. */
export async function lookUpPersonAction(input: unknown) {
  return person(input);
}

/** 「查询」 of 企业查询. */
export async function lookUpEnterpriseAction(input: unknown) {
  return enterprise(input);
}

/** 「解锁」. */
export async function unlockAction(input: unknown) {
  return unlock(input);
}

/** 「结束登录」. */
export async function endSessionsAction(input: unknown) {
  return ending(input);
}

/** 「解除关联关系」, 「冻结」, 「解冻」. */
export async function changeRelationAction(input: unknown) {
  return relation(input);
}

/** 「获取验证码」 of 开户. */
export async function sendOpeningCodeAction(input: unknown) {
  return openingCode(input);
}

/** 「开户」. */
export async function openAccountAction(input: unknown) {
  return opening(input);
}

/** 「税务登记」. */
export async function registerEnterpriseAction(input: unknown) {
  return registration(input);
}

/** 「登记人员」. */
export async function registerPersonAction(input: unknown) {
  return listing(input);
}

/** 「信息确认」. */
export async function confirmEnterpriseAction(input: unknown) {
  return confirmation(input);
}

/** 「同意」, 「退回」, 「作废」 of a filing. */
export async function decideFilingAction(input: unknown) {
  return decision(input);
}

/** 「密码重置」. */
export async function issueVoucherAction(input: unknown) {
  return voucher(input);
}

/** 「打印凭证」. */
export async function printVoucherAction(input: unknown) {
  return print(input);
}
