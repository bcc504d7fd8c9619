import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { setRecoveredPassword } from "@/lib/server/legacy/recovered-password";
import {
  beginEnterpriseRecovery,
  recoveryView,
  sendRecoveryCode,
  submitRecoveryCode,
} from "@/lib/server/legacy/recovery";
import { recoveryFaceCode, takeUpRecoveryFace } from "@/lib/server/legacy/recovery-face";
import { enterpriseSecret, trySecret } from "@/lib/server/legacy/secret-attempts";
import { beginFace, submitFace } from "@/lib/server/scan/face-step";
import { confirmOnPhone, openOnPhone } from "@/lib/server/scan/phone";
import { answering } from "@/prisma/testing/face-provider";
import { humanProof } from "@/prisma/testing/human-check";
import {
  ENTERPRISE_PASSWORD,
  HANDLER_PASSWORD,
  newHandler,
  newLegacyEnterprise,
} from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

answering({ kind: "PASSED" });

const NOW = new Date();
const CONTEXT = { now: NOW, address: "127.0.0.1", userAgent: "Chrome/140 Windows" };
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

let web: Browser;
beforeEach(() => {
  web = newBrowser();
});

async function begun(company: { creditCode: string }) {
  const form = {
    region: "liaoning",
    taxpayerId: company.creditCode,
    humanCheck: await humanProof(),
  };
  const answer = await inBrowser(web, () => beginEnterpriseRecovery(form, CONTEXT));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const flow = new URL(answer.value.to, "http://x").searchParams.get("flow") ?? "";
  return { region: "liaoning", flow };
}

async function passFace(place: { region: string; flow: string }) {
  const phone = newBrowser();
  const code = await inBrowser(web, () => recoveryFaceCode({ ...place, app: "TAX" }, CONTEXT));
  if (!code.ok) throw new Error(JSON.stringify(code));
  const { id, link, matchingNumber: number } = code.value;
  const secret = link.split("/").at(-1) ?? "";
  await inBrowser(phone, () => openOnPhone({ secret }, CONTEXT));
  await inBrowser(phone, () => confirmOnPhone({ secret, number }, CONTEXT));
  const check = await inBrowser(phone, () => beginFace({ secret }, CONTEXT));
  if (!check.ok) throw new Error(JSON.stringify(check));
  const frames = Array.from({ length: 10 }, (_, index) => ({
    at: index * 500,
    jpeg: Buffer.from(`${secret} ${index}`),
  }));
  const later = { now: new Date(NOW.getTime() + 20_000) };
  await inBrowser(phone, () => submitFace({ secret, check: check.value.id, frames }, later));
  return inBrowser(web, () => takeUpRecoveryFace({ ...place, ticket: id }, later));
}

test("F4 企业密码: number, receiver, text message, face, new password; old sessions end, the lock opens, managers are told", async () => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", { password: true });
  await newHandler(company.id, "TAX_HANDLER");
  const running = legacyBrowser(company, NOW);
  await running.enter();
  await running.byPassword(boss.relationId, HANDLER_PASSWORD);
  expect(await running.session()).not.toBeNull();
  const secret = enterpriseSecret(company.creditCode);
  const wrong = { code: "ENTERPRISE_PASSWORD_WRONG", field: "password", now: NOW };
  for (let each = 0; each < 5; each++) await trySecret(secret, async () => false, wrong);
  expect(await trySecret(secret, async () => true, wrong)).toEqual(refused("LEGACY_LOCKED"));

  const place = await begun(company);
  expect(await inBrowser(web, () => recoveryView("liaoning", place.flow, NOW))).toEqual({
    ok: true,
    value: {
      step: "RECEIVER",
      enterpriseName: company.name,
      receivers: [
        {
          id: boss.relationId,
          role: "LEGAL_REPRESENTATIVE",
          maskedName: expect.stringMatching(/^.\*+$/),
          maskedPhone: `154****${boss.phone.slice(-4)}`,
        },
      ],
    },
  });
  const receiver = boss.relationId;
  const save = (newPassword: string) =>
    inBrowser(web, () => setRecoveredPassword({ ...place, newPassword }, CONTEXT));
  expect(await save("Xinmima#2026")).toEqual(refused("FLOW_EXPIRED"));
  expect(await inBrowser(web, () => recoveryFaceCode({ ...place, app: "TAX" }, CONTEXT))).toEqual(
    refused("FLOW_EXPIRED"),
  );
  await inBrowser(web, () => sendRecoveryCode({ ...place, receiver }, CONTEXT));
  const code = (await readOutbox(boss.phone))[0]?.code ?? "";
  expect(
    await inBrowser(web, () => submitRecoveryCode({ ...place, receiver, code }, CONTEXT)),
  ).toMatchObject({ ok: true });
  expect(await save("Xinmima#2026")).toEqual(refused("FLOW_EXPIRED"));
  expect(await passFace(place)).toMatchObject({ ok: true });
  expect(await save(ENTERPRISE_PASSWORD)).toEqual(refused("PASSWORD_SAME"));
  const saved = await Promise.all([save("Xinmima#2026"), save("Xinmima#2027")]);
  expect(saved.filter(({ ok }) => ok)).toEqual([
    { ok: true, value: { to: "/liaoning/login/legacy?reason=ENTERPRISE_PASSWORD_CHANGED" } },
  ]);
  const fresh = saved[0]?.ok ? "Xinmima#2026" : "Xinmima#2027";
  expect(await running.session()).toBeNull();
  expect(await legacyBrowser(company, NOW).enter(ENTERPRISE_PASSWORD)).toEqual(
    refused("ENTERPRISE_PASSWORD_WRONG"),
  );
  expect(await legacyBrowser(company, NOW).enter(fresh)).toMatchObject({ ok: true });
  expect(await db.message.findMany({ where: { personId: boss.id } })).toMatchObject([
    { kind: "ENTERPRISE_PASSWORD_RECOVERED" },
  ]);
  expect((await readOutbox(boss.phone))[0]?.text).toContain("企业密码已通过“忘记密码”重置");
});

