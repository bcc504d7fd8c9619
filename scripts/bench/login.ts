import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { type Segments, Visitor } from "./visitor";

/** Whose login is measured, and how their code is read. */
export type LoginCase = {
  region: string;
  taxpayerId: string;
  account: string;
  password: string;
  /** The code last sent to them. */
  readCode: () => Promise<string>;
  /** Lets them have another message: five in ten minutes would end the measurement. */
  forgetQuota: () => Promise<void>;
};

/** Ids of the server actions of one build. */
export type ActionIds = { firstFactor: string; sendCode: string; secondFactor: string };

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string() })),
});

/** Reads the ids of the login's actions out of a finished build. */
export function readActionIds(buildFolder: string): ActionIds {
  const path = join(buildFolder, "server", "server-reference-manifest.json");
  const { node } = manifest.parse(JSON.parse(readFileSync(path, "utf8")));
  const idOf = (name: string) => {
    const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
    if (!found) throw new Error(`${name} is not in this build`);
    return found[0];
  };
  return {
    firstFactor: idOf("submitFirstFactorAction"),
    sendCode: idOf("sendLoginCodeAction"),
    secondFactor: idOf("submitSecondFactorAction"),
  };
}

const led = z.object({ ok: z.literal(true), value: z.object({ to: z.string() }) });
const done = z.object({ ok: z.literal(true) });

/** A solved 人机验证, as the page's worker makes it. */
async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

const segmentsOf = (region: string, ...rest: string[]): Segments => [
  ["region", region, "d"],
  "(public)",
  "login",
  ...rest,
];

/** The requests of a login, in their order. */
export const LOGIN_STEPS = [
  "page",
  "challenge",
  "firstFactor",
  "verify",
  "send",
  "secondFactor",
  "home",
] as const;

export type LoginStep = (typeof LOGIN_STEPS)[number];

type Options = {
  actions: ActionIds;
  /** The browser; without one a device that was never used before. */
  browser?: Visitor;
  /** Told when the server has answered a step. */
  afterStep?: (step: LoginStep) => void;
};

/**
 * Logs in at 企业业务 by the requests a browser sends whose cache holds the scripts: login page, challenge of the human check
 * (solved here, on the visitor's side), first factor, 身份验证, 「获取验证码」, second factor, home page.
 * @returns the signed-in browser, and the milliseconds the visitor waited for the server
 */
export async function logIn(
  origin: string,
  person: LoginCase,
  { actions, browser, afterStep = () => undefined }: Options,
): Promise<{ visitor: Visitor; waitedMs: number }> {
  const visitor = browser ?? new Visitor(origin);
  const { region } = person;
  let waitedMs = 0;
  const step = async <T>(name: LoginStep, request: Promise<T>): Promise<T> => {
    const since = performance.now();
    const answer = await request;
    waitedMs += performance.now() - since;
    afterStep(name);
    return answer;
  };
  await person.forgetQuota();
  const login = { path: `/${region}/login/unified`, segments: segmentsOf(region, "unified") };
  await step("page", visitor.open(login.path));
  const challenge = await step("challenge", visitor.data("/api/human-check"));
  const humanCheck = await solve(challenge as Challenge);
  const first = visitor.act(login.path, {
    id: actions.firstFactor,
    segments: login.segments,
    input: {
      region,
      entry: "ENTERPRISE",
      taxpayerId: person.taxpayerId,
      account: person.account,
      password: person.password,
      projectKind: "",
      agreement: true,
      humanCheck,
    },
  });
  const { to } = led.parse(await step("firstFactor", first)).value;
  await step("verify", visitor.navigate(to, login));
  const flow = new URL(to, origin).searchParams.get("flow");
  const segments = segmentsOf(region, "verify");
  const send = visitor.act(to, { id: actions.sendCode, segments, input: { region, flow } });
  done.parse(await step("send", send));
  const code = await person.readCode();
  const input = { region, flow, code };
  const second = visitor.act(to, { id: actions.secondFactor, segments, input });
  const home = led.parse(await step("secondFactor", second)).value.to;
  const from = { path: `/${region}/login/verify`, segments };
  await step("home", visitor.navigate(home, from));
  return { visitor, waitedMs };
}
