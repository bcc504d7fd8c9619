import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { servedRegion } from "../fixed-region";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { hashPassword } from "../password";
import type { CurrentSession } from "../session-store";
import { checkPersonalPassword } from "./check-password";
import { newPasswordProblems, setNewPassword } from "./new-password";
import { standsOnSecondFactor } from "./second-factor-proof";

/**
 * 个人密码修改 with the old password, whose failures count (K1). This session goes on, all others end; the person is told (A5).
 * Problems: `OLD_PASSWORD_WRONG` at `oldPassword` with `left`, `ACCOUNT_LOCKED`, those of K3 at `newPassword`,
 * `SECOND_FACTOR_LOST`.
 */
export async function changePassword(
  form: { oldPassword: string; newPassword: string },
  { session, now }: { session: CurrentSession; now: Date },
): Promise<Result<{ to: string }>> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  const { personId, region: slug } = session;
  const region = servedRegion(slug);
  if (!region) return failure("REGION_UNKNOWN");
  const account = await db.account.findUniqueOrThrow({
    where: { personId },
    select: { id: true, passwordHash: true },
  });
  const refused = await checkPersonalPassword(
    { ...account, personId },
    form.oldPassword,
    { action: "CHANGE_PASSWORD", code: "OLD_PASSWORD_WRONG", field: "oldPassword" },
    { region, now },
  );
  if (refused) return refused;
  const problems = await newPasswordProblems(account.id, form.newPassword);
  if (problems.length > 0) return { ok: false, problems };
  const passwordHash = await hashPassword(form.newPassword);
  const notice = await transaction(async (tx) => {
    const change = {
      personId,
      accountId: account.id,
      passwordHash,
      keepSessionId: session.id,
      // Two changes at once: the old password was right for one of them only.
      insteadOf: account.passwordHash,
    };
    if (!(await setNewPassword(tx, change, now))) return null;
    const message = await notify(tx, { personId, kind: "PASSWORD_CHANGED" }, now);
    await appendAudit(tx, {
      at: now,
      action: "CHANGE_PASSWORD",
      outcome: "OK",
      region: slug,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      detail: { by: "PASSWORD" },
    });
    return message;
  });
  if (!notice) return failure("TRY_AGAIN");
  await carryNotice(notice, { region: slug, now });
  return success({ to: `/${slug}/account/password?saved=1` });
}
