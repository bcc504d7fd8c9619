/** A backup that cannot be made or put back (备份或恢复失败), told for whoever operates the portal. */
export class BackupError extends Error {
  override name = "BackupError";
}
