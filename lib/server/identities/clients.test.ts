import "@/prisma/testing/empty-database";
import { beforeAll, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { db } from "@/lib/server/db";
import { clientOptions } from "@/lib/server/identities/clients";
import { pinIdentity } from "@/lib/server/identities/pinned";
import { agencyAndClient } from "@/prisma/testing/agencies";
import { actingAs } from "@/prisma/testing/filing";

const CLIENTS = 260;
const now = new Date();
const today = dayOf(now);
const named = (index: number) => `委托企业${String(index).padStart(4, "0")}`;

let personId: string;
let agencyId: string;

/** An agent of many clients, made in the order of their numbers; the agreement with the very first is over. */
beforeAll(async () => {
  const { agency, agent } = await agencyAndClient();
  personId = agent.id;
  agencyId = agency.enterprise.id;
  const id = (kind: string, index: number) => `${kind}${String(index).padStart(6, "0")}`;
  const all = Array.from({ length: CLIENTS + 1 }, (_, index) => index);
  await db.enterprise.createMany({
    data: all.map((index) => ({
      id: id("c", index),
      region: "shandong",
      name: named(index),
      creditCode: `MANY${String(index).padStart(14, "0")}`,
      taxAuthority: "国家税务总局济南市税务局",
    })),
  });
  await db.agreement.createMany({
    data: all.map((index) => ({
      id: id("a", index),
      agencyId,
      clientId: id("c", index),
      status: "ACTIVE" as const,
      validFrom: addDays(today, -400),
      validTo: addDays(today, index === 0 ? -1 : 100),
    })),
  });
  await db.agreementStaff.createMany({
    data: all.map((index) => ({ id: id("s", index), agreementId: id("a", index), personId })),
  });
});

const offered = (page = 1, search = "") => clientOptions({ personId, agencyId, search, page, now });
const names = async (page = 1, search = "") =>
  (await offered(page, search)).clients.map(({ name }) => name);

test("B8 the newest agreement stands first, behind what was used last, behind what is pinned", async () => {
  expect((await names()).slice(0, 2)).toEqual([named(260), named(259)]);
  const use = (id: string, lastUsedAt: Date) =>
    db.agreementStaff.update({ where: { id }, data: { lastUsedAt } });
  await use("s000007", new Date("2026-11-01"));
  await use("s000009", new Date("2026-11-02"));
  const { context } = await actingAs(personId, "shandong", { entry: "PERSON" });
  for (const identity of ["client:s000003", "client:s000009"]) {
    expect(await pinIdentity({ identity, pinned: true }, await context())).toMatchObject({
      ok: true,
    });
  }
  const first = [named(3), named(9), named(7), named(260)];
  expect((await names()).slice(0, 4)).toEqual(first);
  expect(await names(1, named(9))).toEqual([named(9)]);
  const seen = (await Promise.all(Array.from({ length: 13 }, (_, page) => names(page + 1)))).flat();
  expect(seen).toHaveLength(CLIENTS);
  expect(new Set(seen).size).toBe(CLIENTS);
  expect(await names(14)).toEqual([]);
});

test("B8 L7 of very many clients only so many are counted, and one that is not offered is explained where it is searched", async () => {
  expect(await offered(1)).toMatchObject({ total: 220, more: true, notOffered: [] });
  expect(await offered(3)).toMatchObject({ total: CLIENTS, more: false });
  expect(await offered(1, named(0))).toEqual({
    clients: [],
    total: 0,
    more: false,
    notOffered: [{ name: named(0), reason: "AGREEMENT_EXPIRED", since: addDays(today, -1) }],
  });
});
