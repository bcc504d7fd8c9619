import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { photographOfTheMan } from "@/e2e/fixtures/face-media";
import { db } from "@/lib/server/db";
import { hasReference } from "@/lib/server/face/references";
import { personSubject } from "@/lib/server/face/subject";
import { blindIndex } from "@/lib/server/protect";
import { openAppSession } from "@/prisma/testing/companion";
import { some } from "@/prisma/testing/face-checks";
import { answering } from "@/prisma/testing/face-provider";
import { newPerson } from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { beginCollection, collectionDetails, submitCollection } from "./collect";

vi.setConfig({ testTimeout: 60_000 });
vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

const NOW = new Date();
const SENT = { now: new Date(NOW.getTime() + 20_000) };
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

let phone: Browser;

beforeEach(() => {
  phone = newBrowser();
  answering({ kind: "PASSED" }, false);
});

/** Somebody of level 3 signed in to the tax APP. */
async function signedIn(on = phone) {
  const person = await newPerson();
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 3 } });
  const session = { app: "TAX", person, region: "liaoning", entry: "PERSON", now: NOW } as const;
  await openAppSession(on, session);
  return person;
}

const begin = (on = phone) => inBrowser(on, () => beginCollection({ app: "TAX" }, { now: NOW }));

async function begun(on = phone): Promise<string> {
  const check = await begin(on);
  if (!check.ok) throw new Error(JSON.stringify(check));
  expect(check.value.withDocument).toBe(true);
  return check.value.id;
}

async function submit(check: string, on = phone, photo?: Buffer) {
  const document = photo ?? (await photographOfTheMan());
  const sent = { app: "TAX", check, frames: some(), photo: document } as const;
  return inBrowser(on, () => submitCollection(sent, SENT));
}

test.each([
  ["where nothing is known", false],
  ["where an outside authority may know the face", true],
])(
  "Q7 采集实名信息 %s enrols the document, notes the phone and raises the level",
  async (_, knows) => {
    answering({ kind: "PASSED" }, knows);
    const person = await signedIn();
    expect(await submit(await begun())).toMatchObject({ ok: true });
    expect(await hasReference(personSubject(person.id))).toBe(true);
    expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({
      realNameLevel: 4,
    });
    expect(await db.realNameCollection.findFirst({ where: { personId: person.id } })).toMatchObject(
      {
        channel: "APP",
        region: "liaoning",
        phoneIndex: blindIndex("phone", person.phone),
      },
    );
    const told = await db.message.findMany({ where: { personId: person.id } });
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      "FACE_ENROLLED",
      "REAL_NAME_LEVEL_RAISED",
    ]);
    expect(await begin()).toEqual(problem("ALREADY_COLLECTED"));
  },
);

test("Q7 another face than the document's enrols nothing", async () => {
  const person = await signedIn();
  const check = await begun();
  answering({ kind: "REFUSED", reason: "NOT_SAME_PERSON" }, false);
  expect(await submit(check)).toEqual(problem("FACE_NOT_SAME_PERSON"));
  expect(await hasReference(personSubject(person.id))).toBe(false);
  expect(await db.realNameCollection.count({ where: { personId: person.id } })).toBe(0);
});

test("Q7 a document without a face is told as such, so that it is photographed anew", async () => {
  await signedIn();
  answering({ kind: "BAD_PICTURES", code: "FACE_PHOTO_NO_FACE" }, false);
  expect(await submit(await begun())).toEqual(problem("FACE_PHOTO_NO_FACE"));
});

test("Q7 B6 a check passed for somebody else, or without being signed in, collects nothing", async () => {
  const other = newBrowser();
  const [person] = [await signedIn(), await signedIn(other)];
  const check = await begun(other);
  expect(await submit(check)).toEqual(problem("FACE_CHECK_ENDED"));
  expect(await submit(check, other)).toEqual(problem("FACE_CHECK_ENDED"));
  expect(await hasReference(personSubject(person.id))).toBe(false);
  expect(await begin(newBrowser())).toEqual(problem("SIGNED_OUT"));
  expect(await submit(await begun(), newBrowser())).toEqual(problem("SIGNED_OUT"));
});

test("Q7 the details are shown with number and phone masked", async () => {
  const person = await signedIn();
  const details = await collectionDetails(person.id);
  expect(details).toMatchObject({ name: person.name, documentType: "RESIDENT_ID" });
  expect(JSON.stringify(details)).not.toContain(person.number);
  expect(JSON.stringify(details)).not.toContain(person.phone);
});
