/**
 * Vitest `setupFiles`: points DATABASE_URL of every test file at a database of its own, which does
 * not exist yet. A file that uses the database imports `@/prisma/testing/empty-database` (tables
 * only) or `@/prisma/testing/demo-database` (tables and demo data), anywhere among its imports: the
 * application connects at its first query. Files that import neither cost nothing.
 */
import { afterAll } from "vitest";
import { newDatabaseUrl } from "@/prisma/testing/test-database";

process.env.DATABASE_URL = newDatabaseUrl();

afterAll(async () => {
  const shared = globalThis as {
    portalDatabase?: { client: Promise<{ $disconnect(): Promise<void> }> };
  };
  await (await shared.portalDatabase?.client)?.$disconnect();
});
