import "server-only";
import type { SqlDriverAdapter, SqlQueryable } from "@prisma/driver-adapter-utils";
import { statementsRun } from "../metrics/events";

const KINDS = ["SELECT", "INSERT", "UPDATE", "DELETE"];

/** Times every statement of a connection and its transactions, where measurements are asked for (METRICS_TOKEN). */
export function timed<A extends SqlDriverAdapter>(adapter: A): A {
  if (!process.env.METRICS_TOKEN) return adapter;
  const begin = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (...given) => timeStatements(await begin(...given));
  return timeStatements(adapter);
}

function timeStatements<Q extends SqlQueryable>(queryable: Q): Q {
  const { queryRaw, executeRaw } = queryable;
  queryable.queryRaw = (query) => measured(query.sql, () => queryRaw.call(queryable, query));
  queryable.executeRaw = (query) => measured(query.sql, () => executeRaw.call(queryable, query));
  return queryable;
}

async function measured<T>(sql: string, run: () => Promise<T>): Promise<T> {
  const since = performance.now();
  try {
    return await run();
  } finally {
    const verb = sql.trimStart().slice(0, 6).toUpperCase();
    const kind = KINDS.includes(verb) ? verb : "OTHER";
    statementsRun.publish({ kind, ms: performance.now() - since });
  }
}
