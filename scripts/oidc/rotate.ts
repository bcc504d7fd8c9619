/** `npm run oidc:rotate`: a new key signs what business systems are told (密钥轮换); the one before verifies for a while longer. */
import { env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";

await migrate(env().DATABASE_URL);
// Only now: the database is open from the first import, and has to have its tables.
const { rotateKeys } = await import("@/lib/server/oidc/keys");
const rotated = await rotateKeys(new Date(), "COMMAND");
process.stdout.write(
  rotated
    ? "新签名密钥已公布，一分钟后各进程用其签名。 A new signing key is published; in a minute every process signs with it.\n"
    : "另一进程刚刚更换过密钥。 Another process has just rotated it.\n",
);
process.exit();
