/** `npm run oidc:rotate`: a new key signs what business systems are told (密钥轮换); the one before verifies for a while longer. */
import { env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";

await migrate(env().DATABASE_URL);
// Only now: the database is open from the first import, and has to have its tables.
const { rotateKeys } = await import("@/lib/server/oidc/keys");
const rotated = await rotateKeys(new Date(), "COMMAND");
process.stdout.write(
  rotated
    ? "签名密钥已更换，各进程几秒内生效。 The signing key was rotated; every process follows within seconds.\n"
    : "另一进程刚刚更换过密钥。 Another process has just rotated it.\n",
);
process.exit();
