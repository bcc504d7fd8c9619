import { spawnSync } from "node:child_process";
import { BackupError } from "@/prisma/backup/backup-error";

/** Runs one of the portal's commands on another database than this process's own. */
function runCommand(script: string, url: string): { ok: boolean; told: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script],
    { encoding: "utf8", env: { ...process.env, DATABASE_URL: url } },
  );
  return { ok: status === 0, told: (stderr || stdout).trim() };
}

/**
 * Brings a restored database up to date (数据库迁移).
 * @throws BackupError when it is of a newer program
 */
export function migrateRestored(url: string): void {
  const { ok, told } = runCommand("scripts/db/setup.ts", url);
  if (!ok) throw new BackupError(told);
}

/**
 * Verifies the audit trail of a restored database (校验审计日志).
 * @throws BackupError when it is broken
 */
export function demandIntactAudit(url: string): void {
  const { ok, told } = runCommand("scripts/audit/verify.ts", url);
  if (ok) return;
  throw new BackupError(
    `备份中的审计日志未通过校验，未作任何改动。 The audit trail of the backup is not intact; nothing was changed.\n${told.split("\n").at(-1)}`,
  );
}
