import "@/prisma/testing/demo-database";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { z } from "zod";
import { ACCESS, ACTIONS } from "@/e2e/fixtures/action-table";
import { rows } from "@/e2e/fixtures/database";
import { type Cast, newCast, VISITORS, type Visitor } from "@/e2e/fixtures/visitors";
import { env } from "@/lib/server/env";
import { hostileValue, inputOf, type Plausible } from "@/prisma/testing/hostile-input";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

type Mutation = (input: unknown, form?: unknown) => Promise<unknown>;
type Config = { input: z.ZodType };

/** The schema of the action that ran last, written down by the wrapper. */
const seen = vi.hoisted(() => ({ input: undefined as unknown }));

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("next/cache", () => ({ refresh: () => undefined, revalidatePath: () => undefined }));
vi.mock("@/lib/server/action", async (original) => {
  const real = await original<typeof import("@/lib/server/action")>();
  return {
    ...real,
    action: (config: never, run: never) => watched(config, real.action(config, run)),
  };
});
vi.mock("@/lib/server/hall/officer-action", async (original) => {
  const real = await original<typeof import("@/lib/server/hall/officer-action")>();
  return {
    ...real,
    officerAction: (config: never, run: never) => watched(config, real.officerAction(config, run)),
  };
});

const watched = vi.hoisted(() => (config: Config, call: Mutation) => (raw: unknown) => {
  seen.input = config.input;
  return call(raw);
});

const SEED = Number(process.env.FUZZ_SEED ?? 20_260_701);
const RUNS = Number(process.env.FUZZ_RUNS ?? 6);
const REFUSED = ["SIGNED_OUT", "UNIFIED_ONLY", "OFFICER_ROLE_REQUIRED"];

const found = new Map<string, Mutation>();
let cast: Cast;

beforeAll(async () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join("app", name))
    .filter((path) => readFileSync(path, "utf8").startsWith('"use server"'));
  for (const path of files) {
    for (const [name, run] of Object.entries(await import(/* @vite-ignore */ `./${path}`))) {
      expect(found.has(name), `two actions are called ${name}`).toBe(false);
      found.set(name, run as Mutation);
    }
  }
  cast = await newCast("liaoning");
  vi.spyOn(env(), "REQUESTS_PER_ADDRESS", "get").mockReturnValue(1_000_000);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
}, 120_000);

/** Calls an action as a visitor would; what it throws in order to lead elsewhere counts as no answer. */
async function call(name: string, visitor: Visitor, input: unknown): Promise<unknown> {
  const browser = newBrowser({ host: "localhost:3000", "next-action": "0" });
  const cookie = cast.cookies[visitor];
  if (cookie) browser.cookies.set(cookie.name, cookie.value);
  try {
    // switchIdentityAction takes the form as its second argument.
    return await inBrowser(browser, async () => found.get(name)?.(input, input));
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith("NEXT_REDIRECT")) return null;
    throw error;
  }
}

function codesOf(answer: unknown): string[] {
  const { problems = [] } = (answer ?? {}) as { problems?: { code: string }[] };
  return problems.map(({ code }) => code);
}

/** Rows that no refused call may add to or take from. Whoever is signed in may begin a flow of their own with no word. */
const TABLES = [
  "Account",
  "AgencyStaff",
  "Agreement",
  "Announcement",
  "CrossRegionProject",
  "Enterprise",
  "Filing",
  "LoginSession",
  "Message",
  "Officer",
  "Person",
  "Phone",
  "RealNameCollection",
  "Relation",
];

async function written(tables: readonly string[]): Promise<string> {
  const union = tables.map((name) => `SELECT '${name}' AS "name", COUNT(*) AS "n" FROM "${name}"`);
  const counts = await rows(union.join(" UNION ALL "));
  return counts.map(({ name, n }) => `${name} ${n}`).join("\n");
}

