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
}
