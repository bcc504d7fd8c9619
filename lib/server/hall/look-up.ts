import "server-only";
import { maskDocumentNumber, maskName } from "@/lib/domain/masking";
import { normalizeCode, normalizePhone } from "@/lib/domain/normalize";
import { sameName } from "@/lib/domain/registration-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { type AuditEntry, appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { blindIndex, reveal } from "../protect";
import { takeFromWindow } from "../rate-limit";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";

/** Hits shown; whoever gets more has to say more. */
const MOST_HITS = 10;
/** Look-ups of one officer in ten minutes: nobody leafs through people (B10). */
const LOOK_UPS_PER_WINDOW = 60;
const WINDOW_SECONDS = 600;
/** Minutes a look-up lets its officer open and serve what it found. */
const CASE_MINUTES = 30;

/** A person as the list of a look-up shows them: enough to tell people apart, no more. */
export type PersonHit = {
  id: string;
  name: string;
  documentType: string;
  documentNumber: string;
  registered: boolean;
};

/** An enterprise as the list of a look-up shows it. */
export type EnterpriseHit = { id: string; name: string; creditCode: string; status: string };

/**
 * 人员查询 by 证件号码 or 手机号码, and the name when given. Each hit is in the audit trail with its reason, without what was typed;
 * the person sees it in their history (B13). Problems: `RATE_LIMITED`, `PERSON_NOT_FOUND` (alike for another name).
 */
export async function lookUpPerson(
  form: { identifier: string; name: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ people: PersonHit[] }>> {
  const limited = await takeLookUp(officer, now);
  if (limited) return limited;
  const phone = blindIndex("phone", normalizePhone(form.identifier));
  const rows = await db.person.findMany({
    where: {
      OR: [
        { documentNumberIndex: blindIndex("documentNumber", normalizeCode(form.identifier)) },
        { phones: { some: { numberIndex: phone } } },
        { collections: { some: { phoneIndex: phone } } },
      ],
    },
    orderBy: { id: "asc" },
    take: MOST_HITS,
    select: {
      id: true,
      name: true,
      documentType: true,
      documentNumberCipher: true,
      account: { select: { status: true } },
    },
  });
  const people = rows.filter(({ name }) => form.name === "" || sameName(name, form.name));
  const found = people.map(({ id }) => ({ personId: id }));
  await record("LOOK_UP_PERSON", found, form.reason, officer, now);
  if (people.length === 0) return failure("PERSON_NOT_FOUND", { field: "identifier" });
  return success({
    people: people.map(({ id, name, documentType, documentNumberCipher, account }) => ({
      id,
      name: maskName(name),
      documentType,
      documentNumber: maskDocumentNumber(reveal("Person.documentNumber", documentNumberCipher)),
      registered: account?.status === "ACTIVE",
    })),
  });
}

/**
 * 企业查询 of the officer's own bureau, by 统一社会信用代码/纳税人识别号 or part of the name. Problems: `RATE_LIMITED`,
 * `ENTERPRISE_UNKNOWN` (also for those of other bureaus), `TOO_MANY_FOUND`.
 */
export async function lookUpEnterprise(
  form: { identifier: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ enterprises: EnterpriseHit[] }>> {
  const limited = await takeLookUp(officer, now);
  if (limited) return limited;
  const enterprises = await db.enterprise.findMany({
    where: {
      region: officer.region,
      OR: [{ creditCode: normalizeCode(form.identifier) }, { name: { contains: form.identifier } }],
    },
    orderBy: { id: "asc" },
    take: MOST_HITS + 1,
    select: { id: true, name: true, creditCode: true, status: true },
  });
  if (enterprises.length > MOST_HITS) {
    await record("LOOK_UP_ENTERPRISE", [], form.reason, officer, now);
    return failure("TOO_MANY_FOUND", { field: "identifier" });
  }
  const found = enterprises.map(({ id }) => ({ enterpriseId: id }));
  await record("LOOK_UP_ENTERPRISE", found, form.reason, officer, now);
  if (enterprises.length === 0) return failure("ENTERPRISE_UNKNOWN", { field: "identifier" });
  return success({ enterprises });
}

async function takeLookUp({ officerId }: CurrentOfficer, now: Date) {
  const window = await takeFromWindow(`look-ups:${officerId}`, {
    limit: LOOK_UPS_PER_WINDOW,
    windowSeconds: WINDOW_SECONDS,
    now,
  });
  if (window.allowed) return null;
  return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
}

type Found = { personId: string } | { enterpriseId: string };

/** One event for each that was found, or one that says nothing was. */
function record(
  action: string,
  found: readonly Found[],
  reason: string,
  officer: CurrentOfficer,
  now: Date,
): Promise<void> {
  const event = { ...officerEvent(action, officer, reason, now), detail: { found: found.length } };
  return transaction(async (tx) => {
    if (found.length === 0) await appendAudit(tx, event);
    for (const subject of found) await appendAudit(tx, { ...event, ...subject });
  });
}

/** What every event of an officer's has in common. */
export function officerEvent(
  action: string,
  { officerId, region }: CurrentOfficer,
  reason: string,
  at: Date,
): AuditEntry {
  return { at, action, outcome: "OK", region, actorKind: "OFFICER", actorId: officerId, reason };
}

/**
 * Whether this officer has looked this one up, with a reason, within the last half hour, or has just made it: only then is it
 * shown or changed. The audit trail itself says so.
 */
export async function isOpenCase(
  { officerId }: Pick<CurrentOfficer, "officerId">,
  subject: Found,
  now: Date,
  tx: Tx = db,
): Promise<boolean> {
  const since = new Date(now.getTime() - CASE_MINUTES * 60_000);
  const kinds = [
    "LOOK_UP_PERSON",
    "LOOK_UP_ENTERPRISE",
    "COLLECT_REAL_NAME",
    "REGISTER_ENTERPRISE",
  ];
  const events = await tx.auditEvent.count({
    where: { ...subject, action: { in: kinds }, actorId: officerId, at: { gte: since } },
  });
  return events > 0;
}
