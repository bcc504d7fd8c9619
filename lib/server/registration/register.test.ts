import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { registerAccessForm } from "@/lib/schemas/register";
import { db } from "@/lib/server/db";
import { blindIndex } from "@/lib/server/protect";
import { changeAccess } from "@/lib/server/registration/details";
import {
  isRegistered,
  readRegisterFlow,
  registrationAt,
} from "@/lib/server/registration/register-flow";
import {
  codeOf,
  loginAs,
  NEW_PASSWORD,
  newPhoneNumber,
  newResidentId,
  personOf,
  Registrant,
  readyToComplete,
  toOf,
} from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every registration solves a human check.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const ready = (
  identity?: Parameters<typeof readyToComplete>[1],
  more?: Parameters<typeof readyToComplete>[2],
) => readyToComplete(NOW, identity, more);
const login = (account: string, password: string, region: string) =>
  loginAs({ account, password, region }, NOW);

test("R1 registered in 西藏 with a face: level 4, and 全国信息共享 logs in at 山东", async () => {
  const documentNumber = newResidentId();
  const phone = newPhoneNumber();
  const registrant = new Registrant(NOW);
  expect(toOf(await registrant.begin({ documentNumber }))).toBe("/xizang/register/details?flow=…");
  expect(toOf(await registrant.toFace(phone, { username: "Zhangsan1" }))).toBe(
    "/xizang/register/face?flow=…",
  );
  await registrant.passFace();
  expect(await personOf(documentNumber)).toBeNull();
  expect(toOf(await registrant.complete())).toBe("/xizang/register/done?flow=…");
  expect(await personOf(documentNumber)).toMatchObject({
    name: "张三",
    realNameLevel: 4,
    account: { status: "ACTIVE", passwordState: "CHOSEN", username: "Zhangsan1" },
    phones: [{ isDefault: true, numberIndex: blindIndex("phone", phone) }],
    collections: [{ channel: "APP", region: "xizang" }],
    messages: [{ kind: "ACCOUNT_REGISTERED" }],
  });
  for (const account of [documentNumber, phone, "Zhangsan1"]) {
    expect(toOf(await login(account, NEW_PASSWORD, "shandong"))).toBe(
      "/shandong/login/verify?flow=…",
    );
  }
  const audit = await db.auditEvent.findFirstOrThrow({
    where: { action: "REGISTER" },
    orderBy: { sequence: "desc" },
  });
  expect(audit.detail).not.toContain(documentNumber);
  const flow = await db.flow.findUniqueOrThrow({ where: { id: registrant.flow } });
  expect(flow).toMatchObject({ data: "{}" });
});

test("R1 step skipping by URL leads back to where the registration stands", async () => {
  const registrant = new Registrant(NOW);
  await registrant.begin();
  const { region, flow, browser } = registrant;
  const at = (step: "DETAILS" | "FACE" | "CONFIRM") =>
    inBrowser(browser, async () => {
      const found = await registrationAt(step, { region, flow, now: NOW });
      if (!found.ok) return codeOf(found);
      return "to" in found.value ? toOf({ ok: true, value: found.value }) : "HERE";
    });
  expect(await at("FACE")).toBe("/xizang/register/details?flow=…");
  expect(await at("CONFIRM")).toBe("/xizang/register/details?flow=…");
  expect(toOf(await registrant.complete())).toBe("/xizang/register/details?flow=…");
  await registrant.toFace();
  expect(await at("CONFIRM")).toBe("/xizang/register/face?flow=…");
  expect(toOf(await registrant.complete())).toBe("/xizang/register/face?flow=…");
  expect(await at("DETAILS")).toBe("HERE");
  await registrant.passFace();
  expect(await at("FACE")).toBe("/xizang/register/confirm?flow=…");
  expect(await at("CONFIRM")).toBe("HERE");
});

