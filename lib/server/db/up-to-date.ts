import "server-only";
import { readMigrations } from "@/prisma/migrate/migrations";
import { db, isPostgres } from "../db";

let newest: string | undefined;

/** Whether the newest migration (数据库迁移) this program knows is applied; a newer program may have applied more. */
export async function appliedUpToDate(): Promise<boolean> {
  newest ??= readMigrations(isPostgres ? "postgresql" : "sqlite").at(-1)?.name ?? "";
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "_prisma_migrations"
    WHERE "migration_name" = ${newest} AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
  return rows.length > 0;
}
