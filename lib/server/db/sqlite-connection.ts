import "server-only";
import type { Client, InStatement, ResultSet, Transaction, Value } from "@libsql/client";
import Database from "libsql";

/** Lists of varying length make ever new statements: beyond so many the oldest are forgotten. */
const KEPT_STATEMENTS = 500;
/** Longer ones (rows or numbers in thousands) are not met again and would fill the memory. */
const KEPT_LENGTH = 8_000;

/** SQLite's word for what is done out of turn. */
const OVER = "SQLITE_MISUSE";

type Statement = ReturnType<Database.Database["prepare"]>;
type Prepared = { statement: Statement; columns: string[] | null; types: string[] };

/**
 * One connection to a SQLite file that keeps its statements prepared: preparing costs more than running them. Takes the place of
 * libsql's client, which prepares anew each time. Prisma's adapter lets one transaction or one statement in at a time, hence one
 * connection is enough.
 */
export class SqliteConnection {
  readonly #open: () => Database.Database;
  #database: Database.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(file: string, options: { timeout: number }) {
    this.#open = () => new Database(file, options);
    this.#database = this.#open();
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
    try {
      return this.#step(given);
    } catch (error) {
      if (isBusy(error) && !this.#database.inTransaction) this.#beginAnew();
      throw error;
    }
  }

  /**
   * A prepared write that waited for another process in vain stays under way in the driver, which has no way to reset it: what is
   * written after it would be acknowledged and never committed. Only another connection is rid of it.
   */
  #beginAnew(): void {
    this.#close();
    this.#database = this.#open();
  }

  #step(given: InStatement | string): ResultSet {
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
    let over = false;
    // What comes late would run by itself, or within the transaction of somebody else.
    const demandOpen = () => {
      if (over) throw Object.assign(new Error("The transaction is over"), { code: OVER });
    };
    const end = async (by: "COMMIT" | "ROLLBACK") => {
      demandOpen();
      over = true;
      try {
        this.run(by);
      } finally {
        // A commit that failed may leave the transaction open: the next one would find itself inside.
        if (this.#database.inTransaction) {
          this.#database.exec("ROLLBACK");
          this.#beginAnew();
        }
      }
    };
    const transaction: Pick<Transaction, "execute" | "commit" | "rollback"> = {
      execute: async (statement: InStatement | string) => {
        demandOpen();
        return this.run(statement);
      },
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

function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY");
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
