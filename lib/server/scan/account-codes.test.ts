import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { closeAccount, closingView } from "@/lib/server/accounts/close-account";
import { takeAttempt } from "@/lib/server/accounts/lockout";
import { db } from "@/lib/server/db";
import {
  beginForgotPassword,
  beginForgottenOldPassword,
} from "@/lib/server/recovery/forgot-password";
import { setForgottenPassword } from "@/lib/server/recovery/set-password";
import { closingFaceCode, recoveryFaceCode } from "@/lib/server/scan/account-codes";
import { beginFace, submitFace } from "@/lib/server/scan/face-step";
import { confirmOnPhone, openOnPhone } from "@/lib/server/scan/phone";
import { takeUpTicket } from "@/lib/server/scan/take-up";
import type { ScanCode } from "@/lib/server/scan/tickets";
import type { CurrentSession } from "@/lib/server/session-store";
import { answering } from "@/prisma/testing/face-provider";
import { humanProof } from "@/prisma/testing/human-check";
import { runningSessions, sessionFor } from "@/prisma/testing/own-session";
import { DEMO_PASSWORD, demoPasswordHash, newPerson } from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

answering({ kind: "PASSED" });

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const SENT = { ...CONTEXT, now: new Date(NOW.getTime() + 20_000) };
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

let web: Browser;
let phone: Browser;
let pictures = 0;

beforeEach(() => {
  web = newBrowser();
  phone = newBrowser();
});

/** A person without a phone, and their session when asked for. */
async function withoutPhone() {
  const person = await newPerson(await demoPasswordHash());
  await db.phone.deleteMany({ where: { personId: person.id } });
  return { person, session: await sessionFor(person) };
}

/** Scans, matches and passes the face on the phone. */
async function pass(code: ScanCode) {
  const secret = code.link.split("/").at(-1) ?? "";
  const on = <T>(run: () => Promise<T>) => inBrowser(phone, run);
  await on(() => openOnPhone({ secret }, CONTEXT));
  await on(() => confirmOnPhone({ secret, number: code.matchingNumber }, CONTEXT));
  const begun = await on(() => beginFace({ secret }, CONTEXT));
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  const frames = Array.from({ length: 10 }, (_, index) => {
    pictures += 1;
    return { at: index * 500, jpeg: Buffer.from(`picture ${pictures}`) };
  });
  return on(() => submitFace({ secret, check: begun.value.id, frames }, SENT));
}

const takeUp = (id: string, browser = web) =>
  inBrowser(browser, () => takeUpTicket({ ticket: id }, SENT));

function answered<T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const flowOf = (to: string) => new URL(to, "http://portal").searchParams.get("flow") ?? "";

const recoveryCode = (flow: string, region: string, session?: CurrentSession) =>
  inBrowser(web, () => recoveryFaceCode({ region, flow, app: "TAX" }, { ...CONTEXT, session }));

test("F3 without phone and password a face recovers the password, also while the account is locked", async () => {
  const { person } = await withoutPhone();
  for (let each = 0; each < 5; each++) await takeAttempt(person.accountId, "PASSWORD", NOW);
  const begun = await inBrowser(web, async () =>
    beginForgotPassword(
      { region: "xizang", account: person.number, humanCheck: await humanProof() },
      { now: NOW },
    ),
  );
  const flow = flowOf(answered(begun).to);
  const code = answered(await recoveryCode(flow, "xizang"));
  expect(await pass(code)).toMatchObject({ ok: true });
  expect(await takeUp(code.id, newBrowser())).toEqual(problem("TICKET_USED"));
  expect(await takeUp(code.id)).toEqual({
    ok: true,
    value: { to: `/xizang/forgot-password?flow=${flow}` },
  });
  expect(await takeUp(code.id)).toEqual(problem("TICKET_USED"));
  const at = { region: "xizang", flow, newPassword: "Tax#Lhasa77" };
  expect(await inBrowser(web, () => setForgottenPassword(at, CONTEXT))).toMatchObject({ ok: true });
  expect(await runningSessions(person)).toEqual([]);
  expect(await recoveryCode(flow, "xizang")).toEqual(problem("STEPS_EXPIRED"));
});

test("A1 忘记旧密码 by face in the session, and by no APP the bureau does not verify with", async () => {
  const { person, session } = await withoutPhone();
  const begun = await inBrowser(web, () => beginForgottenOldPassword({}, { session, now: NOW }));
  const flow = flowOf(answered(begun).to);
  const refused = await inBrowser(web, () =>
    recoveryFaceCode({ region: "shandong", flow, app: "LICENSE" }, { ...CONTEXT, session }),
  );
  expect(refused).toEqual(problem("APP_NOT_OFFERED"));
  expect(await recoveryCode(flow, "shandong")).toEqual(problem("STEPS_EXPIRED"));
  const code = answered(await recoveryCode(flow, "shandong", session));
  await pass(code);
  expect(await takeUp(code.id)).toEqual({
    ok: true,
    value: { to: `/shandong/account/password?flow=${flow}` },
  });
  const at = { region: "shandong", flow, newPassword: "Tax#Lhasa77" };
  const context = { ...CONTEXT, session };
  expect(await inBrowser(web, () => setForgottenPassword(at, context))).toMatchObject({ ok: true });
  expect(await runningSessions(person)).toEqual([session.id]);
});

test("A3 an account no code can be sent to is closed by password and face", async () => {
  const { person, session } = await withoutPhone();
  const context = { ...CONTEXT, session };
  const code = answered(await inBrowser(web, () => closingFaceCode({ app: "TAX" }, context)));
  await pass(code);
  const flow = flowOf(answered(await takeUp(code.id)).to ?? "");
  expect(await inBrowser(web, () => closingView({ flow }, context))).toMatchObject({
    method: null,
    faced: true,
  });
  const close = (password: string) =>
    inBrowser(web, () => closeAccount({ flow, password }, context));
  expect(await close("Wrong@2026")).toEqual(problem("PASSWORD_WRONG"));
  expect(await close(DEMO_PASSWORD)).toEqual({
    ok: true,
    value: { to: "/shandong/login?reason=ACCOUNT_CLOSED" },
  });
  expect(await db.account.findUnique({ where: { id: person.accountId } })).toMatchObject({
    status: "CLOSED",
  });
});
