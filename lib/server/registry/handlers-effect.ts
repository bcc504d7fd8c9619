import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import type { HandlerChange } from "@/lib/schemas/filings/handlers";
import type { Tx } from "../db";
import type { Effect, FilingFacts } from "../filings/effect-types";
import { notify } from "../notices/notify";
import { endGrants } from "../oidc/end-grants";
import { blindIndex, protect } from "../protect";
import { endOverdue } from "../relations/open";
import { registryPerson } from "./registry-person";

/** Handlers the registry lists for an enterprise: what 变更税务登记-办税人员信息 may change. */
export function registeredHandlers(enterpriseId: string) {
  return { enterpriseId, role: "TAX_HANDLER", living: true, inRegistry: true } as const;
}

/**
 * Changes the registered handlers (办税人员信息, E7). Who is added is asked before being bound: with an account 待确认授权,
 * without one only registered. Who is removed keeps a relation that was authorised; one that came from the registry ends.
 */
export async function changeHandlers(
  tx: Tx,
  { removed, changed, added }: HandlerChange,
  filing: FilingFacts,
): Promise<Result<Effect>> {
  const { enterpriseId } = filing;
  const { name: enterprise } = await tx.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true },
  });
  const messageIds: string[] = [];
  for (const id of removed) {
    const told = await removeHandler(tx, id, enterprise, filing);
    if (!told.ok) return told;
    messageIds.push(told.value);
  }
  for (const { relation, mobile } of changed) {
    const { count } = await tx.relation.updateMany({
      where: { ...registeredHandlers(enterpriseId), id: relation },
      data: mobileColumns(mobile),
    });
    if (count === 0) return failure("HANDLER_NOT_FOUND");
  }
  for (const [index, entry] of added.entries()) {
    const personId = await registryPerson(tx, entry);
    if (personId === filing.filedById) {
      return failure("CANNOT_REGISTER_YOURSELF", { field: `added.${index}.documentNumber` });
    }
    const message = await registerHandler(tx, personId, entry.mobile, enterprise, filing);
    if (message) messageIds.push(message);
  }
  return success({ messageIds });
}

async function removeHandler(
  tx: Tx,
  id: string,
  enterprise: string,
  { enterpriseId, filedById, now }: FilingFacts,
): Promise<Result<string>> {
  const row = await tx.relation.findFirst({
    where: { ...registeredHandlers(enterpriseId), id },
    select: { personId: true, status: true, source: true },
  });
  if (!row) return failure("HANDLER_NOT_FOUND");
  if (row.personId === filedById) return failure("CANNOT_REGISTER_YOURSELF");
  const ends = row.source === "REGISTRY" || row.status !== "ACTIVE";
  const { count } = await tx.relation.updateMany({
    where: { ...registeredHandlers(enterpriseId), id },
    data: {
      inRegistry: false,
      ...(ends && { status: "REMOVED" as const, living: null, decidedAt: now }),
    },
  });
  if (count === 0) return failure("HANDLER_NOT_FOUND");
  if (ends) await endGrants(tx, { session: { relationId: id } }, "RELATION_ENDED", now);
  const notice = { personId: row.personId, kind: "HANDLER_DEREGISTERED" as const };
  return success(await notify(tx, { ...notice, params: { enterprise } }, now));
}

/** Puts a person into the registry of the enterprise; a relation that lives already is only listed. */
async function registerHandler(
  tx: Tx,
  personId: string,
  mobile: string,
  enterprise: string,
  { enterpriseId, now }: FilingFacts,
): Promise<string | null> {
  await endOverdue(tx, { personId, enterpriseId, role: "TAX_HANDLER" }, now);
  const { count } = await tx.relation.updateMany({
    where: { personId, enterpriseId, role: "TAX_HANDLER", living: true },
    data: { inRegistry: true, ...mobileColumns(mobile) },
  });
  if (count > 0) return null;
  const account = await tx.account.findUnique({ where: { personId }, select: { status: true } });
  const registered = account?.status === "ACTIVE";
  await tx.relation.create({
    data: {
      personId,
      enterpriseId,
      role: "TAX_HANDLER",
      status: registered ? "PENDING_PERSON" : "REGISTERED",
      living: true,
      source: "REGISTRY",
      inRegistry: true,
      createdAt: now,
      ...mobileColumns(mobile),
    },
    select: { id: true },
  });
  if (!registered) return null;
  return notify(tx, { personId, kind: "HANDLER_REGISTERED", params: { enterprise } }, now);
}

function mobileColumns(mobile: string) {
  return {
    registryMobileCipher: protect("Relation.registryMobile", mobile),
    registryMobileIndex: blindIndex("phone", mobile),
  };
}
