import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { periodProblem } from "@/lib/domain/filing-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import type { AgreementData } from "@/lib/schemas/filings/agency";
import type { Tx } from "../db";
import type { Effect, FilingFacts } from "../filings/effect-types";
import { holdAgency, listedPeople, overlapProblem } from "./agreement-rules";

/** Enterprises of a bureau that can be clients (委托企业). */
export function possibleClient(creditCode: string, region: string) {
  return { creditCode, region, status: "ACTIVE" as const };
}

/**
 * Records an agreement (涉税专业服务协议): in force at once, or waiting for the client's 认定 where the bureau asks for it. Two
 * agreements of one pair never name the same person for the same day.
 */
export async function concludeAgreement(
  tx: Tx,
  { client, services, validFrom, validTo, staff, agreementPasswordHash }: AgreementData,
  { region, enterpriseId: agencyId, now }: FilingFacts,
): Promise<Result<Effect>> {
  const over = periodProblem({ validFrom, validTo }, dayOf(now));
  if (over) return failure(over, { field: "validTo" });
  await holdAgency(tx, agencyId, now);
  const found = await tx.enterprise.findFirst({
    where: possibleClient(client, region.slug),
    select: { id: true },
  });
  if (!found) return failure("ENTERPRISE_UNKNOWN", { field: "client" });
  if (found.id === agencyId) return failure("CLIENT_IS_SELF", { field: "client" });
  const people = await listedPeople(tx, agencyId, staff);
  if (!people.ok) return people;
  const pair = { agencyId, clientId: found.id, validFrom, validTo };
  const overlap = await overlapProblem(tx, { ...pair, people: people.value });
  if (overlap) return { ok: false, problems: [overlap] };
  const waits = region.clientsRecogniseAgencies;
  const { id } = await tx.agreement.create({
    data: {
      ...pair,
      services,
      status: waits ? "PENDING_CLIENT" : "ACTIVE",
      agreementPasswordHash: agreementPasswordHash ?? null,
      createdAt: now,
      staff: { create: people.value.map((personId) => ({ personId })) },
    },
    select: { id: true },
  });
  if (waits) await askClient(tx, found.id, id, now);
  return success({ subjectId: id });
}

/** 待办 of the client: an agency waits to be recognised. */
export async function askClient(
  tx: Tx,
  enterpriseId: string,
  agreementId: string,
  now: Date,
): Promise<void> {
  const todo = { enterpriseId, kind: "RECOGNISE_AGENCY", subjectId: agreementId };
  const open = await tx.todo.count({ where: { ...todo, doneAt: null } });
  if (open === 0) {
    await tx.todo.create({ data: { ...todo, createdAt: now }, select: { id: true } });
  }
}
