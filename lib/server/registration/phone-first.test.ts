import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { sendPhoneCode, verifyRegisterPhone } from "@/lib/server/registration/phone-first";
import {
  codeOf,
  newPhoneNumber,
  newResidentId,
  personOf,
  Registrant,
  refused,
  toOf,
} from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const AT = { now: NOW, address: "127.0.0.1" };
const KUNMING = "国家税务总局昆明市税务局";
const region = "yunnan";

test("R6 云南 2.4.1(3) the phone is proved before anything of the person is asked, and 「登记」 ends it", async () => {
  const registrant = new Registrant(NOW);
  const documentNumber = newResidentId();
  expect(await registrant.begin({ region, documentNumber })).toMatchObject({
    problems: [{ code: "REGION_UNKNOWN" }],
  });
  const contact = newPhoneNumber();
  expect(toOf(await registrant.beginWithPhone(contact))).toBe("/yunnan/register/phone?flow=…");
  expect(toOf(await registrant.person({ documentNumber }))).toBe("/yunnan/register/face?flow=…");
  // A second press, or another tab, follows.
  expect(toOf(await registrant.person({ documentNumber }))).toBe("/yunnan/register/face?flow=…");
  await registrant.passFace();
  expect(codeOf(await registrant.complete(KUNMING))).toBe("OK");
  const person = await personOf(documentNumber);
  expect(person?.phones).toMatchObject([{ isDefault: true, verifiedAt: expect.any(Date) }]);
  expect(
    await db.verification.count({ where: { flowId: registrant.flow, consumedAt: null } }),
  ).toBe(0);
});

test("R6 nobody gets past the code: without it, with a wrong one, or from another browser", async () => {
  const registrant = new Registrant(NOW);
  const contact = newPhoneNumber();
  await registrant.beginWithPhone(contact);
  const { id } = await db.flow.findUniqueOrThrow({ where: { id: registrant.flow } });
  const { data } = await db.flow.findUniqueOrThrow({ where: { id } });
  const unproved = data.replace('"verified":true', '"verified":false');
  await db.flow.update({ where: { id }, data: { data: unproved } });
  expect(toOf(await registrant.person())).toBe("/yunnan/register/phone?flow=…");
  const at = { region, flow: id };
  const on = <T>(run: () => Promise<T>) => inBrowser(registrant.browser, run);
  expect(await on(() => verifyRegisterPhone({ ...at, code: "000000" }, AT))).toMatchObject({
    ok: false,
  });
  expect(codeOf(await inBrowser(newBrowser(), () => sendPhoneCode(at, AT)))).toBe(
    "REGISTRATION_EXPIRED",
  );
  expect(await readOutbox(contact)).toHaveLength(1);
});

test("R6 N1 one verified phone tries five documents, no more", async () => {
  const registrant = new Registrant(NOW);
  const known = newResidentId();
  const first = new Registrant(NOW);
  await first.beginWithPhone();
  await first.person({ documentNumber: known });
  await first.passFace();
  await first.complete(KUNMING);
  await registrant.beginWithPhone();
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await registrant.person({ documentNumber: known })).toEqual(
      refused("USER_REGISTERED", "documentNumber"),
    );
  }
  expect(codeOf(await registrant.person())).toBe("RATE_LIMITED");
});

test("R6 N2 a code pressed three times at once leads on each time", async () => {
  const answer = await new Registrant(NOW).beginWithPhone(newPhoneNumber(), { presses: 3 });
  expect(answer).toMatchObject({ ok: true });
});

test("R6 N2 of two tabs at once one goes on, and both follow it", async () => {
  const registrant = new Registrant(NOW);
  await registrant.beginWithPhone();
  const documents = [newResidentId(), newResidentId()];
  const raced = await Promise.all(
    documents.map((documentNumber) => registrant.person({ documentNumber })),
  );
  expect(raced.map(toOf)).toEqual(documents.map(() => "/yunnan/register/face?flow=…"));
});
