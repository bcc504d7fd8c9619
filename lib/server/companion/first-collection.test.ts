import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import type { PhoneApp } from "@/lib/regions/apps";
import { db } from "@/lib/server/db";
import { newPerson } from "@/prisma/testing/people";
import { opensCollection } from "./first-collection";

async function logIn(personId: string, app: PhoneApp): Promise<boolean> {
  await db.loginSession.create({
    data: {
      tokenHash: crypto.randomUUID(),
      instance: "APP",
      app,
      personId,
      region: "liaoning",
      entry: "PERSON",
      proofs: "PASSWORD SMS",
      userAgent: "",
      lastSeenAt: new Date(),
    },
  });
  return opensCollection(personId, app);
}

test("Q7 the tax APP opens 采集实名信息 at the first login, and only then", async () => {
  const { id } = await newPerson();
  expect(await logIn(id, "TAX")).toBe(true);
  expect(await logIn(id, "TAX")).toBe(false);
});

test("Q7 other applications never open it", async () => {
  const { id } = await newPerson();
  expect(await logIn(id, "IIT")).toBe(false);
  expect(await logIn(id, "TAX")).toBe(true);
});

test("Q7 who was collected at a hall, or has proved a face, is not asked", async () => {
  const collected = await newPerson();
  await db.realNameCollection.create({
    data: { personId: collected.id, channel: "HALL", region: "liaoning" },
  });
  const proved = await newPerson();
  await db.person.update({ where: { id: proved.id }, data: { realNameLevel: 4 } });
  expect(await logIn(collected.id, "TAX")).toBe(false);
  expect(await logIn(proved.id, "TAX")).toBe(false);
});
