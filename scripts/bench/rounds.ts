import autocannon from "autocannon";
import { type ActionIds, LOGIN_STEPS, type LoginCase, type LoginStep, logIn } from "./login";
import type { ServerProcess } from "./server-process";

/** Server CPU and waiting of one thing done many times, milliseconds each. */
export type Cost = { cpuMs: number; p50Ms: number; p97Ms: number; perSecond: number };

/** Loads one page `amount` times over `connections` connections. */
export async function loadPage(
  server: ServerProcess,
  path: string,
  { amount, connections, cookie }: { amount: number; connections: number; cookie?: string },
): Promise<Cost> {
  const headers = { "accept-encoding": "gzip", accept: "text/html", ...(cookie && { cookie }) };
  const before = server.cpuMs();
  const url = server.origin + path;
  const { latency, duration, non2xx, errors } = await autocannon({
    url,
    amount,
    connections,
    headers,
  });
  if (non2xx + errors > 0) throw new Error(`${path}: ${non2xx} refused, ${errors} failed`);
  return {
    cpuMs: (server.cpuMs() - before) / amount,
    p50Ms: latency.p50,
    p97Ms: latency.p97_5,
    perSecond: amount / duration,
  };
}

/** What logins cost the server: CPU of each step and altogether per login, and what each visitor waited; milliseconds. */
export type LoginCost = { cpuMs: number; stepCpuMs: Record<LoginStep, number>; waitedMs: number[] };

/** Logs in `amount` times, one after another, from one device. */
export async function loadLogin(
  server: ServerProcess,
  person: LoginCase,
  { amount, actions }: { amount: number; actions: ActionIds },
): Promise<LoginCost> {
  const waitedMs: number[] = [];
  let browser = (await logIn(server.origin, person, { actions })).visitor;
  const stepCpuMs = Object.fromEntries(
    LOGIN_STEPS.map((step) => [step, 0]),
  ) as LoginCost["stepCpuMs"];
  const before = server.cpuMs();
  let counted = before;
  for (let done = 0; done < amount; done++) {
    const { visitor, waitedMs: waited } = await logIn(server.origin, person, {
      actions,
      browser: browser.later(),
      // A tick is coarse for one step; over many logins the rounding evens out.
      afterStep: (step) => {
        const now = server.cpuMs();
        stepCpuMs[step] += (now - counted) / amount;
        counted = now;
      },
    });
    waitedMs.push(waited);
    browser = visitor;
  }
  return { cpuMs: (server.cpuMs() - before) / amount, stepCpuMs, waitedMs };
}
