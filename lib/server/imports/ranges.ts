import "server-only";
import { setImmediate } from "node:timers/promises";
import { sqltag as sql } from "@prisma/client/runtime/client";

/** A piece of SQL with its values. */
export type Sql = ReturnType<typeof sql>;
export { sql };

/** A run as its statements need it. */
export type RunFacts = { id: string; region: string; lastLine: number };

/** The column of a line that says what of it is there already. */
export const KNOWN_BY = {
  ENTERPRISES: "enterpriseId",
  PEOPLE: "personId",
  RELATIONS: "relationId",
} as const;

/** Lines one statement takes: SQLite holds up everything else of the process while it works. */
const LINES_AT_ONCE = 5_000;

/**
 * Runs statements for all lines of a run, some thousand lines at a time, with a breath for other requests in between. `lines` is
 * the condition on `"ImportRow" r`.
 */
export async function inRanges(
  { id, lastLine }: Pick<RunFacts, "id" | "lastLine">,
  run: (lines: Sql) => Promise<void>,
): Promise<void> {
  for (let from = 1; from <= lastLine; from += LINES_AT_ONCE) {
    const to = from + LINES_AT_ONCE - 1;
    await run(sql`r."runId" = ${id} AND r."line" BETWEEN ${from} AND ${to}`);
    await setImmediate();
  }
}
