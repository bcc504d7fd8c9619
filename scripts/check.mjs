// `npm run check [-- --postgresql]`: everything that must hold before a change is taken. Stops at the first stage that
// fails; the last line sums the tests of all stages. With --postgresql the integration tests run once more on PostgreSQL, and the browser
// tests all run there, those that reach the database on SQLite, too.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureClients } from "./support/clients.mjs";
import { loadEnvironment, ROOT } from "./support/environment.mjs";
import { install, installTestDriver } from "./support/install.mjs";
import { run, runQuietly } from "./support/run.mjs";

const REPORTS = join(ROOT, "test-results");
const UNIT_REPORT = join(REPORTS, "unit.json");
const POSTGRESQL_REPORT = join(REPORTS, "postgresql.json");
const BROWSER_REPORT = join(REPORTS, "browser.json");
const POSTGRESQL_BROWSER_REPORT = join(REPORTS, "postgresql-browser.json");

const ON_POSTGRESQL = process.argv.includes("--postgresql");

/** Browser tests of looks, texts and films, and of an installation of its own, which chooses its database itself. */
const LOOKS = [
  "accessibility",
  "empty-deployment",
  "english",
  "enrolled-face",
  "hostile",
  "keyboard",
  "login-form",
  "login-prompts",
  "main-page",
  "recovery-face",
  "regions",
  "register-face",
  "scan-face",
  "scanner",
  "yunnan-real-name",
].map((name) => `${name}.spec.ts`);

const stages = [
  ["安装 install", install],
  ["安装测试驱动 test driver", installTestDriver],
  ["环境与数据库客户端 environment, clients", prepare],
  ["格式与规范 format, lint", () => run("biome", ["ci", "."])],
  ["类型与架构 types, architecture", readSources],
  ["单元与集成测试 unit, integration", () => unitTests(UNIT_REPORT)],
  ...(ON_POSTGRESQL
    ? [["PostgreSQL 上的集成测试 integration on PostgreSQL", integrationOnPostgresql]]
    : []),
  ["构建 build", build],
  ["脚本大小 weight of the scripts", () => run(process.execPath, [join("scripts", "weight.mjs")])],
  ...(ON_POSTGRESQL
    ? [
        ["PostgreSQL 上的浏览器测试 browser on PostgreSQL", browserOnPostgresql],
        ["SQLite 上的浏览器测试 browser on SQLite", browserOnSqlite],
      ]
    : [["浏览器测试 browser", () => browserTests(BROWSER_REPORT)]]),
];

function prepare() {
  loadEnvironment();
  ensureClients();
  return 0;
}

/** Types and architecture, each of which has work for one core. */
async function readSources() {
  const codes = await Promise.all(
    ["typecheck", "arch"].map((script) => runQuietly("npm", ["run", "--silent", script])),
  );
  return codes.find((code) => code !== 0) ?? 0;
}

/** Without the types, which a stage before has checked, tests included. */
function build() {
  const env = { TYPES_CHECKED: "true" };
  return run(process.execPath, [join("scripts", "build.mjs")], { env });
}

function unitTests(report, env = {}, folders = []) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return run("vitest", ["run", ...reporters, ...folders], {
    env: { TEST_POSTGRES_URL: testPostgres(), ...env },
  });
}

/** Everything that reads and writes the database, on the other engine; tests under `prisma` choose their engines themselves. */
function integrationOnPostgresql() {
  const folders = ["lib/server", "app/", "actions.test.ts", "scripts/faults", "prisma/seed"];
  return unitTests(POSTGRESQL_REPORT, { TEST_DATABASE: "postgresql" }, folders);
}

/** PostgreSQL for the integration tests: the one given, else this machine's when it has one; else none. */
function testPostgres() {
  if (process.env.TEST_POSTGRES_URL) return process.env.TEST_POSTGRES_URL;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/pg_ctlcluster")) {
    return execFileSync(join(ROOT, ".ci", "postgres"), { encoding: "utf8" }).trim();
  }
  console.log(
    "没有 PostgreSQL，只测 SQLite。 No PostgreSQL here: SQLite only (TEST_POSTGRES_URL).",
  );
  return "";
}

function browserTests(report, env = {}, specs = []) {
  return run("playwright", ["test", "--reporter=list,json", ...specs], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env },
  });
}

/** All of them, on a database made for them and dropped afterwards. */
async function browserOnPostgresql() {
  // Only now: before the first stage nothing is installed.
  const { default: pg } = await import("pg");
  const name = `portal_browser_${process.pid}`;
  const url = new URL(testPostgres());
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}"`);
  url.pathname = name;
  const code = browserTests(POSTGRESQL_BROWSER_REPORT, { E2E_DATABASE_URL: url.href });
  await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  await server.end();
  return code;
}

/** Those that reach the database, once more. */
function browserOnSqlite() {
  const specs = readdirSync(join(ROOT, "e2e")).filter(
    (name) => name.endsWith(".spec.ts") && !LOOKS.includes(name),
  );
  return browserTests(
    BROWSER_REPORT,
    {},
    specs.map((name) => `/${name}`),
  );
}

function report(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** Tests passed and failed so far; a stage that failed without a failed test counts as one. */
function totals(stageFailed) {
  const units = [report(UNIT_REPORT), report(POSTGRESQL_REPORT)].filter(Boolean);
  const sum = (count) => units.reduce((total, each) => total + each[count], 0);
  const browsers = [BROWSER_REPORT, POSTGRESQL_BROWSER_REPORT].map((path) => report(path)?.stats);
  const inBrowsers = (count) => browsers.reduce((total, each) => total + (each?.[count] ?? 0), 0);
  const passed = sum("numPassedTests") + inBrowsers("expected");
  const failed = sum("numFailedTests") + inBrowsers("unexpected") + inBrowsers("flaky");
  return { passed, failed: stageFailed ? Math.max(failed, 1) : failed };
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const started = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
let failedStage;
for (const [name, stage] of stages) {
  console.log(`\n▶ ${name}`);
  const since = Date.now();
  const code = await stage();
  console.log(`${code === 0 ? "✔" : "✘"} ${name} ${seconds(since)}`);
  if (code !== 0) {
    failedStage = name;
    break;
  }
}
const { passed, failed } = totals(failedStage !== undefined);
console.log(
  `\n${failedStage ? `未通过 failed at: ${failedStage}` : "全部通过 all passed"} (${seconds(started)})`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
