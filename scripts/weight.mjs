// Usage: npm run weight [-- --all]
// The scripts a browser loads with each page, compressed. Fails when a public page is above its budget. Looks at the finished
// build only: bytes, the same on every machine. Both languages of a page have the same scripts.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import vm from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { ROOT } from "./support/environment.mjs";

/** Public pages and the bytes their scripts may have, as `npm start` sends them (Brotli). docs/decisions/0028-weight.md */
const BUDGETS = {
  "/": 136_000,
  "/[region]": 137_000,
  "/[region]/login": 163_000,
  "/[region]/login/unified": 163_000,
  "/[region]/login/legacy": 163_000,
  "/[region]/login/certificate": 161_000,
  "/[region]/login/verify": 161_000,
  "/[region]/register": 163_000,
  "/[region]/register/person": 163_000,
  "/[region]/forgot-password": 168_000,
  "/[region]/find-phone": 160_000,
  "/[region]/unlock": 159_000,
  "/hall/login": 156_000,
};

const build = resolve(ROOT, process.env.NEXT_DIST_DIR ?? ".next");
const read = (...path) => readFileSync(join(build, ...path), "utf8");
const known = new Map();

/** Compressed sizes of one file of the build, in bytes. */
function sizes(file) {
  if (!known.has(file)) {
    const content = readFileSync(join(build, file));
    const gzip = gzipSync(content, { level: 6 }).length;
    known.set(file, { gzip, brotli: brotliCompressSync(content).length });
  }
  return known.get(file);
}

/** The scripts of a route: those of every page, and those of each client component it can show. */
function scriptsOf(route, common) {
  const sandbox = vm.createContext({});
  vm.runInContext(read("server", "app", `${route}_client-reference-manifest.js`), sandbox);
  const { clientModules } = sandbox.__RSC_MANIFEST[`/${route}`];
  const own = Object.values(clientModules).flatMap(({ chunks }) => chunks);
  return [...new Set([...common, ...own.map((chunk) => chunk.replace("/_next/", ""))])];
}

/** The address of a route: without its (groups) and the file's name. */
function addressOf(route) {
  const parts = route.split("/").filter((part) => part !== "page" && !part.startsWith("("));
  return `/${parts.join("/")}`;
}

function weigh() {
  const { rootMainFiles } = JSON.parse(read("build-manifest.json"));
  const routes = Object.keys(JSON.parse(read("server", "app-paths-manifest.json")))
    .map((route) => route.slice(1))
    .filter((route) => /(?:^|\/)page$/.test(route) && !route.startsWith("_"));
  return routes
    .map((route) => {
      const scripts = scriptsOf(route, rootMainFiles);
      const sum = (kind) => scripts.reduce((total, file) => total + sizes(file)[kind], 0);
      return {
        page: addressOf(route),
        files: scripts.length,
        gzip: sum("gzip"),
        brotli: sum("brotli"),
      };
    })
    .sort((one, other) => other.brotli - one.brotli);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

const { values } = parseArgs({ options: { all: { type: "boolean", default: false } } });
const pages = weigh();
const missing = Object.keys(BUDGETS).filter((page) => !pages.some((each) => each.page === page));
const heavy = pages.filter(
  ({ page, brotli }) => brotli > (BUDGETS[page] ?? Number.POSITIVE_INFINITY),
);
console.log("   gzip  brotli  budget  页面脚本 scripts of a page, kB");
for (const { page, files, gzip, brotli } of pages) {
  const budget = BUDGETS[page];
  if (budget === undefined && !values.all) continue;
  const bound = budget === undefined ? "       " : kilobytes(budget);
  console.log(`${kilobytes(gzip)} ${kilobytes(brotli)} ${bound}  ${page} (${files})`);
}
for (const { page } of heavy) console.error(`超出预算 above its budget: ${page}`);
for (const page of missing) console.error(`没有此页面 no such page: ${page}`);
process.exitCode = heavy.length + missing.length > 0 ? 1 : 0;
