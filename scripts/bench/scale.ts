/**
 * `npm run bench:scale -- URL URL`: what the size of a database costs. Each URL is a database that `bench:population` filled; the
 * use cases of login, pages and 身份切换 that look something up run on each in a process of its own, and their CPU is compared.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { fixed, median } from "./numbers";
import {
  accountId,
  agreementStaffId,
  creditCodeOf,
  personId,
  phoneOf,
  REGION,
} from "./population-data";

const TIMES = 200;
const ROUNDS = 3;

/** CPU of one run of each use case, milliseconds. */
type Costs = {
  people: number;
  relations: number;
  clients: number[];
  cpuMs: Record<string, number>;
};

const urls = process.argv.slice(2);
if (process.env.BENCH_SCALE_CHILD) {
  process.stdout.write(`${JSON.stringify(await measure())}\n`);
  process.exit(0);
}
if (urls.length === 0) {
  console.error("用法 Usage: npm run bench:scale -- file:/path/small.db file:/path/large.db");
  process.exit(1);
}
const found = urls.map((url): Costs => {
  const args = [...process.execArgv, fileURLToPath(import.meta.url)];
  const env = { ...process.env, DATABASE_URL: url, BENCH_SCALE_CHILD: "1" };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" }));
});
const [first, ...others] = found;
const sizes = found.map(
  ({ people, relations, clients }) =>
    `${people} people, ${relations} relations, agents of ${clients.join(" and ")} clients`,
);
console.log(`| CPU, ms | ${sizes.join(" | ")} |\n|---|${"---|".repeat(found.length)}`);
for (const [name, base] of Object.entries(first?.cpuMs ?? {})) {
  const more = others.map(({ cpuMs }) => {
    const value = cpuMs[name] ?? Number.NaN;
    return `${fixed(value, 2)} (× ${fixed(value / base, 2)})`;
  });
  console.log(`| ${name} | ${[fixed(base, 2), ...more].join(" | ")} |`);
}

async function measure(): Promise<Costs> {
  const { db } = await import("@/lib/server/db");
  const { findPersonByAccount } = await import("@/lib/server/login/person-lookup");
  const { admission } = await import("@/lib/server/login/admission");
  const { roleOptions } = await import("@/lib/server/identities/roles");
  const { clientOptions } = await import("@/lib/server/identities/clients");
  const { switchIdentity } = await import("@/lib/server/identities/switch");
  const { readSession, sessionTokenHash } = await import("@/lib/server/session-store");
  const { findRegion } = await import("@/lib/regions/list");
  const { firstFactor } = await import("@/lib/schemas/login");
  const now = new Date();
  const region = findRegion(REGION);
  const people = await db.account.count({
    where: { id: { startsWith: accountId(0).slice(0, -1) } },
  });
  if (!region || people === 0) throw new Error("Fill this database with bench:population first");
  const sizes = { people, relations: await db.relation.count() };

  const form = firstFactor.parse({
    region: REGION,
    entry: "ENTERPRISE",
    taxpayerId: creditCodeOf(0),
    account: phoneOf(0),
    password: "-",
    projectKind: "",
    agreement: true,
    humanCheck: "-",
  });
  const agents = await db.agencyStaff.findMany({
    orderBy: { personId: "asc" },
    select: { personId: true, agencyId: true },
  });
  const sessions = await Promise.all(agents.map((each, agent) => openSession(each, agent)));
  const enterpriseId = (await db.relation.findFirstOrThrow({ where: { personId: personId(0) } }))
    .enterpriseId;
  const work: Record<string, () => Promise<unknown>> = {
    "first factor: person by phone": () => findPersonByAccount(phoneOf(people - 1), {}),
    "first factor: what there is to enter with": () => admission(form, personId(0), region, now),
    "second factor: roles": () => roleOptions({ personId: personId(0), enterpriseId, now }),
    "every page: the session": () => readSession("bench-0", { now, slide: false }),
  };
  for (const [agent, { agencyId, clients }] of sessions.entries()) {
    const holder = personId(agent);
    work[`身份切换, page: agent ${agent + 1}`] = () =>
      clientOptions({ personId: holder, agencyId, search: "", page: 1, now });
    work[`身份切换, switch: agent ${agent + 1}`] = async () => {
      const session = await readSession(`bench-${agent}`, { now, slide: false });
      if (!session) throw new Error("no session");
      const { identityVersion } = session;
      const to = agreementStaffId(agent, identityVersion % clients);
      const request = { session, now, address: "-", userAgent: "-" };
      const done = await switchIdentity({ identity: `client:${to}`, identityVersion }, request);
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
    };
  }
  const rounds: Record<string, number[]> = {};
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(work)) {
      const before = process.cpuUsage();
      for (let done = 0; done < TIMES; done++) await run();
      const { user, system } = process.cpuUsage(before);
      // The first round warms up.
      const each = (user + system) / 1000 / TIMES;
      if (round > 0) rounds[name] = [...(rounds[name] ?? []), each];
    }
  }
  const medians = Object.entries(rounds).map(([name, values]) => [name, median(values)] as const);
  return {
    ...sizes,
    clients: sessions.map(({ clients }) => clients),
    cpuMs: Object.fromEntries(medians),
  };

  async function openSession(
    { personId: holder, agencyId }: (typeof agents)[number],
    agent: number,
  ) {
    const token = `bench-${agent}`;
    const data = {
      instance: "PORTAL",
      personId: holder,
      region: REGION,
      entry: "AGENCY",
      agreementStaffId: agreementStaffId(agent, 0),
      proofs: "PASSWORD SMS",
      userAgent: "-",
      place: "-",
      lastSeenAt: now,
      createdAt: now,
      revokedAt: null,
    } as const;
    const tokenHash = sessionTokenHash(token);
    await db.loginSession.upsert({
      where: { tokenHash },
      create: { ...data, tokenHash },
      update: data,
      select: { id: true },
    });
    const clients = await db.agreementStaff.count({ where: { personId: holder } });
    return { agencyId, clients };
  }
}
