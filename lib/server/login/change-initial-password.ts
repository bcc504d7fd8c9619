import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { loginStep } from "@/lib/flows/login";
import { appSlug } from "@/lib/regions/apps";
import { newPasswordProblems, setNewPassword } from "../accounts/new-password";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { consumeFlow } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { hashPassword } from "../password";
import { readLoginFlow } from "./login-flow";

/**
 * Replaces a password that has to be changed (初始密码, or one that was reset) after both factors; the login ends there and
 * begins anew with the new one (青岛 8). The person is told (A5).
 */
export async function changeInitialPassword(
  form: { region: string; flow: string; newPassword: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLoginFlow(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { data, id, region } = flow.value;
  if (loginStep(data) !== "CHANGE_PASSWORD") return failure("FLOW_EXPIRED");
  const problems = await newPasswordProblems(data.accountId, form.newPassword);
  if (problems.length > 0) return { ok: false, problems };
  const passwordHash = await hashPassword(form.newPassword);
  const changed = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now))) return null;
    const { personId, accountId } = data;
    const change = { personId, accountId, passwordHash, onlyIfDue: true };
    if (!(await setNewPassword(tx, change, now))) return null;
    const notice = await notify(tx, { personId, kind: "PASSWORD_CHANGED" }, now);
    await appendAudit(tx, {
      at: now,
      action: "CHANGE_INITIAL_PASSWORD",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: data.personId,
      personId: data.personId,
    });
    return notice;
  });
  if (!changed) return failure("FLOW_EXPIRED");
  await carryNotice(changed, { region, now });
  const login = data.app ? `/app/${appSlug(data.app)}/login` : `/${region}/login`;
  return success({ to: `${login}?reason=PASSWORD_CHANGED` });
}

/** What the page says of the password that may not stay: 初始密码 (K4), or one that has to be replaced (B4, reset at the hall). */
export async function passwordToReplace(
  accountId: string,
): Promise<{ title: string; reason: string }> {
  const { passwordState } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { passwordState: true },
  });
  return passwordState === "INITIAL"
    ? { title: "修改初始密码", reason: "您正在使用初始密码。" }
    : { title: "修改密码", reason: "您的密码已要求修改，不能继续使用。" };
}
