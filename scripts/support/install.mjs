import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./environment.mjs";
import { run } from "./run.mjs";

/**
 * Whether what is installed is what the lock file says. Optional packages of other platforms may be absent.
 * @returns {boolean}
 */
function isInstalled() {
  const record = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    const found = present[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/**
 * Installs from the lock file when needed. Install scripts are left out: nothing the portal runs on needs
 * one, and compiling the test driver takes longer than all the rest.
 * @returns {number} exit code
 */
export function install() {
  return isInstalled() ? 0 : run("npm", ["ci", "--ignore-scripts", "--include=dev"]);
}

/**
 * Compiles `sqlite3`, through which the browser tests read the database with a driver not the portal's own.
 * @returns {number} exit code
 */
export function installTestDriver() {
  const driver = join("node_modules", "sqlite3");
  const built = existsSync(join(ROOT, driver, "build", "Release", "node_sqlite3.node"));
  return built ? 0 : run("npm", ["rebuild", "sqlite3", "--ignore-scripts=false"]);
}
