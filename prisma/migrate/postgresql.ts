import { randomUUID } from "node:crypto";
import { Client, DatabaseError } from "pg";
import {
  type AppliedMigration,
  type Migration,
  pendingMigrations,
  readMigrations,
} from "@/prisma/migrate/migrations";

/** Key of the advisory lock the Prisma command line takes, too. */
const ADVISORY_LOCK = 72_707_369;

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

async function appliedMigrations(client: Client): Promise<AppliedMigration[]> {
  const { rows: tables } = await client.query(
    `SELECT to_regclass('"_prisma_migrations"') AS "table"`,
  );
  if (tables[0]?.table === null) return [];
  const { rows } = await client.query<AppliedMigration>(
    `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  return rows;
}

/** A table in use is waited for so long: less than the second after which PostgreSQL ends one of two that wait for each other, so
 * that the migration gives way and no request fails. */
const LOCK_TIMEOUT_MS = 300;
const ATTEMPTS = 100;
const BETWEEN_ATTEMPTS_MS = 200;

/** Deadlock, or a table that did not become free. */
const CONTENTION = new Set(["40P01", "55P03"]);

/** While processes of the former version serve (两个版本同时运行), tables are busy: tried again until all are free at once. */
async function apply(client: Client, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptToApply(client, migration);
    } catch (error) {
      const code = error instanceof DatabaseError ? (error.code ?? "") : "";
      if (attempt === ATTEMPTS || !CONTENTION.has(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
    }
  }
}

async function attemptToApply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query("BEGIN");
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
       ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/**
 * Applies every pending migration to a PostgreSQL database, each in a transaction of its own. Of
 * several processes one applies, the others wait for it.
 * @returns names of the migrations this call applied
 * @throws MigrationError
 */
export async function migratePostgres(
  url: string,
  all: Migration[] = readMigrations("postgresql"),
): Promise<string[]> {
  const client = new Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    if (pendingMigrations(all, await appliedMigrations(client)).length === 0) return [];
    // Held until the connection ends.
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await client.query(CREATE_TABLE);
    const pending = pendingMigrations(all, await appliedMigrations(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
