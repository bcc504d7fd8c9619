/** `npm run db:restore -- FILE [--force]`: checks a backup and puts it in the place of the database of DATABASE_URL. */
import { parseArgs } from "node:util";
import { env } from "@/lib/server/env";
import { restore } from "@/prisma/backup/backup";
import { BackupError } from "@/prisma/backup/backup-error";

const { values, positionals } = parseArgs({
  options: { force: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [file, ...rest] = positionals;
if (!file || rest.length > 0) {
  process.stderr.write("用法 Usage: npm run db:restore -- FILE [--force]\n");
  process.exit(2);
}
try {
  process.stdout.write("校验并恢复 checking and restoring …\n");
  const aside = await restore(file, env().DATABASE_URL, { force: values.force, now: new Date() });
  process.stdout.write("已恢复 restored\n");
  if (aside) process.stdout.write(`原数据库保留为 the former database is kept as: ${aside}\n`);
} catch (error) {
  const expected = error instanceof BackupError;
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
}
