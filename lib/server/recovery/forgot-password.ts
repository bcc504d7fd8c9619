import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { accountFlowPath } from "@/lib/flows/account";
import type { ForgotPasswordForm } from "@/lib/schemas/account";
import { openAccountFlow, ownAccountId } from "../accounts/account-flow";
import { passwordMark } from "../accounts/password-mark";
import { servedRegion } from "../fixed-region";
import { verifyHumanCheck } from "../human-check";
import { findPersonByAccount } from "../login/person-lookup";
import type { CurrentSession } from "../session-store";

/**
 * 忘记密码, first step: whose password (F1; 西藏 二(二)1, 2). Open also while the account is locked: it is the way out. Problems at
 * `account`: the prompts of the login (L5); each try costs a human check.
 */
export async function beginForgotPassword(
  form: ForgotPasswordForm,
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const region = servedRegion(form.region);
  if (!region) return failure("REGION_UNKNOWN");
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const person = await findPersonByAccount(form.account, form);
  if (person.personId === null) return failure(person.code, { field: "account" });
  const { personId, account, phoneId } = person;
  const flow = await openAccountFlow(
    "FORGOT_PASSWORD",
    {
      region: region.slug,
      personId,
      accountId: account.id,
      phoneId,
      both: region.recoveryProofs === "CODE_AND_REAL_NAME",
      passwordMark: passwordMark(account),
    },
    { now },
  );
  return success({ to: accountFlowPath("FORGOT_PASSWORD", region.slug, flow) });
}

/** 忘记旧密码 of a signed-in person: SMS or face stands in for the old password (A1, F3). */
export async function beginForgottenOldPassword(
  _: unknown,
  { session, now }: { session: CurrentSession; now: Date },
): Promise<Result<{ to: string }>> {
  const { personId, region } = session;
  const accountId = await ownAccountId(personId);
  const flow = await openAccountFlow(
    "CHANGE_PASSWORD",
    { region, personId, accountId },
    { now, session },
  );
  return success({ to: accountFlowPath("CHANGE_PASSWORD", region, flow) });
}
