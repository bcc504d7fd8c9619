/** `npm run retention [-- --dry-run]`: deletes what was kept long enough now, or only tells how much that is. */
import type { Retained } from "@/lib/domain/retention";
import { db } from "@/lib/server/db";
import { countExpired, purgeExpired, retainedLabel } from "@/lib/server/retention/purge";

const say = (line: string) => process.stdout.write(`${line}\n`);

const options = process.argv.slice(2);
if (options.some((option) => option !== "--dry-run")) {
  process.stderr.write("用法 Usage: npm run retention [-- --dry-run]\n");
  process.exit(2);
}
const dryRun = options.length > 0;
const counts = await (dryRun ? countExpired(new Date()) : purgeExpired(new Date()));
for (const [kind, count] of Object.entries(counts)) {
  say(`  ${count}  ${retainedLabel(kind as Retained)}`);
}
const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
say(
  dryRun
    ? `到期${total}条，未删除。 ${total} rows are due; nothing was deleted.`
    : `已清理${total}条。 ${total} rows purged.`,
);
await db.$disconnect();
