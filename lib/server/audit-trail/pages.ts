import "server-only";
import { timestampOf } from "@/lib/domain/china-time";
import { CSV_BOM, csvLine } from "@/lib/domain/csv";
import { maskName } from "@/lib/domain/masking";
import { auditActionLabel, auditActorLabel, auditOutcomeLabel } from "@/lib/messages/audit";
import { db } from "../db";
import type { CurrentOfficer } from "../hall/officer-session";
import { consumeOnce } from "../rate-limit";
import { type AuditFilter, eventsOf, readSearch } from "./search";

const ON_ONE_PAGE = 50;
/** Events read at once for an export. */
const EXPORT_BATCH = 500;
/** Minutes an opened export is remembered: longer than it can be opened. */
const EXPORT_REMEMBERED_MINUTES = 20;

/** One event of the audit trail in words, for officers: people by masked names, officers by theirs. */
export type AuditLine = {
  sequence: number;
  at: Date;
  action: string;
  refused: boolean;
  outcome: string;
  actor: string;
  person: string;
  enterprise: string;
  subject: string;
  detail: string;
  reason: string;
  hash: string;
};

/**
 * A page of what a search found, newest first, by keyset: `before` is the last event of the page before. One event more is
 * asked for to know whether there is another page.
 */
export async function auditPage(
  filter: AuditFilter,
  officer: CurrentOfficer,
  before: number | null,
): Promise<{ lines: AuditLine[]; next: number | null }> {
  const rows = await eventsBefore(filter, officer, before, ON_ONE_PAGE + 1);
  const shown = rows.slice(0, ON_ONE_PAGE);
  const more = rows.length > ON_ONE_PAGE;
  return { lines: await inWords(shown), next: more ? (shown.at(-1)?.sequence ?? null) : null };
}

const HEADER = [
  "序号",
  "时间",
  "事项",
  "结果",
  "操作人",
  "涉及人员",
  "涉及企业",
  "对象",
  "明细",
  "办理事由",
  "哈希",
];

/**
 * The file of an export (导出审计日志), once and within ten minutes; null when there is none. Read in batches while it is sent;
 * cells that a spreadsheet would calculate are text.
 */
export async function auditCsv(
  number: number,
  { officer, now }: { officer: CurrentOfficer; now: Date },
): Promise<AsyncGenerator<string, void, void> | null> {
  const filter = await readSearch(number, { officer, now }, "EXPORT_AUDIT_TRAIL");
  if (!filter) return null;
  const until = new Date(now.getTime() + EXPORT_REMEMBERED_MINUTES * 60_000);
  if (!(await consumeOnce(`audit-export:${number}`, until))) return null;
  return csvLines(filter, officer, number);
}

/** Events up to the export itself, so that a file ends where its record says. */
async function* csvLines(
  filter: AuditFilter,
  officer: CurrentOfficer,
  number: number,
): AsyncGenerator<string, void, void> {
  yield CSV_BOM + csvLine(HEADER);
  let before = number;
  for (;;) {
    const rows = await eventsBefore(filter, officer, before, EXPORT_BATCH);
    const lines = await inWords(rows);
    if (lines.length > 0) yield lines.map((line) => csvLine(cellsOf(line))).join("");
    if (rows.length < EXPORT_BATCH) return;
    before = rows.at(-1)?.sequence ?? 0;
  }
}

function cellsOf(line: AuditLine): string[] {
  const { sequence, at, action, outcome, actor, person, enterprise, subject } = line;
  const { detail, reason, hash } = line;
  return [
    String(sequence),
    timestampOf(at),
    action,
    outcome,
    actor,
    person,
    enterprise,
    subject,
    detail,
    reason,
    hash,
  ];
}

type EventRow = Awaited<ReturnType<typeof eventsBefore>>[number];

function eventsBefore(
  filter: AuditFilter,
  officer: CurrentOfficer,
  before: number | null,
  take: number,
) {
  return db.auditEvent.findMany({
    where: { ...eventsOf(filter, officer), ...(before !== null && { sequence: { lt: before } }) },
    orderBy: { sequence: "desc" },
    take,
    omit: { previousHash: true },
  });
}

/** Events with the names of officers, people and enterprises: three more queries. */
async function inWords(rows: readonly EventRow[]): Promise<AuditLine[]> {
  const select = { id: true, name: true };
  const actors = (kind: string) =>
    rows.filter(({ actorKind }) => actorKind === kind).map(({ actorId }) => actorId);
  const [officers, people, enterprises] = await Promise.all([
    db.officer.findMany({
      where: { id: { in: distinct(actors("OFFICER")) } },
      select: { ...select, employeeNumber: true },
    }),
    db.person.findMany({
      where: {
        id: { in: distinct([...actors("PERSON"), ...rows.map(({ personId }) => personId)]) },
      },
      select,
    }),
    db.enterprise.findMany({
      where: {
        id: {
          in: distinct(rows.flatMap(({ enterpriseId, agencyId }) => [enterpriseId, agencyId])),
        },
      },
      select,
    }),
  ]);
  const officerOf = new Map(
    officers.map(({ id, name, employeeNumber }) => [id, `${name}（工号${employeeNumber}）`]),
  );
  const personOf = new Map(people.map(({ id, name }) => [id, maskName(name)]));
  const enterpriseOf = new Map(enterprises.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const named = { OFFICER: officerOf, PERSON: personOf }[row.actorKind]?.get(row.actorId ?? "");
    const agency = enterpriseOf.get(row.agencyId ?? "");
    const actor = named ?? auditActorLabel(row.actorKind, false);
    return {
      sequence: row.sequence,
      at: row.at,
      action: auditActionLabel(row.action),
      refused: row.outcome === "REFUSED",
      outcome: auditOutcomeLabel(row.outcome),
      actor: agency ? `${actor}（${agency}）` : actor,
      person: personOf.get(row.personId ?? "") ?? "",
      enterprise: enterpriseOf.get(row.enterpriseId ?? "") ?? "",
      subject: [row.subjectKind, row.subjectId].filter(Boolean).join(" "),
      detail: detailText(row.detail),
      reason: row.reason ?? "",
      hash: row.hash,
    };
  });
}

/** `{"entry":"PERSON"}` → "entry=PERSON"; nothing that is absent. */
function detailText(detail: string): string {
  return Object.entries(JSON.parse(detail) as Record<string, unknown>)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}=${value}`)
    .join("；");
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
