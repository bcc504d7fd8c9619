import { Client } from "pg";
import { vi } from "vitest";
import { db, isPostgres } from "@/lib/server/db";
import { SqliteConnection } from "@/lib/server/db/sqlite-connection";

type Asked = { sql: string; values: unknown[] };

/** The statements the database is asked meanwhile, on both engines. */
async function asked(run: () => Promise<unknown>): Promise<Asked[]> {
  const sqlite = vi.spyOn(SqliteConnection.prototype, "run");
  const postgres = vi.spyOn(Client.prototype, "query");
  await run();
  const found = [
    ...sqlite.mock.calls.map(([given]) =>
      typeof given === "string"
        ? { sql: given, values: [] }
        : { sql: given.sql, values: given.args as unknown[] },
    ),
    ...(postgres.mock.calls as unknown[][]).map(([query, values]) => {
      const given = typeof query === "string" ? { text: query } : (query as { text: string });
      const own = (given as { values?: unknown[] }).values;
      return { sql: given.text, values: own ?? (values as unknown[] | undefined) ?? [] };
    }),
  ];
  sqlite.mockRestore();
  postgres.mockRestore();
  return found;
}

/** How many statements the database is asked meanwhile, on both engines. */
export async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  return (await asked(run)).length;
}

/**
 * Tables that the statements asked meanwhile read from end to end for want of an index, each with its statement. PostgreSQL, which
 * rightly reads the small tables of a test so, is told not to if it can help it.
 */
export async function scansOf(run: () => Promise<unknown>): Promise<string[]> {
  const statements = (await asked(run)).filter(({ sql }) =>
    /^\s*(SELECT|UPDATE|INSERT|DELETE)/.test(sql),
  );
  const scans = await Promise.all(
    statements.map(async ({ sql, values }) => {
      const lines = isPostgres ? await postgresPlan(sql, values) : await sqlitePlan(sql, values);
      return lines.map((line) => `${line}: ${sql}`);
    }),
  );
  return scans.flat();
}

async function sqlitePlan(sql: string, values: unknown[]): Promise<string[]> {
  const plan = await db.$queryRawUnsafe<{ detail: string }[]>(
    `EXPLAIN QUERY PLAN ${sql}`,
    ...values,
  );
  const details = plan.map(({ detail }) => detail);
  // What was looked up by an index first may be gone through after; so may an index that holds the order asked for.
  const derived = details.flatMap(
    (detail) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? [],
  );
  return details.filter((detail) => {
    const [, table = ""] = /^SCAN (\S+)/.exec(detail) ?? [];
    return (
      /^[a-z]/i.test(table) &&
      table !== "CONSTANT" &&
      !derived.includes(table) &&
      !detail.includes("USING")
    );
  });
}

async function postgresPlan(sql: string, values: unknown[]): Promise<string[]> {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("SET LOCAL enable_seqscan = off");
    return tx.$queryRawUnsafe<{ "QUERY PLAN": string }[]>(`EXPLAIN ${sql}`, ...values);
  });
  return plan.map((row) => row["QUERY PLAN"]).filter((line) => line.includes("Seq Scan"));
}
