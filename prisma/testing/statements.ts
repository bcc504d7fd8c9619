import { createRequire } from "node:module";
import { Client } from "pg";
import { vi } from "vitest";

/** How many statements the database is asked meanwhile, on both engines. */
export async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  const require = createRequire(import.meta.url);
  const sqlite = createRequire(require.resolve("@libsql/client"))("libsql");
  const spies = [vi.spyOn(sqlite.prototype, "prepare"), vi.spyOn(Client.prototype, "query")];
  await run();
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}
