import "server-only";
import { browserName } from "@/lib/domain/browser-name";
import { addDays, formatMoment, startOfDay } from "@/lib/domain/china-time";
import { CSV_BOM, csvLine } from "@/lib/domain/csv";
import { auditActionLabel, auditActorLabel, auditOutcomeLabel } from "@/lib/messages/audit";
import { findRegion } from "@/lib/regions/list";
import { db } from "../db";

export const EVENTS_ON_ONE_PAGE = 20;
/** Events read at once for an export, so that a long history is never whole in memory. */
const EXPORT_BATCH = 500;

/** First and last day, both inclusive, "YYYY-MM-DD" in Asia/Shanghai; null: no limit. */
export type HistoryDays = { from: string | null; to: string | null };

const EVENT_COLUMNS = {
  sequence: true,
  at: true,
  action: true,
  outcome: true,
  region: true,
  actorKind: true,
  actorId: true,
  personId: true,
  enterpriseId: true,
  agencyId: true,
  subjectKind: true,
  subjectId: true,
} as const;

/**
 * Whose history: a person's own, or that of an enterprise for its managers. An action by a handler is in both (B12).
 */
export type HistoryScope = { personId: string } | { enterpriseId: string };

/** One thing that happened to a person's account, or was done for an enterprise, in words (登录与安全记录, 企业办理记录). */
export type HistoryEvent = {
  sequence: number;
  at: Date;
  action: string;
  refused: boolean;
  outcome: string;
  /** In one's own history without the names of others; an enterprise is told who acts for it, and for which agency. */
  actor: string;
  region: string;
  /** The enterprise of a person's event; in that of an enterprise, the person it concerns when they did not do it themselves. */
  about: string;
  /** Browser and place, where the event belongs to a login of the person whose history it is. */
  device: string;
  place: string;
};

function eventsOf(scope: HistoryScope, { from, to }: HistoryDays) {
  return {
    ...scope,
    at: {
      ...(from && { gte: startOfDay(from) }),
      ...(to && { lt: startOfDay(addDays(to, 1)) }),
    },
  };
}

/** A page of logins and other events, newest first; `page` counts from 1. */
export async function historyPage(scope: HistoryScope, days: HistoryDays, page: number) {
  const where = eventsOf(scope, days);
  const [rows, total] = await Promise.all([
    db.auditEvent.findMany({
      where,
      orderBy: { sequence: "desc" },
      skip: (page - 1) * EVENTS_ON_ONE_PAGE,
      take: EVENTS_ON_ONE_PAGE,
      select: EVENT_COLUMNS,
    }),
    db.auditEvent.count({ where }),
  ]);
  return { events: await inWords(scope, rows), total };
}

const HEADER = ["时间", "事项", "结果", "操作人", "税务机关"];
const OWN_HEADER = [...HEADER, "企业", "设备", "地点"];
const ENTERPRISE_HEADER = [...HEADER, "涉及人员"];

/** The same as the lines of a CSV file, read in batches while the file is sent (B12). */
export async function* historyCsv(
  scope: HistoryScope,
  days: HistoryDays,
): AsyncGenerator<string, void, void> {
  const own = "personId" in scope;
  yield CSV_BOM + csvLine(own ? OWN_HEADER : ENTERPRISE_HEADER);
  let before: number | undefined;
  for (;;) {
    const rows = await db.auditEvent.findMany({
      where: { ...eventsOf(scope, days), sequence: { lt: before } },
      orderBy: { sequence: "desc" },
      take: EXPORT_BATCH,
      select: EVENT_COLUMNS,
    });
    const events = await inWords(scope, rows);
    if (events.length > 0) yield events.map((event) => csvLine(cellsOf(event, own))).join("");
    before = rows.at(-1)?.sequence;
    if (rows.length < EXPORT_BATCH) return;
  }
}

function cellsOf(event: HistoryEvent, own: boolean): string[] {
  const { at, action, outcome, actor, region, about, device, place } = event;
  const cells = [formatMoment(at), action, outcome, actor, region, about];
  return own ? [...cells, device, place] : cells;
}

type EventRow = Awaited<
  ReturnType<typeof db.auditEvent.findMany<{ select: typeof EVENT_COLUMNS }>>
>[number];

function inWords(scope: HistoryScope, rows: readonly EventRow[]): Promise<HistoryEvent[]> {
  return "personId" in scope ? inOwnWords(scope.personId, rows) : inEnterpriseWords(rows);
}

/** Events with the names of enterprises and, for those of a login of this person, browser and place: two more queries. */
async function inOwnWords(personId: string, rows: readonly EventRow[]): Promise<HistoryEvent[]> {
  const logins = rows.filter(({ subjectKind }) => subjectKind === "LoginSession");
  const [sessions, nameOf] = await Promise.all([
    db.loginSession.findMany({
      where: { personId, id: { in: distinct(logins.map(({ subjectId }) => subjectId)) } },
      select: { id: true, userAgent: true, place: true },
    }),
    enterpriseNames(rows.map(({ enterpriseId }) => enterpriseId)),
  ]);
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  return rows.map((row) => {
    const session = sessionOf.get(row.subjectId ?? "");
    return {
      ...common(row),
      actor: auditActorLabel(row.actorKind, row.actorId === personId),
      about: nameOf.get(row.enterpriseId ?? "") ?? "",
      device: session ? browserName(session.userAgent) : "",
      place: session?.place ?? "",
    };
  });
}

/** Events with the names of the people of the enterprise and of agencies that acted for it: two more queries. */
async function inEnterpriseWords(rows: readonly EventRow[]): Promise<HistoryEvent[]> {
  const people = rows.flatMap(({ actorKind, actorId, personId }) =>
    actorKind === "PERSON" ? [actorId, personId] : [personId],
  );
  const [named, agencyOf] = await Promise.all([
    db.person.findMany({
      where: { id: { in: distinct(people) } },
      select: { id: true, name: true },
    }),
    enterpriseNames(rows.map(({ agencyId }) => agencyId)),
  ]);
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const person = row.actorKind === "PERSON" ? nameOf.get(row.actorId ?? "") : undefined;
    const agency = agencyOf.get(row.agencyId ?? "");
    const actor = person ?? auditActorLabel(row.actorKind, false);
    return {
      ...common(row),
      actor: agency ? `${actor}（${agency}）` : actor,
      about: row.personId === row.actorId ? "" : (nameOf.get(row.personId ?? "") ?? ""),
      device: "",
      place: "",
    };
  });
}

function common(row: EventRow) {
  return {
    sequence: row.sequence,
    at: row.at,
    action: auditActionLabel(row.action),
    refused: row.outcome === "REFUSED",
    outcome: auditOutcomeLabel(row.outcome),
    region: findRegion(row.region ?? "")?.name ?? "",
  };
}

async function enterpriseNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await db.enterprise.findMany({
    where: { id: { in: distinct(ids) } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
