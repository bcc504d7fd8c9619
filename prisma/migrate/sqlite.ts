import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, createClient, type Transaction } from "@libsql/client";
import { sqlitePath } from "@/lib/server/db/url";
import {
  type AppliedMigration,
  type Migration,
  MigrationError,
  pendingMigrations,
  readMigrations,
} from "@/prisma/migrate/migrations";

const BUSY_TIMEOUT_MS = 60_000;

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

async function appliedMigrations(connection: Client | Transaction): Promise<AppliedMigration[]> {
  const table = "SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'";
  if ((await connection.execute(table)).rows.length === 0) return [];
  const { rows } = await connection.execute(
    `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL AS "finished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  return rows.map((row) => ({
    name: String(row.migration_name),
    checksum: String(row.checksum),
    finished: Number(row.finished) === 1,
  }));
}

async function apply(transaction: Transaction, pending: Migration[]): Promise<void> {
  await transaction.execute(CREATE_TABLE);
  for (const { name, sql, checksum } of pending) {
    const startedAt = Date.now();
    await transaction.executeMultiple(sql);
    await transaction.execute({
      sql: `INSERT INTO "_prisma_migrations"
            ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
            VALUES (?, ?, ?, ?, ?, 1)`,
      args: [randomUUID(), checksum, name, startedAt, Date.now()],
    });
  }
  const broken = (await transaction.execute("PRAGMA foreign_key_check")).rows[0];
  if (broken !== undefined) {
    throw new MigrationError(
      `迁移后外键不一致（表 ${broken.table}），未作任何改动。 Foreign keys of ${broken.table} would break; nothing was changed.`,
    );
  }
}

/**
 * Applies every pending migration to a SQLite file in one transaction, or none; the file is made
 * when it is not there. Of several processes one applies, the others wait for it.
 * @returns names of the migrations this call applied
 * @throws MigrationError
 */
export async function migrateSqlite(
  url: string,
  all: Migration[] = readMigrations("sqlite"),
): Promise<string[]> {
  const file = sqlitePath(url);
  // Names are readable in the file: nobody else on the machine may look into a folder made for it.
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // One connection, so that the pragma holds for the transaction.
  const client = createClient({
    url: pathToFileURL(file).href,
    timeout: BUSY_TIMEOUT_MS,
    concurrency: 1,
  });
  try {
    if (pendingMigrations(all, await appliedMigrations(client)).length === 0) return [];
    await client.execute("PRAGMA journal_mode=WAL");
    // Rebuilding a table with foreign keys on empties the columns that refer to it; inside a
    // transaction the switch does nothing.
    await client.execute("PRAGMA foreign_keys=OFF");
    const transaction = await client.transaction("write");
    try {
      const pending = pendingMigrations(all, await appliedMigrations(transaction));
      await apply(transaction, pending);
      await transaction.commit();
      return pending.map(({ name }) => name);
    } finally {
      transaction.close();
    }
  } finally {
    client.close();
  }
}
