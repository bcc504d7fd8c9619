import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { recoveryStep } from "@/lib/flows/account";
import { type AccountContext, readAccountFlow } from "../accounts/account-flow";
import { newPasswordProblems, setNewPassword } from "../accounts/new-password";
import { unchangedPassword } from "../accounts/password-mark";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { consumeFlow } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { hashPassword } from "../password";
import { recoveryKind } from "./verify";

/**
 * 「提交」: the new password takes effect, once per flow; all sessions end (忘记旧密码 keeps its own), all locks open (F1, K1), and
 * every channel of the person is told (B3). The next login asks for both factors as ever.
 */
export async function setForgottenPassword(
  form: { region: string; flow: string; newPassword: string },
  context: AccountContext,
): Promise<Result<{ to: string }>> {
  const { now, session } = context;
  const kind = recoveryKind(context);
  const flow = await readAccountFlow(kind, form, context);
  if (!flow.ok) return flow;
  const { id, data, region } = flow.value;
  if (recoveryStep(data) !== "NEW_PASSWORD") return failure("STEPS_EXPIRED");
  const { personId, accountId } = data;
  const problems = await newPasswordProblems(accountId, form.newPassword);
  if (problems.length > 0) return { ok: false, problems };
  const passwordHash = await hashPassword(form.newPassword);
  const notice = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now)) || !(await unchangedPassword(tx, data))) return null;
    const change = { personId, accountId, passwordHash, keepSessionId: session?.id };
    if (!(await setNewPassword(tx, change, now))) return null;
    const message = await notify(
      tx,
      { personId, kind: session ? "PASSWORD_CHANGED" : "PASSWORD_RECOVERED" },
      now,
    );
    await appendAudit(tx, {
      at: now,
      action: session ? "CHANGE_PASSWORD" : "RECOVER_PASSWORD",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      detail: { by: data.proof },
    });
    return message;
  });
  if (!notice) return failure("STEPS_EXPIRED");
  await carryNotice(notice, { region, now });
  return success({
    to: session
      ? `/${region}/account/password?saved=1`
      : `/${region}/login?reason=PASSWORD_RECOVERED`,
  });
}
