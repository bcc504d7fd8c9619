import "server-only";
import { failure, type Problem, type Result } from "@/lib/domain/result";
import type { HandlerProof, LegacyFlowData } from "@/lib/flows/legacy-login";
import { clearFailures, lockOf, refusedAttempt, takeAttempt } from "../accounts/lockout";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { verifyPassword } from "../password";
import { finishLegacyLogin } from "./finish";
import { type Handler, passwordObstacle } from "./handlers";
import { type LegacyFlow, readLegacyFlow } from "./legacy-flow";
import { chosenHandler } from "./people";
import { trySecret } from "./secret-attempts";

/**
 * 密码登录: 个人登录密码 of the chosen person, or the personal password bound to it (绑定). Who has none is told
 * `HANDLER_PASSWORD_NOT_SET` (after 重置密码, too late: `HANDLER_PASSWORD_EXPIRED`) and sets one after a login by text message (辽宁 七2); one that a manager set is changed now (O1).
 */
export async function proveByPassword(
  form: { region: string; flow: string; handler: string; password: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const { data } = flow.value;
  if (data.quick !== null) return failure("FLOW_EXPIRED");
  const chosen = await chosenHandler(flow.value, form.handler, now);
  if (!chosen.ok) return chosen;
  const handler = chosen.value;
  const { hash, bound, state } = handler.password;
  const obstacle = passwordObstacle(handler, now);
  if (obstacle) {
    await remember(flow.value.id, { ...data, wantsPassword: true });
    return failure(obstacle, { field: "password" });
  }
  const refused = bound
    ? await tryBound(flow.value, handler, form.password, now)
    : await trySecret(
        { kind: "HANDLER", id: handler.id },
        () => verifyPassword(hash, form.password),
        { code: "HANDLER_PASSWORD_WRONG", field: "password", now },
      );
  if (refused) {
    await auditRefusal(flow.value, handler, now);
    return refused;
  }
  const proof: HandlerProof = bound ? "PASSWORD" : "HANDLER_PASSWORD";
  const proved: LegacyFlowData<"LOGIN"> = {
    ...data,
    handler: { id: handler.id, personId: handler.personId, proof },
    mustSetPassword: !bound && state !== "CHOSEN",
  };
  if (!(await rememberProof(flow.value, proved, handler, now))) return failure("TRY_AGAIN");
  return finishLegacyLogin({ ...flow.value, data: proved });
}

async function remember(id: string, data: LegacyFlowData): Promise<void> {
  await db.flow.updateMany({
    where: { id, consumedAt: null },
    data: { data: JSON.stringify(data) },
  });
}

/**
 * Moves the flow on while the secret that proved it still stands: takes the relation first, so that 重置密码 or 绑定 at the same
 * moment either comes before and is noticed, or comes after and ends this login.
 */
async function rememberProof(
  { id, entry }: LegacyFlow<"LOGIN">,
  proved: LegacyFlowData<"LOGIN">,
  { id: relationId, password }: Handler,
  now: Date,
): Promise<boolean> {
  return transaction(async (tx) => {
    if (entry === "ENTERPRISE") {
      const { hash: handlerPasswordHash, bound: passwordBound } = password;
      const { count } = await tx.relation.updateMany({
        where: { id: relationId, living: true, handlerPasswordHash, passwordBound },
        data: { updatedAt: now },
      });
      if (count === 0) return false;
    }
    const { count } = await tx.flow.updateMany({
      where: { id, consumedAt: null },
      data: { data: JSON.stringify(proved) },
    });
    return count === 1;
  });
}

/** The personal password counts with its account, whichever entry it is typed at (K1). */
async function tryBound(
  { profile }: LegacyFlow<"LOGIN">,
  { account }: Handler,
  password: string,
  now: Date,
): Promise<{ ok: false; problems: Problem[] } | null> {
  if (!account) return failure("PERSON_NOT_REGISTERED");
  const lock = await lockOf(account.id, "PASSWORD", profile, now);
  if (lock) return lock;
  if (!(await takeAttempt(account.id, "PASSWORD", now))) {
    return (await lockOf(account.id, "PASSWORD", profile, now)) ?? failure("TRY_AGAIN");
  }
  if (await verifyPassword(account.passwordHash, password)) {
    await clearFailures(db, account.id, "PASSWORD");
    return null;
  }
  const answer = { field: "password", region: profile, now };
  return refusedAttempt(account.id, "PASSWORD", "BOUND_PASSWORD_WRONG", answer);
}

function auditRefusal(
  { data, profile }: LegacyFlow<"LOGIN">,
  { id, personId }: Handler,
  at: Date,
): Promise<void> {
  return transaction((tx) =>
    appendAudit(tx, {
      at,
      action: "LEGACY_HANDLER_PASSWORD",
      outcome: "REFUSED",
      region: profile.slug,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId: data.enterpriseId,
      subjectKind: "Handler",
      subjectId: id,
    }),
  );
}
