import { randomUUID } from "node:crypto";
import path from "node:path";
import { inject } from "vitest";
import type { Contents } from "@/prisma/testing/templates";

/** URL of a database of this run that does not exist yet, on the engine the tests use. */
export function newDatabaseUrl(engine = process.env.TEST_DATABASE ?? "sqlite"): string {
  const id = randomUUID().slice(0, 8);
  if (engine !== "postgresql") return `file:${path.join(inject("databaseFolder"), `${id}.db`)}`;
  if (!process.env.TEST_POSTGRES_URL) throw new Error("Tests on PostgreSQL need TEST_POSTGRES_URL");
  const url = new URL(process.env.TEST_POSTGRES_URL);
  url.pathname = `/${inject("databasePrefix")}${id}`;
  return url.href;
}

/**
 * Makes a migrated database of its own and returns its URL; with `demo` it holds the demo data. It
 * is removed at the end of the run. For a test that opens databases itself; application code under
 * test uses the one of DATABASE_URL (see setup-file.ts).
 */
export async function createTestDatabase({
  demo = false,
  url = newDatabaseUrl(),
}: {
  demo?: boolean;
  url?: string;
} = {}): Promise<string> {
  const contents: Contents = demo ? "demo" : "empty";
  const { copyTemplate } = await import("@/prisma/testing/templates");
  await copyTemplate(url, contents);
  return url;
}
