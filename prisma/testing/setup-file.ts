/**
 * Vitest `setupFiles`: a test file finds the process as the first one did, and DATABASE_URL names a
 * database of its own, which does not exist yet. A file that uses the database imports
 * `@/prisma/testing/empty-database` (tables only) or `@/prisma/testing/demo-database` (tables and
 * demo data), anywhere among its imports: the application connects at its first query. Files that
 * import neither cost nothing.
 *
 * Files follow each other in the same processes (`isolate: false`), so that the packages are loaded
 * once in each. Everything of ours is evaluated anew for every file, as in a process of its own.
 */
import { afterAll, vi } from "vitest";
import { newDatabaseUrl } from "@/prisma/testing/test-database";

type Kept = { [name: `portal${string}` | `oidc${string}`]: unknown };
const shared = globalThis as Kept & {
  __vitest_mocker__?: { reset(): void };
  testEnvironment?: NodeJS.ProcessEnv;
  portalDatabase?: { client: Promise<{ $disconnect(): Promise<void> }> };
};

/** Puts back the environment the process was started with. */
function restoreEnvironment(started: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) {
    if (!(name in started)) delete process.env[name];
  }
  Object.assign(process.env, started);
}

/** The face engine's models take seconds to load, the schema engine loads once; neither keeps data. */
const STAYING = ["portalFaceEngine", "portalSchemaEngine"];

/** Forgets what the application keeps outside its modules; the packages' own stays. */
function forgetGlobals(): void {
  for (const name of Object.keys(globalThis)) {
    if (/^(portal|oidc)[A-Z]/.test(name) && !STAYING.includes(name)) {
      delete shared[name as keyof Kept];
    }
  }
}

vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
// What one file mocks is no other's: Vitest keeps it while the process lasts.
shared.__vitest_mocker__?.reset();
vi.resetModules();
forgetGlobals();
shared.testEnvironment ??= { ...process.env };
restoreEnvironment(shared.testEnvironment);
process.env.DATABASE_URL = newDatabaseUrl();

afterAll(async () => {
  await (await shared.portalDatabase?.client)?.$disconnect();
});
