import "server-only";
import type { PrismaClient } from "@/generated/sqlite/client";
import { isPostgresUrl } from "@/lib/server/db/url";

/**
 * Opens a database by its URL; only the client in use is loaded. Not more than one client per
 * SQLite file in a process: a second one blocks the event loop while it waits for the first.
 */
export async function openDatabase(url: string): Promise<PrismaClient> {
  if (!isPostgresUrl(url)) return (await import("@/lib/server/db/sqlite")).openSqlite(url);
  const client = (await import("@/lib/server/db/postgresql")).openPostgres(url);
  // Both clients are generated from the same models; the application uses what they share.
  return client as unknown as PrismaClient;
}
