import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { setRecoveredPassword } from "@/lib/server/legacy/recovered-password";
import * as enterprise from "@/lib/server/legacy/recovery";
import {
  recoveryFaceCode as receiverFaceCode,
  takeUpRecoveryFace,
} from "@/lib/server/legacy/recovery-face";
import { beginForgotPassword } from "@/lib/server/recovery/forgot-password";
import { setForgottenPassword } from "@/lib/server/recovery/set-password";
import { recoveryView, sendRecoveryCode, submitRecoveryCode } from "@/lib/server/recovery/verify";
import { recoveryFaceCode } from "@/lib/server/scan/account-codes";
import { openOnPhone } from "@/lib/server/scan/phone";
import { takeUpTicket } from "@/lib/server/scan/take-up";
import { answering } from "@/prisma/testing/face-provider";
import { humanProof } from "@/prisma/testing/human-check";
import { newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { newestCode } from "@/prisma/testing/own-session";
import { passFaceOnPhone } from "@/prisma/testing/pass-face";
import { demoPasswordHash, newPerson } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));
vi.setConfig({ testTimeout: 30_000 });
answering({ kind: "PASSED" });

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const LATER = { ...CONTEXT, now: new Date(NOW.getTime() + 20_000) };
const NEW = "Yunling#2026";
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

function answered<T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
const flowOf = ({ to }: { to: string }) => new URL(to, "http://x").searchParams.get("flow") ?? "";

test("F4 云南 4 自然人: the text message alone sets no password, 支付宝 or 微信 alone neither; both together do", async () => {
  const person = await newPerson(await demoPasswordHash());
  const web = newBrowser();
  const on = <T>(run: () => Promise<T>) => inBrowser(web, run);
  const region = "yunnan";
  const humanCheck = await humanProof();
  const begun = await on(() =>
    beginForgotPassword({ region, account: person.phone, humanCheck }, CONTEXT),
  );
  const at = { region, flow: flowOf(answered(begun)) };
  const code = (app: "TAX" | "ALIPAY" | "WECHAT") =>
    on(() => recoveryFaceCode({ ...at, app }, CONTEXT));
  const set = () => on(() => setForgottenPassword({ ...at, newPassword: NEW }, LATER));
  expect(answered(await on(() => recoveryView(at, CONTEXT)))).toMatchObject({
    step: "VERIFY",
    method: "SMS",
    faceOffered: false,
  });
  expect(await code("ALIPAY")).toEqual(problem("STEPS_EXPIRED"));
  await on(() => sendRecoveryCode(at, CONTEXT));
  const sms = await newestCode(person.phone);
  expect(await on(() => submitRecoveryCode({ ...at, code: sms }, CONTEXT))).toMatchObject({
    ok: true,
  });
  expect(await set()).toEqual(problem("STEPS_EXPIRED"));
  expect(answered(await on(() => recoveryView(at, CONTEXT)))).toMatchObject({ step: "REAL_NAME" });
  expect(await code("TAX")).toEqual(problem("APP_NOT_OFFERED"));
  const shown = answered(await code("WECHAT"));
  expect(await on(() => takeUpTicket({ ticket: shown.id }, LATER))).toEqual(problem("TICKET_USED"));
  await passFaceOnPhone(shown, NOW);
  expect(await on(() => takeUpTicket({ ticket: shown.id }, LATER))).toMatchObject({ ok: true });
  expect(await set()).toMatchObject({ ok: true });
  expect(
    await db.auditEvent.findFirst({
      where: { action: "RECOVER_PASSWORD", personId: person.id },
      select: { detail: true },
    }),
  ).toMatchObject({ detail: expect.stringContaining("CODE_AND_FACE") });
});

test("F4 other bureaus go on asking for one proof", async () => {
  const person = await newPerson(await demoPasswordHash());
  const web = newBrowser();
  const on = <T>(run: () => Promise<T>) => inBrowser(web, run);
  const region = "xizang";
  const humanCheck = await humanProof();
  const begun = await on(() =>
    beginForgotPassword({ region, account: person.phone, humanCheck }, CONTEXT),
  );
  const at = { region, flow: flowOf(answered(begun)) };
  await on(() => sendRecoveryCode(at, CONTEXT));
  const code = await newestCode(person.phone);
  await on(() => submitRecoveryCode({ ...at, code }, CONTEXT));
  expect(answered(await on(() => recoveryView(at, CONTEXT)))).toEqual({ step: "NEW_PASSWORD" });
});

test("F4 云南 4 企业: tax number, receiver, text message, 支付宝 of the receiver, new 企业密码", async () => {
  const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
  const finance = await newHandler(company.id, "FINANCE_MANAGER", { status: "REGISTERED" });
  await newHandler(company.id, "TAX_HANDLER");
  const web = newBrowser();
  const on = <T>(run: () => Promise<T>) => inBrowser(web, run);
  const region = "yunnan";
  const humanCheck = await humanProof();
  const begun = await on(() =>
    enterprise.beginEnterpriseRecovery(
      { region, taxpayerId: company.creditCode, humanCheck },
      CONTEXT,
    ),
  );
  const at = { region, flow: flowOf(answered(begun)) };
  const receiver = finance.relationId;
  expect(answered(await on(() => enterprise.recoveryView(region, at.flow, NOW)))).toMatchObject({
    receivers: [{ id: receiver, role: "FINANCE_MANAGER" }],
  });
  await on(() => enterprise.sendRecoveryCode({ ...at, receiver }, CONTEXT));
  const code = await newestCode(finance.phone);
  await on(() => enterprise.submitRecoveryCode({ ...at, receiver, code }, CONTEXT));
  expect(await on(() => receiverFaceCode({ ...at, app: "TAX" }, CONTEXT))).toEqual(
    problem("APP_NOT_OFFERED"),
  );
  const byAlipay = () => on(() => receiverFaceCode({ ...at, app: "ALIPAY" }, CONTEXT));
  const secret =
    answered(await byAlipay())
      .link.split("/")
      .at(-1) ?? "";
  const { name } = await db.enterprise.findUniqueOrThrow({ where: { id: company.id } });
  expect(await inBrowser(newBrowser(), () => openOnPhone({ secret }, CONTEXT))).toMatchObject({
    value: { purpose: "FORGOT_PASSWORD", entry: "ENTERPRISE", who: { enterprise: name } },
  });
  const shown = answered(await byAlipay());
  await passFaceOnPhone(shown, NOW);
  expect(await on(() => takeUpRecoveryFace({ ...at, ticket: shown.id }, LATER))).toMatchObject({
    ok: true,
  });
  expect(await on(() => setRecoveredPassword({ ...at, newPassword: NEW }, LATER))).toEqual({
    ok: true,
    value: { to: "/yunnan/login/legacy?reason=ENTERPRISE_PASSWORD_CHANGED" },
  });
  expect(await legacyBrowser(company, NOW).enter(NEW)).toMatchObject({ ok: true });
});
