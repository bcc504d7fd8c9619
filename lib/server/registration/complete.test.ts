import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { closeAccount, sendClosingCode } from "@/lib/server/accounts/close-account";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { blindIndex, protect } from "@/lib/server/protect";
import { newestCode, sessionFor } from "@/prisma/testing/own-session";
import {
  DEMO_PASSWORD,
  demoPasswordHash,
  newEnterprise,
  newPerson,
  relate,
} from "@/prisma/testing/people";
import {
  codeOf,
  loginAs,
  NEW_PASSWORD,
  newPhoneNumber,
  newResidentId,
  personOf,
  Registrant,
  readyToComplete,
  refused,
  toOf,
} from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every registration solves a human check.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const ready = (
  identity?: Parameters<typeof readyToComplete>[1],
  more?: Parameters<typeof readyToComplete>[2],
) => readyToComplete(NOW, identity, more);
const login = (account: string, password: string, region: string) =>
  loginAs({ account, password, region }, NOW);

const GAO = { region: "shandong", documentNumber: "370100198303030393", name: "高飞" };
const SMITH = {
  documentType: "FOREIGN_PASSPORT",
  documentNumber: "P12345678",
  country: "US",
  name: "JOHN SMITH",
} as const;

test("R5 高飞 comes back: relation, level and person are the former ones", async () => {
  const before = await personOf(GAO.documentNumber);
  const both = [new Registrant(NOW), new Registrant(NOW)];
  for (const each of both) {
    await each.begin(GAO);
    expect(toOf(await each.toFace())).toBe("/shandong/register/confirm?flow=…");
  }
  const codes = (await Promise.all(both.map((each) => each.complete()))).map(codeOf);
  expect(codes.toSorted()).toEqual(["DOCUMENT_REGISTERED", "OK"]);
  const after = await personOf(GAO.documentNumber);
  expect(after).toMatchObject({
    id: before?.id,
    realNameLevel: 4,
    account: { id: before?.account?.id, status: "ACTIVE", closedAt: null },
    relations: [{ id: before?.relations[0]?.id, status: "ACTIVE", role: "TAX_HANDLER" }],
  });
  expect(after?.phones).toHaveLength(1);
  expect(codeOf(await login(GAO.documentNumber, NEW_PASSWORD, "shandong"))).toBe("OK");
  // What was theirs is theirs again: 企业业务 lets them in for the enterprise.
  const { creditCode } = await db.enterprise.findFirstOrThrow({
    where: { id: before?.relations[0]?.enterpriseId },
  });
  const form = { account: GAO.documentNumber, password: NEW_PASSWORD, region: "shandong" };
  expect(codeOf(await loginAs({ ...form, taxpayerId: creditCode }, NOW))).toBe("OK");
});

test("R1 R5 who closed an account comes back without a face by the phone given at the hall, else with one", async () => {
  for (const known of [true, false]) {
    const person = await newPerson(await demoPasswordHash());
    const number = newResidentId();
    await db.person.update({
      where: { id: person.id },
      data: {
        realNameLevel: 4,
        documentNumberCipher: protect("Person.documentNumber", number),
        documentNumberIndex: blindIndex("documentNumber", number),
        collections: {
          create: {
            channel: "HALL",
            region: "xizang",
            phoneCipher: protect("RealNameCollection.phone", person.phone),
            phoneIndex: blindIndex("phone", person.phone),
          },
        },
      },
    });
    const relation = await relate(person.id, (await newEnterprise()).id, "TAX_HANDLER");
    await closeThroughFlow(person);
    expect(codeOf(await login(number, DEMO_PASSWORD, "xizang"))).toBe("PERSON_NOT_REGISTERED");
    const registrant = new Registrant(NOW);
    await registrant.begin({ documentNumber: number, name: person.name });
    const phone = known ? person.phone : newPhoneNumber();
    const next = known ? "/xizang/register/confirm?flow=…" : "/xizang/register/face?flow=…";
    expect(toOf(await registrant.toFace(phone))).toBe(next);
    if (!known) await registrant.passFace();
    expect(codeOf(await registrant.complete())).toBe("OK");
    expect(await personOf(number)).toMatchObject({
      id: person.id,
      realNameLevel: 4,
      account: { id: person.accountId, status: "ACTIVE" },
      phones: [{ numberIndex: blindIndex("phone", phone), isDefault: true }],
      relations: [{ id: relation, status: "ACTIVE" }],
    });
    expect(codeOf(await login(number, DEMO_PASSWORD, "xizang"))).toBe("PASSWORD_WRONG");
    expect(codeOf(await login(number, NEW_PASSWORD, "xizang"))).toBe("OK");
  }
});

/** 用户注销 by both factors. */
async function closeThroughFlow(person: Awaited<ReturnType<typeof newPerson>>) {
  const context = { session: await sessionFor(person), now: NOW };
  await inBrowser(newBrowser(), async () => {
    const sent = await sendClosingCode({ flow: "" }, context);
    const flow = sent.ok ? sent.value.flow : "";
    const code = await newestCode(person.phone);
    expect(codeOf(await closeAccount({ flow, code, password: DEMO_PASSWORD }, context))).toBe("OK");
  });
}

