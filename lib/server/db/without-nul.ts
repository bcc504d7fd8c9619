import "server-only";
import type { SqlDriverAdapter, SqlQuery, SqlQueryable } from "@prisma/driver-adapter-utils";

/** Stands for what is no character, and in no row of ours. */
const REPLACEMENT = "\ufffd";

/**
 * Lets texts with the character 0 through to PostgreSQL, which refuses the whole statement for it: an id forged that way is not found,
 * as on SQLite, instead of failing the request.
 */
export function withoutNul<A extends SqlDriverAdapter>(adapter: A): A {
  const begin = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (...given) => cleanStatements(await begin(...given));
  return cleanStatements(adapter);
}

function cleanStatements<Q extends SqlQueryable>(queryable: Q): Q {
  const { queryRaw, executeRaw } = queryable;
  queryable.queryRaw = (query) => queryRaw.call(queryable, cleaned(query));
  queryable.executeRaw = (query) => executeRaw.call(queryable, cleaned(query));
  return queryable;
}

function cleaned(query: SqlQuery): SqlQuery {
  if (!query.args.some((arg) => typeof arg === "string" && arg.includes("\0"))) return query;
  const args = query.args.map((arg) =>
    typeof arg === "string" ? arg.replaceAll("\0", REPLACEMENT) : arg,
  );
  return { ...query, args };
}
