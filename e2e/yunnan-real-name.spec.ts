import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { PASSWORD } from "./fixtures/demo";
import { registerFace } from "./fixtures/enrolled-face";
import { enrolled, faceByRequests } from "./fixtures/face-check";
import { ENTERPRISE_PASSWORD, newHandler, newLegacyEnterprise } from "./fixtures/legacy";
import { newIdentity } from "./fixtures/people";
import { newPhone } from "./fixtures/phone";
import { test } from "./fixtures/test";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";
import { YunnanPage } from "./pages/yunnan-page";

test.describe.configure({ timeout: 180_000 });

test("R6 云南 2.4.2 企业用户注册: a newcomer proves phone and face, 企业认证人员 certifies, and the newcomer signs in for the enterprise", async ({
  page,
  browser,
  registerPage,
  homePage,
}) => {
  const yunnan = new YunnanPage(page);
  const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  await enrolled(browser, boss);
  const { name, documentNumber, phone } = newIdentity();
  await page.goto("/yunnan/login");
  await page.getByRole("link", { name: "注册", exact: true }).click();
  await page.getByRole("link", { name: "企业用户注册" }).click();
  await registerPage.verifyPhone(phone);
  await registerPage.fillPerson({ documentNumber, name });
  await registerPage.expectStep("实名认证");
  const panel = new ScanPanel(page, "扫脸验证二维码");
  const link = await panel.link();
  const screen = await newPhone(browser);
  const handset = new PhonePage(screen);
  await handset.scan(panel);
  await handset.choose(await panel.number());
  await screen.getByRole("button", { name: "下一步" }).click();
  await expect(screen.getByLabel("身份证件人像面照片")).toBeVisible();
  const flow = new URL(page.url()).searchParams.get("flow") ?? "";
  expect(await registerFace(screen.request, { link, flow })).toMatchObject({ ok: true });

  await registerPage.expectStep("确认注册信息");
  await page
    .getByRole("combobox", { name: "所属税务机关" })
    .selectOption({ label: "国家税务总局昆明市税务局" });
  await yunnan.button("登记").click();
  await registerPage.expectStep("绑定企业");
  await expectAccessible(page);
  await yunnan.textbox("统一社会信用代码/纳税人识别号").fill(company.creditCode);
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await yunnan.button("下一步").click();
  await registerPage.expectStep("企业认证人员");
  await expectAccessible(page);
  await yunnan.person("法定代表人").check();
  await yunnan.button("下一步").click();
  await registerPage.expectStep("企业认证");
  await expectAccessible(page);
  expect(await faceByRequests(browser, panel, boss)).toMatchObject({ ok: true });
  await registerPage.expectStep("注册成功");
  await expect(page.getByText(`您已绑定${company.name}`)).toBeVisible();
  await expectAccessible(page);
  await yunnan.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await yunnan.provePassword(name, PASSWORD);
  await homePage.expectActing("yunnan", name, company.name);
});

test("F4 云南 4 忘记密码 of an enterprise: text message and real name of the 法定代表人, then a new 企业密码", async ({
  page,
  browser,
  outbox,
}) => {
  const yunnan = new YunnanPage(page);
  const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  await enrolled(browser, boss);
  await page.goto("/yunnan/login");
  await page.getByRole("link", { name: "忘记密码" }).first().click();
  await yunnan.textbox("纳税人识别号").fill(company.creditCode);
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await yunnan.button("下一步").click();
  await yunnan.person("法定代表人").check();
  await yunnan.button("获取验证码").click();
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await yunnan.textbox("短信验证码").fill(await outbox.newestCode(boss.phone));
  await yunnan.button("下一步").click();
  for (const app of ["支付宝", "微信"]) {
    await expect(yunnan.tab(`${app}扫码验证`)).toBeVisible();
  }
  await expectAccessible(page);
  const panel = new ScanPanel(page, "扫脸验证二维码");
  expect(await faceByRequests(browser, panel, boss)).toMatchObject({ ok: true });
  await yunnan.textbox("新密码").fill("Qiye#2027");
  await yunnan.textbox("确认新密码").fill("Qiye#2027");
  await expectAccessible(page);
  await yunnan.button("提交").click();
  await expect(page).toHaveURL(/reason=/);
  await yunnan.enter(company.creditCode, "Qiye#2027");
  await yunnan.provePassword(boss.name, PASSWORD);
  await expect(page).toHaveURL(/\/yunnan\/home$/);
});
