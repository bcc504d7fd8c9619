/** `BLIND_INDEX_KEY_OLD=… npm run keys:reindex`: computes the blind indexes anew by BLIND_INDEX_KEY, the portal being stopped. */
import { db } from "@/lib/server/db";
import { ImportsUnderWayError, reindex } from "@/lib/server/keys/reindex";

const say = (line: string) => process.stdout.write(`${line}\n`);

const former = process.env.BLIND_INDEX_KEY_OLD ?? "";
if (
  process.argv.length > 2 ||
  !/^[A-Za-z0-9_-]{43,}$/.test(former) ||
  former === process.env.BLIND_INDEX_KEY
) {
  process.stderr.write(
    "用法 Usage: BLIND_INDEX_KEY_OLD=<former key> npm run keys:reindex  (BLIND_INDEX_KEY: the new one; the portal stopped)\n",
  );
  process.exit(2);
}
try {
  say("重新计算索引 computing the indexes anew …");
  const { written, strange, officersEmptied } = await reindex(former, new Date(), say);
  say(`已更新${written}处。 ${written} indexes written.`);
  if (officersEmptied.length > 0) {
    say(
      `以下${officersEmptied.length}名税务人员的证件号码已清空，请逐一重新登记： The documents of ${officersEmptied.length} officers have to be entered again, each by:`,
    );
    for (const number of officersEmptied) {
      say(`  npm run hall:officer -- --number ${number} --document <居民身份证号码>`);
    }
  }
  if (strange > 0)
    say(
      `${strange}处无法解密或与新旧密钥均不符，未作改动。 ${strange} values cannot be read or fit neither key, and were left alone.`,
    );
  process.exitCode = strange > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(
    error instanceof ImportsUnderWayError
      ? "请先完成或放弃数据导入。 Finish or cancel the imports of registry data first.\n"
      : `${String((error as Error).stack ?? error)}\n`,
  );
  process.exitCode = 1;
}
await db.$disconnect();
