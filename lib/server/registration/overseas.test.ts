import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { registerDetailsForms } from "@/lib/schemas/register";
import { db } from "@/lib/server/db";
import { resolveIdentity } from "@/lib/server/identities/resolve";
import { submitFirstFactor } from "@/lib/server/login/first-factor";
import { blindIndex } from "@/lib/server/protect";
import { humanProof } from "@/prisma/testing/human-check";
import {
  codeOf,
  loginAs,
  NEW_PASSWORD,
  personOf,
  Registrant,
  refused,
  toOf,
} from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every registration solves a human check.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const login = (account: string, password: string, region: string) =>
  loginAs({ account, password, region }, NOW);

test("R3 境外自然人 registers by e-mail at level 2 and keeps to 自然人业务", async () => {
  const mailbox = "anna@example.com";
  const muller = {
    region: "shandong",
    overseas: true,
    documentType: "FOREIGN_PASSPORT",
    documentNumber: "C01X00T47",
    country: "DE",
    name: "ANNA MULLER",
  } as const;
  const registrant = new Registrant(NOW);
  await registrant.begin(muller);
  expect(toOf(await registrant.toFace(mailbox))).toBe("/shandong/register/confirm?flow=…");
  expect(codeOf(await registrant.complete())).toBe("OK");
  const anna = await personOf(muller.documentNumber);
  expect(anna).toMatchObject({
    realNameLevel: 2,
    phones: [],
    collections: [],
    account: { emailIndex: blindIndex("email", mailbox) },
  });
  const enterprise = await db.enterprise.findFirstOrThrow({ where: { region: "shandong" } });
  const relation = await db.relation.create({
    data: {
      personId: anna?.id ?? "",
      enterpriseId: enterprise.id,
      role: "TAX_HANDLER",
      status: "ACTIVE",
      living: true,
      source: "AUTHORIZATION",
    },
  });
  const context = { now: NOW, address: "192.0.2.1", userAgent: "test" };
  for (const entry of ["ENTERPRISE", "AGENCY"] as const) {
    const humanCheck = await humanProof();
    const { creditCode: taxpayerId } = enterprise;
    const { documentNumber: account } = muller;
    const form = { region: "shandong", account, password: NEW_PASSWORD, agreement: true };
    const entered = await inBrowser(newBrowser(), () =>
      submitFirstFactor({ entry, taxpayerId, humanCheck, ...form }, context),
    );
    expect(codeOf(entered)).toBe("PERSON_ENTRY_ONLY");
  }
  const claim = {
    personId: anna?.id ?? "",
    region: "shandong",
    entry: "PERSON" as const,
    now: NOW,
  };
  const identity = (name: string) => resolveIdentity(db, { ...claim, identity: name });
  expect(codeOf(await identity(`relation:${relation.id}`))).toBe("PERSON_ENTRY_ONLY");
  expect(codeOf(await identity("person"))).toBe("OK");
  expect(codeOf(await login(muller.documentNumber, NEW_PASSWORD, "xizang"))).toBe("OK");
});

test("R3 a mailbox belongs to one account", async () => {
  const person = (number: string) =>
    ({
      region: "shandong",
      overseas: true,
      documentType: "OTHER",
      documentNumber: number,
      country: "FR",
    }) as const;
  const mailbox = "one@example.com";
  const both = [new Registrant(NOW), new Registrant(NOW)];
  for (const [index, each] of both.entries()) {
    await each.begin(person(`FR100${index}`));
    expect(codeOf(await each.toFace(mailbox))).toBe("OK");
  }
  const codes = (await Promise.all(both.map((each) => each.complete()))).map(codeOf);
  expect(codes.toSorted()).toEqual(["EMAIL_IN_USE", "OK"]);
  const third = new Registrant(NOW);
  await third.begin(person("FR1009"));
  expect(await third.toFace(mailbox)).toEqual(refused("EMAIL_IN_USE", "contact"));
});

test("R3 a phone in place of the mailbox, or a mailbox in place of the phone, is sent nothing", async () => {
  const registrant = new Registrant(NOW);
  await registrant.begin();
  expect(await registrant.receiveCode("two@example.com")).toBeNull();
  const form = { region: "xizang", flow: "f", contact: "two@example.com" };
  expect(registerDetailsForms.SMS.safeParse(form).success).toBe(false);
});