/** What no answer may hold: traces, statements, places in the program. */
const INNARDS = /node_modules|\bat \S+ \(|Prisma|SELECT |INSERT |\$argon2|\.tsx?:\d|\/work\//;

/** Names of the actions that answer a Result. */
function answering(): string[] {
  const bare: readonly string[] = ACTIONS.BARE;
  return [...found.keys()].filter((name) => !bare.includes(name));
}

function expectHarmless(name: string, answer: unknown): void {
  expect(codesOf(answer), name).not.toContain("UNEXPECTED");
  expect(JSON.stringify(answer ?? null), name).not.toMatch(INNARDS);
}

describe("N1 authorisation matrix of the actions", () => {
  test("N1 every action stands in the matrix, and the matrix names no other", () => {
    expect([...found.keys()].sort()).toEqual(Object.values(ACTIONS).flat().sort());
  });

  for (const access of Object.keys(ACCESS) as (keyof typeof ACCESS)[]) {
    test(`N1 what is for ${access} answers them, and refuses everybody else before it reads a word`, async () => {
      for (const name of ACTIONS[access]) {
        for (const visitor of VISITORS) {
          const codes = codesOf(await call(name, visitor, undefined));
          const refused = codes.some((code) => REFUSED.includes(code));
          const allowed = (ACCESS[access] as readonly Visitor[]).includes(visitor);
          expect(refused, `${name} for ${visitor}: ${codes}`).toBe(!allowed);
        }
      }
    }, 120_000);
  }
});

describe("N1 hostile input", () => {
  for (const visitor of ["anonymous", "manager", "supervisor"] as const) {
    test(`N1 whatever ${visitor} sends to an action is answered with problems, and nothing is written`, async () => {
      const tables = visitor === "manager" ? TABLES : [...TABLES, "Flow"];
      const before = await written(tables);
      for (const name of answering()) {
        const run = async (input: unknown) =>
          expectHarmless(name, await call(name, visitor, input));
        await fc.assert(fc.asyncProperty(hostileValue, run), { seed: SEED, numRuns: RUNS });
      }
      expect(await written(tables)).toBe(before);
    }, 300_000);
  }

  test("N1 input that a schema lets pass never makes a use case fail", async () => {
    for (const name of answering()) {
      const access = (Object.keys(ACCESS) as (keyof typeof ACCESS)[]).find((each) =>
        (ACTIONS[each] as readonly string[]).includes(name),
      );
      const visitors = ACCESS[access ?? "ANYONE"] as readonly Visitor[];
      await call(name, visitors[0] ?? "anonymous", undefined);
      const inputs = inputOf(seen.input as z.ZodType, plausible());
      await fc.assert(
        fc.asyncProperty(inputs, fc.constantFrom(...visitors), async (input, visitor) => {
          expectHarmless(name, await call(name, visitor, input));
        }),
        { seed: SEED, numRuns: RUNS },
      );
    }
  }, 300_000);
});

/** What stands of an enterprise's people and their doings, row by row; what others may add does not count. */
async function standing({ creditCode, ids }: Cast): Promise<Record<string, string>> {
  const enterprise = `(SELECT "id" FROM "Enterprise" WHERE "creditCode" = '${creditCode}')`;
  const people = `(SELECT "personId" FROM "Relation" WHERE "enterpriseId" = ${enterprise}
    UNION SELECT "personId" FROM "AgreementStaff" WHERE "id" = '${ids.agent}'
    UNION SELECT "personId" FROM "Message" WHERE "id" = '${ids.message}')`;
  const where = {
    Enterprise: `"id" = ${enterprise}`,
    Relation: `"enterpriseId" = ${enterprise}`,
    Filing: `"enterpriseId" = ${enterprise}`,
    Agreement: `"clientId" = ${enterprise}`,
    AgreementStaff: `"id" = '${ids.agent}'`,
    Message: `"id" = '${ids.message}'`,
    Announcement: `"id" = '${ids.announcement}'`,
    Person: `"id" IN ${people}`,
    Account: `"personId" IN ${people}`,
    Phone: `"personId" IN ${people}`,
    LoginSession: `"personId" IN ${people}`,
  };
  const found = await Promise.all(
    Object.entries(where).map(async ([table, condition]) =>
      (await rows(`SELECT * FROM "${table}" WHERE ${condition}`)).map((row) => [
        `${table} ${row.id}`,
        JSON.stringify(row),
      ]),
    ),
  );
  return Object.fromEntries(found.flat());
}

/** What somebody knows who has seen every address of others: all their ids. */
async function idsOf(victim: Cast): Promise<Plausible> {
  const kept = Object.keys(await standing(victim)).map((name) => name.split(" ", 2));
  const of = (table: string) => kept.flatMap(([name, id]) => (name === table ? [id] : []));
  const [agent, relation] = [victim.ids.agent, victim.ids.relation];
  return [
    [/region/i, ["liaoning"]],
    [/identity$/i, [`relation:${relation}`, `client:${agent}`, ...of("Relation")]],
    [/relation/i, of("Relation")],
    [/agreement/i, [victim.ids.agreement]],
    [/agent|staff/i, [agent]],
    [/phoneId/i, of("Phone")],
    [/session/i, of("LoginSession")],
    [/message/i, [victim.ids.message]],
    [/filing|draft/i, [victim.ids.filing]],
    [/announcement/i, [victim.ids.announcement]],
    [/enterprise/i, of("Enterprise")],
    [/person/i, of("Person")],
    [/until|to$|validTo/i, ["2027-01-01"]],
    [/from|since/i, ["2026-11-22"]],
    [/reason|note|text|title|body|name/i, ["测试"]],
    [/./, kept.map(([, id]) => id)],
  ];
}

/** Has visitors call what they may call, with ids of another cast. */
async function reachFor(
  victim: Cast,
  visitors: readonly Visitor[],
  access: (keyof typeof ACCESS)[],
) {
  const plausible = await idsOf(victim);
  for (const name of access.flatMap((each): readonly string[] => ACTIONS[each])) {
    const kind = access.find((each) => (ACTIONS[each] as readonly string[]).includes(name));
    await call(name, (ACCESS[kind ?? "ANYONE"] as readonly Visitor[])[0] ?? "anonymous", undefined);
    const inputs = inputOf(seen.input as z.ZodType, plausible).map(current);
    for (const visitor of visitors) {
      const run = async (input: unknown) => expectHarmless(name, await call(name, visitor, input));
      await fc.assert(fc.asyncProperty(inputs, run), { seed: SEED, numRuns: Math.ceil(RUNS / 2) });
    }
  }
}

/** The version of the caller's own identity is known to the caller. */
function current(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("identityVersion" in input)) return input;
  return { ...input, identityVersion: typeof input.identityVersion === "string" ? "1" : 1 };
}