test("R1 a registration is taken up again within its half hour, and begins anew afterwards", async () => {
  const registrant = new Registrant(NOW);
  await registrant.begin();
  const { browser, flow } = registrant;
  const after = (minutes: number) =>
    inBrowser(browser, async () =>
      codeOf(await readRegisterFlow("xizang", flow, new Date(NOW.getTime() + minutes * 60_000))),
    );
  expect(await after(29)).toBe("OK");
  expect(await after(30)).toBe("REGISTRATION_EXPIRED");
});

test("N1 a tampered, foreign or finished flow is no registration", async () => {
  const registrant = await ready();
  const { browser, flow } = registrant;
  const read = (id: unknown, region = "xizang", by = browser) =>
    inBrowser(by, async () => codeOf(await readRegisterFlow(region, id, NOW)));
  expect(await read(flow)).toBe("OK");
  expect(await read(flow, "shandong")).toBe("REGISTRATION_EXPIRED");
  expect(await read(flow, "xizang", newBrowser())).toBe("REGISTRATION_EXPIRED");
  const strange = new Registrant(NOW);
  await strange.begin();
  expect(await read(flow, "xizang", strange.browser)).toBe("REGISTRATION_EXPIRED");
  for (const id of [`${flow}0`, "", null, { id: flow }, ["a", "b"], "x".repeat(500)]) {
    expect(await read(id)).toBe("REGISTRATION_EXPIRED");
  }
  strange.flow = flow;
  expect(codeOf(await strange.complete())).toBe("REGISTRATION_EXPIRED");
  await registrant.complete();
  expect(await read(flow)).toBe("REGISTRATION_EXPIRED");
  expect(await inBrowser(browser, () => isRegistered("xizang", flow))).toBe("REGISTER");
  expect(await inBrowser(strange.browser, () => isRegistered("xizang", flow))).toBeNull();
});

test("N2 resubmission: a second press, or an earlier page sent again, changes nothing", async () => {
  const documentNumber = newResidentId();
  const phone = newPhoneNumber();
  const registrant = new Registrant(NOW);
  await registrant.begin({ documentNumber });
  const code = (await registrant.receiveCode(phone)) ?? "";
  const sent = await Promise.all([
    registrant.details(phone, code),
    registrant.details(phone, code),
  ]);
  expect(sent.map(toOf)).toEqual(Array(2).fill("/xizang/register/face?flow=…"));
  expect(toOf(await registrant.details(phone, code, { password: "Another.2031" }))).toBe(
    "/xizang/register/face?flow=…",
  );
  await registrant.passFace();
  const pressed = await Promise.all([registrant.complete(), registrant.complete()]);
  expect(pressed.map(toOf)).toEqual(Array(2).fill("/xizang/register/done?flow=…"));
  expect(toOf(await registrant.complete())).toBe("/xizang/register/done?flow=…");
  expect((await personOf(documentNumber))?.messages).toHaveLength(1);
  expect(codeOf(await login(phone, "Another.2031", "xizang"))).toBe("PASSWORD_WRONG");
  expect(codeOf(await login(phone, NEW_PASSWORD, "xizang"))).toBe("OK");
});

test("R1 password and user name may be changed on the way, without a new code", async () => {
  const registrant = await ready({}, { username: "Before1" });
  const change = (region: string) =>
    registerAccessForm.parse({
      region,
      flow: registrant.flow,
      newPassword: "Another.2031",
      confirmPassword: "Another.2031",
      username: "After12",
      agreement: true,
    });
  const changed = await inBrowser(registrant.browser, () =>
    changeAccess(change("xizang"), { now: NOW }),
  );
  expect(toOf(changed)).toBe("/xizang/register/confirm?flow=…");
  await registrant.complete();
  expect(codeOf(await login("After12", "Another.2031", "xizang"))).toBe("OK");
  expect(codeOf(await login("Before1", "Another.2031", "xizang"))).toBe("PERSON_NOT_REGISTERED");
});
