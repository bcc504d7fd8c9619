import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Prepares with `modules` (import statements), says so, waits for a line, runs, prints JSON. */
function programOf(modules: string, work: string): string {
  return `${modules}
    process.stdout.write("ready\\n");
    await new Promise((resolve) => process.stdin.once("data", resolve));
    const result = await (async () => { ${work} })();
    process.stdout.write(JSON.stringify(result ?? null), () => process.exit(0));`;
}

async function resultOf(child: ChildProcess, ready: Promise<void>): Promise<unknown> {
  await ready;
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stdin?.write("go\n");
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`A process of the test ended with ${code}`);
  return JSON.parse(output);
}

/**
 * Runs the same work in several processes at once, beginning together after all have loaded.
 * `work` is the body of an async function; what it returns comes back, one result per process.
 */
export async function inProcesses(
  count: number,
  modules: string,
  work: string,
  env: Record<string, string>,
): Promise<unknown[]> {
  const children = Array.from({ length: count }, () =>
    spawn(
      process.execPath,
      [
        "--conditions=react-server",
        "--import",
        "tsx",
        "--input-type=module",
        "-e",
        programOf(modules, work),
      ],
      { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "inherit"] },
    ),
  );
  const ready = Promise.all(
    children.map(
      (child) =>
        new Promise<void>((resolve, reject) => {
          child.stdout.once("data", () => resolve());
          child.once("exit", (code) =>
            reject(new Error(`A process of the test ended with ${code}`)),
          );
        }),
    ),
  ).then(() => undefined);
  return await Promise.all(children.map((child) => resultOf(child, ready)));
}
