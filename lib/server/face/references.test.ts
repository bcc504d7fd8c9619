import "@/prisma/testing/empty-database";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { photographOfAnotherMan } from "@/e2e/fixtures/face-media";
import { db } from "@/lib/server/db";
import { faceEngine } from "@/lib/server/face/engine";
import {
  deleteOwnReference,
  deleteReference,
  enrolFromPhotograph,
  hasReference,
  referenceDescriptor,
} from "@/lib/server/face/references";
import { personSubject } from "@/lib/server/face/subject";
import { reveal } from "@/lib/server/protect";

vi.setConfig({ testTimeout: 120_000 });

const NOW = new Date("2026-03-02T01:00:00Z");
const ACTOR = { kind: "OFFICER", id: "officer", region: "shandong" } as const;

afterAll(() => faceEngine().stop());

let personId = "";
let people = 0;

beforeEach(async () => {
  const person = await db.person.create({
    data: {
      name: "测试",
      documentType: "RESIDENT_ID",
      documentNumberCipher: "-",
      documentNumberIndex: `person-${people++}`,
    },
    select: { id: true },
  });
  personId = person.id;
});

async function enrol(photo: Uint8Array, consentedAt: Date | null = NOW): Promise<string> {
  const result = await enrolFromPhotograph({
    subject: personSubject(personId),
    photo,
    source: "HALL",
    consentedAt,
    actor: ACTOR,
    now: NOW,
  });
  return result.ok ? "ENROLLED" : (result.problems[0]?.code ?? "");
}

const rows = () => db.faceReference.findMany({ where: { personId }, orderBy: { id: "asc" } });

describe("an enrolled face (人脸信息)", () => {
  test("R4 is kept encrypted: template and photograph, without what the camera noted", async () => {
    const photo = await sharp(photographOfAnotherMan())
      .withExif({ IFD0: { Make: "Camera" }, IFD3: { GPSLatitude: "29/1 0/1 0/1" } })
      .toBuffer();
    expect(await enrol(photo)).toBe("ENROLLED");
    expect(await hasReference(personSubject(personId))).toBe(true);
    expect(await referenceDescriptor(personSubject(personId))).toHaveLength(128);
    const [row] = await rows();
    expect(row).toMatchObject({ source: "HALL", consentedAt: NOW, deletedAt: null });
    const kept = Buffer.from(reveal("FaceReference.photo", row?.photoCipher ?? ""), "base64");
    const { format, exif } = await sharp(kept).metadata();
    expect(format).toBe("jpeg");
    expect(exif).toBeUndefined();
  });

  test("R4 is replaced by a new one, and nothing of the old remains", async () => {
    await enrol(photographOfAnotherMan());
    await enrol(photographOfAnotherMan());
    const [old, current] = await rows();
    expect(old).toMatchObject({ deletedAt: NOW, templateCipher: "", photoCipher: "" });
    expect(current?.deletedAt).toBeNull();
  });

  test("R4 is deletable, once", async () => {
    await enrol(photographOfAnotherMan());
    expect(await deleteReference({ personId, actor: ACTOR, now: NOW })).toEqual({ deleted: true });
    expect(await deleteReference({ personId, actor: ACTOR, now: NOW })).toEqual({ deleted: false });
    expect(await hasReference(personSubject(personId))).toBe(false);
    expect(await referenceDescriptor(personSubject(personId))).toBeNull();
    expect(await rows()).toMatchObject([{ templateCipher: "", photoCipher: "" }]);
    const events = await db.auditEvent.findMany({
      where: { personId },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["ENROL_FACE", "DELETE_FACE"]);
  });

  test("A5 is told to the person when it is enrolled and when it is deleted", async () => {
    await enrol(photographOfAnotherMan());
    await deleteReference({ personId, actor: ACTOR, now: NOW });
    const told = await db.message.findMany({ where: { personId }, orderBy: { id: "asc" } });
    expect(told.map(({ kind }) => kind)).toEqual(["FACE_ENROLLED", "FACE_DELETED"]);
  });

  test("R4 is deletable by the person: the level stays, and every session asks for the face anew", async () => {
    await db.person.update({ where: { id: personId }, data: { realNameLevel: 4 } });
    await enrol(photographOfAnotherMan());
    const sessions = ["PASSWORD FACE", "SCAN PASSWORD FACE", "PASSWORD SMS"].map(
      (proofs, index) => ({
        tokenHash: `${personId}-${index}`,
        instance: "PORTAL" as const,
        personId,
        region: "shandong",
        proofs,
        userAgent: "test",
        lastSeenAt: NOW,
      }),
    );
    await db.loginSession.createMany({ data: sessions });
    const lost = { personId, region: "shandong", proofs: ["PASSWORD"] };
    expect(await deleteOwnReference({}, { session: lost, now: NOW })).toMatchObject({
      problems: [{ code: "SECOND_FACTOR_LOST" }],
    });
    expect(await hasReference(personSubject(personId))).toBe(true);
    const session = { ...lost, proofs: ["PASSWORD", "SMS"] };
    expect(await deleteOwnReference({}, { session, now: NOW })).toMatchObject({ ok: true });
    expect(await hasReference(personSubject(personId))).toBe(false);
    const kept = await db.loginSession.findMany({
      where: { personId },
      orderBy: { tokenHash: "asc" },
    });
    expect(kept.map(({ proofs }) => proofs)).toEqual(["PASSWORD", "SCAN PASSWORD", "PASSWORD SMS"]);
    const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
    expect(person.realNameLevel).toBe(4);
    const event = await db.auditEvent.findFirst({ where: { personId, action: "DELETE_FACE" } });
    expect(event).toMatchObject({ actorKind: "PERSON", actorId: personId, region: "shandong" });
  });

  test("R4 needs the person's consent, given before", async () => {
    expect(await enrol(photographOfAnotherMan(), null)).toBe("FACE_CONSENT_REQUIRED");
    const tomorrow = new Date(NOW.getTime() + 86_400_000);
    expect(await enrol(photographOfAnotherMan(), tomorrow)).toBe("FACE_CONSENT_REQUIRED");
    expect(await rows()).toEqual([]);
  });

  test("R4 two enrolments at once leave one", async () => {
    const photo = photographOfAnotherMan();
    const outcomes = await Promise.all([enrol(photo), enrol(photo)]);
    expect(outcomes).toContain("ENROLLED");
    const living = (await rows()).filter(({ deletedAt }) => deletedAt === null);
    expect(living).toHaveLength(1);
  });
});

describe("a photograph to enrol", () => {
  const beside = async (count: number) => {
    const face = await sharp(photographOfAnotherMan()).resize(480, 480).toBuffer();
    return sharp({ create: { width: 960, height: 480, channels: 3, background: "grey" } })
      .composite(
        Array.from({ length: count }, (_, index) => ({ input: face, left: index * 480, top: 0 })),
      )
      .png()
      .toBuffer();
  };

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ["a PNG", () => beside(1), "ENROLLED"],
    ["no face", () => beside(0), "FACE_PHOTO_NO_FACE"],
    ["two faces", () => beside(2), "FACE_PHOTO_TWO_FACES"],
    [
      "a small face",
      async () =>
        sharp(await beside(1))
          .resize(400)
          .jpeg()
          .toBuffer(),
      "FACE_PHOTO_TOO_SMALL",
    ],
    ["no picture", () => Buffer.from("GIF89a"), "FACE_PHOTO_INVALID"],
  ])("R4 with %s", async (_, make, outcome) => {
    expect(await enrol(await make())).toBe(outcome);
  });
});
