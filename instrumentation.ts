import type { Instrumentation } from "next";

/** Runs once when a server process starts, before it takes a request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startUp } = await import("@/lib/server/start-up");
  await startUp();
  const { keepRelationsSwept } = await import("@/lib/server/relations/expire");
  keepRelationsSwept();
  const { keepImportsSwept } = await import("@/lib/server/imports/sweep");
  keepImportsSwept();
  const { keepPurged } = await import("@/lib/server/retention/sweep");
  keepPurged();
  const { keepOidcSwept } = await import("@/lib/server/oidc/sweep");
  keepOidcSwept();
  const { sayReady } = await import("@/lib/server/runtime/process");
  sayReady();
}

/** What Next caught of a request: to the log, by its place in the program and never by its address. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logRequestError } = await import("@/lib/server/runtime/request-error");
  logRequestError(error, { method: request.method, ...context });
};
