/** `npm run db:copy -- --from URL --to URL`: copies the portal's data from one database into another, empty one. */
import { parseArgs } from "node:util";
import { copyPortal } from "@/prisma/copy/copy";
import { CopyError } from "@/prisma/copy/side";
import { MigrationError } from "@/prisma/migrate/migrations";

const URL_SHAPE = /^(file:|postgres:\/\/|postgresql:\/\/)./;
const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: { from: { type: "string", default: "" }, to: { type: "string", default: "" } },
});
if (!URL_SHAPE.test(values.from) || !URL_SHAPE.test(values.to) || values.from === values.to) {
  process.stderr.write("用法 Usage: npm run db:copy -- --from file:… --to postgres://…\n");
  process.exit(2);
}
try {
  say("复制数据 copying …");
  const tables = await copyPortal(values.from, values.to, { say });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `已复制并逐行核对${tables.length}张表、${rows}行。 Copied and verified: ${tables.length} tables, ${rows} rows.`,
  );
} catch (error) {
  const expected = error instanceof CopyError || error instanceof MigrationError;
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
}
