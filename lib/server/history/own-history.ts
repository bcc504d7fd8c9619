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
  enterpriseId: true,
  subjectKind: true,
  subjectId: true,
} as const;

/** One thing that happened to a person's account, in words (登录与安全记录). */
export type HistoryEvent = {
  sequence: number;
  at: Date;
  action: string;
  refused: boolean;
  outcome: string;
  actor: string;
  region: string;
  enterprise: string;
  /** Browser and place, where the event belongs to a login. */
  device: string;
  place: string;
};

function eventsOf(personId: string, { from, to }: HistoryDays) {
  return {
    personId,
    at: {
      ...(from && { gte: startOfDay(from) }),
      ...(to && { lt: startOfDay(addDays(to, 1)) }),
    },
  };
}

/** A page of a person's own logins and security events, newest first; `page` counts from 1. */
export async function ownHistory(personId: string, days: HistoryDays, page: number) {
  const where = eventsOf(personId, days);
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
  return { events: await inWords(personId, rows), total };
}

const HEADER = ["时间", "事项", "结果", "操作人", "税务机关", "企业", "设备", "地点"];

/** The same as the lines of a CSV file, read in batches while the file is sent (B12). */
export async function* ownHistoryCsv(
  personId: string,
  days: HistoryDays,
): AsyncGenerator<string, void, void> {
  yield CSV_BOM + csvLine(HEADER);
  let before: number | undefined;
  for (;;) {
    const rows = await db.auditEvent.findMany({
      where: { ...eventsOf(personId, days), sequence: { lt: before } },
      orderBy: { sequence: "desc" },
      take: EXPORT_BATCH,
      select: EVENT_COLUMNS,
    });
    const events = await inWords(personId, rows);
    if (events.length > 0) yield events.map(lineOf).join("");
    before = rows.at(-1)?.sequence;
    if (rows.length < EXPORT_BATCH) return;
  }
}

function lineOf(event: HistoryEvent): string {
  const { at, action, outcome, actor, region, enterprise, device, place } = event;
  return csvLine([formatMoment(at), action, outcome, actor, region, enterprise, device, place]);
}

type EventRow = Awaited<
  ReturnType<typeof db.auditEvent.findMany<{ select: typeof EVENT_COLUMNS }>>
>[number];

/** Events with the names of enterprises and, for those of a login of this person, browser and place: two more queries. */
async function inWords(personId: string, rows: readonly EventRow[]): Promise<HistoryEvent[]> {
  const logins = rows.filter(({ subjectKind }) => subjectKind === "LoginSession");
  const [sessions, enterprises] = await Promise.all([
    db.loginSession.findMany({
      where: { personId, id: { in: distinct(logins.map(({ subjectId }) => subjectId)) } },
      select: { id: true, userAgent: true, place: true },
    }),
    db.enterprise.findMany({
      where: { id: { in: distinct(rows.map(({ enterpriseId }) => enterpriseId)) } },
      select: { id: true, name: true },
    }),
  ]);
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const nameOf = new Map(enterprises.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const session = sessionOf.get(row.subjectId ?? "");
    return {
      sequence: row.sequence,
      at: row.at,
      action: auditActionLabel(row.action),
      refused: row.outcome === "REFUSED",
      outcome: auditOutcomeLabel(row.outcome),
      actor: auditActorLabel(row.actorKind, row.actorId === personId),
      region: findRegion(row.region ?? "")?.name ?? "",
      enterprise: nameOf.get(row.enterpriseId ?? "") ?? "",
      device: session ? browserName(session.userAgent) : "",
      place: session?.place ?? "",
    };
  });
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
