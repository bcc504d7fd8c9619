import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type Dialect = "sqlite" | "postgresql";

export type Migration = { name: string; sql: string; checksum: string };

/** A row of `_prisma_migrations`, the table the Prisma command line keeps too. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean };

/** A database that cannot be brought up to date (数据库无法升级), told for whoever operates it. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** The migrations of one dialect in the order they are applied. */
export function readMigrations(dialect: Dialect): Migration[] {
  const folder = path.join(process.cwd(), "prisma", "migrations", dialect);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * The migrations still to apply.
 * @throws MigrationError when the database was migrated by something else than these files
 */
export function pendingMigrations(all: Migration[], applied: AppliedMigration[]): Migration[] {
  for (const { name, checksum, finished } of applied) {
    const known = all.find((migration) => migration.name === name);
    if (!finished) {
      throw new MigrationError(
        `数据库迁移 ${name} 曾中途失败，请先修复数据库。 Migration ${name} failed half-way before; mend the database first.`,
      );
    }
    if (known === undefined) {
      throw new MigrationError(
        `数据库由更新版本的程序迁移过（${name}），请使用新版本程序。 The database is newer than this program: it has migration ${name}.`,
      );
    }
    if (known.checksum !== checksum) {
      throw new MigrationError(
        `迁移文件 ${name} 在应用后被改动。 Migration ${name} was edited after it had been applied.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return all.filter(({ name }) => !done.has(name));
}
