import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import type { QuickCodeForm } from "@/lib/schemas/legacy";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { sendQuickCode, submitQuickLogin } from "@/lib/server/legacy/quick";
import { humanProof } from "@/prisma/testing/human-check";
import {
  ENTERPRISE_PASSWORD,
  HANDLER_PASSWORD,
  newHandler,
  newLegacyEnterprise,
} from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: T) => run,
}));

const NOW = new Date();
const CONTEXT = { now: NOW, address: "192.0.2.1", userAgent: "test" };
const HOME = { ok: true, value: { to: "/liaoning/home" } };
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

type Company = { id: string; creditCode: string };
type Person = Awaited<ReturnType<typeof newHandler>>;

async function quickForm(company: Company, phone: string, more: Partial<QuickCodeForm> = {}) {
  return {
    region: "liaoning",
    flow: "",
    taxpayerId: company.creditCode,
    password: ENTERPRISE_PASSWORD,
    role: "TAX_HANDLER" as const,
    phone,
    humanCheck: await humanProof(),
    ...more,
  };
}

async function sent(browser: Browser, company: Company, person: Person) {
  const form = await quickForm(company, person.phone);
  const answer = await inBrowser(browser, () => sendQuickCode(form, CONTEXT));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return {
    ...form,
    flow: answer.value.flow,
    code: (await readOutbox(person.phone))[0]?.code ?? "",
  };
}

test("OL2 快捷登录: role and phone, the code, and in, without any password of the person's", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id);
  const browser = newBrowser();
  const form = await sent(browser, company, person);
  const again = await inBrowser(browser, async () =>
    sendQuickCode({ ...form, humanCheck: await humanProof() }, CONTEXT),
  );
  expect(again).toMatchObject({ ok: true, value: { flow: form.flow } });
  const code = (await readOutbox(person.phone))[0]?.code ?? "";
  const login = { ...form, code, agreement: true, humanCheck: await humanProof() };
  const elsewhere = { ...login, role: "FINANCE_MANAGER" as const };
  expect(await inBrowser(browser, () => submitQuickLogin(elsewhere, CONTEXT))).toEqual(
    refused("QUICK_PERSON_UNKNOWN"),
  );
  const right = { ...login, humanCheck: await humanProof() };
  expect(await inBrowser(browser, () => submitQuickLogin(right, CONTEXT))).toEqual(HOME);
  expect(await db.loginSession.findFirst({ where: { personId: person.id } })).toMatchObject({
    proofs: "ENTERPRISE_PASSWORD SMS",
    relationId: person.relationId,
  });
});

test("OL2 七8 七10 快捷登录 refuses who is not set up, frozen, uncollected, or not the one typed", async () => {
  const company = await newLegacyEnterprise();
  const unset = await newLegacyEnterprise({ setUp: false });
  const first = await newHandler(unset.id, "LEGAL_REPRESENTATIVE");
  const cases = {
    HANDLER_NOT_SET_UP: await newHandler(company.id, "TAX_HANDLER", { status: "REGISTERED" }),
    HANDLER_FROZEN: await newHandler(company.id, "TAX_HANDLER", { frozenAt: NOW }),
    HANDLER_NOT_COLLECTED: await newHandler(company.id, "TAX_HANDLER", { collected: false }),
    QUICK_PERSON_UNKNOWN: await newHandler(company.id, "INVOICE_CLERK"),
  };
  const send = async (to: Company, phone: string, more: Partial<QuickCodeForm> = {}) => {
    const form = await quickForm(to, phone, more);
    return inBrowser(newBrowser(), () => sendQuickCode(form, CONTEXT));
  };
  for (const [code, person] of Object.entries(cases)) {
    expect(await send(company, person.phone), code).toEqual(refused(code));
    expect(await readOutbox(person.phone)).toEqual([]);
  }
  expect(await send(unset, first.phone, { role: "LEGAL_REPRESENTATIVE" })).toEqual(
    refused("QUICK_NOT_SET_UP"),
  );
  expect(await send(company, "15400009999")).toEqual(refused("QUICK_PERSON_UNKNOWN"));
  expect(await send(company, first.phone, { password: "Wrong#1111" })).toEqual(
    refused("ENTERPRISE_PASSWORD_WRONG"),
  );
  const bureau = await newLegacyEnterprise({ kind: "SOCIAL_INSURANCE_ONLY" });
  expect(await send(bureau, first.phone)).toEqual(refused("SOCIAL_INSURANCE_ORDINARY"));
});

test("OL2 the flow of 快捷登录 leads to nobody else of the enterprise", async () => {
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id);
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE", { password: true });
  const login = legacyBrowser({ ...company, region: "liaoning" }, NOW);
  const form = await sent(login.browser, company, person);
  const { proveByPassword } = await import("@/lib/server/legacy/prove-by-password");
  expect(
    await inBrowser(login.browser, () =>
      proveByPassword(
        {
          region: "liaoning",
          flow: form.flow,
          handler: boss.relationId,
          password: HANDLER_PASSWORD,
        },
        CONTEXT,
      ),
    ),
  ).toEqual(refused("FLOW_EXPIRED"));
});

test("OL2 P2 a number the registry still has of somebody else keeps nobody out who has verified it since", async () => {
  for (const role of ["FINANCE_MANAGER", "TAX_HANDLER"] as const) {
    const company = await newLegacyEnterprise();
    const former = await newHandler(company.id, role);
    const person = await newHandler(company.id, "TAX_HANDLER");
    const number = await db.relation.findUniqueOrThrow({
      where: { id: person.relationId },
      select: { registryMobileCipher: true, registryMobileIndex: true },
    });
    await db.relation.update({ where: { id: former.relationId }, data: number });
    expect(await sent(newBrowser(), company, person)).toMatchObject({
      code: expect.stringMatching(/^\d{6}$/),
    });
  }
});
