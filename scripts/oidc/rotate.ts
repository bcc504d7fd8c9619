/**
 * `npm run oidc:rotate [-- --leaked]`: a new key signs what business systems are told (密钥轮换); the one before verifies for a while longer, or,
 * if somebody else has it, nothing any more.
 */
import { parseArgs } from "node:util";
import { env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";

const { values } = parseArgs({ options: { leaked: { type: "boolean", default: false } } });
await migrate(env().DATABASE_URL);
// Only now: the database is open from the first import, and has to have its tables.
const { rotateKeys } = await import("@/lib/server/oidc/keys");
const rotated = await rotateKeys(new Date(), values.leaked ? "LEAK" : "COMMAND");
const done = values.leaked
  ? "原签名密钥已全部作废，新密钥即刻签名；请通知各业务系统重新读取密钥。 All keys so far are void and a new one signs at once: have the business systems fetch the keys anew."
  : "新签名密钥已公布，一分钟后各进程用其签名。 A new signing key is published; in a minute every process signs with it.";
const late = "另一进程刚刚更换过密钥。 Another process has just rotated it.";
process.stdout.write(`${rotated ? done : late}\n`);
process.exit(rotated || !values.leaked ? 0 : 1);
