/** `npm run import:sample -- N [FOLDER]`: three CSV files (企业登记信息, 人员信息, 人企关联关系) of N valid lines each, of nobody. */
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { IMPORT_KINDS } from "@/lib/domain/registry-file";
import { sampleFile } from "./sample-rows";

const MOST = 9_999_999;
const [count = "", folder = "data/samples"] = process.argv.slice(2);

if (!/^[1-9]\d{0,6}$/.test(count) || Number(count) > MOST) {
  process.stderr.write("用法 Usage: npm run import:sample -- N [FOLDER]  (1 ≤ N < 10000000)\n");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const kind of IMPORT_KINDS) {
  const file = join(folder, `${kind.toLowerCase()}.csv`);
  await pipeline(Readable.from(sampleFile(kind, Number(count))), createWriteStream(file));
  process.stdout.write(`${file}\n`);
}
