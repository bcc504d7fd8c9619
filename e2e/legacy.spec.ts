import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { demoEnterprise } from "./fixtures/demo";
import { ENTERPRISE_PASSWORD, newAgent, newHandler, newLegacyEnterprise } from "./fixtures/legacy";
import { newPerson } from "./fixtures/people";
import { test } from "./fixtures/test";
import { LegacyPage } from "./pages/legacy-page";

test("OL1 七1 七2 the first 普通登录 step by step: 同步办税人, 短信登录, 个人登录密码, home", async ({
  page,
  outbox,
  homePage,
}) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise({ setUp: false });
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  await newHandler(company, "TAX_HANDLER");
  await page.goto("/liaoning/login");
  await expect(legacy.tab("企业登录")).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await expect(page.getByRole("heading", { name: "选择办税人员" })).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await legacy.button("同步办税人").click();
  await expect(page.getByRole("radio")).toHaveCount(1);
  await legacy.provePassword(boss.name, "Geren#2026");
  await legacy.expectAlert("尚未设置密码");
  await expectAccessible(page);
  await legacy.button("取消").click();
  await expect(legacy.person(boss.name)).toBeFocused();
  await expect(legacy.tab("短信登录")).toBeHidden();
  await legacy.person(boss.name).check();
  await legacy.button("获取验证码").click();
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await legacy.textbox("短信验证码").fill(await outbox.newestCode(boss.phone));
  await legacy.button("确定").click();
  await expect(page.getByRole("heading", { name: "设置个人登录密码" })).toBeVisible();
  await expectAccessible(page);
  await legacy.textbox("个人登录密码").fill("Geren#2026");
  await legacy.textbox("确认个人登录密码").fill("Geren#2026");
  await legacy.button("保存").click();
  await homePage.expectActing("liaoning", boss.name, company.name);
  await page.goto("/liaoning/account");
  await expect(page.getByRole("heading", { name: "请使用新版登录" })).toBeVisible();
  await expectAccessible(page);
});

test("OL1 七6 七8 七11 密码登录: the wrong password, a frozen person, one the registry lacks, and in", async ({
  page,
  homePage,
}) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise();
  const handler = await newHandler(company, "TAX_HANDLER", { password: "Banshui#1" });
  const frozen = await newHandler(company, "TAX_HANDLER", { frozen: true });
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await legacy.person(frozen.name).check();
  await legacy.expectAlert("您选择的办税人已经被锁定，请选择其他办税人");
  await legacy.provePassword(handler.name, ENTERPRISE_PASSWORD);
  await legacy.expectAlert(/密码有误，今日还可尝试4次。请输入个人登录密码，不是企业密码/);
  await legacy.textbox("个人登录密码").fill("Banshui#1");
  await legacy.button("确定").click();
  await homePage.expectActing("liaoning", handler.name, company.name);
});

test("OL1 七3 七4 七11 北方机械: landline only, not collected, not in the registry", async ({
  page,
}) => {
  const legacy = new LegacyPage(page);
  await legacy.enter(demoEnterprise("beifang").creditCode, "Beifang#2018");
  await legacy.person("罗平").check();
  await legacy.expectAlert(
    "当前办税人与税务登记办税人信息不符，请通过变更税务登记维护办税人，并重新同步办税人信息。",
  );
  await legacy.person("姜月").check();
  await legacy.expectAlert(/请变更税务登记，把手机号码改到【移动电话】项目内/);
  await legacy.person("李想").check();
  await legacy.expectAlert(/尚未进行实名信息采集/);
  await expect(page.getByRole("link", { name: "采集实名信息" })).toBeVisible();
});

test("OL2 快捷登录 on one form", async ({ page, outbox, homePage }) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  await page.goto("/liaoning/login/legacy");
  await page.getByRole("radio", { name: "快捷登录" }).check();
  await legacy.button("发送验证码").click();
  await expect(legacy.textbox("纳税人识别号")).toHaveAttribute("aria-invalid", "true");
  await legacy.textbox("纳税人识别号").fill(company.creditCode);
  await legacy.textbox("企业密码").fill(ENTERPRISE_PASSWORD);
  await page.getByRole("combobox", { name: "身份" }).selectOption("法定代表人");
  await legacy.textbox("手机号码").fill(boss.phone);
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await legacy.button("发送验证码").click();
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await expectAccessible(page);
  await legacy.textbox("短信验证码").fill(await outbox.newestCode(boss.phone));
  await legacy.submit();
  await homePage.expectActing("liaoning", boss.name, company.name);
});

test("OL4 代理机构登录: agency, staff, client with 协议密码", async ({ page }) => {
  const legacy = new LegacyPage(page);
  const agency = await newLegacyEnterprise({ kind: "AGENCY" });
  const client = await newLegacyEnterprise();
  const secrets = { password: "Daiban#1", agreementPassword: "Xieyi#88" };
  const agent = await newAgent(agency, client, secrets);
  await page.goto("/liaoning/login");
  await legacy.tab("代理机构登录").click();
  await legacy.textbox("社会信用代码或纳税人识别号").fill(agency.creditCode);
  await legacy.textbox("登录密码").fill(ENTERPRISE_PASSWORD);
  await legacy.submit();
  await legacy.provePassword(agent.name, secrets.password);
  await expect(page.getByRole("heading", { name: "选择代办企业" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: client.name }).check();
  await legacy.textbox("协议密码").fill(secrets.agreementPassword);
  await legacy.button("确定").click();
  await expect(page).toHaveURL(/\/liaoning\/home$/);
  await expect(page.getByRole("banner")).toContainText(client.name);
});

test("OL4 自然人登录 asks for 身份验证 after user name and password", async ({
  page,
  verifyPage,
  homePage,
}) => {
  const legacy = new LegacyPage(page);
  const person = await newPerson({ username: `old${Date.now()}` });
  await page.goto("/liaoning/login");
  await legacy.tab("自然人登录").click();
  await legacy.textbox("用户注册名").fill(person.username ?? "");
  await legacy.textbox("登录密码").fill("Etax@2026");
  await legacy.submit();
  await verifyPage.pass(person.phone);
  await homePage.expectActing("liaoning", person.name, "自然人业务");
});

test("OL3 和平社区服务中心 goes straight on and is told that no system is connected", async ({
  page,
}) => {
  const legacy = new LegacyPage(page);
  await legacy.enter(demoEnterprise("heping").creditCode, "Heping#2018");
  await expect(page.getByText("本平台尚未接入社会保险费征收系统")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/liaoning/home");
  await expect(page).toHaveURL(/\/liaoning\/login/);
});

test("N0.3 F4 each entry leads to the other one, and 忘记密码 to the enterprise's receiver", async ({
  page,
}) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise();
  await newHandler(company, "LEGAL_REPRESENTATIVE");
  await page.goto("/xizang/login");
  await page.getByRole("link", { name: "旧版登录" }).click();
  await expect(page).toHaveURL(/\/xizang\/login\/legacy$/);
  await page.getByRole("link", { name: "新版登录" }).click();
  await expect(page).toHaveURL(/\/xizang\/login\/unified$/);
  await page.goto("/liaoning/login");
  await page.getByRole("link", { name: "忘记密码" }).first().click();
  await expect(page.getByRole("radio", { name: "企业" })).toBeChecked();
  await legacy.textbox("纳税人识别号").fill(company.creditCode);
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await legacy.button("下一步").click();
  await expect(page.getByRole("group", { name: "短信验证码接收人" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "法定代表人" })).toBeVisible();
  await expectAccessible(page);
});
