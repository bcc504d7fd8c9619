import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { accountFlowPath } from "@/lib/flows/account";
import type { FindPhoneBeginForm } from "@/lib/schemas/account";
import { openAccountFlow, readAccountFlow } from "../accounts/account-flow";
import { checkPersonalPassword } from "../accounts/check-password";
import { passwordMark } from "../accounts/password-mark";
import { db } from "../db";
import { servedRegion } from "../fixed-region";
import { verifyHumanCheck } from "../human-check";
import { findPersonByAccount } from "../login/person-lookup";
import { verifyPassword } from "../password";
import { bindPhone, sendNewPhoneCode } from "../phones/new-phone";

type Context = { now: Date };

/**
 * 找回手机号码, first step: the account and its 个人用户密码, counted as at the login (F2, K1; 西藏 二(二)6, 山东 5, 11). A password that
 * others may know (the initial one, one that was reset) opens nothing: `PASSWORD_NOT_CHOSEN`. An account whose second factor is
 * its mailbox adds a phone after a login instead, or the password alone would replace that factor: `FIND_PHONE_BY_EMAIL`.
 */
export async function beginFindPhone(
  form: FindPhoneBeginForm,
  { now }: Context,
): Promise<Result<{ to: string }>> {
  const region = servedRegion(form.region);
  if (!region) return failure("REGION_UNKNOWN");
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const person = await findPersonByAccount(form.account, form);
  if (person.personId === null) {
    await verifyPassword(null, form.password);
    return failure(person.code, { field: "account" });
  }
  const { personId, account } = person;
  const refused = await checkPersonalPassword(
    { ...account, personId },
    form.password,
    { action: "FIND_PHONE_PASSWORD", code: "PASSWORD_WRONG", field: "password" },
    { region, now },
  );
  if (refused) return refused;
  if (account.passwordState !== "CHOSEN") return failure("PASSWORD_NOT_CHOSEN");
  if (await verifiesByEmail(account.id)) return failure("FIND_PHONE_BY_EMAIL");
  const flow = await openAccountFlow(
    "FIND_PHONE",
    {
      region: region.slug,
      personId,
      accountId: account.id,
      passwordMark: passwordMark(account),
    },
    { now },
  );
  return success({ to: accountFlowPath("FIND_PHONE", region.slug, flow) });
}

/** An account with a mailbox and no phone: its codes go to the mailbox (山东 7). */
async function verifiesByEmail(accountId: string): Promise<boolean> {
  const found = await db.account.count({
    where: { id: accountId, emailCipher: { not: null }, person: { phones: { none: {} } } },
  });
  return found > 0;
}

/** Whether the second step may be shown: the password was right in this browser. */
export async function findPhoneIsOpen(
  form: { region: string; flow: unknown },
  { now }: Context,
): Promise<boolean> {
  return (await readAccountFlow("FIND_PHONE", form, { now })).ok;
}

/** 「获取验证码」 to the new phone. */
export async function sendFindPhoneCode(
  form: { region: string; flow: string; phone: string },
  { now }: Context,
): Promise<Result<{ resendSeconds: number }>> {
  const flow = await readAccountFlow("FIND_PHONE", form, { now });
  if (!flow.ok) return flow;
  return sendNewPhoneCode({ ...flow.value, kind: "FIND_PHONE" }, form.phone, now);
}

/** 「确定」: the new phone is bound, and is the default one if there is none (F2). */
export async function findPhone(
  form: { region: string; flow: string; phone: string; code: string },
  { now }: Context,
): Promise<Result<{ to: string }>> {
  const flow = await readAccountFlow("FIND_PHONE", form, { now });
  if (!flow.ok) return flow;
  const bound = await bindPhone({ ...flow.value, kind: "FIND_PHONE" }, form, now);
  return bound.ok ? success({ to: `/${form.region}/login?reason=PHONE_FOUND` }) : bound;
}
