import "server-only";
import { EnvironmentError, env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { takeOverConsole } from "@/lib/server/log/console";
import { answerCollectors } from "@/lib/server/metrics/collect";
import { startMetrics } from "@/lib/server/metrics/registry";
import { watchRequests } from "@/lib/server/runtime/requests";
import { migrate } from "@/prisma/migrate/migrate";
import { MigrationError } from "@/prisma/migrate/migrations";

/**
 * What a server process does before its first request (启动检查): check the environment and bring the
 * database up to date. Any number of processes may start at once. Ends the process, saying why, when it cannot serve.
 */
export async function startUp(): Promise<void> {
  takeOverConsole();
  try {
    await migrate(env().DATABASE_URL);
  } catch (error) {
    const expected = error instanceof EnvironmentError || error instanceof MigrationError;
    // These name variables and files, never values.
    log.fatal(expected ? error.message : "cannot start", expected ? {} : { err: error });
    process.exit(1);
  }
  watchRequests();
  const { METRICS_TOKEN, OTEL_EXPORTER_OTLP_ENDPOINT } = env();
  if (METRICS_TOKEN) await startMetrics();
  answerCollectors();
  if (OTEL_EXPORTER_OTLP_ENDPOINT) (await import("@/lib/server/tracing/start")).startTracing();
}
