/** `npm run db:migration -- NAME`: writes the SQL that leads from the last migration to the models. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { breakingStatements } from "@/prisma/migrate/breaking-statements";
import type { Dialect } from "@/prisma/migrate/migrations";
import { diffModels, readModels } from "@/scripts/db/schema-engine";

const FOLDER = path.join("prisma", "migrations");
/** The models as the existing migrations make them. */
const SNAPSHOT = path.join(FOLDER, "models.prisma");
const DIALECTS: Dialect[] = ["sqlite", "postgresql"];

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]{0,60}$/.test(name)) {
  fail("用法 Usage: npm run db:migration -- NAME  (a-z, 0-9, _)");
}

const before = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, "utf8") : null;
const after = readModels();
const scripts = await Promise.all(
  DIALECTS.map(async (dialect) => ({ dialect, sql: await diffModels(dialect, before, after) })),
);
if (scripts.every(({ sql }) => sql === "")) {
  fail("模型没有变化，无需迁移。 The models have not changed: nothing to migrate.");
}

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
for (const { dialect, sql } of scripts) {
  const folder = path.join(FOLDER, dialect, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), sql === "" ? "-- Nothing to change.\n" : sql);
  process.stdout.write(`${folder}/migration.sql\n`);
}
for (const dialect of DIALECTS) {
  writeFileSync(path.join(FOLDER, dialect, "migration_lock.toml"), `provider = "${dialect}"\n`);
}
writeFileSync(SNAPSHOT, after);

const breaking = scripts.flatMap(({ dialect, sql }) =>
  dialect === "postgresql" ? breakingStatements(sql) : [],
);
if (breaking.length > 0) {
  const lines = [
    "注意：旧版本程序仍在运行时，以下语句会使它出错（见 docs/operations.md）。",
    "Note: a former version that still runs will fail over these (docs/operations.md):",
    ...breaking,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
