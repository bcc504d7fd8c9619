import { spawn, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "./environment.mjs";

/** The environment with the project's own commands on PATH, as `npm run` has it. */
function commandEnvironment(extra = {}) {
  const bin = join(ROOT, "node_modules", ".bin");
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...extra };
}

const shell = process.platform === "win32";

/** Runs a command in the project folder, output visible. Returns its exit code. */
export function run(command, args, { env = {}, stdio = "inherit" } = {}) {
  const options = { cwd: ROOT, env: commandEnvironment(env), stdio, shell };
  const { status, error } = spawnSync(command, args, options);
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/**
 * The same beside others: what it says is shown at its end, so that two do not mix.
 * @returns {Promise<number>} its exit code
 */
export function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: commandEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      shell,
    });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => said.push(chunk));
    }
    child.on("error", (error) => said.push(Buffer.from(`${command}: ${error.message}\n`)));
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** Runs a command that stays (a server), hands it our signals, and exits as it does. */
export function become(command, args, { env = {} } = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: commandEnvironment(env),
    stdio: "inherit",
    shell,
  });
  const forward = (signal) => child.kill(signal);
  process.on("SIGTERM", forward);
  // Ctrl-C reaches the whole foreground group already: only stay alive until the child has ended.
  process.on("SIGINT", () => undefined);
  child.on("error", (error) => {
    console.error(`${command}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 0)));
  return child;
}
