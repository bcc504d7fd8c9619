import { isPostgresUrl } from "@/lib/server/db/url";

/**
 * Brings a database up to date (数据库迁移) before anything uses it; safe to call from any number of
 * processes at once.
 * @returns names of the migrations this call applied
 * @throws MigrationError when the database was migrated by a newer program or a file was edited
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  if (isPostgresUrl(databaseUrl)) {
    return (await import("@/prisma/migrate/postgresql")).migratePostgres(databaseUrl);
  }
  return (await import("@/prisma/migrate/sqlite")).migrateSqlite(databaseUrl);
}
