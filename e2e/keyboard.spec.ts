import { expect, type Locator, type Page } from "@playwright/test";
import { change } from "./fixtures/database";
import { PASSWORD } from "./fixtures/demo";
import { collectAtHall, newEnterprise, newIdentity, newPerson, relate } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

/** More stops than any page has. */
const STOPS = 80;

/** Goes on by Tab until something has the focus, and sees that it shows so. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Types into a field. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator, key: "Enter" | "Space"): Promise<void> {
  await expect(target).toBeEnabled();
  await reach(page, target);
  await page.keyboard.press(key);
}

test("N3 by keyboard alone one logs in, switches to an enterprise, and leaves", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
  switchPage,
  outbox,
}) => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await relate(person, enterprise, "LEGAL_REPRESENTATIVE");
  await page.goto("/shandong/login");
  await reach(page, page.getByRole("link", { name: /跳到|跳至|跳转/ }).first());
  await reach(page, loginPage.tab("企业业务"));
  await page.keyboard.press("ArrowRight");
  await expect(loginPage.tab("自然人业务")).toHaveAttribute("aria-selected", "true");
  await type(page, loginPage.account, person.phone);
  await type(page, loginPage.password, PASSWORD);
  await press(page, loginPage.humanCheck, "Space");
  await press(page, loginPage.agreement, "Space");
  await press(page, loginPage.submitButton, "Enter");

  await press(page, verifyPage.sendButton, "Enter");
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await type(page, verifyPage.code, await outbox.newestCode(person.phone));
  await page.keyboard.press("Enter");
  await homePage.expectActing("shandong", person.name);

  await press(page, homePage.switchButton, "Enter");
  await press(
    page,
    switchPage.row(enterprise.name).getByRole("button", { name: "切换", exact: true }),
    "Enter",
  );
  await homePage.expectActing("shandong", person.name, enterprise.name);
  await press(page, homePage.signOutButton, "Enter");
  await expect(page).toHaveURL(/\/shandong\/login\?reason=SIGNED_OUT_BY_YOU/);
});

test("N3 by keyboard alone a forgotten password is replaced", async ({
  page,
  recoveryPage,
  outbox,
}) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await page.context().clearCookies();
  await page.goto("/shandong/forgot-password");
  await type(page, page.getByRole("textbox", { name: "证件号码/手机号码" }), person.documentNumber);
  await press(page, recoveryPage.humanCheck, "Space");
  await press(page, recoveryPage.nextButton, "Enter");
  await press(page, recoveryPage.sendButton, "Enter");
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await type(page, recoveryPage.code, await outbox.newestCode(person.phone));
  await page.keyboard.press("Enter");
  await type(page, recoveryPage.newPassword, "Tax#Lhasa77");
  await type(page, recoveryPage.confirmPassword, "Tax#Lhasa77");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/shandong\/login\?reason=PASSWORD_RECOVERED/);
});

test("N3 by keyboard alone somebody registers", async ({ page, registerPage, outbox }) => {
  const { passport, phone } = newIdentity();
  const person = await newPerson({ phones: 0, passport: { number: passport, country: "US" } });
  await change(`DELETE FROM "Account" WHERE "id" = ?`, person.accountId);
  await change(`UPDATE "Person" SET "name" = 'JANE DOE' WHERE "id" = ?`, person.id);
  await collectAtHall({ id: person.id, phone });
  await page.goto("/shandong/register");
  const documentType = page.getByRole("combobox", { name: "证件类型" });
  await reach(page, documentType);
  const chosen = documentType.locator("option:checked");
  for (let step = 0; step < STOPS && (await chosen.textContent()) !== "外国护照"; step++) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(chosen).toHaveText("外国护照");
  await type(page, registerPage.box("国籍（地区）"), "美国");
  await type(page, registerPage.box("证件号码"), passport);
  await type(page, registerPage.box("姓名"), "JANE DOE");
  await press(page, page.getByRole("checkbox", { name: "人机验证" }), "Space");
  await press(page, registerPage.next, "Enter");

  await registerPage.expectStep("基本信息填写");
  await type(page, registerPage.box("手机号码"), phone);
  await press(page, page.getByRole("button", { name: "获取验证码" }), "Enter");
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await type(page, registerPage.box("短信验证码"), await outbox.newestCode(phone));
  await type(page, registerPage.box("个人用户密码"), PASSWORD);
  await type(page, registerPage.box("确认密码"), PASSWORD);
  const agreement = page.getByRole("checkbox", {
    name: "我已阅读并同意用户服务协议、隐私政策",
  });
  await press(page, agreement, "Space");
  await press(page, registerPage.next, "Enter");
  await registerPage.expectStep("确认注册信息");
  await press(page, page.getByRole("button", { name: "完成注册" }), "Enter");
  await registerPage.expectStep("注册成功");
});
