import "server-only";
import { isManager } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import { appendAudit } from "../audit";
import { type Tx, transaction } from "../db";
import { boundBrowserHash, consumeFlow } from "../flow-store";
import { FIRST_FUNCTIONS } from "../grants/add-user";
import { notify } from "../notices/notify";
import { carryAll, tellManagers } from "../relations/tell";
import { confirmedTicket, consumeTicket } from "../scan/tickets";
import { type BindingFlow, readBinding } from "./binding-flow";

class NotBound extends Error {}

/**
 * 企业认证人员 has certified on the phone (云南 2.4.2: 完成企业授权，绑定该企业): person and enterprise are bound, once. Both sides have
 * agreed, so it holds at every entry. Problems: TICKET_USED, those of `readBinding`.
 */
export async function bindEnterprise(
  form: { region: string; flow: string; ticket: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readBinding(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { id, data } = flow.value;
  const { enterpriseId, certifier } = data;
  const browser = await boundBrowserHash();
  const ticket = await confirmedTicket(form.ticket, browser);
  const own =
    ticket?.purpose === "STEP_UP" &&
    ticket.flowId === id &&
    certifier !== null &&
    ticket.personId === certifier.personId;
  if (!own || !enterpriseId) return failure("TICKET_USED");
  try {
    const messages = await transaction(async (tx) => {
      const taken = await consumeTicket(tx, { id: ticket.id, binding: browser }, now);
      if (!taken || !(await consumeFlow(tx, id, now))) throw new NotBound();
      await stillCertifies(tx, { enterpriseId, relationId: certifier.relationId });
      return bind(tx, flow.value, { enterpriseId, certifierId: certifier.personId }, now);
    });
    await carryAll(messages, form.region, now);
  } catch (error) {
    if (error instanceof NotBound) return failure("TICKET_USED");
    throw error;
  }
  return success({ to: `/${form.region}/register/enterprise/done?flow=${id}` });
}

async function stillCertifies(
  tx: Tx,
  { enterpriseId, relationId }: { enterpriseId: string; relationId: string },
): Promise<void> {
  const row = await tx.relation.findFirst({
    where: {
      id: relationId,
      enterpriseId,
      living: true,
      frozenAt: null,
      enterprise: { status: "ACTIVE" },
    },
    select: { role: true },
  });
  if (!row || !isManager(row.role)) throw new NotBound();
}

/** The relations that waited are in force now; without any the person becomes 办税员. Returns the ids of the messages. */
async function bind(
  tx: Tx,
  { data: { personId }, region }: BindingFlow,
  { enterpriseId, certifierId }: { enterpriseId: string; certifierId: string },
  now: Date,
): Promise<string[]> {
  const inForce = {
    status: "ACTIVE" as const,
    source: "ENTERPRISE_USER_REGISTRATION" as const,
    legacyOnly: false,
    passwordBound: true,
    validFrom: null,
    validTo: null,
    decidedAt: now,
  };
  const living = { personId, enterpriseId, living: true };
  const { count } = await tx.relation.updateMany({ where: living, data: inForce });
  if (count === 0) {
    await tx.relation.create({
      data: { ...inForce, ...living, role: "TAX_HANDLER", inRegistry: false },
      select: { id: true },
    });
  }
  const rows = await tx.relation.findMany({
    where: living,
    select: {
      id: true,
      role: true,
      primary: true,
      person: { select: { name: true } },
      enterprise: { select: { name: true } },
      _count: { select: { grants: true, identities: true } },
    },
  });
  const messages: string[] = [];
  for (const { id, role, primary, person, enterprise, _count } of rows) {
    if (!isManager(role) && _count.grants + _count.identities === 0) {
      await tx.functionGrant.createMany({
        data: FIRST_FUNCTIONS.map((functionCode) => ({
          relationId: id,
          functionCode,
          grantedById: certifierId,
        })),
      });
    }
    await tx.todo.updateMany({ where: { subjectId: id, doneAt: null }, data: { doneAt: now } });
    const params = {
      person: person.name,
      enterprise: enterprise.name,
      role: roleLabel(role, primary),
    };
    messages.push(await notify(tx, { personId, kind: "ENTERPRISE_BOUND", params }, now));
    messages.push(
      ...(await tellManagers(
        tx,
        { enterpriseId, except: personId },
        "AUTHORIZATION_CONFIRMED",
        params,
        now,
      )),
    );
    await appendAudit(tx, {
      at: now,
      action: "BIND_ENTERPRISE",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      enterpriseId,
      subjectKind: "Relation",
      subjectId: id,
      detail: { role, certifier: certifierId },
    });
  }
  return messages;
}
