/** `npm run keys:rotate [-- --new]`: encrypts everything anew with DATA_KEY; --new prints the lines that bring in the next key. */
import { randomBytes } from "node:crypto";
import { db } from "@/lib/server/db";
import { rotateKeys } from "@/lib/server/keys/rotate";
import { currentKeyId } from "@/lib/server/protect";

const say = (line: string) => process.stdout.write(`${line}\n`);

function tellNewKey(): void {
  const next = `k${Number(currentKeyId().slice(1)) + 1}`;
  const key = `${next}.${randomBytes(32).toString("base64url")}`;
  say(
    "一、各进程的环境先加上新密钥（仅用于解密）并逐一重启。 First, let every process read the new key, restarting one after the other:",
  );
  say(`DATA_KEYS_OLD=${key}`);
  say(
    "二、再以新密钥加密，旧密钥移入 DATA_KEYS_OLD，逐一重启。 Then encrypt with it, the former DATA_KEY in DATA_KEYS_OLD:",
  );
  say(`DATA_KEY=${key}`);
  say("三、最后运行 npm run keys:rotate。 At last run `npm run keys:rotate`.");
}

const options = process.argv.slice(2);
if (options.length > 1 || (options[0] && options[0] !== "--new")) {
  process.stderr.write("用法 Usage: npm run keys:rotate [-- --new]\n");
  process.exit(2);
}
if (options[0] === "--new") {
  tellNewKey();
} else {
  say(`以 ${currentKeyId()} 重新加密 encrypting with ${currentKeyId()} …`);
  const { keyId, done, resealed, unreadable } = await rotateKeys(new Date(), say);
  say(`已重新加密${resealed}处。 ${resealed} values encrypted anew.`);
  say(
    done
      ? `全部数据均使用 ${keyId}，可从 DATA_KEYS_OLD 移除旧密钥。 Everything is under ${keyId}: the former keys may leave DATA_KEYS_OLD.`
      : `尚有数据未使用 ${keyId}（无法读取${unreadable}处），请保留旧密钥并再次运行。 Not everything is under ${keyId} yet (${unreadable} unreadable): keep the former keys and run this again.`,
  );
  process.exitCode = done ? 0 : 1;
}
await db.$disconnect();