describe("N1 objects of others", () => {
  test("N1 nobody changes what is another enterprise's or person's, whatever ids of theirs they send", async () => {
    const victim = await newCast("liaoning");
    const before = await standing(victim);
    expect(Object.keys(before).length).toBeGreaterThan(15);
    const people = ["person", "handler", "manager", "agent", "oldEntry"] as const;
    await reachFor(victim, people, ["SIGNED_IN", "ACTING"]);
    expect(await standing(victim)).toMatchObject(before);
    // The same requests by whose they are do change it: they do get that far.
    const own = cast;
    cast = victim;
    await reachFor(victim, ["manager"], ["SIGNED_IN", "ACTING"]);
    cast = own;
    expect(await standing(victim)).not.toMatchObject(before);
  }, 300_000);

  test("N1 officers change nothing of another bureau", async () => {
    const victim = await newCast("liaoning");
    const before = await standing(victim);
    const own = cast;
    cast = await newCast("yunnan");
    await reachFor(victim, ["counter", "supervisor"], ["COUNTER", "SUPERVISOR"]);
    cast = own;
    expect(await standing(victim)).toMatchObject(before);
  }, 300_000);
});

/** Values that are of somebody or somewhere, so that what looks them up finds them. */
function plausible(): Plausible {
  const ids = [...Object.values(cast.ids), "019a0000-0000-7000-8000-000000000000"];
  return [
    [/region/i, ["liaoning", "liaoning", "yunnan", "xizang"]],
    [/taxpayer|credit/i, ["91370100MA3C0TY123", "91210100MA0QYX2K4J", cast.creditCode]],
    [/phone|mobile|account|receiver|to$/i, ["15400000001", "15490000010", "a@example.com"]],
    [/document/i, ["370100197801050130", "P1234567"]],
    [/password/i, ["Etax@2026", "Nieuw#77-Pad"]],
    [/code$/i, ["123456", "000000"]],
    [/date|from|until|day|valid|since/i, ["2026-11-22", "2020-02-30", "2027-01-01"]],
    [/name/i, ["张伟", "测试1"]],
    [/country/i, ["CN", "US"]],
    [/email|mail/i, ["a@example.com"]],
    [/identity/i, ["person", `relation:${cast.ids.relation}`, "client:x", "project:x"]],
    [/reason|note|text|title|body/i, ["窗口办理，本人到场"]],
    [/humanCheck/, ["e30="]],
    [/./, [...ids, "1", "x"]],
  ];
}
