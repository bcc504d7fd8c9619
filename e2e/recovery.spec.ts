import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { PASSWORD } from "./fixtures/demo";
import { newPerson, unusedPhone } from "./fixtures/people";
import { firstFactor, signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const NEW = "Tax#Lhasa77";

test("F1 忘记密码 by message: three steps, none of them skipped, and the new password logs in", async ({
  page,
  browser,
  loginPage,
  recoveryPage,
}) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await loginPage.open("xizang", "自然人业务");
  await loginPage.link("忘记密码").click();
  await expect(page.getByRole("heading", { name: "忘记密码" })).toBeVisible();
  await expectAccessible(page);
  await recoveryPage.forget("xizang", person.documentNumber);
  await expect(page.getByRole("tab", { name: "短信验证" })).toBeVisible();
  await expect(page.getByText(`154****${person.phone.slice(-4)}`)).toBeVisible();
  expect(await page.content()).not.toContain(person.phone);
  await expectAccessible(page);
  await page.getByRole("tab", { name: "扫码验证" }).click();
  await expect(page.getByText("未查询到您的人脸实名信息")).toBeVisible();
  const address = page.url();

  const stranger = await browser.newPage();
  await stranger.goto(address);
  await expect(stranger).toHaveURL(/forgot-password\?reason=STEPS_EXPIRED/);
  await stranger.close();

  await page.getByRole("tab", { name: "短信验证" }).click();
  await recoveryPage.receiveCode(person.phone);
  await recoveryPage.nextButton.click();
  await expect(recoveryPage.newPassword).toBeVisible();
  await recoveryPage.newPassword.fill("abc");
  await expect(page.getByText("密码强度：很弱")).toBeVisible();
  await recoveryPage.newPassword.fill(NEW);
  await expect(page.getByText("（未满足）")).toHaveCount(0);
  await expectAccessible(page);
  await recoveryPage.choosePassword(NEW, "提交");
  await expect(page).toHaveURL(/\/xizang\/login\?reason=PASSWORD_RECOVERED/);
  await expect(page.getByText("密码已重置，请使用新密码登录")).toBeVisible();
  await page.goto("/shandong/home");
  await expect(page).toHaveURL(/\/shandong\/login/);
  const again = { account: person.phone, password: NEW };
  expect(await firstFactor(page.request, again)).toMatchObject({ ok: true });
});

test("F2 找回手机号码: the password, then the new phone, which logs in", async ({
  page,
  outbox,
  recoveryPage,
}) => {
  const person = await newPerson({ username: `Finder${unusedPhone()}` });
  const phone = unusedPhone();
  await page.goto("/shandong/find-phone");
  await expectAccessible(page);
  await recoveryPage.lose("shandong", person.username ?? "", "Wrong@2026");
  await expect(recoveryPage.alert).toContainText("账号或密码错误，今日还可尝试4次");
  await recoveryPage.lose("shandong", person.username ?? "", PASSWORD);
  const number = page.getByRole("textbox", { name: "新手机号码" });
  await number.fill("123");
  await recoveryPage.sendButton.click();
  await expect(number).toHaveAccessibleDescription(/手机号码有误，请逐位核对/);
  await expectAccessible(page);
  await recoveryPage.bind(phone);
  await expect(page).toHaveURL(/\/shandong\/login\?reason=PHONE_FOUND/);
  await expect(page.getByText("新手机号码已绑定，请使用新手机号码登录")).toBeVisible();
  const [told] = await outbox.to(person.phone);
  expect(told).toMatchObject({ purpose: "NOTICE" });
  expect(await signIn(page.request, { account: phone, phone })).toBe("/shandong/home");
});
