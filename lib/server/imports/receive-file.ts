import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { db } from "../db";
import { checkRun } from "./check-run";
import { dropFile, fileTooLong, keepFile, longestFile } from "./file-store";
import { deleteRows, type Handling, isWaiting, ownOpenRun } from "./runs";

/** An upload that has stopped for so long is given up, and another may begin. */
const UPLOAD_MINUTES = 15;

/** Nothing is known of a new file yet. */
const NOTHING_READ = {
  readBytes: 0,
  lastLine: 0,
  lineCount: 0,
  errorCount: 0,
  newCount: 0,
  knownCount: 0,
  skippedCount: 0,
  blankedCount: 0,
};

type Upload = {
  body: ReadableStream<Uint8Array>;
  /** Length the browser announces, bytes; null when it does not. */
  announced: number | null;
};

/**
 * Takes the file of a run in, or another one instead of it, and begins to read it. Problems: `IMPORT_NOT_OPEN`, `IMPORT_BUSY` while
 * another upload of the same run goes on, and those of `keepFile`; a file announced as too long is not read at all.
 */
export async function receiveFile(
  id: string,
  { body, announced }: Upload,
  { officer, now }: Handling,
): Promise<Result> {
  if (announced !== null && announced > longestFile()) return fileTooLong();
  const own = ownOpenRun(id, officer);
  if ((await db.importRun.count({ where: own })) === 0) return failure("IMPORT_NOT_OPEN");
  if (await isWaiting(db, id, now)) return failure("IMPORT_WAITS");
  const leaseUntil = new Date(now.getTime() + UPLOAD_MINUTES * 60_000);
  const { count } = await db.importRun.updateMany({
    where: { ...own, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] },
    data: { status: "WAITING_FILE", leaseUntil, updatedAt: now, fileKeyCipher: null },
  });
  if (count === 0) return failure("IMPORT_BUSY");
  const mine = { id, status: "WAITING_FILE" as const, leaseUntil };
  try {
    const kept = await keepFile(id, body);
    if (!kept.ok) return kept;
    await deleteRows(id);
    await db.importFinding.deleteMany({ where: { runId: id } });
    const begun = await db.importRun.updateMany({
      where: mine,
      data: {
        ...kept.value,
        ...NOTHING_READ,
        fileNumber: { increment: 1 },
        status: "CHECKING",
        leaseUntil: null,
      },
    });
    if (begun.count === 0) {
      await dropFile(id);
      return failure("IMPORT_NOT_OPEN");
    }
  } finally {
    await db.importRun.updateMany({ where: mine, data: { leaseUntil: null } });
  }
  void checkRun(id);
  return success();
}
