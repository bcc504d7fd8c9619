/**
 * Runs once when a server process starts: an unusable environment ends it before it takes a request, and
 * the database is brought up to date (any number of processes may start at once).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/server/env");
  const { migrate } = await import("@/prisma/migrate/migrate");
  await migrate(env().DATABASE_URL);
}
