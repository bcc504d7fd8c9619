import { resolve } from "node:path";
import { compressScripts } from "./compress.mjs";
import { writeScriptHashes } from "./csp-hashes.mjs";
import { ensureClients } from "./support/clients.mjs";
import { loadEnvironment, ROOT } from "./support/environment.mjs";
import { run } from "./support/run.mjs";

loadEnvironment();
ensureClients();
const code = run("next", ["build"]);
if (code !== 0) process.exit(code);
const folder = resolve(ROOT, process.env.NEXT_DIST_DIR ?? ".next");
try {
  const count = writeScriptHashes(folder);
  console.log(`预渲染页面脚本哈希 script hashes of ${count} static pages written.`);
  console.log(`脚本已压缩 ${compressScripts(folder)} scripts and style sheets compressed.`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
