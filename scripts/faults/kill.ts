import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { CHAIN_BEGIN } from "@/lib/server/audit-trail/verify";
import { db } from "@/lib/server/db";
import { sweepImports } from "@/lib/server/imports/sweep";
import { type Done, done, type Violation, violations } from "@/scripts/faults/invariants";
import { keepFaultSessions, openFaultSessions } from "@/scripts/faults/subjects";

const VICTIM = join(import.meta.dirname, "victim.ts");
/** A victim lives this long at most, milliseconds: several of its works. */
const LIFE_MS = 2000;

/** Starts processes that wait for the word. */
async function ready(count: number): Promise<ChildProcess[]> {
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", VICTIM], {
      // Their log would be taken for their word.
      env: { ...process.env, LOG_LEVEL: "silent" },
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  await Promise.all(
    children.map(async (child) => {
      const [word] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
      if (String(word).trim() === "ready") return;
      throw new Error(`A process of the trial did not start: ${word} ${child.signalCode}`);
    }),
  );
  return children;
}

/** Lets them work and kills each at a random moment; false when one ended by itself, by a fault. */
async function killAll(victims: ChildProcess[], random: () => number): Promise<boolean> {
  const ends = victims.map(async (victim) => {
    victim.stdin?.write("go\n");
    const exit = once(victim, "exit");
    const wait = new Promise((resolve) => setTimeout(resolve, 20 + random() * LIFE_MS));
    await Promise.race([exit, wait]);
    const alive = victim.exitCode === null;
    victim.kill("SIGKILL");
    await exit;
    return alive;
  });
  return (await Promise.all(ends)).every(Boolean);
}

/**
 * Kills processes (SIGKILL) in the middle of registrations, takeovers of phones, switches and imports, `together` at a time, and looks
 * after each time whether anything is half-done; at the end whether what was interrupted can be finished. The database holds the
 * demo data.
 */
export async function killAtRandom(
  { kills, together, random }: { kills: number; together: number; random: () => number },
  tell: (line: string) => void = () => {},
): Promise<{ kills: number; found: Violation[]; done: Done }> {
  await openFaultSessions(new Date());
  const begin = new Date(0);
  let verified = CHAIN_BEGIN;
  let since = begin;
  let killed = 0;
  let next = ready(together);
  while (killed < kills) {
    const victims = await next;
    if (killed + together < kills) next = ready(together);
    const alive = await killAll(victims, random);
    killed += together;
    // They do their first works before they wait: only then nobody is at work.
    await next;
    const looked = new Date();
    await keepFaultSessions(looked);
    const checked = await violations(verified, since);
    if (!alive) checked.found.push("a process ended by a fault of its own");
    verified = checked.verified;
    since = looked;
    tell(`${killed} / ${kills}`);
    if (checked.found.length > 0)
      return { kills: killed, found: checked.found, done: await done() };
  }
  await finishInterrupted();
  const { found } = await violations(verified, begin);
  const open = await db.importRun.count({ where: { status: { in: ["CHECKING", "APPROVED"] } } });
  if (open > 0) found.push(`${open} imports could not be finished`);
  return { kills: killed, found, done: await done() };
}

/** What another process does once the lease of the killed one is over. */
async function finishInterrupted(): Promise<void> {
  await db.importRun.updateMany({ data: { leaseUntil: null } });
  const waiting = { where: { status: { in: ["CHECKING" as const, "APPROVED" as const] } } };
  for (let sweeps = await db.importRun.count(waiting); sweeps > 0; sweeps--) {
    await sweepImports(new Date());
    if ((await db.importRun.count(waiting)) === 0) return;
  }
}
