/**
 * Functions that ask for a verified face when used (关键业务, 风险实名): 发票票种核定, 一般退(抵)税管理, 添加办税人员. The bureaus
 * name no list, so those that have the rule share this one.
 */
export const STEP_UP_FUNCTIONS: readonly string[] = [
  "invoice-type-approval",
  "general-tax-refund",
  "add-handler",
];
