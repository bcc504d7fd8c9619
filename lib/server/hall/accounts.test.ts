import "@/prisma/testing/empty-database";
import { afterAll, expect, test, vi } from "vitest";
import { photographOfAnotherMan } from "@/e2e/fixtures/face-media";
import { collectForm } from "@/lib/schemas/hall";
import { keepsToPersonEntry } from "@/lib/server/accounts/person-entry";
import { db } from "@/lib/server/db";
import { faceEngine } from "@/lib/server/face/engine";
import { collectAtCounter } from "@/lib/server/hall/collect";
import { submitCollectionAtCounter } from "@/lib/server/hall/collect-request";
import { openAtCounter, sendOpeningCode } from "@/lib/server/hall/open-account";
import { verifyPassword } from "@/lib/server/password";
import { blindIndex, protect, reveal } from "@/lib/server/protect";
import { serve } from "@/prisma/testing/counter";
import { newDocumentNumber } from "@/prisma/testing/filing";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { newestCode, sessionFor } from "@/prisma/testing/own-session";
import { newPerson } from "@/prisma/testing/people";
import { Registrant } from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { messagesOf, refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => faceEngine().stop());

const photo = photographOfAnotherMan();

/** Somebody nobody knows yet, before an officer with document, phone and camera. */
const collection = (documentNumber: string, phone: string) => ({
  documentType: "RESIDENT_ID" as const,
  country: "CN",
  documentNumber,
  name: "柜台来人",
  phone,
  consented: true as const,
  reason: REASON,
  photo,
});

const personOf = (number: string) =>
  db.person.findFirst({
    where: { documentNumberIndex: blindIndex("documentNumber", number) },
    include: { collections: true, faceReferences: true, account: true, phones: true },
  });

test("R1 R2 somebody is collected with a photograph: person, face, collection and level at once", async () => {
  const officer = await newOfficer();
  const number = newDocumentNumber();
  const form = collection(number, "15400007701");
  const done = await collectAtCounter(form, officer);
  const person = await personOf(number);
  expect(done).toEqual({ ok: true, value: { to: `/hall/people/${person?.id}` } });
  expect(person).toMatchObject({
    realNameLevel: 4,
    account: null,
    phones: [],
    collections: [{ channel: "HALL", region: "shandong", officerId: officer.officer.officerId }],
    faceReferences: [{ source: "HALL", deletedAt: null }],
  });
  const other = { ...form, name: "另一姓名" };
  expect(await collectAtCounter(other, officer)).toEqual(
    refused("NAME_DIFFERS_FROM_KNOWN", "name"),
  );
  const unborn = { ...form, documentNumber: `${number.slice(0, 6)}2099${number.slice(10)}` };
  expect((await collectAtCounter(unborn, officer)).ok).toBe(false);
  const events = await db.auditEvent.findMany({ where: { personId: person?.id } });
  expect(events.map(({ action }) => action).sort()).toEqual(["COLLECT_REAL_NAME", "ENROL_FACE"]);
});

test.each([
  ["FOREIGN_PASSPORT", "C01X00T48", "15400007711"],
  ["FOREIGN_WORK_PERMIT_A", "17110000A000124", "15400007712"],
  ["FOREIGN_WORK_PERMIT_B", "17110000A000125", "15400007713"],
  ["FOREIGN_WORK_PERMIT_C", "17110000A000126", "15400007714"],
] as const)(
  "R2 %s is sent to the hall, collected there, and registers with the phone left there",
  async (documentType, documentNumber, phone) => {
    const identity = { documentType, country: "DE", documentNumber, name: "ANNA MULLER" };
    const begin = async () => {
      const registrant = new Registrant(new Date());
      return { registrant, answer: await registrant.begin({ region: "shandong", ...identity }) };
    };
    expect((await begin()).answer).toEqual(refused("PHONE_NOT_COLLECTED"));
    const officer = await newOfficer();
    const form = collectForm.parse({ ...identity, phone, consented: true, reason: REASON });
    expect(await collectAtCounter({ ...form, photo }, officer)).toMatchObject({ ok: true });
    const { registrant, answer } = await begin();
    expect(answer).toMatchObject({ ok: true });
    // Photographed at the hall: no face is asked for again (R1).
    expect(await registrant.toFace(phone)).toMatchObject({ ok: true });
    expect(await registrant.complete()).toMatchObject({ ok: true });
    expect(await personOf(documentNumber)).toMatchObject({
      realNameLevel: 4,
      account: { status: "ACTIVE" },
    });
  },
);

test("R1 a picture without a face leaves nobody behind", async () => {
  const officer = await newOfficer();
  const number = newDocumentNumber();
  const form = { ...collection(number, "15400007702"), photo: Buffer.from("no picture") };
  expect(await collectAtCounter(form, officer)).toEqual(refused("FACE_PHOTO_INVALID"));
  expect(await personOf(number)).toBeNull();
});

test("B13 an officer collects neither their own document nor their own phone", async () => {
  const officer = await newOfficer({ phone: "15400007703" });
  const form = collection(newDocumentNumber(), "15400007703");
  expect(await collectAtCounter(form, officer)).toEqual(refused("OWN_ACCOUNT"));
});

