import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { newCertificate } from "./fixtures/certificates";
import { PASSWORD } from "./fixtures/demo";
import {
  ENTERPRISE_PASSWORD,
  newHandler,
  newLegacyEnterprise,
  newProject,
} from "./fixtures/legacy";
import { newIdentity, newPerson } from "./fixtures/people";
import { test } from "./fixtures/test";
import { CertificatePage } from "./pages/certificate-page";
import { YunnanPage } from "./pages/yunnan-page";

test("OY1 云南 1.4 用户名登录: 办税人员选择, password for who is bound, text message only for who is just registered", async ({
  page,
  outbox,
  homePage,
}) => {
  const yunnan = new YunnanPage(page);
  const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const listed = await newHandler(company, "FINANCE_MANAGER", { status: "REGISTERED" });
  await page.goto("/yunnan/login");
  await expect(yunnan.tab("企业用户")).toHaveAttribute("aria-selected", "true");
  for (const name of ["用户名登录", "CA登录", "税控设备登录", "报验户登录"]) {
    await yunnan.tab(name).click();
    await expectAccessible(page);
  }
  await yunnan.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await yunnan.person(listed.name).check();
  await expect(yunnan.tab("短信验证")).toHaveAttribute("aria-selected", "true");
  await yunnan.tab("密码验证").click();
  await yunnan.expectAlert("尚未绑定企业，只能使用短信验证");
  await expectAccessible(page);
  await yunnan.proveCode(listed.name, () => outbox.newestCode(listed.phone));
  await homePage.expectActing("yunnan", listed.name, company.name);
  await page.context().clearCookies();
  await yunnan.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await yunnan.provePassword(boss.name, ENTERPRISE_PASSWORD);
  await yunnan.expectAlert(/请输入自然人登录密码，不是企业密码/);
  await yunnan.textbox("密码").fill(PASSWORD);
  await yunnan.button("确定").click();
  await homePage.expectActing("yunnan", boss.name, company.name);
});

test("OY2 云南 3.4 授权信息: 添加用户, 创建用户, 授权, 回收权限, 您还未绑定企业", async ({
  page,
  browser,
  outbox,
  homePage,
}) => {
  test.setTimeout(120_000);
  const yunnan = new YunnanPage(page);
  const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const person = await newPerson();
  await yunnan.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await yunnan.proveCode(boss.name, () => outbox.newestCode(boss.phone));
  await homePage.expectActing("yunnan", boss.name, company.name);
  await page.goto("/yunnan/account");
  await page.getByRole("link", { name: "授权信息" }).click();
  await expect(page.getByRole("heading", { name: "授权信息" })).toBeVisible();
  await expectAccessible(page);
  await yunnan.button("添加用户").click();
  await yunnan.textbox("姓名").fill(person.name);
  await yunnan.textbox("身份证件号码").fill(person.documentNumber);
  await expectAccessible(page);
  await yunnan.button("创建用户").click();
  await yunnan.textbox("密码").fill("Chushi#2026");
  await yunnan.textbox("确认密码").fill("Chushi#2026");
  await expectAccessible(page);
  await yunnan.button("确认").click();
  await expect(page.getByRole("status").filter({ hasText: "创建成功" })).toBeVisible();

  const grant = page.getByRole("row").filter({ hasText: person.name });
  await grant.getByRole("button", { name: "授权" }).click();
  await expect(page.getByRole("group", { name: "功能权限" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "我要办税" })).toBeChecked();
  await page.getByRole("checkbox", { name: "我要查询" }).check();
  await expectAccessible(page);
  await yunnan.button("确定").click();
  await expect(page.getByRole("status").filter({ hasText: "授权成功" })).toBeVisible();

  // 云南 3.4.2(4): 授权后的用户登陆，则显示相应已权限的模块.
  const other = await browser.newContext();
  const theirs = new YunnanPage(await other.newPage());
  await theirs.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await theirs.provePassword(person.name, "Chushi#2026");
  await theirs.textbox("个人登录密码").fill("Ziji#2026x");
  await theirs.textbox("确认个人登录密码").fill("Ziji#2026x");
  await theirs.button("保存").click();
  await expect(theirs.page).toHaveURL(/\/yunnan\/home$/);
  await theirs.page.goto("/yunnan/home?section=query");
  await expect(theirs.page.getByRole("link", { name: "历史办税操作查询" })).toBeVisible();
  await other.close();

  await grant.getByRole("button", { name: "授权" }).click();
  await page.getByRole("checkbox", { name: "我要办税" }).uncheck();
  await page.getByRole("checkbox", { name: "我要查询" }).uncheck();
  await expect(page.getByText("确定后该用户自动解绑")).toBeVisible();
  await yunnan.button("确定").click();
  await expect(page.getByRole("status").filter({ hasText: "已自动解绑" })).toBeVisible();
  await page.context().clearCookies();
  await yunnan.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await yunnan.person(person.name).check();
  await yunnan.expectAlert("您还未绑定企业");
});

