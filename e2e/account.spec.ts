import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { count, row } from "./fixtures/database";
import { PASSWORD } from "./fixtures/demo";
import { newPerson, newTaxpayer, unusedPhone } from "./fixtures/people";
import { firstFactor, signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const NEW = "Tax#Lhasa77";

test("P3 手机号码修改 after an enterprise login: add, make default, remove, the last one with a warning", async ({
  page,
  recoveryPage,
}) => {
  const { person, enterprise } = await newTaxpayer();
  const phone = unusedPhone();
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  });
  await page.goto("/shandong/account");
  await page.getByRole("link", { name: "手机号码修改" }).click();
  await expect(page.getByRole("heading", { name: "手机号码修改" })).toBeVisible();
  await expect(
    page.getByText(
      "温馨提醒：升级后同一手机号码将采用“一号只能对应一人”的原则，为了自身账户安全，请不要将自己的账户绑定他人手机号。",
    ),
  ).toBeVisible();
  const rowOf = (number: string) =>
    page.getByRole("row").filter({ hasText: `154****${number.slice(-4)}` });
  const badge = { exact: true };
  await expect(rowOf(person.phone).getByText("默认", badge)).toBeVisible();

  await page.getByRole("button", { name: "添加手机号码" }).click();
  await page.getByRole("textbox", { name: "手机号码" }).fill(phone);
  await recoveryPage.receiveCode(phone);
  await expectAccessible(page);
  await page.getByRole("button", { name: "确定" }).click();
  await expect(rowOf(phone)).toBeVisible();
  await expectAccessible(page);
  await rowOf(phone).getByRole("button", { name: "设为默认" }).click();
  await expect(rowOf(phone).getByText("默认", badge)).toBeVisible();
  await expect(rowOf(person.phone).getByText("默认", badge)).toBeHidden();

  const dialog = page.getByRole("dialog", { name: "删除手机号码" });
  await rowOf(person.phone).getByRole("button", { name: "删除" }).click();
  await expect(dialog).not.toContainText("最后一个");
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(rowOf(person.phone)).toBeVisible();
  await rowOf(person.phone).getByRole("button", { name: "删除" }).click();
  await dialog.getByRole("button", { name: "确定" }).click();
  await expect(rowOf(person.phone)).toBeHidden();
  await rowOf(phone).getByRole("button", { name: "删除" }).click();
  await expect(dialog).toContainText("这是您的最后一个手机号码");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "确定" }).click();
  await expect(page.getByText("您的手机号码为空")).toBeVisible();
  await expectAccessible(page);
});

test("A2 个人信息维护: a username is set, changed once, and then not before the next year", async ({
  page,
}) => {
  const person = await newPerson();
  const [first, second] = [`Setter${unusedPhone()}`, `Changer${unusedPhone()}`];
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await page.goto("/shandong/account/username");
  await expect(page).toHaveURL(/\/shandong\/account\/profile$/);
  const username = page.getByRole("textbox", { name: "用户名" });
  const save = page.getByRole("button", { name: "保存" });
  await username.fill("H12345678");
  await save.click();
  await expect(username).toHaveAccessibleDescription(/用户名不能与证件号码或手机号码相似/);
  await expectAccessible(page);
  await username.fill(first);
  await save.click();
  await expect(page.getByText("用户名已保存")).toBeVisible();
  await expect(page.getByText(`当前用户名${first}`)).toBeVisible();
  await username.fill(second);
  await save.click();
  await expect(
    page.getByText(/用户名一年可修改一次，您今年已修改过，\d{4}年1月1日起/),
  ).toBeVisible();
  await expect(username).toBeHidden();
  expect(await firstFactor(page.request, { account: second })).toMatchObject({ ok: true });
});

test("A1 个人密码修改: with the old password, and by 忘记旧密码; other devices are signed out", async ({
  page,
  playwright,
  baseURL,
  recoveryPage,
}) => {
  const person = await newPerson();
  const other = await playwright.request.newContext({ baseURL });
  await signIn(other, { account: person.phone, phone: person.phone });
  await signIn(page.request, { account: person.documentNumber, phone: person.phone });
  await page.goto("/shandong/account/password");
  const old = page.getByRole("textbox", { name: "旧密码" });
  await old.fill("Wrong@2026");
  await recoveryPage.choosePassword(NEW, "保存");
  await expect(old).toHaveAccessibleDescription(/旧密码错误，今日还可尝试4次/);
  await expectAccessible(page);
  await old.fill(PASSWORD);
  await recoveryPage.choosePassword(NEW, "保存");
  await expect(page.getByText("密码已修改，其他设备上的登录已结束")).toBeVisible();
  await expect(old).toHaveValue("");
  expect((await other.get("/shandong/home", { maxRedirects: 0 })).status()).toBe(307);
  await other.dispose();

  await page.getByRole("link", { name: "忘记旧密码" }).click();
  await expectAccessible(page);
  await recoveryPage.nextButton.click();
  await recoveryPage.receiveCode(person.phone);
  await recoveryPage.nextButton.click();
  await recoveryPage.choosePassword("Tax#Lhasa78", "保存");
  await expect(page.getByText("密码已修改，其他设备上的登录已结束")).toBeVisible();
  await expect(page.getByRole("heading", { name: "个人密码修改" })).toBeVisible();
});

test("A3 用户注销: both warnings, both factors, and then the public page says so", async ({
  page,
  recoveryPage,
}) => {
  const { person, relationId } = await newTaxpayer();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await page.goto("/shandong/account/close");
  for (const warning of [
    "用户注销后，无法对关联的企业进行业务操作，如需继续使用，需要重新注册，请谨慎进行账户注销操作。",
    "注意：用户注销仅注销账户信息，不解除人企关联关系，如需解除与企业的关联关系，请通过删除办税人员相关功能办理。",
  ]) {
    await expect(page.getByText(warning)).toBeVisible();
  }
  const close = page.getByRole("button", { name: "确认注销" });
  await page.getByRole("textbox", { name: "个人用户密码" }).fill(PASSWORD);
  await recoveryPage.receiveCode(person.phone);
  await close.click();
  await expect(recoveryPage.alert).toContainText("请先阅读注销后果并勾选“我已知悉注销后果”");
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "我已知悉注销后果" }).check();
  await close.click();
  await expect(page).toHaveURL(/\/shandong\/login\?reason=ACCOUNT_CLOSED/);
  await expect(page.getByText("您的账户已注销")).toBeVisible();
  await page.goto("/shandong/home");
  await expect(page).toHaveURL(/\/shandong\/login/);
  expect(await row(`SELECT "status" FROM "Relation" WHERE "id" = ?`, relationId)).toEqual({
    status: "ACTIVE",
  });
  expect(await count(`SELECT COUNT(*) FROM "Phone" WHERE "personId" = ?`, person.id)).toBe(0);
  expect(await firstFactor(page.request, { account: person.documentNumber })).toMatchObject({
    problems: [{ code: "PERSON_NOT_REGISTERED" }],
  });
});
