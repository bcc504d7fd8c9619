import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { enterpriseOptions } from "@/lib/server/identities/enterprises";
import { behind, pinIdentity } from "@/lib/server/identities/pinned";
import { newEnterprise, relate } from "@/prisma/testing/people";
import { asking, company, realPerson } from "@/prisma/testing/staff";

/** A person with a relation to each of the named enterprises; ids by name. */
async function personOf(names: readonly string[]) {
  const person = await realPerson();
  const relations = new Map<string, string>();
  for (const name of names) {
    const { id } = await newEnterprise();
    await db.enterprise.update({ where: { id }, data: { name } });
    relations.set(name, await relate(person.id, id, "TAX_HANDLER"));
  }
  const offered = async (page = 1, search = "") => {
    const ask = { personId: person.id, region: "shandong", search, page, now: new Date() };
    return (await enterpriseOptions(ask)).enterprises.map(({ name }) => name);
  };
  const pin = async (name: string, pinned = true) =>
    pinIdentity({ identity: `relation:${relations.get(name)}`, pinned }, await asking(person));
  const use = (name: string, lastUsedAt: Date) =>
    db.relation.update({ where: { id: relations.get(name) ?? "" }, data: { lastUsedAt } });
  return { offered, pin, use };
}

test("B8 pinned identities stand first, then the last used, then the others by name", async () => {
  const { offered, pin, use } = await personOf(["A行", "B行", "C行", "D行", "E行"]);
  expect(await offered()).toEqual(["A行", "B行", "C行", "D行", "E行"]);
  await use("D行", new Date("2026-11-01"));
  await use("C行", new Date("2026-11-02"));
  await pin("E行");
  await pin("D行");
  expect(await offered()).toEqual(["E行", "D行", "C行", "A行", "B行"]);
  expect(await offered(1, "B行")).toEqual(["B行"]);
  await pin("E行", false);
  expect(await offered()).toEqual(["D行", "C行", "A行", "B行", "E行"]);
});

test("B8 with pins every enterprise is on exactly one page", async () => {
  const names = Array.from({ length: 23 }, (_, index) => `F${String(index).padStart(2, "0")}`);
  const { offered, pin } = await personOf(names);
  await pin("F22");
  await pin("F21");
  const pages = [await offered(1), await offered(2)];
  expect(pages.map((page) => page.length)).toEqual([20, 3]);
  expect(pages[0]?.slice(0, 3)).toEqual(["F22", "F21", "F00"]);
  expect(pages.flat().sort()).toEqual(names);
  expect(behind(["a", "b"], 2)).toEqual({ first: [], skip: 18, take: 20 });
});

test("B8 only one's own identities are pinned, ten at most", async () => {
  const { pin } = await personOf(Array.from({ length: 11 }, (_, index) => `G${index}`));
  const stranger = await company();
  const mine = await asking(await realPerson());
  const theirs = { identity: `relation:${stranger.relationId}`, pinned: true };
  expect(await pinIdentity(theirs, mine)).toMatchObject({
    problems: [{ code: "IDENTITY_NOT_FOUND" }],
  });
  for (let index = 0; index < 10; index += 1) expect((await pin(`G${index}`)).ok).toBe(true);
  expect(await pin("G10")).toMatchObject({ problems: [{ code: "PINS_FULL" }] });
  expect((await pin("G9")).ok).toBe(true);
});
