import "server-only";
import { setImmediate } from "node:timers/promises";
import { type ImportKind, readHeader } from "@/lib/domain/registry-file";
import type { Problem } from "@/lib/domain/result";
import { db, transaction } from "../db";
import { log } from "../log";
import { compareRun } from "./compare";
import { countLines } from "./count-lines";
import { dropFile, type Encoding, openFile } from "./file-store";
import { type Lease, LeaseLost, renewLease, takeLease } from "./lease";
import { CsvSyntaxError, csvRecords, FileUnreadable } from "./records";
import { type StagedRow, stageRow } from "./stage-row";

/** Lines stored together: few enough that logins do not wait. */
const LINES_AT_ONCE = 250;

const runColumns = {
  region: true,
  kind: true,
  requestedById: true,
  encoding: true,
  fileKeyCipher: true,
  lastLine: true,
  lineCount: true,
} as const;

/**
 * Reads the file of a run line by line into its waiting lines, compares them, and counts. Goes on where an interrupted process
 * stopped; never two processes at once. A failure of the machine leaves the run for the next one.
 */
export async function checkRun(id: string): Promise<void> {
  const lease = await takeLease(id, "CHECKING");
  if (!lease) return;
  try {
    await readAndCompare(lease);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    log.error("import check failed", { err: error });
  }
}

async function readAndCompare(taken: Lease): Promise<void> {
  const { id } = taken;
  const run = await db.importRun.findUniqueOrThrow({ where: { id }, select: runColumns });
  const { kind, region } = run;
  const stager = new Stager(taken, kind, run);
  const broken = await stager.readAll(run.encoding as Encoding, run.fileKeyCipher);
  const lease = await renewLease(db, stager.lease);
  if (broken) await addFindings(id, [broken]);
  else await compareRun(db, kind, { id, region, lastLine: stager.lastLine }, run);
  await conclude(await renewLease(db, lease));
}

/** What a file as a whole is refused for. */
type FileFinding = { line: number; column?: string; code: string };

class Stager {
  lastLine: number;
  private keys: string[] | null = null;
  private lineCount: number;
  private readBytes = 0;
  private rows: (StagedRow & { line: number })[] = [];
  private findings: FileFinding[] = [];

  constructor(
    public lease: Lease,
    private readonly kind: ImportKind,
    run: { lastLine: number; lineCount: number },
  ) {
    this.lastLine = run.lastLine;
    this.lineCount = run.lineCount;
  }

  /** Reads the whole file; what keeps it from being read to its end comes back. */
  async readAll(encoding: Encoding, fileKeyCipher: string | null): Promise<FileFinding | null> {
    if (!fileKeyCipher) return { line: 0, code: "FILE_LOST" };
    const file = openFile(this.lease.id, fileKeyCipher);
    const records = csvRecords(file, encoding, (bytes) => {
      this.readBytes += bytes;
    });
    try {
      for await (const { line, cells } of records) {
        if (!this.keys) {
          if (!this.readTitles(line, cells)) break;
        } else if (line > this.lastLine) {
          await this.take(line, this.keys, cells);
        }
      }
      await this.store();
    } catch (error) {
      if (error instanceof CsvSyntaxError) return { line: error.line, code: "FILE_SYNTAX" };
      if (error instanceof FileUnreadable) return { line: 0, code: "FILE_LOST" };
      throw error;
    }
    return this.lineCount === 0 && this.keys ? { line: 0, code: "FILE_WITHOUT_LINES" } : null;
  }

  private readTitles(line: number, titles: string[]): boolean {
    const header = readHeader(this.kind, titles);
    if ("keys" in header) {
      this.keys = header.keys;
      return true;
    }
    this.findings.push(...header.problems.map((problem) => ({ line, ...problem })));
    return false;
  }

  private async take(line: number, keys: string[], cells: string[]): Promise<void> {
    const read = stageRow(this.kind, keys, cells);
    if ("row" in read) this.rows.push({ ...read.row, line });
    else this.findings.push(...read.problems.map((problem) => findingOf(line, problem)));
    this.lastLine = line;
    this.lineCount += 1;
    if (this.rows.length + this.findings.length >= LINES_AT_ONCE) await this.store();
  }

  /** Stores what was read since the last time, with how far that is: all of it or nothing. */
  private async store(): Promise<void> {
    const { rows, findings, lastLine, lineCount, readBytes } = this;
    const runId = this.lease.id;
    this.lease = await transaction(async (tx) => {
      const renewed = await renewLease(tx, this.lease, { lastLine, lineCount, readBytes });
      if (rows.length > 0) {
        await tx.importRow.createMany({ data: rows.map((row) => ({ ...row, runId })) });
      }
      if (findings.length > 0) {
        await tx.importFinding.createMany({ data: findings.map((each) => asError(runId, each)) });
      }
      return renewed;
    });
    this.rows = [];
    this.findings = [];
    await setImmediate();
  }
}

function findingOf(line: number, { code, field = "" }: Problem): FileFinding {
  return { line, column: field, code };
}

function asError(runId: string, { line, column = "", code }: FileFinding) {
  return { runId, line, column, code, severity: "ERROR" as const };
}

async function addFindings(runId: string, findings: FileFinding[]): Promise<void> {
  for (const finding of findings) {
    const create = asError(runId, finding);
    const { line, column, code } = create;
    await db.importFinding.upsert({
      where: { runId_line_column_code: { runId, line, column, code } },
      create,
      update: {},
    });
  }
}

/** Counts, and says whether the run may be approved. The file is not needed any more. */
async function conclude(lease: Lease): Promise<void> {
  const { id } = lease;
  const counts = await countLines(db, id);
  await db.importRun.updateMany({
    where: lease,
    data: {
      ...counts,
      status: counts.errorCount > 0 ? "INVALID" : "READY",
      leaseUntil: null,
      fileKeyCipher: null,
      updatedAt: new Date(),
    },
  });
  await dropFile(id);
}
