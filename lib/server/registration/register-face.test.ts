import "@/prisma/testing/demo-database";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { photographOfAnotherMan } from "@/e2e/fixtures/face-media";
import { db } from "@/lib/server/db";
import { faceEngine } from "@/lib/server/face/engine";
import { hasReference } from "@/lib/server/face/references";
import { personSubject, registrationSubject } from "@/lib/server/face/subject";
import { registerFaceCode } from "@/lib/server/scan/create";
import { beginFace, submitFace } from "@/lib/server/scan/face-step";
import { confirmOnPhone, openOnPhone } from "@/lib/server/scan/phone";
import { takeUpTicket } from "@/lib/server/scan/take-up";
import { answering } from "@/prisma/testing/face-provider";
import { codeOf, newResidentId, personOf, Registrant } from "@/prisma/testing/registration";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.setConfig({ testTimeout: 120_000 });

vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const SENT = { now: new Date(NOW.getTime() + 20_000) };
const photo = photographOfAnotherMan();

let phone: Browser;
let pictures = 0;

beforeEach(() => {
  phone = newBrowser();
  answering({ kind: "PASSED" }, hasReference);
});
afterAll(() => faceEngine().stop());

/** Frames no other check has sent. */
function frames() {
  return Array.from({ length: 10 }, (_, index) => {
    pictures += 1;
    return { at: index * 500, jpeg: Buffer.from(`picture ${pictures}`) };
  });
}

/** A registration that waits for its face. */
async function atFace(documentNumber = newResidentId(), name = "张三") {
  const registrant = new Registrant(NOW);
  await registrant.begin({ documentNumber, name });
  await registrant.toFace();
  return registrant;
}

async function codeOfFace({ browser, region, flow }: Registrant, app: "TAX" | "IIT" = "TAX") {
  const made = await inBrowser(browser, () => registerFaceCode({ region, flow, app }, CONTEXT));
  if (!made.ok) throw new Error(codeOf(made));
  return { ...made.value, secret: made.value.link.split("/").at(-1) ?? "" };
}

/** Scans, matches and begins; gives what the phone was shown, and the check. */
async function scan(
  { secret, matchingNumber }: { secret: string; matchingNumber: number },
  by = phone,
) {
  const view = await inBrowser(by, () => openOnPhone({ secret }, CONTEXT));
  await inBrowser(by, () => confirmOnPhone({ secret, number: matchingNumber }, CONTEXT));
  const begun = await inBrowser(by, () => beginFace({ secret }, CONTEXT));
  if (!begun.ok) throw new Error(codeOf(begun));
  return { view: view.ok ? view.value : null, check: begun.value.id, begun: begun.value };
}

const submit = (secret: string, check: string, document?: Buffer) =>
  inBrowser(phone, () =>
    submitFace({ secret, check, frames: frames(), ...(document && { photo: document }) }, SENT),
  );

test("R1 document and face on the phone, without a login, and the person has them in the end", async () => {
  const documentNumber = newResidentId();
  const registrant = await atFace(documentNumber);
  const code = await codeOfFace(registrant);
  const { view, check, begun } = await scan(code);
  expect(view).toMatchObject({
    purpose: "REGISTER",
    who: { name: "张*", enterprise: null },
    face: true,
    document: true,
    goOn: null,
  });
  expect(begun.withDocument).toBe(true);
  expect(codeOf(await submit(code.secret, check, photo))).toBe("OK");
  expect(await personOf(documentNumber)).toBeNull();
  expect(await hasReference(registrationSubject(registrant.flow))).toBe(true);
  const taken = await inBrowser(registrant.browser, () =>
    takeUpTicket({ ticket: code.id }, { ...CONTEXT, ...SENT }),
  );
  expect(taken).toEqual({
    ok: true,
    value: { to: `/xizang/register/confirm?flow=${registrant.flow}` },
  });
  expect(codeOf(await registrant.complete())).toBe("OK");
  const person = await personOf(documentNumber);
  expect(await hasReference(personSubject(person?.id ?? ""))).toBe(true);
  expect(await hasReference(registrationSubject(registrant.flow))).toBe(false);
  expect(person).toMatchObject({ realNameLevel: 4, collections: [{ channel: "APP" }] });
});

