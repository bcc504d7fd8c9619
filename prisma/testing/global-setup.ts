import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of this run's SQLite files. */
    databaseFolder: string;
    /** What the names of this run's PostgreSQL databases begin with. */
    databasePrefix: string;
  }
}

/** Linux's file system in memory, where a commit waits for no disk. */
const IN_MEMORY = "/dev/shm";
/** All databases of a run need half of it. */
const ROOM_BYTES = 1024 ** 3;

/** A server writes everything out before it drops a database, at once for all that ask meanwhile. */
const DROPPED_AT_ONCE = 8;

/** Where files that end with the run are made: in memory where there is room for them. */
function temporaryFolder(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * Vitest `globalSetup`: a place for the databases of this run, cleared at its end. Which engine the
 * tests use is told by TEST_DATABASE (`sqlite`, the default, or `postgresql` on the server of
 * TEST_POSTGRES_URL, whose role has to be allowed to create databases).
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(temporaryFolder(), "portal-test-"));
  const prefix = `portal_run_${process.pid}_`;
  project.provide("databaseFolder", folder);
  project.provide("databasePrefix", prefix);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    const server = process.env.TEST_POSTGRES_URL;
    if (!server) return;
    const { dropDatabase, onServer } = await import("@/prisma/testing/templates");
    const names = await onServer(server, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
        [prefix],
      );
      return rows.map(({ datname }) => datname);
    });
    const drop = () =>
      onServer(server, async (client) => {
        for (let name = names.pop(); name; name = names.pop()) await dropDatabase(client, name);
      });
    await Promise.all(Array.from({ length: DROPPED_AT_ONCE }, drop));
  };
}
