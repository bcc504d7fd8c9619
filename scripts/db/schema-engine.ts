import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { QueryArrayConfig, QueryArrayResult } from "pg";
import { sqlitePath } from "@/lib/server/db/url";
import type { Dialect } from "@/prisma/migrate/migrations";

type SchemaFile = { path: string; content: string };

const MODELS_FOLDER = path.join("prisma", "models");

/** All models (数据模型) in one text, as the snapshot beside the migrations keeps them. */
export function readModels(): string {
  return readdirSync(MODELS_FOLDER)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => readFileSync(path.join(MODELS_FOLDER, name), "utf8"))
    .join("\n");
}

function schemaOf(dialect: Dialect, models: string): SchemaFile[] {
  const datasource = readFileSync(path.join("prisma", dialect, "_datasource.prisma"), "utf8");
  return [
    { path: "_datasource.prisma", content: datasource },
    { path: "models.prisma", content: models },
  ];
}

// The package takes one program per process, however often this module is evaluated.
const shared = globalThis as { portalSchemaEngine?: true };
function loadEngine(): void {
  if (shared.portalSchemaEngine) return;
  const script = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const module = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, ".wasm")));
  const instance = new WebAssembly.Instance(module, {
    "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  shared.portalSchemaEngine = true;
}

/** Stands for a database where none is needed: comparing two texts asks only for a version. */
function stubFactory(dialect: Dialect): SqlMigrationAwareDriverAdapterFactory {
  const provider = dialect === "sqlite" ? "sqlite" : "postgres";
  const nothing = () => Promise.reject(new Error("No database to compare with"));
  const adapter: SqlDriverAdapter = {
    provider,
    adapterName: "stub",
    queryRaw: () =>
      Promise.resolve({
        columnNames: ["exists", "version", "numeric_version"],
        columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
        rows: [[true, "PostgreSQL 15.0", 150_000]],
      }),
    executeRaw: nothing,
    executeScript: nothing,
    startTransaction: nothing,
    dispose: () => Promise.resolve(),
  };
  const connect = () => Promise.resolve(adapter);
  return { provider, adapterName: "stub", connect, connectToShadowDb: connect };
}

/** The engine asks for partial indexes with the name in double quotes, which libsql refuses. */
class SchemaLibSql extends PrismaLibSql {
  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = (query: SqlQuery) =>
      ask({ ...query, sql: query.sql.replace(/ name = "([^"]*)"/, " name = '$1'") });
    return adapter;
  }
}

const POSTGRES_CHAR_OID = 18;
const POSTGRES_TEXT_OID = 25;

/** The engine reads system columns of the one-byte type "char", which the adapter does not know. */
class SchemaPg extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const ask: (query: QueryArrayConfig) => Promise<QueryArrayResult> = pool.query.bind(pool);
    const askForText = async (query: QueryArrayConfig) => {
      const result = await ask(query);
      for (const field of result.fields) {
        if (field.dataTypeID === POSTGRES_CHAR_OID) field.dataTypeID = POSTGRES_TEXT_OID;
      }
      return result;
    };
    Object.assign(pool, { query: askForText });
    return adapter;
  }
}

function databaseFactory(dialect: Dialect, url: string): SqlMigrationAwareDriverAdapterFactory {
  return dialect === "sqlite"
    ? new SchemaLibSql({ url: pathToFileURL(sqlitePath(url)).href })
    : new SchemaPg({ connectionString: url, options: "-c TimeZone=UTC" });
}

type Target = Parameters<engineModule.SchemaEngine["diff"]>[0]["from"];

async function diff(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodel: SchemaFile[],
  from: Target,
): Promise<string> {
  loadEngine();
  const opened: SqlDriverAdapter[] = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    return adapter;
  };
  // libsql leaves nothing for the event loop to wait for, and Node would exit.
  const hold = setInterval(() => undefined, 60_000);
  try {
    const engine = await engineModule.SchemaEngine.new(
      { datamodels: datamodel.map(({ path: name, content }) => [name, content]) },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    const { exitCode, stdout } = await engine.diff({
      from,
      to: { tag: "schemaDatamodel", files: datamodel },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    return exitCode === 0 ? "" : (stdout ?? "");
  } finally {
    await Promise.all(opened.map((adapter) => adapter.dispose()));
    clearInterval(hold);
  }
}

/** SQL that leads from one set of models (null: none) to another; empty when nothing changes. */
export async function diffModels(
  dialect: Dialect,
  from: string | null,
  to: string,
): Promise<string> {
  const start: Target =
    from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: schemaOf(dialect, from) };
  return await diff(stubFactory(dialect), schemaOf(dialect, to), start);
}

/** SQL that would lead from a live database to the models; empty when it already agrees. */
export async function driftOf(dialect: Dialect, url: string): Promise<string> {
  const files = schemaOf(dialect, readModels());
  const start: Target = { tag: "schemaDatasource", files, configDir: path.resolve("prisma") };
  return await diff(databaseFactory(dialect, url), files, start);
}
