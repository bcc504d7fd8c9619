// Generates the database client of each dialect from the models.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");

for (const dialect of ["sqlite", "postgresql"]) {
  const config = join("prisma", dialect, "prisma.config.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [prisma, "generate", "--config", config, "--no-hints"],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        // Generating needs no schema engine; any existing file keeps the command from fetching one.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
    process.exit(status ?? 1);
  }
  process.stdout.write(`generated/${dialect}\n`);
}