test("R1 without the document, or with a face that is refused, the registration stays where it is", async () => {
  const registrant = await atFace();
  const code = await codeOfFace(registrant);
  const { check } = await scan(code);
  expect(codeOf(await submit(code.secret, check))).toBe("FACE_FRAMES_INVALID");
  const again = await inBrowser(phone, () => beginFace({ secret: code.secret }, CONTEXT));
  if (!again.ok) throw new Error(codeOf(again));
  answering({ kind: "REFUSED", reason: "NOT_SAME_PERSON" }, hasReference);
  expect(codeOf(await submit(code.secret, again.value.id, photo))).toBe("FACE_NOT_SAME_PERSON");
  expect(await hasReference(registrationSubject(registrant.flow))).toBe(false);
  expect(await registrant.complete()).toEqual({
    ok: true,
    value: { to: `/xizang/register/face?flow=${registrant.flow}` },
  });
});

test("B6 a face passed for one registration is nothing in another", async () => {
  const victim = await atFace();
  const own = await atFace();
  const [victimCode, ownCode] = [await codeOfFace(victim), await codeOfFace(own)];
  await scan(victimCode);
  const { check } = await scan(ownCode);
  expect(codeOf(await submit(victimCode.secret, check, photo))).toBe("TICKET_USED");
  expect(codeOf(await submit(ownCode.secret, check, photo))).toBe("OK");
  expect(codeOf(await own.complete())).toBe("OK");
  expect(await victim.complete()).toMatchObject({
    value: { to: expect.stringContaining("/register/face") },
  });
});

test("R5 a face enrolled before the account was closed is compared with, no document asked for", async () => {
  const basang = await personOf("540100199105050533");
  await db.faceReference.create({
    data: {
      personId: basang?.id,
      source: "APP",
      templateCipher: "-",
      photoCipher: "-",
      consentedAt: NOW,
    },
  });
  const registrant = await atFace("540100199105050533", "巴桑");
  const code = await codeOfFace(registrant);
  const { view, check, begun } = await scan(code);
  expect(view).toMatchObject({ document: false, who: { name: "巴*" } });
  expect(begun.withDocument).toBe(false);
  expect(codeOf(await submit(code.secret, check))).toBe("OK");
  expect(codeOf(await registrant.complete())).toBe("OK");
});

test("Q6 on the very phone that registers, the code leads back to the registration", async () => {
  const registrant = await atFace();
  phone = registrant.browser;
  const code = await codeOfFace(registrant);
  const { view, check } = await scan(code);
  expect(view).toMatchObject({ goOn: `/xizang/register/face?flow=${registrant.flow}` });
  expect(codeOf(await submit(code.secret, check, photo))).toBe("OK");
  expect(codeOf(await registrant.complete())).toBe("OK");
});

test("R1 个人所得税APP, another browser and another step get no code", async () => {
  const registrant = await atFace();
  const { browser, region, flow } = registrant;
  const ask = (by: Browser, app: "TAX" | "IIT") =>
    inBrowser(by, async () => codeOf(await registerFaceCode({ region, flow, app }, CONTEXT)));
  expect(await ask(browser, "IIT")).toBe("APP_NOT_OFFERED");
  expect(await ask(newBrowser(), "TAX")).toBe("REGISTRATION_EXPIRED");
  await registrant.passFace();
  expect(await ask(browser, "TAX")).toBe("REGISTRATION_EXPIRED");
});

test("N1 the face of a registration that was never finished is deleted by the next one", async () => {
  const abandoned = await atFace();
  const code = await codeOfFace(abandoned);
  const { check } = await scan(code);
  await submit(code.secret, check, photo);
  await db.faceReference.updateMany({
    where: { flowId: abandoned.flow },
    data: { createdAt: new Date(NOW.getTime() - 31 * 60_000) },
  });
  phone = newBrowser();
  const next = await atFace();
  const nextCode = await codeOfFace(next);
  await submit(nextCode.secret, (await scan(nextCode)).check, photo);
  expect(await db.faceReference.count({ where: { flowId: abandoned.flow } })).toBe(0);
  expect(await hasReference(registrationSubject(next.flow))).toBe(true);
});
