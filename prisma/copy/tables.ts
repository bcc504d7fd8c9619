import { readFileSync } from "node:fs";
import path from "node:path";

const SCALARS = [
  "String",
  "Int",
  "BigInt",
  "Float",
  "Boolean",
  "DateTime",
  "Bytes",
  "Json",
] as const;

/** What a column holds; `Enum` has its type's name beside it. */
export type ColumnType = (typeof SCALARS)[number] | "Enum";

export type Column = { name: string; type: ColumnType; enumName?: string };

/** A table as the models (数据模型) describe it; `key` are the columns of its primary key. */
export type Table = { name: string; columns: Column[]; key: string[] };

const BLOCK = /^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm;
const FIELD = /^\s+(\w+)\s+(\w+)(\[\])?\??(.*)$/;
const COMPOUND_KEY = /^\s+@@id\(\[([\w, ]+)\]/m;

/**
 * The tables of a text of Prisma models, in its order. Read from the models, never written down a second time: a new
 * model or column is copied and backed up without a word here.
 * @throws when a field is of a kind that is not known here
 */
export function tablesOf(models: string): Table[] {
  const blocks = [...models.matchAll(BLOCK)].map(([, kind = "", name = "", body = ""]) => {
    return { kind, name, body };
  });
  const enums = new Set(blocks.filter(({ kind }) => kind === "enum").map(({ name }) => name));
  const modelBlocks = blocks.filter(({ kind }) => kind === "model");
  const names = new Set(modelBlocks.map(({ name }) => name));
  return modelBlocks.map(({ name, body }) => {
    const fields = body
      .split("\n")
      .filter((line) => line.trim() !== "" && !/^\s*(\/\/|@@)/.test(line));
    const columns: Column[] = [];
    let key = (COMPOUND_KEY.exec(body)?.[1] ?? "").split(/,\s*/).filter(Boolean);
    for (const line of fields) {
      const [, field = "", type = "", list, rest = ""] = FIELD.exec(line) ?? [];
      if (names.has(type)) continue;
      const scalar = SCALARS.find((each) => each === type);
      if ((!scalar && !enums.has(type)) || list || /@map\(|@ignore/.test(rest)) {
        throw new Error(`${name}.${field}: no way is known to copy a ${type}${list ?? ""}`);
      }
      columns.push(
        scalar ? { name: field, type: scalar } : { name: field, type: "Enum", enumName: type },
      );
      if (/@id\b/.test(rest)) key = [field];
    }
    if (key.length === 0 || body.includes("@@map("))
      throw new Error(`${name}: no primary key is known`);
    return { name, columns, key };
  });
}

/** The tables that the migrations of this program make. */
export function portalTables(): Table[] {
  return tablesOf(readFileSync(path.join("prisma", "migrations", "models.prisma"), "utf8"));
}
