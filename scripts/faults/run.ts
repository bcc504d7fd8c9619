/**
 * `npm run faults [-- --kills 500 --together 4]`: kills processes at random moments on a new database with the demo data, a SQLite file
 * of its own or the empty one of FAULTS_DATABASE_URL, and tells what was half-done. Exit code 0: nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "500" },
    together: { type: "string", default: "4" },
  },
});
const [kills, together] = [Number(values.kills), Number(values.together)];
if (![kills, together].every((value) => Number.isInteger(value) && value > 0)) {
  process.stderr.write("用法 Usage: npm run faults [-- --kills 500 --together 4]\n");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "portal-faults-"));
process.env.DATABASE_URL = process.env.FAULTS_DATABASE_URL ?? `file:${join(folder, "faults.db")}`;
process.env.IMPORT_FOLDER = join(folder, "imports");
// Only now: they open the database of the environment.
const { db } = await import("@/lib/server/db");
const { migrate } = await import("@/prisma/migrate/migrate");
const { loadDemo } = await import("@/prisma/seed/demo");
const { killAtRandom } = await import("./kill");

await migrate(process.env.DATABASE_URL);
await loadDemo(db, { now: new Date() });
const started = performance.now();
const result = await killAtRandom({ kills, together, random: Math.random }, (line) =>
  process.stderr.write(`  ${line}\n`),
);
const seconds = Math.round((performance.now() - started) / 1000);
const { registrations, switches, imports } = result.done;
process.stdout.write(
  `${result.kills} kills in ${seconds} s; finished: ${registrations} registrations, ${switches} switches, ${imports} imports; half-done: ${result.found.length}\n`,
);
for (const line of result.found) process.stdout.write(`  ${line}\n`);
await db.$disconnect();
rmSync(folder, { recursive: true, force: true });
process.exit(result.found.length === 0 ? 0 : 1);
