import "server-only";
import { z } from "zod";
import { addDays, startOfDay } from "@/lib/domain/china-time";
import { failure, type Result, success } from "@/lib/domain/result";
import type { AuditSearch } from "@/lib/schemas/audit-trail";
import { type AuditEntry, appendNumberedAudit } from "../audit";
import { db, transaction } from "../db";
import type { CurrentOfficer } from "../hall/officer-session";
import { blindIndex } from "../protect";

type Context = { officer: CurrentOfficer; now: Date };

/** Minutes what a search found may be paged through and exported, and the file of an export fetched. */
const USABLE_MINUTES = { SEARCH_AUDIT_TRAIL: 8 * 60, EXPORT_AUDIT_TRAIL: 10 } as const;

/** What was looked for, by ids: as the record of the search itself keeps it. */
const filterSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  event: z.string().nullable(),
  outcome: z.string().nullable(),
  officerId: z.string().nullable(),
  /** Ids, a space between; empty when nobody has the number. Null: whoever. */
  people: z.string().nullable(),
  enterprises: z.string().nullable(),
});

export type AuditFilter = z.output<typeof filterSchema>;

/**
 * Looks something up in the audit trail (查询审计日志). The look-up is recorded with its reason before anything is shown, and
 * what is shown is asked by the number of that record: no number of a person gets into an address. One that nobody has
 * finds nothing, like one without events. Problems: `EMPLOYEE_NUMBER_UNKNOWN` at `employeeNumber`.
 */
export async function searchAuditTrail(
  { employeeNumber, documentNumber, taxpayerId, reason, ...rest }: AuditSearch,
  { officer, now }: Context,
): Promise<Result<{ to: string }>> {
  const [officers, people, enterprises] = await Promise.all([
    employeeNumber &&
      db.officer.findMany({
        where: { employeeNumber, region: officer.region },
        select: { id: true },
      }),
    documentNumber &&
      db.person.findMany({
        where: { documentNumberIndex: blindIndex("documentNumber", documentNumber) },
        select: { id: true },
      }),
    taxpayerId &&
      db.enterprise.findMany({ where: { creditCode: taxpayerId }, select: { id: true } }),
  ]);
  if (officers && !officers[0])
    return failure("EMPLOYEE_NUMBER_UNKNOWN", { field: "employeeNumber" });
  const filter: AuditFilter = {
    ...rest,
    officerId: officers ? (officers[0]?.id ?? null) : null,
    people: people ? idsOf(people) : null,
    enterprises: enterprises ? idsOf(enterprises) : null,
  };
  const search = await record("SEARCH_AUDIT_TRAIL", filter, reason, { officer, now });
  return success({ to: `/hall/audit?search=${search}` });
}

/**
 * 导出 of what a search found: recorded with its reason; the answer's number opens the file once.
 * Problems: `SEARCH_ENDED`.
 */
export async function exportAuditTrail(
  { search, reason }: { search: number; reason: string },
  { officer, now }: Context,
): Promise<Result<{ file: string }>> {
  const filter = await readSearch(search, { officer, now });
  if (!filter) return failure("SEARCH_ENDED");
  const number = await record("EXPORT_AUDIT_TRAIL", filter, reason, { officer, now });
  return success({ file: `/hall/audit/export?file=${number}` });
}

/** What the officer's own search or export of that number is about, while it may be used; else null. */
export async function readSearch(
  sequence: number,
  { officer, now }: Context,
  action: keyof typeof USABLE_MINUTES = "SEARCH_AUDIT_TRAIL",
): Promise<AuditFilter | null> {
  const row = await db.auditEvent.findFirst({
    where: {
      sequence,
      action,
      region: officer.region,
      actorKind: "OFFICER",
      actorId: officer.officerId,
      at: { gt: new Date(now.getTime() - USABLE_MINUTES[action] * 60_000) },
    },
    select: { detail: true },
  });
  return row ? filterSchema.parse(JSON.parse(row.detail)) : null;
}

/** The events a search is about, of the officer's own bureau only. */
export function eventsOf(filter: AuditFilter, officer: CurrentOfficer) {
  const { from, to, event, outcome, officerId, people, enterprises } = filter;
  return {
    region: officer.region,
    at: {
      ...(from && { gte: startOfDay(from) }),
      ...(to && { lt: startOfDay(addDays(to, 1)) }),
    },
    ...(event && { action: event }),
    ...(outcome && { outcome }),
    ...(officerId && { actorKind: "OFFICER", actorId: officerId }),
    ...(people !== null && { personId: { in: people.split(" ") } }),
    ...(enterprises !== null && { enterpriseId: { in: enterprises.split(" ") } }),
  };
}

/** The one id that was looked for shows the look-up in that person's or enterprise's own history (B13). */
async function record(
  action: string,
  filter: AuditFilter,
  reason: string,
  { officer, now }: Context,
): Promise<number> {
  const entry: AuditEntry = {
    at: now,
    action,
    outcome: "OK",
    region: officer.region,
    actorKind: "OFFICER",
    actorId: officer.officerId,
    personId: onlyOne(filter.people),
    enterpriseId: onlyOne(filter.enterprises),
    subjectKind: "AuditEvent",
    detail: filter,
    reason,
  };
  return transaction((tx) => appendNumberedAudit(tx, entry));
}

function idsOf(rows: readonly { id: string }[]): string {
  return rows.map(({ id }) => id).join(" ");
}

function onlyOne(ids: string | null): string | undefined {
  return ids && !ids.includes(" ") ? ids : undefined;
}
