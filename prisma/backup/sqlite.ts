import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { sqlitePath } from "@/lib/server/db/url";
import { BackupError } from "@/prisma/backup/backup-error";
import { demandIntactAudit, migrateRestored } from "@/prisma/backup/elsewhere";

const BUSY_TIMEOUT_MS = 60_000;

async function withFile<T>(
  file: string,
  run: (ask: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>,
  timeout = BUSY_TIMEOUT_MS,
): Promise<T> {
  const client = createClient({ url: pathToFileURL(file).href, timeout, concurrency: 1 });
  try {
    return await run(async (sql) => (await client.execute(sql)).rows);
  } finally {
    client.close();
  }
}

/** Logs of what is not in the file yet; SQLite applies those it finds beside a file, be they of another one. */
const LOGS = ["-wal", "-shm", "-journal"];

function removeFiles(file: string): void {
  for (const suffix of ["", ...LOGS]) rmSync(`${file}${suffix}`, { force: true });
}

/** Gives the logs of a file the name it gets. */
function moveLogs(from: string, to: string): void {
  for (const suffix of LOGS) {
    if (existsSync(`${from}${suffix}`)) renameSync(`${from}${suffix}`, `${to}${suffix}`);
  }
}

/** An empty file that only its owner may read. */
function makePrivate(file: string): void {
  removeFiles(file);
  closeSync(openSync(file, "wx", 0o600));
}

/** What is written to a file is on the disk afterwards. */
function flush(file: string): void {
  const handle = openSync(file, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

async function demandSound(file: string): Promise<void> {
  const faults = await withFile(file, async (ask) => [
    ...(await ask("PRAGMA integrity_check")).filter((row) => row.integrity_check !== "ok"),
    ...(await ask("PRAGMA foreign_key_check")),
    ...((await ask(`SELECT 1 FROM sqlite_schema WHERE "name" = '_prisma_migrations'`)).length === 0
      ? [{}]
      : []),
  ]).catch(() => [{}]);
  if (faults.length === 0) return;
  throw new BackupError(
    "文件不是完好的数据库备份，未作任何改动。 The file is not a sound backup of this portal; nothing was changed.",
  );
}

/**
 * Writes one moment of a SQLite database to a file, while others write on (在线备份). The copy is checked before it gets its name.
 * @throws BackupError
 */
export async function backupSqlite(url: string, file: string): Promise<void> {
  const source = sqlitePath(url);
  if (!existsSync(source))
    throw new BackupError("找不到数据库文件。 There is no database to back up.");
  const part = `${file}.part`;
  makePrivate(part);
  try {
    await withFile(source, (ask) => ask(`VACUUM INTO '${part.replaceAll("'", "''")}'`));
    await demandSound(part);
    flush(part);
    renameSync(part, file);
  } finally {
    removeFiles(part);
  }
}

/**
 * Ends the write-ahead log of a file, so that it is whole by itself; what only succeeds while nobody has it open.
 * @throws BackupError when somebody has, or it cannot be read or written
 */
async function closeLog(file: string): Promise<void> {
  try {
    await withFile(file, (ask) => ask("PRAGMA journal_mode=DELETE"), 1);
  } catch (error) {
    // A damaged database may be replaced, too: that is what backups are for.
    if (/malformed|not a database/i.test(String(error))) return;
    if (/locked|busy/i.test(String(error))) {
      throw new BackupError(
        "数据库正在使用，请先停止门户。 The database is in use: stop the portal first.",
      );
    }
    throw new BackupError(
      `无法读写数据库文件，未作任何改动。 The database file cannot be read and written; nothing was changed.\n${String(error)}`,
    );
  }
}

/**
 * Puts a backup in the place of a SQLite database, after it was checked: sound, of this program or an older one, its audit
 * trail intact. The database that was there is kept beside it; its path is returned.
 * @throws BackupError; nothing is changed then
 */
export async function restoreSqlite(
  file: string,
  url: string,
  { force, stamp }: { force: boolean; stamp: string },
): Promise<string | null> {
  const target = sqlitePath(url);
  const present = existsSync(target);
  if (present && !force) {
    throw new BackupError(
      "数据库已存在，如需替换请加 --force（原数据库会保留）。 There is a database already: --force replaces it and keeps the old one aside.",
    );
  }
  // Told before the work rather than after it, and demanded again at its end.
  if (present) await closeLog(target);
  const staged = `${target}.restoring`;
  mkdirSync(path.dirname(staged), { recursive: true });
  makePrivate(staged);
  try {
    copyFileSync(file, staged);
    await demandSound(staged);
    // In processes of their own: the driver here keeps a file open until garbage collection, which would look like
    // somebody using it.
    migrateRestored(`file:${staged}`);
    demandIntactAudit(`file:${staged}`);
    await closeLog(staged);
    flush(staged);
    if (present) await closeLog(target);
    const aside = `${target}.before-${stamp}`;
    if (present) renameSync(target, aside);
    moveLogs(target, aside);
    renameSync(staged, target);
    return present ? aside : null;
  } finally {
    removeFiles(staged);
  }
}
