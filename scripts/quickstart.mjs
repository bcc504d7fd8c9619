// `npm run quickstart`: from a fresh clone to a running portal with demo data. Needs nothing but Node.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironment, ROOT } from "./support/environment.mjs";
import { install } from "./support/install.mjs";
import { demandFreePort } from "./support/port.mjs";
import { run } from "./support/run.mjs";

const READY_SECONDS = 60;
/** Who to try first, by the entry that shows most of them. */
const TOUR = [
  ["shandong", "企业业务", "taiyue", "zhangwei"],
  ["shandong", "企业业务", "taiyue", "wangfang"],
  ["shandong", "代理业务", "chengxin", "sunli"],
  ["shandong", "自然人业务", undefined, "liming"],
  ["shandong", "特定主体", "xuelian", "cering"],
];

const steps = [
  ["检查文件夹 folder", demandWritableFolder],
  ["密钥与端口 secrets in .env, port", prepare],
  ["安装依赖 packages", install],
  ["数据库与演示数据 database, demo data", () => npm("db:setup", "--", "--demo")],
  ["构建 build", () => npm("build")],
];

function npm(...args) {
  return run("npm", ["run", "--silent", ...args]);
}

function demandWritableFolder() {
  try {
    rmdirSync(mkdtempSync(join(ROOT, ".quickstart-")));
    return 0;
  } catch (error) {
    console.error(`文件夹不可写：${ROOT}（${error.code}）。请换到可写的文件夹。`);
    console.error(`This folder cannot be written: ${ROOT} (${error.code}). Clone into another.`);
    return 1;
  }
}

async function prepare() {
  loadEnvironment({ production: false });
  await demandFreePort(Number(process.env.PORT || 3000));
  return 0;
}

/** Starts the server and resolves once it answers. */
async function serve(address) {
  const env = { ...process.env, OUTBOX: process.env.OUTBOX || "1" };
  const server = spawn(process.execPath, [join(ROOT, "scripts", "start.mjs")], {
    stdio: "inherit",
    env,
  });
  server.on("exit", (code) => process.exit(code ?? 0));
  process.on("SIGTERM", () => server.kill("SIGTERM"));
  // Ctrl-C reaches the server itself: stay until it has ended.
  process.on("SIGINT", () => undefined);
  for (let waited = 0; waited < READY_SECONDS * 4; waited++) {
    const answer = await fetch(address, { redirect: "manual" }).catch(() => undefined);
    if (answer && answer.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  console.error(`服务 ${READY_SECONDS} 秒内未就绪。 Not ready within ${READY_SECONDS} seconds.`);
  server.kill("SIGTERM");
}

function printTour(address) {
  const demo = JSON.parse(readFileSync(join(ROOT, "prisma", "seed", "demo.json"), "utf8"));
  const find = (list, key) => list.find((each) => each.key === key);
  console.log(`\n门户已启动 portal: ${address}`);
  console.log(`短信与邮件 messages (outbox): ${address}/dev/outbox`);
  console.log(`演示账户 demo accounts, 密码 password of all: ${demo.password}`);
  for (const [region, entry, enterpriseKey, personKey] of TOUR) {
    const person = find(demo.persons, personKey);
    const enterprise = find(demo.enterprises, enterpriseKey);
    const where = enterprise ? `${enterprise.name} ${enterprise.creditCode}` : "";
    console.log(`  ${entry}  ${person.name} ${person.documentNumber}  ${where}`);
    console.log(`    ${address}/${region}/login`);
  }
  console.log("按 Ctrl+C 停止。 Ctrl+C stops the portal.\n");
}

for (const [index, [name, step]] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length + 1}] ${name} …`);
  const since = Date.now();
  if ((await step()) !== 0) {
    console.error(`第 ${index + 1} 步未完成 step failed: ${name}`);
    process.exit(1);
  }
  console.log(`    ${((Date.now() - since) / 1000).toFixed(1)} s`);
}
console.log(`\n[${steps.length + 1}/${steps.length + 1}] 启动 start …`);
const local = `http://localhost:${process.env.PORT || 3000}`;
await serve(local);
printTour(process.env.APP_URL || local);