test("F4 only managers a message can reach receive it, and a code sent to one proves no other", async () => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const finance = await newHandler(company.id, "FINANCE_MANAGER");
  const clerk = await newHandler(company.id, "TAX_HANDLER");
  const place = await begun(company);
  expect(
    await inBrowser(web, () => sendRecoveryCode({ ...place, receiver: clerk.relationId }, CONTEXT)),
  ).toEqual(refused("RECEIVER_REQUIRED"));
  await inBrowser(web, () => sendRecoveryCode({ ...place, receiver: boss.relationId }, CONTEXT));
  const code = (await readOutbox(boss.phone))[0]?.code ?? "";
  const submit = (receiver: string) =>
    inBrowser(web, () => submitRecoveryCode({ ...place, receiver, code }, CONTEXT));
  expect(await submit(finance.relationId)).toEqual(refused("RECOVERY_CODE_WRONG"));
  expect(await submit(boss.relationId)).toMatchObject({ ok: true });
  expect(await submit(boss.relationId)).toEqual(refused("FLOW_EXPIRED"));
});

test("F4 an unknown number is told so, and another browser's recovery is not gone on with", async () => {
  const form = { region: "liaoning", taxpayerId: "NOBODY", humanCheck: await humanProof() };
  expect(await inBrowser(web, () => beginEnterpriseRecovery(form, CONTEXT))).toEqual(
    refused("ENTERPRISE_UNKNOWN"),
  );
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const place = await begun(company);
  expect(
    await inBrowser(newBrowser(), () =>
      sendRecoveryCode({ ...place, receiver: boss.relationId }, CONTEXT),
    ),
  ).toEqual(refused("FLOW_EXPIRED"));
});

test("F4 B7 who is frozen or removed after the proof sets no 企业密码 any more", async () => {
  for (const change of [{ frozenAt: NOW }, { living: null, status: "REMOVED" as const }]) {
    const company = await newLegacyEnterprise();
    const boss = await newHandler(company.id, "FINANCE_MANAGER");
    const place = await begun(company);
    const receiver = boss.relationId;
    await inBrowser(web, () => sendRecoveryCode({ ...place, receiver }, CONTEXT));
    const code = (await readOutbox(boss.phone))[0]?.code ?? "";
    await inBrowser(web, () => submitRecoveryCode({ ...place, receiver, code }, CONTEXT));
    expect(await passFace(place)).toMatchObject({ ok: true });
    await db.relation.update({ where: { id: receiver }, data: change });
    expect(
      await inBrowser(web, () =>
        setRecoveredPassword({ ...place, newPassword: "Xinmima#2026" }, CONTEXT),
      ),
    ).toEqual(refused("FLOW_EXPIRED"));
    expect(await legacyBrowser(company, NOW).enter()).toMatchObject({ ok: true });
  }
});
