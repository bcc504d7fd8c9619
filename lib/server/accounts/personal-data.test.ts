import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { downloadPersonalData, personalData } from "@/lib/server/accounts/personal-data";
import { db } from "@/lib/server/db";
import { notify } from "@/lib/server/notices/notify";
import { protect } from "@/lib/server/protect";
import { personId } from "@/prisma/testing/demo-session";
import { logIn } from "@/prisma/testing/login";
import { demoPasswordHash, newPerson } from "@/prisma/testing/people";
import { newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

test("A1 one gets everything kept about oneself, numbers whole", async () => {
  const id = await personId("王芳");
  const data = await personalData(id);
  expect(data.identity).toMatchObject({ name: "王芳", documentType: "RESIDENT_ID" });
  expect(data.identity.documentNumber).toMatch(/^\d{17}[\dX]$/);
  expect(data.phones.length).toBeGreaterThan(0);
  for (const { number } of data.phones) expect(number).toMatch(/^154\d{8}$/);
  expect(data.relations.length).toBe(await db.relation.count({ where: { personId: id } }));
  expect(data.account).toMatchObject({ status: "ACTIVE" });
});

test("A1 what the registry and reports of projects say of the person is told too", async () => {
  const mobile = await db.relation.findFirstOrThrow({
    where: { registryMobileCipher: { not: null } },
  });
  const { relations } = await personalData(mobile.personId);
  expect(relations.map(({ registryMobile }) => registryMobile)).toContainEqual(
    expect.stringMatching(/^154\d{8}$/),
  );
  const { handlerName, number } = await db.crossRegionProject.findFirstOrThrow({
    where: { handlerName: { in: ["王芳", "张伟", "李强"] } },
  });
  const { projects } = await personalData(await personId(handlerName));
  expect(projects.map((project) => project.number)).toContain(number);
});

test("A1 phones that the registry of a bureau has of the person are told too", async () => {
  const id = await personId("王芳");
  const mobileCipher = protect("Relation.registryMobile", "15460000123");
  const landlineCipher = protect("Relation.registryLandline", "0531-1234567");
  const at = { region: "shandong", updatedAt: new Date() };
  await db.registryContact.create({ data: { personId: id, mobileCipher, landlineCipher, ...at } });
  expect((await personalData(id)).registryContacts).toEqual([
    { ...at, mobile: "15460000123", landline: "0531-1234567" },
  ]);
});

test("A1 relations the person has hidden, and ended ones, are told too", async () => {
  const id = await personId("王芳");
  const { id: relation } = await db.relation.findFirstOrThrow({ where: { personId: id } });
  const before = (await personalData(id)).relations.length;
  await db.relation.update({
    where: { id: relation },
    data: { hiddenForPersonAt: new Date(), status: "REMOVED", living: null },
  });
  expect((await personalData(id)).relations).toHaveLength(before);
});

test("A1 it holds no hash, token, template, photograph or cipher", async () => {
  const hash = await demoPasswordHash();
  const person = await newPerson(hash);
  const browser = newBrowser();
  const session = await logIn(browser, person);
  const face = { templateCipher: "secret-template", photoCipher: "secret-photo" };
  const at = { consentedAt: new Date(), createdAt: new Date() };
  await db.faceReference.create({ data: { personId: person.id, source: "APP", ...face, ...at } });
  await db.phone.updateMany({ where: { personId: person.id }, data: { verifiedAt: new Date() } });
  const text = JSON.stringify(await downloadPersonalData(session, new Date()));
  const { tokenHash, deviceHash } = await db.loginSession.findUniqueOrThrow({
    where: { id: session.id },
  });
  const secrets = [hash, "secret-", "Hash", "Cipher", "Index", tokenHash, deviceHash ?? "none"];
  for (const secret of secrets) expect(text, secret).not.toContain(secret);
  expect(text).toContain(person.number);
  expect(text).toContain(person.phone);
  expect(JSON.parse(text).faces).toMatchObject([{ source: "APP", deletedAt: null }]);
});

test("A1 the download has nothing of another person, and is recorded", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  await notify(db, { personId: other.id, kind: "PHONE_ADDED" }, new Date());
  await logIn(newBrowser(), other);
  const data = await downloadPersonalData({ personId: person.id, region: "shandong" }, new Date());
  expect(data).toMatchObject({ sessions: [], messages: [], devices: [], relations: [] });
  expect(JSON.stringify(data)).not.toContain(other.number);
  const events = await db.auditEvent.findMany({ where: { personId: person.id } });
  expect(events).toMatchObject([{ action: "DOWNLOAD_PERSONAL_DATA", outcome: "OK" }]);
});
