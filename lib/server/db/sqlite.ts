import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Client } from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaClient } from "@/generated/sqlite/client";
import { SqliteConnection } from "@/lib/server/db/sqlite-connection";
import { timed } from "@/lib/server/db/timed";
import { sqlitePath } from "@/lib/server/db/url";

/** How long a statement waits for another process to finish writing. */
const BUSY_TIMEOUT_MS = 10_000;

/** The libsql adapter on a connection of our own. */
class PortalLibSql extends PrismaLibSql {
  override createClient({ url }: Parameters<PrismaLibSql["createClient"]>[0]): Client {
    const file = sqlitePath(url);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    return new SqliteConnection(file, { timeout: BUSY_TIMEOUT_MS }).asClient();
  }

  override async connect() {
    const adapter = await super.connect();
    await adapter.executeScript("PRAGMA journal_mode=WAL");
    return timed(adapter);
  }
}

/** Opens a SQLite database; the file and its directory are made by the first query. */
export function openSqlite(url: string): PrismaClient {
  const adapter = new PortalLibSql({
    url: pathToFileURL(sqlitePath(url)).href,
  });
  return new PrismaClient({ adapter });
}
