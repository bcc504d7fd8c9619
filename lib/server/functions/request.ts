import "server-only";
import { findFunction } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { carryAll, tellManagers } from "../relations/tell";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { grantFacts } from "./granted";

/** Kind of the 待办 a request makes; its subject is `relation:function`. */
const KIND = "FUNCTION_REQUESTED";

/**
 * 向管理人员申请该功能 (B14): a 待办 and a message for the enterprise's managers, one as long as it is open however often it is
 * asked. Problems: IDENTITY_SWITCHED, FUNCTION_ALREADY_GRANTED, IDENTITY_NOT_FOUND for who acts for no enterprise.
 */
export async function requestFunction(
  { functionCode, identityVersion }: { functionCode: string; identityVersion: number },
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  if (session.identityVersion !== identityVersion) return failure("IDENTITY_SWITCHED");
  const { acting, personId, region } = session;
  if (acting.kind !== "ENTERPRISE" || session.problem) return failure("IDENTITY_NOT_FOUND");
  const wanted = findFunction(functionCode);
  if (!wanted) return failure("FUNCTION_UNKNOWN");
  const refusal = functionRefusal(wanted, await grantFacts(session));
  if (refusal !== "NOT_GRANTED") return failure(refusal ?? "FUNCTION_ALREADY_GRANTED");
  const { relationId, role, primary, enterprise } = acting;
  const enterpriseId = enterprise.id;
  const subjectId = `${relationId}:${wanted.code}`;
  const done = await transaction<Result<string[]>>(async (tx) => {
    // Locks the relation: of two requests at once the second finds the first.
    const { count } = await tx.relation.updateMany({
      where: { id: relationId, personId, living: true, status: "ACTIVE", frozenAt: null },
      data: { updatedAt: now },
    });
    if (count === 0) return failure("IDENTITY_NOT_FOUND");
    const open = await tx.todo.count({
      where: { enterpriseId, kind: KIND, subjectId, doneAt: null },
    });
    if (open > 0) return success([]);
    await tx.todo.create({
      data: { enterpriseId, kind: KIND, subjectId, createdAt: now },
      select: { id: true },
    });
    const params = {
      person: session.personName,
      role: roleLabel(role, primary),
      enterprise: enterprise.name,
      function: wanted.name,
    };
    const messages = await tellManagers(tx, { enterpriseId }, "FUNCTION_REQUESTED", params, now);
    await appendAudit(tx, {
      at: now,
      action: "REQUEST_FUNCTION",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
      subjectKind: "Relation",
      subjectId: relationId,
      detail: { function: wanted.code },
    });
    return success(messages);
  });
  if (!done.ok) return done;
  await carryAll(done.value, region, now);
  return success();
}

/** Whether the acting handler has already asked for this function and waits for an answer. */
export async function functionRequested(
  { acting }: CurrentSession,
  functionCode: string,
): Promise<boolean> {
  if (acting.kind !== "ENTERPRISE") return false;
  const { relationId, enterprise } = acting;
  const open = await db.todo.count({
    where: {
      enterpriseId: enterprise.id,
      kind: KIND,
      subjectId: `${relationId}:${functionCode}`,
      doneAt: null,
    },
  });
  return open > 0;
}
