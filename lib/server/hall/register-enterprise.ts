import "server-only";
import type { z } from "zod";
import type { Role } from "@/lib/domain/relation-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { registeredPerson } from "@/lib/schemas/filings/fields";
import type { registerEnterpriseForm, registerPersonForm } from "@/lib/schemas/hall";
import { appendAudit } from "../audit";
import { isUniqueViolation, type Tx, transaction } from "../db";
import { notify } from "../notices/notify";
import { endGrants } from "../oidc/end-grants";
import { blindIndex, protect } from "../protect";
import { registryPerson } from "../registry/registry-person";
import { carryAll } from "../relations/tell";
import { servedEnterprise } from "./enterprise-case";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";
import { isOwnPerson, refuseOwn } from "./own-account";

type Listed = z.output<typeof registeredPerson>;

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

/**
 * 「税务登记」 of an enterprise and its people at the officer's own bureau (R7, E6): it waits for 信息确认, and so do its people.
 * Problems: `ENTERPRISE_REGISTERED` (wherever), `OWN_ACCOUNT` (the officer among the people).
 */
export async function registerEnterprise(
  form: z.output<typeof registerEnterpriseForm>,
  { officer, now }: OfficerContext,
): Promise<Result<{ to: string }>> {
  const { reason, legalRepresentative, financeManagers, handlers, taxpayerId, ...rest } = form;
  const { region } = officer;
  const people = [
    { role: "LEGAL_REPRESENTATIVE" as const, entry: legalRepresentative },
    ...financeManagers.map((entry) => ({ role: "FINANCE_MANAGER" as const, entry })),
    ...handlers.map((entry) => ({ role: "TAX_HANDLER" as const, entry })),
  ];
  if (await isOneOf(officer, people)) return refuseOwn("OWN_ACCOUNT", officer, {}, now);
  try {
    const id = await transaction(async (tx) => {
      const columns = { ...rest, creditCode: taxpayerId, region, status: "UNCONFIRMED" as const };
      const { id } = await tx.enterprise.create({ data: columns, select: { id: true } });
      for (const { role, entry } of people) {
        const personId = await registryPerson(tx, entry);
        await tx.relation.upsert({
          where: {
            personId_enterpriseId_role_living: { personId, enterpriseId: id, role, living: true },
          },
          create: {
            ...{ personId, enterpriseId: id, role },
            status: "REGISTERED",
            living: true,
            source: "REGISTRY",
            createdAt: now,
            ...mobileColumns(entry.mobile),
          },
          update: {},
          select: { id: true },
        });
      }
      const event = officerEvent("REGISTER_ENTERPRISE", officer, reason, now);
      await appendAudit(tx, { ...event, enterpriseId: id, detail: { people: people.length } });
      return id;
    });
    return success({ to: `/hall/enterprises/${id}` });
  } catch (error) {
    if (isUniqueViolation(error, "creditCode")) {
      return failure("ENTERPRISE_REGISTERED", { field: "taxpayerId" });
    }
    throw error;
  }
}

/**
 * 「登记人员」: puts one more person into the registry of an enterprise. A new 法定代表人 takes the place of the one before and is
 * bound at once when registered here; everybody else with an account is asked first (R7; 西藏 三(三)2–4).
 * Problems: those of `servedEnterprise`, `OWN_ACCOUNT`, `ENTERPRISE_UNKNOWN`, `ALREADY_LISTED`.
 */
export async function registerPerson(
  form: z.output<typeof registerPersonForm>,
  { officer, now }: OfficerContext,
): Promise<Result> {
  const { enterprise: enterpriseId, role, reason, ...entry } = form;
  const served = await servedEnterprise(officer, enterpriseId, now);
  if (!served.ok) return served;
  if (await isOneOf(officer, [{ entry }])) {
    return refuseOwn("OWN_ACCOUNT", officer, { enterpriseId }, now);
  }
  try {
    const messages = await transaction((tx) =>
      listPerson(tx, { enterpriseId, role, entry, reason }, officer, now),
    );
    await carryAll(messages, officer.region, now);
    return success();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    if (isUniqueViolation(error, "personId")) return failure("ALREADY_LISTED");
    throw error;
  }
}

type Listing = { enterpriseId: string; role: Role; entry: Listed; reason: string };

async function listPerson(
  tx: Tx,
  { enterpriseId, role, entry, reason }: Listing,
  officer: CurrentOfficer,
  now: Date,
): Promise<string[]> {
  const enterprise = await tx.enterprise.findFirst({
    where: { id: enterpriseId, region: officer.region, status: { not: "CLOSED" } },
    select: { name: true, status: true },
  });
  if (!enterprise) throw new Refused([{ code: "ENTERPRISE_UNKNOWN" }]);
  const personId = await registryPerson(tx, entry);
  const living = { enterpriseId, role, living: true };
  if ((await tx.relation.count({ where: { ...living, personId } })) > 0) {
    throw new Refused([{ code: "ALREADY_LISTED", field: "documentNumber" }]);
  }
  const params = { enterprise: enterprise.name, role: roleLabel(role) };
  const messages: string[] = [];
  if (role === "LEGAL_REPRESENTATIVE") messages.push(...(await endFormer(tx, living, params, now)));
  const account = await tx.account.findUnique({ where: { personId }, select: { status: true } });
  const asked = account?.status === "ACTIVE" && enterprise.status === "ACTIVE";
  const bound = asked && role === "LEGAL_REPRESENTATIVE";
  await tx.relation.create({
    data: {
      ...living,
      personId,
      status: bound ? "ACTIVE" : asked ? "PENDING_PERSON" : "REGISTERED",
      source: "REGISTRY",
      createdAt: now,
      decidedAt: bound ? now : null,
      ...mobileColumns(entry.mobile),
    },
    select: { id: true },
  });
  const kind = bound ? "LEGAL_REPRESENTATIVE_REGISTERED" : "HANDLER_REGISTERED";
  if (asked) messages.push(await notify(tx, { personId, kind, params }, now));
  const event = officerEvent("REGISTER_PERSON", officer, reason, now);
  await appendAudit(tx, { ...event, enterpriseId, personId, detail: { role } });
  return messages;
}

/** 法定代表人 is one: the one before is none any more. */
async function endFormer(
  tx: Tx,
  living: { enterpriseId: string; role: Role; living: boolean },
  params: Record<string, string>,
  now: Date,
): Promise<string[]> {
  const former = await tx.relation.findMany({
    where: living,
    select: { id: true, personId: true },
  });
  const relationId = { in: former.map(({ id }) => id) };
  await endGrants(tx, { session: { relationId } }, "RELATION_ENDED", now);
  await tx.relation.updateMany({
    where: living,
    data: { status: "REMOVED", living: null, inRegistry: false, decidedAt: now },
  });
  const messages: string[] = [];
  for (const { personId } of former) {
    messages.push(await notify(tx, { personId, kind: "RELATION_REMOVED", params }, now));
  }
  return messages;
}

async function isOneOf(
  officer: CurrentOfficer,
  people: readonly { entry: Pick<Listed, "documentNumber" | "mobile"> }[],
): Promise<boolean> {
  for (const { entry } of people) {
    const documentNumberIndex = blindIndex("documentNumber", entry.documentNumber);
    const phoneIndex = blindIndex("phone", entry.mobile);
    if (await isOwnPerson(officer, { documentNumberIndex, phoneIndex })) return true;
  }
  return false;
}

function mobileColumns(mobile: string) {
  return {
    registryMobileCipher: protect("Relation.registryMobile", mobile),
    registryMobileIndex: blindIndex("phone", mobile),
  };
}
