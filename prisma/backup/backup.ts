import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { isPostgresUrl } from "@/lib/server/db/url";
import { BackupError } from "@/prisma/backup/backup-error";

/**
 * Backs a database up to a file that is not there yet (备份), while the portal runs.
 * @throws BackupError
 */
export async function backUp(url: string, to: string): Promise<void> {
  const file = path.resolve(to);
  if (existsSync(file)) {
    throw new BackupError(
      "备份文件已存在，不会覆盖。 The backup file exists already and is never overwritten.",
    );
  }
  mkdirSync(path.dirname(file), { recursive: true });
  if (isPostgresUrl(url))
    return (await import("@/prisma/backup/postgresql")).backupPostgres(url, file);
  return (await import("@/prisma/backup/sqlite")).backupSqlite(url, file);
}

/**
 * Restores a database from a backup of the same engine (恢复) once the backup is found intact; `force` replaces a database with
 * data, which is kept aside. Returns where it is kept, or null when there was none.
 * @throws BackupError; nothing is changed then
 */
export async function restore(
  from: string,
  url: string,
  { force, now }: { force: boolean; now: Date },
): Promise<string | null> {
  const file = path.resolve(from);
  if (!existsSync(file)) throw new BackupError("找不到备份文件。 There is no such backup file.");
  const options = { force, stamp: now.toISOString().replace(/\D/g, "").slice(0, 14) };
  if (isPostgresUrl(url)) {
    return (await import("@/prisma/backup/postgresql")).restorePostgres(file, url, options);
  }
  return (await import("@/prisma/backup/sqlite")).restoreSqlite(file, url, options);
}
