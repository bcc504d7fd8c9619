import "server-only";
import type { Client, InStatement, ResultSet, Transaction, Value } from "@libsql/client";
import Database from "libsql";

/** Lists of varying length make ever new statements: beyond so many the oldest are forgotten. */
const KEPT_STATEMENTS = 500;
/** Longer ones (rows or numbers in thousands) are not met again and would fill the memory. */
const KEPT_LENGTH = 8_000;

type Statement = ReturnType<Database.Database["prepare"]>;
type Prepared = { statement: Statement; columns: string[] | null; types: string[] };

/**
 * One connection to a SQLite file that keeps its statements prepared: preparing costs more than running them. Takes the place of
 * libsql's client, which prepares anew each time. Prisma's adapter lets one transaction or one statement in at a time, hence one
 * connection is enough.
 */
export class SqliteConnection {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(file: string, options: { timeout: number }) {
    this.#database = new Database(file, options);
  }

  /** As the client Prisma's adapter is written for; it uses no more of it than this. */
  asClient(): Client {
    const client: Pick<Client, "execute" | "executeMultiple" | "transaction" | "close"> = {
      execute: async (statement: InStatement | string) => this.run(statement),
      executeMultiple: async (script) => this.#script(script),
      // IMMEDIATE: a deferred one that reads and then writes fails as soon as another process has written in between.
      transaction: async () => {
        this.run("BEGIN IMMEDIATE");
        return this.#transaction();
      },
      close: () => this.#close(),
    };
    return client as Client;
  }

  /** Runs one statement; its integers come as bigint, so that none over 2^53 is lost. */
  run(given: InStatement | string): ResultSet {
    const { sql, args = [] } = typeof given === "string" ? { sql: given } : given;
    const prepared = this.#prepare(sql);
    const { statement, columns, types } = prepared;
    const values = (args as Value[]).map(toSql);
    if (columns === null) {
      const { changes } = statement.run(values);
      return resultOf([], [], [], changes);
    }
    return resultOf(columns, types, statement.all(values) as Value[][], 0);
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql).safeIntegers(true);
    const columns = statement.reader ? statement.raw(true).columns() : null;
    const prepared = {
      statement,
      columns: columns?.map(({ name }) => name) ?? null,
      types: (columns ?? []).map(({ type }) => type ?? ""),
    };
    if (sql.length > KEPT_LENGTH) return prepared;
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size >= KEPT_STATEMENTS && oldest) this.#prepared.delete(oldest);
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #transaction(): Transaction {
    const end = async (by: "COMMIT" | "ROLLBACK") => {
      try {
        this.run(by);
      } finally {
        // A commit that failed may leave the transaction open: the next one would find itself inside.
        if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      }
    };
    const transaction: Pick<Transaction, "execute" | "commit" | "rollback"> = {
      execute: async (statement: InStatement | string) => this.run(statement),
      commit: () => end("COMMIT"),
      rollback: () => end("ROLLBACK"),
    };
    return transaction as Transaction;
  }

  #script(script: string): void {
    this.#prepared.clear();
    this.#database.exec(script);
  }

  #close(): void {
    this.#prepared.clear();
    this.#database.close();
  }
}

function resultOf(
  columns: string[],
  columnTypes: string[],
  rows: Value[][],
  rowsAffected: number,
): ResultSet {
  // Only the values by position are read.
  const result = { columns, columnTypes, rows, rowsAffected };
  return result as unknown as ResultSet;
}

function toSql(value: Value | boolean): Value {
  return typeof value === "boolean" ? BigInt(value) : value;
}
