import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const READY_ATTEMPTS = 240;
const BETWEEN_ATTEMPTS_MS = 250;

/** A server under measurement: a process of its own, looked at from outside. */
export type ServerProcess = {
  origin: string;
  pid: number;
  /** Processor time used since the start, user and system, all threads, milliseconds. */
  cpuMs(): number;
  /** Resident memory, bytes. */
  rssBytes(): number;
  /** What it has written to its outputs so far. */
  output(): string;
  stop(): Promise<void>;
};

let tickMs: number | undefined;

/** Milliseconds of one clock tick of /proc. */
function clockTickMs(): number {
  tickMs ??= 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  return tickMs;
}

/** User and system ticks in a line of /proc/PID/stat; the name of the process may hold spaces and brackets. */
export function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // Fields 14 and 15 of proc(5), counted from the state, which is the third.
  return Number(fields[11]) + Number(fields[12]);
}

/**
 * Starts a server and waits until it answers.
 * @throws Error with its output when it ends or stays silent
 */
export async function startServer(
  origin: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const pid = child.pid;
  if (pid === undefined) throw new Error(`Not started: ${args.join(" ")}`);
  await answering(origin, child, () => output);
  return {
    origin,
    pid,
    cpuMs: () => ticksOf(readFileSync(`/proc/${pid}/stat`, "utf8")) * clockTickMs(),
    rssBytes: () => {
      const [, kilobytes] =
        /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      return Number(kilobytes) * 1024;
    },
    output: () => output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function answering(origin: string, child: ChildProcess, output: () => string) {
  for (let attempt = 0; attempt < READY_ATTEMPTS; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended.\n${output()}`);
    const answer = await fetch(origin, { redirect: "manual" }).catch(() => undefined);
    if (answer && answer.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
  }
  child.kill("SIGTERM");
  throw new Error(`The server did not answer.\n${output()}`);
}
