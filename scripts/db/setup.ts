/** `npm run db:setup [-- --demo]`: brings the database up to date and loads the demo data. */
import { openDatabase } from "@/lib/server/db/open";
import { env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";
import { MigrationError } from "@/prisma/migrate/migrations";
import { DatabaseInUseError, loadDemo } from "@/prisma/seed/demo";
import { ensureTestCertificates } from "@/scripts/certificates/make-test-certificates";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function setUp(url: string, withDemo: boolean): Promise<void> {
  say("数据库结构 migrating the database …");
  const applied = await migrate(url);
  say(
    applied.length === 0 ? "  已是最新 up to date" : applied.map((name) => `  ${name}`).join("\n"),
  );
  if (!withDemo) return;
  say("演示数据 loading the demo data …");
  const db = await openDatabase(url);
  try {
    const loaded = await loadDemo(db, { now: new Date() });
    say(loaded ? "  已载入 loaded" : "  此前已载入，未作改动 loaded before, nothing changed");
  } finally {
    await db.$disconnect();
  }
  say("测试证书 test certificates …");
  const made = await ensureTestCertificates(new Date());
  say(made ? "  已生成 made" : "  此前已生成 made before");
}

const options = process.argv.slice(2);
if (options.some((option) => option !== "--demo")) {
  process.stderr.write("用法 Usage: npm run db:setup [-- --demo]\n");
  process.exit(1);
}
try {
  await setUp(env().DATABASE_URL, options.includes("--demo"));
} catch (error) {
  const expected = error instanceof MigrationError || error instanceof DatabaseInUseError;
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
}
