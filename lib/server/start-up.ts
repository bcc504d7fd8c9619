import "server-only";
import { EnvironmentError, env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";
import { MigrationError } from "@/prisma/migrate/migrations";

/**
 * What a server process does before its first request (启动检查): check the environment and bring the
 * database up to date. Any number of processes may start at once. Ends the process, saying why, when it cannot serve.
 */
export async function startUp(): Promise<void> {
  try {
    await migrate(env().DATABASE_URL);
  } catch (error) {
    const expected = error instanceof EnvironmentError || error instanceof MigrationError;
    console.error(expected ? error.message : error);
    process.exit(1);
  }
}
