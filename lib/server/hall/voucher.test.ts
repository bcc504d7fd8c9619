import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { issueVoucher, printVoucher, voucherView } from "@/lib/server/hall/voucher";
import { changeIssuedPassword } from "@/lib/server/legacy/change-issued-password";
import { submitEnterprisePassword } from "@/lib/server/legacy/enterprise-password";
import { submitQuickLogin } from "@/lib/server/legacy/quick";
import { verifyPassword } from "@/lib/server/password";
import { serveEnterprise } from "@/prisma/testing/counter";
import { humanProof } from "@/prisma/testing/human-check";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { relate } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { company, messagesOf, refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

/** A voucher of an enterprise in 山东. */
async function issued() {
  const officer = await newOfficer();
  const { enterprise, person } = await company();
  const creditCode = `V${Date.now()}${Math.floor(Math.random() * 1000)}`;
  await db.enterprise.update({ where: { id: enterprise.id }, data: { creditCode } });
  const form = { enterprise: enterprise.id, reason: REASON };
  expect(await issueVoucher(form, officer)).toEqual(refused("LOOK_UP_FIRST"));
  await serveEnterprise(officer, creditCode);
  const done = await issueVoucher(form, officer);
  const voucher = done.ok ? (done.value.to.split("/").at(-1) ?? "") : "";
  return { officer, enterprise: { ...enterprise, creditCode }, person, voucher, form };
}

const hashOf = async (id: string) =>
  (await db.enterprise.findUniqueOrThrow({ where: { id } })).enterprisePasswordHash;

test("T1 a voucher is printed once, of two prints at once one has the password, and then nobody", async () => {
  const { officer, enterprise, person, voucher } = await issued();
  const view = await voucherView(officer.officer, voucher, officer.now);
  expect(view).toMatchObject({ printable: true, enterprise: { name: enterprise.name } });
  expect(Object.keys(view ?? {})).not.toContain("secretCipher");
  const prints = await Promise.all([
    printVoucher({ voucher }, officer),
    printVoucher({ voucher }, officer),
  ]);
  const [print] = prints.filter(({ ok }) => ok);
  expect(prints.filter(({ ok }) => ok)).toHaveLength(1);
  const secret = print?.ok ? print.value.secret : "";
  expect(secret).toMatch(/^[\w]{12}$/);
  expect(await verifyPassword(await hashOf(enterprise.id), secret)).toBe(true);
  expect(await db.enterpriseVoucher.findUniqueOrThrow({ where: { id: voucher } })).toMatchObject({
    secretCipher: null,
  });
  expect(await printVoucher({ voucher }, officer)).toEqual(refused("VOUCHER_NOT_PRINTABLE"));
  expect(await messagesOf(person.id)).toEqual(["ENTERPRISE_PASSWORD_ISSUED"]);
  const events = await db.auditEvent.findMany({ where: { subjectId: voucher } });
  expect(events.map(({ action }) => action)).toEqual(["ISSUE_VOUCHER", "PRINT_VOUCHER"]);
  expect(JSON.stringify(events)).not.toContain(secret);
});

test("T1 a voucher is printed by who issued it, within fifteen minutes, and a newer one voids it", async () => {
  const { officer, voucher, form } = await issued();
  const other = await newOfficer();
  expect(await printVoucher({ voucher }, other)).toEqual(refused("VOUCHER_NOT_PRINTABLE"));
  const elsewhere = await newOfficer({ region: "yunnan" });
  expect(await voucherView(elsewhere.officer, voucher, elsewhere.now)).toBeNull();
  const late = { ...officer, now: new Date(officer.now.getTime() + 15 * 60_000) };
  expect(await printVoucher({ voucher }, late)).toEqual(refused("VOUCHER_NOT_PRINTABLE"));
  expect(await issueVoucher(form, officer)).toMatchObject({ ok: true });
  expect(await printVoucher({ voucher }, officer)).toEqual(refused("VOUCHER_NOT_PRINTABLE"));
});

test("T1 an issued password opens nothing before it is changed at its first use", async () => {
  const { officer, enterprise, voucher } = await issued();
  const print = await printVoucher({ voucher }, officer);
  const password = print.ok ? print.value.secret : "";
  const browser = newBrowser();
  const { now } = officer;
  const entry = { region: "shandong", entry: "ENTERPRISE" as const, agreement: true as const };
  const login = async (typed: string) => {
    const humanCheck = await humanProof();
    const form = { ...entry, taxpayerId: enterprise.creditCode, password: typed, humanCheck };
    return inBrowser(browser, () =>
      submitEnterprisePassword(form, { now, address: "test", userAgent: "test" }),
    );
  };
  const first = await login(password);
  expect(first).toMatchObject({
    value: { to: expect.stringMatching(/^\/shandong\/login\/legacy\/change-password\?flow=/) },
  });
  const quick = {
    region: "shandong",
    taxpayerId: enterprise.creditCode,
    password,
    role: "TAX_HANDLER" as const,
    phone: "15400000000",
    code: "000000",
    flow: "none",
    agreement: true as const,
    humanCheck: await humanProof(),
  };
  const context = { now, address: "test", userAgent: "test" };
  expect(await inBrowser(browser, () => submitQuickLogin(quick, context))).toEqual(
    refused("ENTERPRISE_PASSWORD_ISSUED"),
  );
  const flow = first.ok ? (first.value.to.split("flow=")[1] ?? "") : "";
  const change = (newPassword: string) =>
    inBrowser(browser, () =>
      changeIssuedPassword({ region: "shandong", flow, newPassword }, { now }),
    );
  expect(await change(password)).toEqual(refused("PASSWORD_SAME", "newPassword"));
  expect(await change("Chosen#2026")).toMatchObject({ ok: true });
  expect(await change("Other#2026")).toEqual(refused("FLOW_EXPIRED"));
  expect(await login("Chosen#2026")).toMatchObject({
    value: { to: expect.stringContaining("/login/legacy/people?flow=") },
  });
});

test("B13 an officer resets no password of an enterprise of their own", async () => {
  const { enterprise, person } = await company();
  const owner = await newOfficer({ phone: person.phone });
  const creditCode = `W${Date.now()}`;
  await db.enterprise.update({ where: { id: enterprise.id }, data: { creditCode } });
  await relate(person.id, enterprise.id, "TAX_HANDLER");
  await serveEnterprise(owner, creditCode);
  const form = { enterprise: enterprise.id, reason: REASON };
  expect(await issueVoucher(form, owner)).toEqual(refused("OWN_ENTERPRISE"));
});
