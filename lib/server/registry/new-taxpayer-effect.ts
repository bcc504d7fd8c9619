import "server-only";
import type { z } from "zod";
import type { RelationStatus } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { newTaxpayerData } from "@/lib/schemas/filings/new-taxpayer";
import type { Tx } from "../db";
import type { Effect, FilingFacts } from "../filings/effect-types";
import { notify } from "../notices/notify";

/** Enterprises that wait for this person, their 法定代表人, to confirm the registry's information (信息确认). */
export function awaitingConfirmation(personId: string, region: string) {
  return {
    region,
    status: "UNCONFIRMED" as const,
    relations: { some: legalRepresentative(personId) },
  };
}

/** How 法定代表人 may stand in the registry before they have confirmed. */
const UNREFUSED: RelationStatus[] = ["ACTIVE", "REGISTERED", "PENDING_PERSON"];

function legalRepresentative(personId: string) {
  return {
    personId,
    role: "LEGAL_REPRESENTATIVE" as const,
    living: true,
    status: { in: UNREFUSED },
  };
}

/**
 * 信息确认 (E6): the enterprise can be used from now on, its 法定代表人 is bound, and whoever else the registry lists and has an
 * account is asked to confirm (西藏 三(一), 三(三)2–4).
 */
export async function confirmEnterprise(
  tx: Tx,
  { enterprise: id }: z.output<typeof newTaxpayerData>,
  { region, filedById, now }: FilingFacts,
): Promise<Result<Effect>> {
  const { count } = await tx.enterprise.updateMany({
    where: { ...awaitingConfirmation(filedById, region.slug), id },
    data: { status: "ACTIVE", confirmedAt: now },
  });
  if (count === 0) return failure("NOTHING_TO_CONFIRM");
  await tx.relation.updateMany({
    where: { ...legalRepresentative(filedById), enterpriseId: id },
    data: { status: "ACTIVE", decidedAt: now },
  });
  const others = await tx.relation.findMany({
    where: {
      enterpriseId: id,
      living: true,
      status: "REGISTERED",
      person: { account: { status: "ACTIVE" } },
    },
    select: {
      id: true,
      personId: true,
      role: true,
      primary: true,
      enterprise: { select: { name: true } },
    },
  });
  await tx.relation.updateMany({
    where: { id: { in: others.map((each) => each.id) }, status: "REGISTERED" },
    data: { status: "PENDING_PERSON" },
  });
  const messageIds: string[] = [];
  for (const { personId, role, primary, enterprise } of others) {
    const params = { enterprise: enterprise.name, role: roleLabel(role, primary) };
    messageIds.push(await notify(tx, { personId, kind: "HANDLER_REGISTERED", params }, now));
  }
  return success({ subjectId: id, messageIds });
}
