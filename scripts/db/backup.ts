/** `npm run db:backup -- FILE`: writes the database of DATABASE_URL to a file while the portal runs. */
import { env } from "@/lib/server/env";
import { backUp } from "@/prisma/backup/backup";
import { BackupError } from "@/prisma/backup/backup-error";

const [file, ...rest] = process.argv.slice(2);
if (!file || file.startsWith("-") || rest.length > 0) {
  process.stderr.write("用法 Usage: npm run db:backup -- FILE\n");
  process.exit(2);
}
try {
  await backUp(env().DATABASE_URL, file);
  process.stdout.write(
    `已备份 backed up: ${file}\n密钥不在其中，请另行保管 .env。 The keys (.env) are not in it: keep them elsewhere.\n`,
  );
} catch (error) {
  process.stderr.write(
    `${error instanceof BackupError ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exitCode = 1;
}