test("R5 巴桑, invalid and never photographed, comes back through the face at level 4", async () => {
  const basang = { documentNumber: "540100199105050533", name: "巴桑" };
  const registrant = new Registrant(NOW);
  await registrant.begin(basang);
  expect(toOf(await registrant.toFace())).toBe("/xizang/register/face?flow=…");
  await registrant.passFace();
  expect(codeOf(await registrant.complete())).toBe("OK");
  expect(await personOf(basang.documentNumber)).toMatchObject({
    realNameLevel: 4,
    account: { status: "ACTIVE" },
  });
});

test("R2 JOHN SMITH registers with the phone the hall knows, without a face, and with no other", async () => {
  const registrant = new Registrant(NOW);
  await registrant.begin(SMITH);
  const strange = newPhoneNumber();
  expect(await registrant.receiveCode(strange)).toBeNull();
  expect(await registrant.details(strange, "123456")).toEqual(
    refused("PHONE_NOT_COLLECTED", "contact"),
  );
  expect(toOf(await registrant.toFace("15403700010"))).toBe("/xizang/register/confirm?flow=…");
  expect(codeOf(await registrant.complete())).toBe("OK");
  expect(await personOf(SMITH.documentNumber)).toMatchObject({
    realNameLevel: 4,
    account: { status: "ACTIVE" },
    collections: [{ channel: "HALL" }],
  });
});

test("R7 a waiting legal representative is bound at once, others have to confirm", async () => {
  const wumin = { documentNumber: "540100199712120484", name: "吴敏" };
  const known = await personOf(wumin.documentNumber);
  const enterprises = await db.enterprise.findMany({ take: 3, orderBy: { creditCode: "asc" } });
  const roles = ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER", "INVOICE_CLERK"] as const;
  for (const [index, role] of roles.entries()) {
    await db.relation.create({
      data: {
        personId: known?.id ?? "",
        enterpriseId: enterprises[index]?.id ?? "",
        role,
        status: "REGISTERED",
        living: true,
        source: "REGISTRY",
      },
    });
  }
  await (await ready(wumin)).complete();
  const after = await personOf(wumin.documentNumber);
  const stands = Object.fromEntries(
    (after?.relations ?? []).map(({ role, status }) => [role, status]),
  );
  expect(stands).toEqual({
    LEGAL_REPRESENTATIVE: "ACTIVE",
    FINANCE_MANAGER: "PENDING_PERSON",
    INVOICE_CLERK: "PENDING_PERSON",
    TAX_HANDLER: "PENDING_PERSON",
  });
});

test("P2 B15 somebody else's phone is taken with its code only, and its owner is told elsewhere", async () => {
  const owner = await newPerson();
  const second = newPhoneNumber();
  await db.phone.create({
    data: {
      personId: owner.id,
      numberCipher: protect("Phone.number", second),
      numberIndex: blindIndex("phone", second),
      verifiedAt: later(-60),
    },
  });
  const session = await sessionFor(owner);
  const registrant = new Registrant(later(60));
  await registrant.begin();
  expect(codeOf(await registrant.details(owner.phone, "000000"))).toBe("CODE_NOT_SENT");
  expect(codeOf(await registrant.toFace(owner.phone))).toBe("OK");
  await registrant.passFace();
  expect(await db.phone.count({ where: { personId: owner.id } })).toBe(2);
  expect(codeOf(await registrant.complete())).toBe("OK");
  const left = await db.phone.findMany({ where: { personId: owner.id } });
  expect(left).toMatchObject([{ numberIndex: blindIndex("phone", second), isDefault: true }]);
  expect(await db.message.findFirst({ where: { personId: owner.id } })).toMatchObject({
    kind: "PHONE_TAKEN_OVER",
  });
  // What stood on the number proves itself anew (B15).
  expect(await db.loginSession.findUnique({ where: { id: session.id } })).toMatchObject({
    proofs: "PASSWORD",
    revokedAt: null,
  });
  const told = await readOutbox(second);
  expect(told[0]?.text).toContain("已由他人通过短信验证");
  expect((await readOutbox(owner.phone))[0]?.text).not.toContain("已由他人");
});

test("P2 of two that verified one phone, who verified it last has it, whoever completes first", async () => {
  const phone = newPhoneNumber();
  const documents = [newResidentId(), newResidentId()];
  const first = await ready({ documentNumber: documents[0] }, { contact: phone, now: later(1) });
  const last = await ready({ documentNumber: documents[1] }, { contact: phone, now: later(5) });
  expect(codeOf(await last.complete())).toBe("OK");
  expect(codeOf(await first.complete())).toBe("PHONE_VERIFIED_BY_OTHER");
  const holder = await personOf(documents[1] ?? "");
  expect(holder?.phones).toMatchObject([{ numberIndex: blindIndex("phone", phone) }]);
  expect(await personOf(documents[0] ?? "")).toBeNull();
});
