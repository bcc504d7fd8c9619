import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { ReplacePasswordForm } from "@/lib/schemas/personnel";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { verifyHumanCheck } from "../human-check";
import { setEnterprisePassword } from "../legacy/enterprise-secret";
import { endProvedBy, handlerPasswordProblem } from "../legacy/handler-secret";
import { findHandler, type Handler, passwordObstacle } from "../legacy/handlers";
import { clearSecret, enterpriseSecret, trySecret } from "../legacy/secret-attempts";
import { notify } from "../notices/notify";
import { hashPassword, verifyPassword } from "../password";
import { stillManaging } from "../relations/managing";
import { carryAll } from "../relations/tell";
import type { CurrentSession } from "../session-store";
import { personnelBureau, personnelManager, type SignedIn } from "./access";
import { tellHandler } from "./tell";

/**
 * 修改企业密码 (辽宁 三(二)2), by 法定代表人 or 财务负责人 only, with the old one, whose failures count with those of the login (K1).
 * What was signed in with it elsewhere ends; this session goes on. Problems: those of `personnelManager`, HUMAN_CHECK_FAILED,
 * OLD_ENTERPRISE_PASSWORD_WRONG and LEGACY_LOCKED, PASSWORD_SAME and ENTERPRISE_PASSWORD_IS_OWN at `newPassword`, TRY_AGAIN.
 */
export async function changeEnterprisePassword(
  form: ReplacePasswordForm,
  { session, now }: SignedIn,
): Promise<Result> {
  const managed = personnelManager(session, form.identityVersion, { now });
  if (!managed.ok) return managed;
  const manager = managed.value;
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const { personId, region } = manager;
  const { id: enterpriseId } = manager.enterprise;
  const enterprise = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { id: true, name: true, region: true, creditCode: true, enterprisePasswordHash: true },
  });
  const { enterprisePasswordHash: former } = enterprise;
  const refused = await trySecret(
    enterpriseSecret(region, enterprise.creditCode),
    () => verifyPassword(former, form.oldPassword),
    { code: "OLD_ENTERPRISE_PASSWORD_WRONG", field: "oldPassword", now },
  );
  if (refused || former === null) return refused ?? failure("TRY_AGAIN");
  if (await verifyPassword(former, form.newPassword)) {
    return failure("PASSWORD_SAME", { field: "newPassword" });
  }
  const own = await handlerOf(session, now);
  if (await verifyPassword(own?.password.hash ?? null, form.newPassword)) {
    return failure("ENTERPRISE_PASSWORD_IS_OWN", { field: "newPassword" });
  }
  const passwordHash = await hashPassword(form.newPassword);
  const done = await transaction<Result<string[]>>(async (tx) => {
    if (!(await stillManaging(tx, manager))) return failure("ONLY_MANAGERS");
    const told = await setEnterprisePassword(
      tx,
      {
        enterprise,
        passwordHash,
        // Two changes at once: the old password was right for one of them only.
        insteadOf: former,
        except: session.id,
        notice: "ENTERPRISE_PASSWORD_REPLACED",
      },
      now,
    );
    if (!told) return failure("TRY_AGAIN");
    await appendAudit(tx, {
      at: now,
      action: "CHANGE_ENTERPRISE_PASSWORD",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
    });
    return success(told);
  });
  if (!done.ok) return done;
  await carryAll(done.value, region, now);
  return success();
}

/** What 修改密码 shows in place of its form, or null: bound, not set yet, or a reset one that is over. */
export async function handlerPasswordObstacle(
  session: CurrentSession,
  now: Date,
): Promise<string | null> {
  const handler = await handlerOf(session, now);
  return handler ? obstacle(handler, now) : "PERSONNEL_ELSEWHERE";
}

function obstacle(handler: Handler, now: Date): string | null {
  return handler.password.bound ? "HANDLER_PASSWORD_IS_BOUND" : passwordObstacle(handler, now);
}

/** The person a session acts as in its enterprise. */
async function handlerOf({ acting }: CurrentSession, now: Date): Promise<Handler | null> {
  if (acting.kind !== "ENTERPRISE") return null;
  const where = { enterpriseId: acting.enterprise.id, entry: "ENTERPRISE" as const };
  return findHandler({ ...where, id: acting.relationId }, now);
}

/**
 * 修改密码: one's own 个人登录密码 of the acting enterprise (辽宁 三(二)1), by everybody who has one; after 重置密码 the old one is 111111.
 * Ends what was signed in with it elsewhere. Problems: those of `personnelBureau`, IDENTITY_SWITCHED, HUMAN_CHECK_FAILED, what
 * `handlerPasswordObstacle` says, OLD_HANDLER_PASSWORD_WRONG and LEGACY_LOCKED (K1), those of K3 at `newPassword`, TRY_AGAIN.
 */
export async function changeHandlerPassword(
  form: ReplacePasswordForm,
  { session, now }: SignedIn,
): Promise<Result> {
  const bureau = personnelBureau(session, now);
  if (!bureau.ok) return bureau;
  if (session.identityVersion !== form.identityVersion) return failure("IDENTITY_SWITCHED");
  if (session.problem) return failure(session.problem);
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const { acting, personId, region } = session;
  const handler = await handlerOf(session, now);
  if (!handler || acting.kind !== "ENTERPRISE") return failure("PERSONNEL_ELSEWHERE");
  const hindered = obstacle(handler, now);
  if (hindered) return failure(hindered);
  const { id: relationId, phone } = handler;
  const { hash } = handler.password;
  const refused = await trySecret(
    { kind: "HANDLER", id: relationId },
    () => verifyPassword(hash, form.oldPassword),
    { code: "OLD_HANDLER_PASSWORD_WRONG", field: "oldPassword", now },
  );
  if (refused) return refused;
  const { id: enterpriseId, name: enterprise } = acting.enterprise;
  const owner = { personId, enterpriseId, phone, hash };
  const problem = await handlerPasswordProblem(form.newPassword, owner);
  if (problem) return failure(problem, { field: "newPassword" });
  const handlerPasswordHash = await hashPassword(form.newPassword);
  const message = await transaction(async (tx) => {
    const { count } = await tx.relation.updateMany({
      // 重置密码 or 绑定 at the same moment is the manager's word: it stands.
      where: { id: relationId, living: true, handlerPasswordHash: hash, passwordBound: false },
      data: {
        handlerPasswordHash,
        handlerPasswordState: "CHOSEN",
        handlerPasswordExpiresAt: null,
      },
    });
    if (count === 0) return null;
    await clearSecret(tx, { kind: "HANDLER", id: relationId });
    const ended = { relationId, proof: "HANDLER_PASSWORD" as const, except: session.id };
    await endProvedBy(tx, ended, now);
    const params = { enterprise, role: roleLabel(handler.role, handler.primary) };
    const id = await notify(tx, { personId, kind: "HANDLER_PASSWORD_CHANGED", params }, now);
    await appendAudit(tx, {
      at: now,
      action: "CHANGE_HANDLER_PASSWORD",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
      subjectKind: "Relation",
      subjectId: relationId,
    });
    return id;
  });
  if (!message) return failure("TRY_AGAIN");
  await tellHandler(message, { relationId, region, now });
  return success();
}
