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
