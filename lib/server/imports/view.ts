import "server-only";
import { csvLine } from "@/lib/domain/csv";
import { columnTitle, type ImportKind } from "@/lib/domain/registry-file";
import { messageOf } from "@/lib/messages";
import { db } from "../db";
import { stillWaiting } from "../hall/four-eyes-request";
import type { CurrentOfficer } from "../hall/officer-store";

const SHOWN_RUNS = 50;
const SHOWN_FINDINGS = 50;
const FINDINGS_AT_ONCE = 1_000;

const listed = {
  id: true,
  kind: true,
  status: true,
  reason: true,
  createdAt: true,
  requestedById: true,
  lineCount: true,
} as const;

/** The runs of the officer's bureau, the newest first. */
export async function listImports({ region }: CurrentOfficer) {
  const rows = await db.importRun.findMany({
    where: { region },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN_RUNS,
    select: listed,
  });
  const names = await officerNames(rows.map(({ requestedById }) => requestedById));
  return rows.map(({ requestedById, ...row }) => ({
    ...row,
    requestedBy: names.get(requestedById) ?? "",
  }));
}

/** A run of the officer's bureau with what was found, or null. */
export async function importView(id: string, officer: CurrentOfficer, now: Date) {
  const { region, officerId } = officer;
  const run = await db.importRun.findFirst({
    where: { id, region },
    omit: { fileKeyCipher: true },
  });
  if (!run) return null;
  const [findings, codes, waiting, names] = await Promise.all([
    db.importFinding.findMany({
      where: { runId: id },
      orderBy: [{ severity: "asc" }, { line: "asc" }, { column: "asc" }],
      take: SHOWN_FINDINGS,
      select: findingColumns,
    }),
    db.importFinding.count({ where: { runId: id } }),
    db.fourEyesRequest.count({ where: { subjectId: id, kind: "IMPORT", ...stillWaiting(now) } }),
    officerNames([run.requestedById, run.approvedById ?? ""]),
  ]);
  return {
    ...run,
    findings: findings.map((finding) => inWords(run.kind, finding)),
    findingCount: codes,
    waiting: waiting > 0,
    own: run.requestedById === officerId,
    requestedBy: names.get(run.requestedById) ?? "",
    approvedBy: names.get(run.approvedById ?? "") ?? null,
  };
}

const findingColumns = { line: true, column: true, code: true, severity: true } as const;
type Finding = { line: number; column: string; code: string; severity: "ERROR" | "WARNING" };

function inWords(kind: ImportKind, { line, column, code, severity }: Finding) {
  const label = columnTitle(kind, column);
  return {
    key: `${line} ${column} ${code}`,
    line: line === 0 ? "文件" : String(line),
    column: label,
    severity,
    text: messageOf({ code, params: label ? { label } : {} }),
  };
}

/** The whole report (错误报告) as lines of a CSV file, by line numbers and reasons only; nothing when the run is another bureau's. */
export async function* findingLines(
  id: string,
  { region }: CurrentOfficer,
): AsyncGenerator<string> {
  yield csvLine(["行号", "列", "级别", "说明"]);
  const run = await db.importRun.findFirst({ where: { id, region }, select: { kind: true } });
  if (!run) return;
  for (let skip = 0; ; skip += FINDINGS_AT_ONCE) {
    const rows = await db.importFinding.findMany({
      where: { runId: id },
      orderBy: [{ line: "asc" }, { column: "asc" }, { code: "asc" }],
      skip,
      take: FINDINGS_AT_ONCE,
      select: findingColumns,
    });
    for (const row of rows) {
      const { line, column, severity, text } = inWords(run.kind, row);
      yield csvLine([line, column, severity === "ERROR" ? "错误" : "提示", text]);
    }
    if (rows.length < FINDINGS_AT_ONCE) return;
  }
}

async function officerNames(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.officer.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
