import "@/prisma/testing/empty-database";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { photographOfAnotherMan } from "@/e2e/fixtures/face-media";
import { db } from "@/lib/server/db";
import { faceEngine } from "@/lib/server/face/engine";
import { enrolPerson } from "@/lib/server/face/enrol-person";
import { blindIndex } from "@/lib/server/protect";

vi.setConfig({ testTimeout: 120_000 });

const NOW = new Date("2026-03-02T01:00:00Z");
const DOCUMENT = "37010019880909026X";

afterAll(() => faceEngine().stop());

let personId = "";

beforeEach(async () => {
  await db.message.deleteMany();
  await db.auditEvent.deleteMany();
  await db.faceReference.deleteMany();
  await db.person.deleteMany();
  const person = await db.person.create({
    data: {
      name: "测试",
      documentType: "RESIDENT_ID",
      documentNumberCipher: "-",
      documentNumberIndex: blindIndex("documentNumber", DOCUMENT),
    },
    select: { id: true },
  });
  personId = person.id;
});

const complete = {
  documentNumber: DOCUMENT,
  documentType: "RESIDENT_ID",
  country: "CN",
  consented: true,
  now: NOW,
} as const;

test("R4 the holder of a document is enrolled, and the command is on record", async () => {
  const photo = photographOfAnotherMan();
  const enrolled = await enrolPerson({ ...complete, documentNumber: "37010019880909026x", photo });
  expect(enrolled.ok).toBe(true);
  expect(await db.faceReference.findMany()).toMatchObject([
    { personId, source: "HALL", consentedAt: NOW },
  ]);
  const [event, ...more] = await db.auditEvent.findMany();
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    action: "ENROL_FACE",
    outcome: "OK",
    actorKind: "SYSTEM",
    actorId: null,
    region: null,
    personId,
  });
});

test.each([
  ["a document nobody has", { documentNumber: "370100198809090262" }, "FACE_PERSON_UNKNOWN"],
  ["another type", { documentType: "OTHER" }, "FACE_PERSON_UNKNOWN"],
  ["another country", { country: "US" }, "FACE_PERSON_UNKNOWN"],
  ["no consent", { consented: false }, "FACE_CONSENT_REQUIRED"],
  ["no picture", { photo: Buffer.from("GIF89a") }, "FACE_PHOTO_INVALID"],
] as const)("R4 nothing is enrolled with %s", async (_, difference, code) => {
  const photo = photographOfAnotherMan();
  const refused = await enrolPerson({ ...complete, photo, ...difference });
  expect(refused).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await db.faceReference.count()).toBe(0);
});
