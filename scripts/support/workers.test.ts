import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A server with the ways of the real one: says when it is ready, answers at once or after a while. */
const STAND_IN = `
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
if (existsSync(process.env.BROKEN)) process.exit(1);
if (existsSync(process.env.LATE)) await sleep(1500);
const server = createServer((request, response) => {
  const answer = () => response.writeHead(process.env.STOP_DELAY_SECONDS && portalProcess.draining ? 503 : 200).end(String(process.pid));
  if (request.url === "/slow") setTimeout(answer, 700);
  else if (request.url === "/hang") response.write("…");
  else answer();
});
server.keepAliveTimeout = 65000;
server.listen(Number(process.env.PORT), () => portalProcess.ready());
portalProcess.endings.push(async () => process.stdout.write("own work ended\\n"));
`;

// Real processes, which on a busy machine take their time to come up.
vi.setConfig({ testTimeout: 90_000, expect: { poll: { timeout: 30_000 } } });

let folder: string;
let port: number;
let output: string;
let portal: ChildProcess;
let ended: Promise<number | null>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "portal-workers-"));
  port = await freePort();
  output = "";
});

afterEach(async () => {
  portal.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function start(workers: number, environment: Record<string, string> = {}): Promise<void> {
  const standIn = join(folder, "stand-in.mjs");
  const graceful = new URL("./graceful.mjs", import.meta.url).href;
  const keeper = new URL("./workers.mjs", import.meta.url).href;
  writeFileSync(standIn, STAND_IN);
  writeFileSync(
    join(folder, "keeper.mjs"),
    workers > 1
      ? `import { keepWorkers } from "${keeper}";
         keepWorkers(${workers}, { exec: ${JSON.stringify(standIn)}, preload: ["${graceful}"] });`
      : `import "${graceful}"; import "./stand-in.mjs";`,
  );
  portal = spawn(process.execPath, [join(folder, "keeper.mjs")], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "info",
      PORT: String(port),
      BROKEN: join(folder, "broken"),
      LATE: join(folder, "late"),
      ...environment,
    },
  });
  portal.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  ended = new Promise((resolve) => portal.once("exit", resolve));
  if (existsSync(join(folder, "broken"))) return;
  const up = new Set<string>();
  const askWhoIsUp = async () => {
    const answer = await ask("/").catch(() => null);
    return answer ? up.add(answer.pid).size : 0;
  };
  await expect.poll(askWhoIsUp).toBe(workers);
}

type Answer = { status: number; pid: string; connection: string };

function ask(path: string, agent = new Agent()): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, agent }, (response) => {
      let pid = "";
      response.on("data", (chunk) => {
        pid += chunk;
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          pid,
          connection: response.headers.connection ?? "",
        }),
      );
    }).on("error", reject);
  });
}

/** Clients that keep their connections and ask without a pause; `stop` tells what they were answered. */
function crowd(size: number) {
  const agent = new Agent({ keepAlive: true });
  const pids = new Set<string>();
  const troubles: string[] = [];
  let asking = true;
  let recent: string[] = [];
  const clients = Array.from({ length: size }, async () => {
    while (asking) {
      try {
        const { status, pid } = await ask("/", agent);
        if (status !== 200) troubles.push(String(status));
        pids.add(pid);
        recent = [...recent.slice(-50), pid];
      } catch (error) {
        troubles.push(String(error));
      }
      await sleep(2);
    }
  });
  const stop = async () => {
    asking = false;
    await Promise.all(clients);
    agent.destroy();
    return { troubles, pids };
  };
  return { stop, recent: () => new Set(recent), pids };
}

test("N5 workers renewed one by one break off no request and refuse none", async () => {
  await start(2);
  const clients = crowd(6);
  await expect.poll(() => clients.recent().size).toBe(2);
  const old = clients.recent();
  portal.kill("SIGHUP");
  await expect.poll(() => output).toContain("workers renewed");
  await expect.poll(() => [...clients.recent()].some((pid) => old.has(pid))).toBe(false);
  const { troubles, pids } = await clients.stop();
  expect(troubles).toEqual([]);
  expect(pids.size).toBe(4);
});

test("N5 a new worker that does not come up leaves the old ones at work", async () => {
  await start(2);
  const clients = crowd(2);
  await expect.poll(() => clients.recent().size).toBe(2);
  const old = clients.recent();
  writeFileSync(join(folder, "broken"), "");
  portal.kill("SIGHUP");
  await expect.poll(() => output).toContain("did not come up");
  rmSync(join(folder, "broken"));
  const { troubles, pids } = await clients.stop();
  expect(troubles).toEqual([]);
  expect(pids).toEqual(old);
});

test("N5 workers that die while they are renewed are not replaced twice", async () => {
  await start(2);
  const old = new Set<string>();
  await expect.poll(async () => old.add((await ask("/")).pid).size).toBe(2);
  writeFileSync(join(folder, "late"), "");
  portal.kill("SIGHUP");
  await expect.poll(() => output).toContain("renewing workers");
  for (const pid of old) process.kill(Number(pid), "SIGKILL");
  await expect.poll(() => output).toContain("workers renewed");
  portal.kill("SIGTERM");
  await ended;
  expect(output.match(/"draining":true/g)).toHaveLength(2);
});

test("N5 a worker that dies is replaced; only what it was doing is lost", async () => {
  await start(2);
  const clients = crowd(6);
  await expect.poll(() => clients.recent().size).toBe(2);
  const [pid = ""] = clients.recent();
  process.kill(Number(pid), "SIGKILL");
  await expect.poll(() => output).toContain('"exit":"SIGKILL"');
  const seen = new Set<string>();
  const askAnew = () => ask("/").then(({ pid: answering }) => seen.add(answering).size);
  await expect.poll(() => askAnew().catch(() => 0)).toBe(2);
  expect(seen).not.toContain(pid);
  const { troubles } = await clients.stop();
  expect(troubles.filter((trouble) => !/ECONNRESET|EPIPE|hang up/.test(trouble))).toEqual([]);
  expect(troubles.length).toBeLessThanOrEqual(6);
});

test("N5 workers that never come up end the portal with an error", async () => {
  writeFileSync(join(folder, "broken"), "");
  await start(2);
  expect(await ended).toBe(1);
  expect(output).toContain("giving up");
});

test.each([1, 2])("N5 a stop of %i process(es) lets requests under way end", async (workers) => {
  await start(workers);
  const slow = Array.from({ length: 4 }, () => ask("/slow"));
  await sleep(200);
  portal.kill("SIGTERM");
  expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await ended).toBe(0);
  await expect(ask("/")).rejects.toThrow("ECONNREFUSED");
  expect(output.match(/own work ended/g)).toHaveLength(workers);
});

test("N5 with STOP_DELAY_SECONDS it says that it goes away before it stops listening", async () => {
  await start(2, { STOP_DELAY_SECONDS: "4" });
  portal.kill("SIGTERM");
  await expect.poll(async () => (await ask("/")).status).toBe(503);
  expect((await ask("/", new Agent({ keepAlive: true }))).connection).toBe("close");
  expect(await ended).toBe(0);
});

test("N5 what does not end is broken off after STOP_WITHIN_SECONDS", async () => {
  await start(1, { STOP_WITHIN_SECONDS: "2" });
  const hanging = ask("/hang").catch((error) => error.code);
  await sleep(200);
  const since = Date.now();
  portal.kill("SIGTERM");
  expect(await hanging).toBe("ECONNRESET");
  expect(await ended).toBe(0);
  expect(Date.now() - since).toBeGreaterThan(1_900);
  expect(output).toContain("stopped with requests under way");
});
