import "@/prisma/testing/demo-database";
import { afterAll, expect, test, vi } from "vitest";
import { photographOfAnotherMan } from "@/e2e/fixtures/face-media";
import { firstFactor } from "@/lib/schemas/login";
import { db } from "@/lib/server/db";
import { faceEngine } from "@/lib/server/face/engine";
import { hasReference } from "@/lib/server/face/references";
import { submitFirstFactor } from "@/lib/server/login/first-factor";
import { sendLoginCode, submitSecondFactor } from "@/lib/server/login/second-factor";
import { beginFindPhone, findPhone, sendFindPhoneCode } from "@/lib/server/recovery/find-phone";
import { beginForgotPassword } from "@/lib/server/recovery/forgot-password";
import { setForgottenPassword } from "@/lib/server/recovery/set-password";
import { recoveryFaceCode } from "@/lib/server/scan/account-codes";
import { registerFaceCode } from "@/lib/server/scan/create";
import { beginFace, submitFace } from "@/lib/server/scan/face-step";
import { confirmOnPhone, openOnPhone } from "@/lib/server/scan/phone";
import { takeUpTicket } from "@/lib/server/scan/take-up";
import type { ScanCode } from "@/lib/server/scan/tickets";
import { answering } from "@/prisma/testing/face-provider";
import { humanProof } from "@/prisma/testing/human-check";
import { newestCode } from "@/prisma/testing/own-session";
import {
  codeOf,
  loginAs,
  NEW_PASSWORD,
  newPhoneNumber,
  newResidentId,
  personOf,
  Registrant,
} from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.setConfig({ testTimeout: 120_000 });
vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));
afterAll(() => faceEngine().stop());
answering({ kind: "PASSED" }, hasReference);

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const SENT = { ...CONTEXT, now: new Date(NOW.getTime() + 20_000) };
const region = "shandong";
let pictures = 0;

function answered<T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const flowOf = (to: string) => new URL(to, "http://portal").searchParams.get("flow") ?? "";

/** The face on a phone, with the photograph of the document while none is enrolled. */
async function face(code: ScanCode, photo?: Buffer) {
  const secret = code.link.split("/").at(-1) ?? "";
  const phone = newBrowser();
  const on = <T>(run: () => Promise<T>) => inBrowser(phone, run);
  await on(() => openOnPhone({ secret }, CONTEXT));
  await on(() => confirmOnPhone({ secret, number: code.matchingNumber }, CONTEXT));
  const begun = answered(await on(() => beginFace({ secret }, CONTEXT)));
  expect(begun.withDocument).toBe(photo !== undefined);
  const frames = Array.from({ length: 10 }, (_, index) => {
    pictures += 1;
    return { at: index * 500, jpeg: Buffer.from(`picture ${pictures}`) };
  });
  answered(
    await on(() => submitFace({ secret, check: begun.id, frames, ...(photo && { photo }) }, SENT)),
  );
}

const login = (account: string, password: string) => loginAs({ account, password, region }, NOW);

/** Logs in by password and message: where it leads. */
async function enter(account: string, password: string, phone: string) {
  const browser = newBrowser();
  const humanCheck = await humanProof();
  const form = { account, password, region, entry: "PERSON" as const, agreement: true, humanCheck };
  const first = await inBrowser(browser, () => submitFirstFactor(firstFactor.parse(form), CONTEXT));
  const at = { region, flow: flowOf(answered(first).to) };
  answered(await inBrowser(browser, () => sendLoginCode(at, CONTEXT)));
  const code = await newestCode(phone);
  return answered(await inBrowser(browser, () => submitSecondFactor({ ...at, code }, CONTEXT))).to;
}

test("R1 F3 F2 a newcomer registers with a face, forgets everything, and recovers by the same face", async () => {
  const documentNumber = newResidentId();
  const phone = newPhoneNumber();
  const registrant = new Registrant(NOW);
  await registrant.begin({ region, documentNumber, name: "新来人" });
  await registrant.toFace(phone);
  const { browser, flow } = registrant;
  const shown = await inBrowser(browser, () =>
    registerFaceCode({ region, flow, app: "TAX" }, CONTEXT),
  );
  await face(answered(shown), photographOfAnotherMan());
  await inBrowser(browser, () => takeUpTicket({ ticket: answered(shown).id }, SENT));
  expect(codeOf(await registrant.complete())).toBe("OK");
  for (const account of [documentNumber, phone]) {
    expect(await enter(account, NEW_PASSWORD, phone)).toBe("/shandong/home");
  }

  // The number goes to somebody else, the password is forgotten.
  const successor = await new Registrant(SENT.now);
  await successor.begin({ region });
  await successor.toFace(phone);
  await successor.passFace();
  expect(codeOf(await successor.complete())).toBe("OK");
  expect((await personOf(documentNumber))?.phones).toEqual([]);

  // 忘记密码 by face.
  const web = newBrowser();
  const begun = await inBrowser(web, async () =>
    beginForgotPassword(
      { region, account: documentNumber, humanCheck: await humanProof() },
      CONTEXT,
    ),
  );
  const recovery = flowOf(answered(begun).to);
  const code = answered(
    await inBrowser(web, () => recoveryFaceCode({ region, flow: recovery, app: "TAX" }, CONTEXT)),
  );
  await face(code);
  await inBrowser(web, () => takeUpTicket({ ticket: code.id }, SENT));
  const chosen = { region, flow: recovery, newPassword: "Birch.2032" };
  expect(codeOf(await inBrowser(web, () => setForgottenPassword(chosen, CONTEXT)))).toBe("OK");

  // 找回手机号码 by the new password.
  const another = newPhoneNumber();
  const finding = await inBrowser(web, async () =>
    beginFindPhone(
      {
        region,
        account: documentNumber,
        password: "Birch.2032",
        humanCheck: await humanProof(),
      },
      CONTEXT,
    ),
  );
  const at = { region, flow: flowOf(answered(finding).to), phone: another };
  answered(await inBrowser(web, () => sendFindPhoneCode(at, CONTEXT)));
  const sms = await newestCode(another);
  expect(codeOf(await inBrowser(web, () => findPhone({ ...at, code: sms }, CONTEXT)))).toBe("OK");

  // In again, by the new number too; by the old password and number no more.
  for (const account of [documentNumber, another]) {
    expect(await enter(account, "Birch.2032", another)).toBe("/shandong/home");
  }
  expect(codeOf(await login(documentNumber, NEW_PASSWORD))).toBe("PASSWORD_WRONG");
  const { personId } = await db.phone.findFirstOrThrow({
    where: { person: { name: "新来人" }, isDefault: true },
  });
  expect(personId).toBe((await personOf(documentNumber))?.id);
});
