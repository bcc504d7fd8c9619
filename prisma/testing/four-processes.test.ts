/** What may happen once, or n times, happens so often also when four processes of the portal are asked at once. */
import { describe, expect, test, vi } from "vitest";
import { dayOf } from "@/lib/domain/china-time";
import { openDatabase } from "@/lib/server/db/open";
import { blindIndex, protect } from "@/lib/server/protect";
import { hashCode, hashToken } from "@/lib/server/tokens";
import { inProcesses } from "@/prisma/testing/processes";
import { createTestDatabase, newDatabaseUrl } from "@/prisma/testing/test-database";

vi.setConfig({ testTimeout: 120_000 });

const PROCESSES = 4;
const CODE = "123456";
const NUMBER = "13900000001";
const engines = process.env.TEST_POSTGRES_URL ? ["sqlite", "postgresql"] : ["sqlite"];

type Database = Awaited<ReturnType<typeof openDatabase>>;

async function person(db: Database, number: string, phone: string) {
  const row = await db.person.create({
    data: {
      name: "张伟",
      documentType: "RESIDENT_ID",
      documentNumberCipher: protect("Person.documentNumber", number),
      documentNumberIndex: blindIndex("documentNumber", number),
      account: { create: { passwordHash: "$none" } },
      phones: {
        create: {
          numberCipher: protect("Phone.number", phone),
          numberIndex: blindIndex("phone", phone),
          isDefault: true,
        },
      },
    },
    select: { id: true, account: { select: { id: true } } },
  });
  return { id: row.id, accountId: row.account?.id ?? "" };
}

/** Everything the processes race for. */
async function prepare(db: Database) {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 600_000);
  const people = [await person(db, "owner", NUMBER)];
  for (let each = 0; each < PROCESSES; each++)
    people.push(await person(db, `taker ${each}`, `1580000000${each}`));
  const flows: string[] = [];
  const flow = {
    kind: "LOGIN",
    region: "shandong",
    data: "{}",
    browserHash: "h",
    expiresAt,
  } as const;
  for (let each = 0; each < 6; each++) flows.push((await db.flow.create({ data: flow })).id);
  for (const flowId of flows.slice(0, 3)) {
    const verification = {
      flowId,
      purpose: "LOGIN",
      method: "SMS",
      sentAt: now,
      expiresAt,
    } as const;
    const { id } = await db.verification.create({ data: verification });
    await db.verification.update({ where: { id }, data: { codeHash: hashCode(id, CODE) } });
  }
  const ticket = {
    purpose: "LOGIN",
    app: "TAX",
    region: "shandong",
    browserHash: "b",
    matchingNumber: 10,
    userAgent: "",
    expiresAt,
  } as const;
  const created = await db.scanTicket.create({
    data: { ...ticket, secretHash: hashToken("scan-ticket", "secret") },
  });
  const confirmed = await db.scanTicket.create({
    data: { ...ticket, secretHash: "other", status: "CONFIRMED", confirmedAt: now },
  });
  return { people, flows, created: created.id, confirmed: confirmed.id };
}

const MODULES = `import { db, transaction } from "./lib/server/db.ts";
  import { takeAttempt } from "./lib/server/accounts/lockout.ts";
  import { consumeFlow } from "./lib/server/flow-store.ts";
  import { ownPhone } from "./lib/server/phones/own-phone.ts";
  import { consumeOnce, takeFromWindow } from "./lib/server/rate-limit.ts";
  import { claimTicket, consumeTicket } from "./lib/server/scan/tickets.ts";
  import { tryCode } from "./lib/server/verification/codes.ts";
  const { people, flows, confirmed } = JSON.parse(process.env.PREPARED);
  const times = (count, run) => Promise.all(Array.from({ length: count }, (_, each) => run(each)));
  const code = (flowId) => ({ flowId, purpose: "LOGIN", method: "SMS" });
  await db.rateLimit.count();`;

