/**
 * `npm run bench [-- --rounds 5 --json file --no-build]`: what the portal costs, measured on the production build with a
 * database of its own. Server CPU is read from /proc, hence Linux only. See docs/performance.md.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BUILD_FOLDER, bareFolder, buildBoth } from "./build";
import { logIn, readActionIds } from "./login";
import { loadOidc, registerBenchClient } from "./oidc";
import { type Findings, report } from "./report";
import { type Cost, loadLogin, loadPage } from "./rounds";
import { type ServerProcess, startServer } from "./server-process";
import { weigh } from "./weight";

const ROOT = join(import.meta.dirname, "..", "..");
const PORTAL_PORT = Number(process.env.PORTAL_PORT ?? 3290);
const BARE_PORT = Number(process.env.BARE_PORT ?? 3291);
const LOGINS = 25;
const PAGES = 400;
const WARM_UP_LOGINS = 60;
const AUTHORIZATIONS = 200;
const CONNECTIONS = 4;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    json: { type: "string" },
    "no-build": { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const say = (line: string) => process.stderr.write(`${line}\n`);

if (!existsSync("/proc/self/stat")) {
  say("基准测试需要 Linux 的 /proc。 The benchmark reads CPU from /proc and needs Linux.");
  process.exit(1);
}
if (!Number.isInteger(rounds) || rounds < 1) {
  say("用法 Usage: npm run bench [-- --rounds N --json FILE --no-build]");
  process.exit(1);
}
if (!options["no-build"]) {
  say("构建 building the portal and the bare page …");
  buildBoth(ROOT);
}

const folder = mkdtempSync(join(tmpdir(), "portal-bench-"));
const database = join(folder, "bench.db");
process.env.DATABASE_URL = `file:${database}`;
const running: ServerProcess[] = [];
try {
  const findings = await measure();
  process.stdout.write(`${report(findings, new Date())}\n`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(findings, null, 2)}\n`);
} finally {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<Findings> {
  // Imported only now: they open the database the environment names.
  const { db } = await import("@/lib/server/db");
  const { migrate } = await import("@/prisma/migrate/migrate");
  const { loadDemo } = await import("@/prisma/seed/demo");
  const { demoCase } = await import("./fixture");
  const { hashCpuMs } = await import("./hash");
  const { faceCost } = await import("./face");
  say("演示数据 loading the demo data …");
  await migrate(`file:${database}`);
  await loadDemo(db, { now: new Date() });
  const person = demoCase(ROOT, db);
  const actions = readActionIds(join(ROOT, BUILD_FOLDER));
  const homePath = `/${person.region}/home`;
  const loginPath = `/${person.region}/login/unified`;

  say("语句计数 counting statements …");
  const counting = await portal(["--import", join(import.meta.dirname, "count-statements.mjs")]);
  const statements = await countStatements(counting, { homePath, loginPath });
  await counting.stop();

  const server = await portal([]);
  const { id } = await db.person.findFirstOrThrow({ select: { id: true } });
  const bareServer = await bare(id);
  await fetch(server.origin + loginPath);
  const idle = server.rssBytes();

  say("预热 warming up …");
  await loadLogin(server, person, { amount: WARM_UP_LOGINS, actions });
  const { visitor } = await logIn(server.origin, person, { actions });
  const cookie = visitor.cookieHeader;
  const pages = [
    { server, path: homePath, cookie },
    { server: bareServer, path: "/" },
    { server, path: loginPath },
  ];
  const load = ({ server, path, cookie }: (typeof pages)[number]): Promise<Cost> =>
    loadPage(server, path, { amount: PAGES, connections: CONNECTIONS, cookie });
  for (const page of pages) await load(page);
  const client = await registerBenchClient(person.region);
  const visitors = [visitor];
  while (visitors.length < CONNECTIONS) {
    visitors.push((await logIn(server.origin, person, { actions })).visitor);
  }
  const signIn = () => loadOidc(server, client, { amount: AUTHORIZATIONS, visitors });
  await signIn();

  const found: Pick<Findings, "login" | "home" | "bare" | "loginPage" | "oidc"> = {
    login: [],
    home: [],
    bare: [],
    loginPage: [],
    oidc: [],
  };
  const costs = [found.home, found.bare, found.loginPage];
  for (let round = 1; round <= rounds; round++) {
    say(`第 ${round}/${rounds} 轮 round …`);
    found.login.push(await loadLogin(server, person, { amount: LOGINS, actions }));
    for (const [index, page] of pages.entries()) costs[index]?.push(await load(page));
    found.oidc.push(await signIn());
  }
  const weight = await weigh(server.origin, loginPath);
  const loaded = server.rssBytes();
  await Promise.all(running.splice(0).map((each) => each.stop()));
  return {
    rounds,
    loginsPerRound: LOGINS,
    pagesPerRound: PAGES,
    hashCpuMs: await hashCpuMs(),
    ...found,
    weight,
    statements,
    memory: { idle, loaded },
    face: await faceCost(),
  };

  /** Statements of a login and of two pages, by a server that writes a line for each. */
  async function countStatements(
    counted: ServerProcess,
    paths: { homePath: string; loginPath: string },
  ): Promise<Findings["statements"]> {
    const count = async (work: () => Promise<unknown>) => {
      const before = statementsIn(counted);
      await work();
      // What was written last arrives a moment after the answer.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return statementsIn(counted) - before;
    };
    const { visitor } = await logIn(counted.origin, person, { actions });
    return {
      login: await count(() =>
        logIn(counted.origin, person, { actions, browser: visitor.later() }),
      ),
      newDevice: await count(() => logIn(counted.origin, person, { actions })),
      home: await count(() => visitor.open(paths.homePath)),
      loginPage: await count(() => visitor.open(paths.loginPath)),
    };
  }
}

function statementsIn(server: ServerProcess): number {
  return server.output().split("\nstatement\n").length - 1;
}

/** What follows `node` in `npm start`: the limits of its memory, and the script. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return scripts.start.split(" ").slice(1);
}

async function portal(nodeOptions: readonly string[]): Promise<ServerProcess> {
  const origin = `http://localhost:${PORTAL_PORT}`;
  const args = [...nodeOptions, ...startArguments()];
  const server = await startServer(origin, args, {
    PORT: String(PORTAL_PORT),
    APP_URL: origin,
    NEXT_DIST_DIR: BUILD_FOLDER,
    REQUESTS_PER_ADDRESS: "1000000000",
  });
  running.push(server);
  return server;
}

async function bare(personId: string): Promise<ServerProcess> {
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const args = [next, "start", bareFolder(ROOT), "--port", String(BARE_PORT)];
  const server = await startServer(`http://localhost:${BARE_PORT}`, args, {
    BARE_DATABASE: database,
    BARE_PERSON: personId,
  });
  running.push(server);
  return server;
}
