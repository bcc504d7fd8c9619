import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Client } from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaClient } from "@/generated/sqlite/client";
import { timed } from "@/lib/server/db/timed";
import { sqlitePath } from "@/lib/server/db/url";

/** How long a statement waits for another process to finish writing. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * The libsql adapter with its transactions begun by BEGIN IMMEDIATE: a deferred one that reads and
 * then writes fails as soon as another process has written in between.
 */
class PortalLibSql extends PrismaLibSql {
  override createClient(...[config]: Parameters<PrismaLibSql["createClient"]>): Client {
    mkdirSync(path.dirname(sqlitePath(config.url)), { recursive: true });
    const client = super.createClient(config);
    const begin = client.transaction.bind(client);
    client.transaction = () => begin("write");
    return client;
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
    timeout: BUSY_TIMEOUT_MS,
    // Integers over 2^53 throw in the driver's default mode.
    intMode: "bigint",
  });
  return new PrismaClient({ adapter });
}
