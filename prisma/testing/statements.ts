import { Client } from "pg";
import { vi } from "vitest";
import { SqliteConnection } from "@/lib/server/db/sqlite-connection";

/** How many statements the database is asked meanwhile, on both engines. */
export async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  const spies = [vi.spyOn(SqliteConnection.prototype, "run"), vi.spyOn(Client.prototype, "query")];
  await run();
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}
