import "server-only";
import { findFunction } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { carryAll, tellManagers } from "../relations/tell";
import type { RequestContext } from "../request";
import type { ActingIdentity, CurrentSession } from "../session-store";
import { grantFacts } from "./granted";

/** Kind of the 待办 a request makes; its subject is `relation:function` or `agent:function`. */
const KIND = "FUNCTION_REQUESTED";

/**
 * 向管理人员申请该功能 (B14): a 待办 and a message for the enterprise's managers, one as long as it is open however often it is
 * asked; an agent's goes to the client's. Problems: IDENTITY_SWITCHED, FUNCTION_ALREADY_GRANTED, IDENTITY_NOT_FOUND for who acts
 * for no enterprise, or for a project.
 */
export async function requestFunction(
  { functionCode, identityVersion }: { functionCode: string; identityVersion: number },
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  if (session.identityVersion !== identityVersion) return failure("IDENTITY_SWITCHED");
  const { acting, personId, region } = session;
  const holder = holderOf(acting);
  if (!holder || session.problem) return failure("IDENTITY_NOT_FOUND");
  const wanted = findFunction(functionCode);
  if (!wanted) return failure("FUNCTION_UNKNOWN");
  const refusal = functionRefusal(wanted, await grantFacts(session));
  if (refusal !== "NOT_GRANTED") return failure(refusal ?? "FUNCTION_ALREADY_GRANTED");
  const { enterprise } = holder;
  const enterpriseId = enterprise.id;
  const subjectId = `${holder.id}:${wanted.code}`;
  const done = await transaction<Result<string[]>>(async (tx) => {
    if (!(await holdHolder(tx, holder, personId, now))) return failure("IDENTITY_NOT_FOUND");
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
      role: holder.role,
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
      agencyId: acting.kind === "CLIENT" ? acting.agency.id : undefined,
      subjectKind: holder.kind,
      subjectId: holder.id,
      detail: { function: wanted.code },
    });
    return success(messages);
  });
  if (!done.ok) return done;
  await carryAll(done.value, region, now);
  return success();
}

/** By what somebody acts for the enterprise whose managers are asked: a relation, or an agreement that names them. */
type Holder = {
  kind: "Relation" | "AgreementStaff";
  id: string;
  enterprise: { id: string; name: string };
  role: string;
};

function holderOf(acting: ActingIdentity): Holder | null {
  const { kind } = acting;
  if (kind === "ENTERPRISE") {
    const { relationId: id, role, primary, enterprise } = acting;
    return { kind: "Relation", id, enterprise, role: roleLabel(role, primary) };
  }
  if (kind !== "CLIENT") return null;
  const { agreementStaffId: id, enterprise } = acting;
  return { kind: "AgreementStaff", id, enterprise, role: roleLabel("TAX_AGENT") };
}

/** Locks the relation or agreement while it is in force: of two requests at once the second finds the first. */
async function holdHolder(
  tx: Tx,
  { kind, id }: Holder,
  personId: string,
  now: Date,
): Promise<boolean> {
  const data = { updatedAt: now };
  const { count } =
    kind === "Relation"
      ? await tx.relation.updateMany({
          where: { id, personId, living: true, status: "ACTIVE", frozenAt: null },
          data,
        })
      : await tx.agreement.updateMany({
          where: { status: "ACTIVE", staff: { some: { id, personId, removedAt: null } } },
          data,
        });
  return count === 1;
}

/** Whether the acting handler or agent has already asked for this function and waits for an answer. */
export async function functionRequested(
  { acting }: CurrentSession,
  functionCode: string,
): Promise<boolean> {
  const holder = holderOf(acting);
  if (!holder) return false;
  const open = await db.todo.count({
    where: {
      enterpriseId: holder.enterprise.id,
      kind: KIND,
      subjectId: `${holder.id}:${functionCode}`,
      doneAt: null,
    },
  });
  return open > 0;
}
