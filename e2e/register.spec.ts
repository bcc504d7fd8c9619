import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change, row } from "./fixtures/database";
import { collectAtHall, newEnterprise, newIdentity, newPerson, relate } from "./fixtures/people";
import { signIn, startLogin } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const SHANDONG = "/shandong/register";

test("R1 who is registered already is told so, with ways to go on", async ({
  page,
  registerPage,
}) => {
  const { documentNumber, name } = await newPerson();
  await page.goto(SHANDONG);
  await registerPage.identify({ documentNumber, name });
  await expect(registerPage.alert).toContainText("该证件号码已注册");
  await expect(registerPage.alert.getByRole("link", { name: "登录" })).toBeVisible();
  await expect(registerPage.alert.getByRole("link", { name: "忘记密码" })).toBeVisible();
  await expect(registerPage.box("姓名")).toHaveValue(name);
  await expectAccessible(page);
});

test("R2 a passport nobody has collected is sent to the hall, a collected one registers", async ({
  page,
  registerPage,
}) => {
  const { passport, phone } = newIdentity();
  const holder = { documentType: "外国护照", country: "美国", documentNumber: passport };
  await page.goto(SHANDONG);
  await registerPage.identify({ ...holder, name: "JANE DOE" });
  await expect(registerPage.alert).toContainText(
    "未查询到您的手机号码，请稍后重试或携带相关证件前往办税大厅办理",
  );
  const person = await newPerson({ phones: 0, passport: { number: passport, country: "US" } });
  await change(`DELETE FROM "Account" WHERE "id" = ?`, person.accountId);
  await change(`UPDATE "Person" SET "name" = 'JANE DOE' WHERE "id" = ?`, person.id);
  await collectAtHall({ id: person.id, phone });
  await registerPage.next.click();
  await registerPage.fillDetails(phone);
  await expect(page.getByText("已在办税服务厅采集，无需扫脸")).toBeVisible();
  await registerPage.complete();
  expect(await signIn(page.request, { account: passport, phone })).toBe("/shandong/home");
});

test("R3 境外自然人 registers by e-mail, verifies by e-mail, and has no enterprise entry", async ({
  page,
  registerPage,
  verifyPage,
}) => {
  const { passport } = newIdentity();
  const mailbox = `${passport.toLowerCase()}@example.com`;
  await page.goto(SHANDONG);
  await page.getByRole("link", { name: "境外自然人注册" }).click();
  await expectAccessible(page);
  await registerPage.identify({
    documentType: "其他个人证件",
    country: "JP",
    documentNumber: passport,
    name: "YUKI SATO",
  });
  await registerPage.fillDetails(mailbox);
  await registerPage.complete();
  const { flow } = await startLogin(page.request, { account: passport, region: "xizang" });
  await page.goto(`/xizang/login/verify?flow=${flow}`);
  await expect(page.getByRole("tab", { name: "邮箱验证" })).toBeVisible();
  await verifyPage.pass(mailbox);
  await expect(page).toHaveURL(/\/xizang\/home/);
  await page.goto("/xizang/register/overseas");
  await expect(page.getByRole("heading", { name: "境外自然人注册" })).toBeHidden();
});

test("R5 a closed account comes back with its relation, and nothing is skipped by address", async ({
  page,
  registerPage,
}) => {
  const person = await newPerson({ phones: 0 });
  const { phone } = newIdentity();
  const enterprise = await newEnterprise();
  const relation = await relate(person, enterprise, "TAX_HANDLER");
  await change(`UPDATE "Account" SET "status" = 'CLOSED' WHERE "id" = ?`, person.accountId);
  await collectAtHall({ id: person.id, phone });
  await page.goto(SHANDONG);
  await registerPage.identify(person);
  await registerPage.expectStep("基本信息填写");
  const flow = new URL(page.url()).searchParams.get("flow") ?? "";
  await page.goto(`${SHANDONG}/confirm?flow=${flow}`);
  await registerPage.fillDetails(phone);
  await registerPage.expectStep("确认注册信息");
  await page.goBack();
  await expect(page.getByText("已验证")).toBeVisible();
  await page.goto(`${SHANDONG}/confirm?flow=${flow}`);
  await registerPage.complete();
  const goal = await signIn(page.request, {
    account: person.documentNumber,
    phone,
    taxpayerId: enterprise.creditCode,
  });
  expect(goal).toBe("/shandong/home");
  expect(await row(`SELECT "status" FROM "Relation" WHERE "id" = ?`, relation)).toEqual({
    status: "ACTIVE",
  });
  await page.goto(`${SHANDONG}/details?flow=${flow}`);
  await expect(page.getByText("本次注册已超时或已结束，请重新开始")).toBeVisible();
});