test("N1 a photograph is not read of who is not signed in to the hall", async () => {
  const pull = vi.fn();
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  const request = new Request("http://localhost:3000/api/hall-collection", {
    ...{ method: "POST", body, duplex: "half" },
    headers: { "content-type": "multipart/form-data; boundary=x" },
  } as RequestInit);
  const submit = () => submitCollectionAtCounter(request);
  expect(await inBrowser(newBrowser(), submit)).toEqual(refused("SIGNED_OUT"));
  expect(pull).not.toHaveBeenCalled();
});

/** A collected person's account is opened in a bureau, with the code sent to their phone. */
async function open(region: string, phone: string) {
  const number = newDocumentNumber();
  const officer = await newOfficer({ region });
  const collected = await collectAtCounter(collection(number, phone), officer);
  if (!collected.ok) throw new Error(JSON.stringify(collected));
  const person = (await personOf(number))?.id ?? "";
  const browser = newBrowser();
  const sent = await inBrowser(browser, () => sendOpeningCode({ person, phone }, officer));
  const flow = sent.ok ? sent.value.flow : "";
  const code = await newestCode(phone);
  const submit = (typed: string, by = officer) =>
    inBrowser(browser, () => openAtCounter({ person, flow, code: typed, reason: REASON }, by));
  return { person, number, code, submit };
}

test("K4 qingdao opens accounts with the last six of the document number, to be changed", async () => {
  const { submit, code, person, number } = await open("qingdao", "15400007704");
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  expect(await submit(wrong)).toEqual(refused("OPENING_CODE_WRONG", "code"));
  const stranger = await newOfficer({ region: "qingdao" });
  expect(await submit(code, stranger)).toEqual(refused("LOOK_UP_FIRST"));
  expect(await submit(code)).toMatchObject({ ok: true });
  const account = await db.account.findUniqueOrThrow({ where: { personId: person } });
  expect(account).toMatchObject({ status: "ACTIVE", passwordState: "INITIAL" });
  expect(await verifyPassword(account.passwordHash, number.slice(-6))).toBe(true);
  const [phone] = await db.phone.findMany({ where: { personId: person } });
  expect(phone?.isDefault).toBe(true);
  expect(reveal("Phone.number", phone?.numberCipher ?? "")).toBe("15400007704");
  expect(await submit(code)).toEqual(refused("DOCUMENT_REGISTERED"));
});

test("B13 elsewhere nobody knows the password: the person sets one by text message", async () => {
  const former = await newPerson();
  const session = await sessionFor(former);
  const { submit, code, person, number } = await open("shandong", former.phone);
  expect(await submit(code)).toMatchObject({ ok: true });
  const account = await db.account.findUniqueOrThrow({ where: { personId: person } });
  expect(account.passwordState).toBe("RESET_REQUIRED");
  expect(await verifyPassword(account.passwordHash, number.slice(-6))).toBe(false);
  expect(await messagesOf(person)).toContain("ACCOUNT_OPENED");
  // P2: the phone went to whoever verified it last, and the one before is told.
  expect(await db.phone.count({ where: { personId: former.id } })).toBe(0);
  expect(await messagesOf(former.id)).toEqual(["PHONE_TAKEN_OVER"]);
  // B15: what stood on the number proves itself anew.
  const { proofs } = await db.loginSession.findUniqueOrThrow({ where: { id: session.id } });
  expect(proofs).toBe("PASSWORD");
});

test("T3 nobody who was not collected gets an account", async () => {
  const officer = await newOfficer();
  const number = newDocumentNumber();
  const known = await db.person.create({
    data: {
      name: "只在登记",
      documentType: "RESIDENT_ID",
      documentNumberCipher: protect("Person.documentNumber", number),
      documentNumberIndex: blindIndex("documentNumber", number),
    },
  });
  const ask = { person: known.id, phone: "15400007706" };
  expect(await sendOpeningCode(ask, officer)).toEqual(refused("LOOK_UP_FIRST"));
  await serve(officer, number);
  expect(await sendOpeningCode(ask, officer)).toEqual(refused("COLLECT_FIRST"));
});

test("R3 an account by e-mail keeps to 自然人业务 until its holder is collected at a hall", async () => {
  const number = "C01X00T99";
  const { id } = await db.person.create({
    data: {
      name: "ANNA MULLER",
      documentType: "FOREIGN_PASSPORT",
      country: "DE",
      realNameLevel: 2,
      documentNumberCipher: protect("Person.documentNumber", number),
      documentNumberIndex: blindIndex("documentNumber", number),
      account: { create: { passwordHash: "$none" } },
    },
  });
  expect(await keepsToPersonEntry(db, id)).toBe(true);
  const form = {
    ...collection(number, "15400007708"),
    documentType: "FOREIGN_PASSPORT" as const,
    country: "DE",
    name: "Anna Muller",
  };
  expect(await collectAtCounter(form, await newOfficer())).toEqual({
    ok: true,
    value: { to: `/hall/people/${id}` },
  });
  expect(await keepsToPersonEntry(db, id)).toBe(false);
});
