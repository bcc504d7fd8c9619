/** What the former version of the program, which still runs beside the new one, would stumble over. */
const BREAKING: readonly RegExp[] = [
  /\bDROP (TABLE|COLUMN|TYPE)\b/i,
  /\bRENAME\b/i,
  /\bSET NOT NULL\b/i,
  /\bSET DATA TYPE\b/i,
  /\bADD CONSTRAINT\b/i,
  /\bCREATE UNIQUE INDEX\b/i,
];

/**
 * The statements of a PostgreSQL migration that break the former version of the program while both run (先扩展，后收缩: expand, then
 * contract; docs/operations.md). What a new table brings along breaks nothing. SQLite's script says less: it rebuilds tables.
 */
export function breakingStatements(sql: string): string[] {
  const statements = sql
    .replace(/^\s*--.*$/gm, "")
    .split(";")
    .map((statement) => statement.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  const made = new Set(
    statements.flatMap((each) => /^CREATE TABLE "(\w+)"/.exec(each)?.slice(1) ?? []),
  );
  return statements.filter((statement) => {
    const table = /(?:ALTER TABLE|\bON) "(\w+)"/.exec(statement)?.[1] ?? "";
    if (made.has(table)) return false;
    return BREAKING.some((rule) => rule.test(statement)) || addsDemand(statement);
  });
}

/** A new column that must have a value and has none of its own: the former version writes rows without it. */
function addsDemand(statement: string): boolean {
  return statement
    .split(/,\s*(?=ADD COLUMN)/)
    .some(
      (part) =>
        /\bADD COLUMN\b/.test(part) && /\bNOT NULL\b/.test(part) && !/\bDEFAULT\b/.test(part),
    );
}