/** What one process did; \`null\` and \`false\` where another one was first. */
const WORK = `const now = new Date();
  const windows = await times(20, async (each) => {
    const key = "window " + (each % 2);
    return (await takeFromWindow(key, { limit: 5, windowSeconds: 600, now })).allowed && key;
  });
  const once = await times(4, (each) => consumeOnce("nonce " + (each % 2), new Date(now.getTime() + 60_000)));
  const attempts = await times(4, () => takeAttempt(people[0].accountId, "PASSWORD", now));
  const right = await times(3, (each) => transaction((tx) => tryCode(tx, code(flows[each % 2]), "${CODE}", now)));
  const wrong = await times(4, () => transaction((tx) => tryCode(tx, code(flows[2]), "000000", now)));
  const ended = await times(6, (each) => transaction((tx) => consumeFlow(tx, flows[3 + (each % 3)], now)));
  const claimed = (await claimTicket("secret", "phone " + process.pid, null, now)).ok;
  const used = await times(2, () => transaction((tx) => consumeTicket(tx, { id: confirmed, binding: "b" }, now)));
  const takeovers = [];
  for (let each = 0; each < 6; each++) {
    const taker = people[1 + ((each + process.pid) % ${PROCESSES})].id;
    const { formerOwnerId } = await transaction((tx) => ownPhone(tx, { personId: taker, number: "${NUMBER}" }, new Date()));
    if (formerOwnerId) takeovers.push([formerOwnerId, taker]);
  }
  return { windows, once, attempts, right, wrong, ended, claimed, used, takeovers };`;

type Done = {
  windows: (string | false)[];
  once: boolean[];
  attempts: boolean[];
  right: string[];
  wrong: string[];
  ended: boolean[];
  claimed: boolean;
  used: boolean[];
  takeovers: [former: string, taker: string][];
};

describe.each(engines)("four processes on %s", (engine) => {
  test("K1 K2 B1 B15 Q4 share limits, attempts, codes, flows, tickets and a phone", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(engine) });
    const db = await openDatabase(url);
    const prepared = await prepare(db);
    const done = (await inProcesses(PROCESSES, MODULES, WORK, {
      DATABASE_URL: url,
      PREPARED: JSON.stringify(prepared),
    })) as Done[];
    const all = <T>(part: (each: Done) => T[]): T[] => done.flatMap(part);
    const count = <T>(values: T[], value: T) => values.filter((each) => each === value).length;

    const windows = all((each) => each.windows);
    expect([count(windows, "window 0"), count(windows, "window 1")]).toEqual([5, 5]);
    expect(
      count(
        all((each) => each.once),
        true,
      ),
    ).toBe(2);
    expect(
      count(
        all((each) => each.attempts),
        true,
      ),
    ).toBe(5);
    const counter = await db.authenticationCounter.findFirstOrThrow();
    expect(counter).toMatchObject({ day: dayOf(new Date()), failures: 5 });

    expect(
      count(
        all((each) => each.right),
        "VERIFIED",
      ),
    ).toBe(2);
    expect(new Set(all((each) => each.wrong))).toEqual(new Set(["CODE_WRONG"]));
    const guessed = { flowId: prepared.flows[2] ?? "" };
    expect(await db.verification.findFirstOrThrow({ where: guessed })).toMatchObject({
      failures: 5,
      verifiedAt: null,
    });
    expect(
      count(
        all((each) => each.ended),
        true,
      ),
    ).toBe(3);
    expect(
      count(
        all((each) => [each.claimed]),
        true,
      ),
    ).toBe(1);
    expect(
      count(
        all((each) => each.used),
        true,
      ),
    ).toBe(1);

    // Every loss of the phone was told to exactly one taker: they form one chain from the first owner to the last.
    const { personId: owner } = await db.phone.findUniqueOrThrow({
      where: { numberIndex: blindIndex("phone", NUMBER) },
    });
    const takeovers = all((each) => each.takeovers);
    expect(takeovers.length).toBeGreaterThan(0);
    for (const [at, { id }] of prepared.people.entries()) {
      const balance =
        count(
          takeovers.map(([, taker]) => taker),
          id,
        ) -
        count(
          takeovers.map(([former]) => former),
          id,
        );
      expect(balance).toBe((id === owner ? 1 : 0) - (at === 0 ? 1 : 0));
    }
    for (const { id } of prepared.people) {
      const phones = await db.phone.findMany({ where: { personId: id } });
      expect(phones.filter(({ isDefault }) => isDefault)).toHaveLength(phones.length === 0 ? 0 : 1);
    }
    await db.$disconnect();
  });
});