for (const way of ["CA登录", "税控设备登录"]) {
  test(`OY3 L12 云南 1.1 ${way}: the enterprise's certificate, the person, a code`, async ({
    page,
    verifyPage,
    homePage,
  }) => {
    const certificate = new CertificatePage(page);
    const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
    const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
    await page.goto("/yunnan/login");
    await new YunnanPage(page).tab(way).click();
    await certificate.submit(await newCertificate(company, PASSWORD), PASSWORD);
    await expect(certificate.peopleHeading).toBeVisible();
    await certificate.person(boss.name).check();
    await certificate.nextButton.click();
    await verifyPage.pass(boss.phone);
    await homePage.expectActing("yunnan", boss.name, company.name);
  });
}

test("R6 云南 2.4 「注册」 leads to 自然人注册 and 企业用户注册, whose first steps verify phone and details", async ({
  page,
  registerPage,
}) => {
  await page.goto("/yunnan/login");
  await page.getByRole("link", { name: "注册", exact: true }).click();
  await expect(page.getByRole("link", { name: "企业用户注册" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "自然人注册" }).click();
  const { name, documentNumber, phone } = newIdentity();
  await registerPage.expectStep("手机验证");
  await expectAccessible(page);
  await registerPage.verifyPhone(phone);
  await registerPage.expectStep("基本信息填写");
  await expectAccessible(page);
  await registerPage.fillPerson({ documentNumber, name });
  await registerPage.expectStep("实名认证");
  for (const app of ["支付宝", "微信"]) {
    await expect(page.getByRole("tab", { name: `${app}扫码验证` })).toBeVisible();
  }
  await expectAccessible(page);
});

test("OY3 报验户登录: an enterprise of 西藏, its legal representative, and the project here", async ({
  page,
  homePage,
  identityPage,
}) => {
  const yunnan = new YunnanPage(page);
  const company = await newLegacyEnterprise({ region: "xizang" });
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const number = await newProject(company, "yunnan");
  await yunnan.enter(company.creditCode, ENTERPRISE_PASSWORD, "报验户登录");
  await yunnan.provePassword(boss.name, PASSWORD);
  await expect(page.getByRole("heading", { name: "跨区域办税身份选择" })).toBeVisible();
  await expectAccessible(page);
  await identityPage.choose(new RegExp(number.slice(-4)));
  await homePage.expectActing("yunnan", boss.name, company.name, "测试工程");
});

test("F4 云南 4 忘记密码 asks for the text message, then for 支付宝 or 微信", async ({
  page,
  outbox,
}) => {
  const yunnan = new YunnanPage(page);
  const person = await newPerson();
  await page.goto("/yunnan/login");
  await page.getByRole("link", { name: "忘记密码" }).first().click();
  await expect(page.getByRole("radio", { name: "企业" })).toBeChecked();
  await page.getByRole("radio", { name: "自然人" }).click();
  await expect(page.getByRole("radio", { name: "自然人" })).toBeChecked();
  await yunnan.textbox("证件号码/手机号码").fill(person.phone);
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await yunnan.button("下一步").click();
  await yunnan.button("获取验证码").click();
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await expect(yunnan.tab("扫码验证")).toHaveCount(0);
  await yunnan.textbox("短信验证码").fill(await outbox.newestCode(person.phone));
  await yunnan.button("下一步").click();
  // Nobody of this test has a face enrolled: the way out is the hall.
  await expect(page.getByText("未查询到您的人脸实名信息")).toBeVisible();
  await expect(yunnan.textbox("新密码")).toHaveCount(0);
  await expectAccessible(page);
});
