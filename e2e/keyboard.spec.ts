import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change } from "./fixtures/database";
import { PASSWORD } from "./fixtures/demo";
import { ENTERPRISE_PASSWORD, newHandler, newLegacyEnterprise } from "./fixtures/legacy";
import { newOfficer, OFFICER_PASSWORD } from "./fixtures/officers";
import {
  collectAtHall,
  newEnterprise,
  newIdentity,
  newPerson,
  newTaxpayer,
  relate,
} from "./fixtures/people";
import { newPhone } from "./fixtures/phone";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { HallPage } from "./pages/hall-page";
import { LegacyPage } from "./pages/legacy-page";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";
import { VerifyPage } from "./pages/verify-page";

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

test("N3 by keyboard alone a handler comes in at the old entry", async ({ page, homePage }) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise();
  const handler = await newHandler(company, "TAX_HANDLER", { password: "Banshui#1" });
  await page.goto("/liaoning/login");
  await reach(page, legacy.tab("企业登录"));
  await reach(page, page.getByRole("radio", { name: "普通登录" }));
  await type(page, legacy.textbox("纳税人识别号"), company.creditCode);
  await type(page, legacy.textbox("企业密码"), ENTERPRISE_PASSWORD);
  await press(page, page.getByRole("checkbox", { name: "同意协议" }), "Space");
  await press(page, page.getByRole("checkbox", { name: "人机验证" }), "Space");
  await press(page, legacy.button("登录"), "Enter");
  await press(page, legacy.person(handler.name), "Space");
  await reach(page, legacy.tab("短信登录"));
  await page.keyboard.press("ArrowRight");
  await expect(legacy.tab("密码登录")).toHaveAttribute("aria-selected", "true");
  await type(page, legacy.textbox("个人登录密码"), "Banshui#1");
  await press(page, legacy.button("确定"), "Enter");
  await homePage.expectActing("liaoning", handler.name, company.name);
});

test("N3 by keyboard alone a code is opened, the number chosen and the login confirmed", async ({
  page,
  browser,
  homePage,
}) => {
  const { person } = await newTaxpayer();
  const phone = new PhonePage(await newPhone(browser));
  await signIn(phone.page.request, {
    app: "IIT",
    account: person.documentNumber,
    phone: person.phone,
  });
  await page.goto("/shandong/login");
  await reach(page, page.getByRole("tab", { name: "山东税务APP" }));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "个人所得税APP" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  const panel = new ScanPanel(page, "登录二维码");
  await phone.scan(panel);
  await press(
    phone.page,
    phone.numbers.getByRole("button", { name: await panel.number() }),
    "Space",
  );
  await press(phone.page, phone.page.getByRole("button", { name: "确认登录" }), "Enter");
  await phone.expectDone("已确认");
  await homePage.expectActing("shandong", person.name);
});

test("N3 by keyboard alone an officer signs in and looks a person up", async ({ page, outbox }) => {
  const officer = await newOfficer();
  const { person } = await newTaxpayer();
  const hall = new HallPage(page);
  await page.goto("/hall/people");
  await type(page, hall.field("工号"), officer.employeeNumber);
  await type(page, hall.field("密码"), OFFICER_PASSWORD);
  await press(page, page.getByRole("checkbox", { name: "人机验证" }), "Space");
  await press(page, page.getByRole("button", { name: "登录", exact: true }), "Enter");
  const verify = new VerifyPage(page);
  await expect(verify.sendButton).toBeVisible();
  await expectAccessible(page);
  await press(page, verify.sendButton, "Enter");
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await type(page, verify.code, await outbox.newestCode(officer.phone));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/hall$/);
  const navigation = page.getByRole("navigation", { name: "办税服务厅" });
  await press(page, navigation.getByRole("link", { name: "人员查询", exact: true }), "Enter");
  await type(page, hall.field("证件号码/手机号码"), person.documentNumber);
  await type(page, hall.field("办理事由"), "本人到窗口办理");
  await page.keyboard.press("Tab");
  await press(page, page.getByRole("button", { name: "查询", exact: true }), "Enter");
  const found = page.getByRole("list", { name: "查询结果" }).getByRole("link");
  await press(page, found, "Enter");
  await expect(page.getByRole("heading", { level: 1, name: person.name })).toBeVisible();
});
