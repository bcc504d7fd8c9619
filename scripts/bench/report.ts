import { cpus, totalmem } from "node:os";
import type { FaceCost } from "./face";
import { LOGIN_STEPS, type LoginStep } from "./login";
import { fixed, kibibytes, median, percentile } from "./numbers";
import type { OidcCost } from "./oidc";
import type { Cost, LoginCost } from "./rounds";
import type { Weight } from "./weight";

/** Everything one run of the benchmark found. Times in milliseconds, sizes in bytes. */
export type Findings = {
  rounds: number;
  loginsPerRound: number;
  pagesPerRound: number;
  hashCpuMs: number;
  login: LoginCost[];
  home: Cost[];
  bare: Cost[];
  loginPage: Cost[];
  oidc: OidcCost[];
  weight: Weight;
  statements: { login: number; newDevice: number; home: number; loginPage: number };
  memory: { idle: number; loaded: number };
  face: FaceCost;
};

const STEP_NAMES: Record<LoginStep, string> = {
  page: "login page (document)",
  challenge: "challenge of the human check",
  firstFactor: "first factor, with the hash (action)",
  verify: "identity verification (router)",
  send: "send a code (action)",
  secondFactor: "second factor (action)",
  home: "home page (router)",
};

const column = <K extends keyof Cost>(costs: readonly Cost[], key: K) =>
  median(costs.map((cost) => cost[key]));

/** The findings as a Markdown table, with the machine they were made on. */
export function report(found: Findings, now: Date): string {
  const login = median(found.login.map(({ cpuMs }) => cpuMs));
  const waited = found.login.flatMap(({ waitedMs }) => waitedMs);
  const home = column(found.home, "cpuMs");
  const bare = column(found.bare, "cpuMs");
  const ms = (value: number) => `${fixed(value)} ms`;
  const wait = (costs: readonly Cost[]) =>
    `p50 ${ms(column(costs, "p50Ms"))}, p97.5 ${ms(column(costs, "p97Ms"))}`;
  const rows: [what: string, value: string][] = [
    ["Two-step login, server CPU", ms(login)],
    ["· of which the password hash (measured alone)", ms(found.hashCpuMs)],
    ["· without the hash", ms(login - found.hashCpuMs)],
    ...LOGIN_STEPS.map((step): [string, string] => [
      `· ${STEP_NAMES[step]}`,
      ms(median(found.login.map(({ stepCpuMs }) => stepCpuMs[step]))),
    ]),
    [
      "Two-step login, time the visitor waits for the server",
      `p50 ${ms(median(waited))}, p97.5 ${ms(percentile(waited, 0.975))}`,
    ],
    ["Two-step login, SQL statements", String(found.statements.login)],
    ["· from a device not used before", String(found.statements.newDevice)],
    ["Home page `/R/home`, server CPU", ms(home)],
    ["· waiting", wait(found.home)],
    ["· SQL statements", String(found.statements.home)],
    ["Bare Next page with one query, server CPU", ms(bare)],
    ["· waiting", wait(found.bare)],
    ["Home page against the bare page, CPU", `× ${fixed(home / bare, 2)}`],
    [
      "· requests per second against the bare page",
      `${fixed((column(found.home, "perSecond") / column(found.bare, "perSecond")) * 100, 0)} %`,
    ],
    ["Login page, server CPU", ms(column(found.loginPage, "cpuMs"))],
    ["· requests per second, one process", fixed(column(found.loginPage, "perSecond"), 0)],
    ["· SQL statements", String(found.statements.loginPage)],
    [
      "· JavaScript, compressed as served",
      `${kibibytes(found.weight.scripts)} in ${found.weight.scriptFiles} files`,
    ],
    [
      "· HTML and CSS, compressed as served",
      `${kibibytes(found.weight.html)} + ${kibibytes(found.weight.styles)}`,
    ],
    ...signInRows(found.oidc),
    ["Memory of one process, idle", mebibytes(found.memory.idle)],
    ["· after the load", mebibytes(found.memory.loaded)],
    ["Face engine, first start", ms(found.face.startMs)],
    ["· one frame, in the worker thread", ms(found.face.frameMs)],
    ["· the frames of one check", ms(found.face.checkMs)],
    ["· memory it adds to the process that uses it", mebibytes(found.face.memory)],
  ];
  return [
    `${now.toISOString().slice(0, 10)}, ${machine()}. Medians of ${found.rounds} rounds of ${found.loginsPerRound} logins and ${found.pagesPerRound} loads of each page.`,
    "",
    "| What | Found |",
    "|---|---|",
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
  ].join("\n");
}

/** What signing in at a business system costs: the browser's half, and the system's. */
function signInRows(costs: readonly OidcCost[]): [what: string, value: string][] {
  const halves: [what: string, costs: Cost[]][] = [
    ["OpenID authorisations per second", costs.map(({ authorization }) => authorization)],
    ["OpenID token exchanges per second", costs.map(({ exchange }) => exchange)],
  ];
  return halves.flatMap(([what, half]) => [
    [`${what}, one process`, fixed(column(half, "perSecond"), 0)],
    ["· server CPU of each", `${fixed(column(half, "cpuMs"))} ms`],
    [
      "· waiting",
      `p50 ${fixed(column(half, "p50Ms"))} ms, p97.5 ${fixed(column(half, "p97Ms"))} ms`,
    ],
  ]);
}

function mebibytes(bytes: number): string {
  return `${fixed(bytes / 1024 ** 2, 0)} MiB`;
}

function machine(): string {
  const { length, 0: first } = cpus();
  const memory = fixed(totalmem() / 1024 ** 3, 0);
  return `${length} × ${first?.model.trim() ?? "unknown processor"}, ${memory} GiB, Node ${process.versions.node}, SQLite`;
}
