import { openDatabase } from "@/lib/server/db/open";
import { portalTables, type Table } from "@/prisma/copy/tables";

/** A text longer than any picture the portal keeps, and one with what is awkward in text. */
const LONG = "A".repeat(300_000);
const ODD = "𠮷 é e\u0301 👩‍👩‍👧 \u202e\\ '\"; -- \r\n\t{a,b,NULL}";

type Facts = { nullable: Set<string>; refers: Set<string>; enums: Map<string, string[]> };

/** One row of a table: 1 with a value in every column, 2 with nothing where that is allowed, 3 with odd values. */
function valuesOf({ columns, key }: Table, row: 1 | 2 | 3, facts: Facts): unknown[] {
  return columns.map(({ name, type, enumName = "" }) => {
    const choices = facts.enums.get(enumName) ?? [];
    // The rows of a number have that number in every table, so that whatever refers to another finds it.
    if (facts.refers.has(name)) return facts.nullable.has(name) && row === 2 ? null : `row-${row}`;
    if (key.includes(name) && type === "Int") return row;
    if (key.includes(name) && type === "String") return `row-${row}`;
    if (row === 2 && facts.nullable.has(name)) return null;
    switch (type) {
      case "Enum":
        return choices[row === 3 ? choices.length - 1 : (row - 1) % choices.length];
      case "Boolean":
        return row === 1 ? 1 : 0;
      case "Int":
        return [2_147_483_647, 0, -2_147_483_648][row - 1];
      case "DateTime":
        return ["2026-11-22T10:00:00.123+00:00", "1969-12-31 23:59:59", 1_772_330_584_001][row - 1];
      case "String":
        if (row === 2) return "";
        return row === 3 ? `${ODD} ${name}` : name.endsWith("Cipher") ? LONG : `${name} 1`;
      default:
        throw new Error(`${name}: the test has no values of ${type}`);
    }
  });
}

/**
 * Fills every table of every model of a new SQLite database with three rows: full, as empty as allowed, odd. Whatever a newer model
 * adds is filled, too.
 */
export async function fillEveryTable(url: string, models: string): Promise<void> {
  const enums = new Map(
    [...models.matchAll(/^enum (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => [
      name,
      body.split("\n").flatMap((line) => /^\s+(\w+)/.exec(line)?.[1] ?? []),
    ]),
  );
  const db = await openDatabase(url);
  try {
    await db.$executeRawUnsafe("PRAGMA foreign_keys=OFF");
    for (const table of portalTables()) {
      const ask = <Row>(pragma: string) =>
        db.$queryRawUnsafe<Row[]>(`SELECT * FROM ${pragma}('${table.name}')`);
      const columns = await ask<{ name: string; notnull: bigint }>("pragma_table_info");
      const links = await ask<{ from: string }>("pragma_foreign_key_list");
      const facts = {
        nullable: new Set(columns.filter((each) => !Number(each.notnull)).map(({ name }) => name)),
        refers: new Set(links.map(({ from }) => from)),
        enums,
      };
      const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
      const places = table.columns.map(() => "?").join(", ");
      await db.$executeRawUnsafe(`DELETE FROM "${table.name}"`);
      for (const row of [1, 2, 3] as const) {
        await db.$executeRawUnsafe(
          `INSERT INTO "${table.name}" (${names}) VALUES (${places})`,
          ...valuesOf(table, row, facts),
        );
      }
    }
  } finally {
    await db.$disconnect();
  }
}
