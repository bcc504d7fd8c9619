import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change } from "./fixtures/database";
import { photographOfTheMan } from "./fixtures/face-media";
import { ENTERPRISE_PASSWORD, newHandler, newLegacyEnterprise } from "./fixtures/legacy";
import { newOfficer, signInOfficer } from "./fixtures/officers";
import { newPerson, relate, type StoredEnterprise, type StoredPerson } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { FormPage } from "./pages/form-page";
import { HallPage } from "./pages/hall-page";
import { LegacyPage } from "./pages/legacy-page";
import type { Outbox } from "./pages/outbox";
import { PersonnelPage } from "./pages/personnel-page";

/** What the questions of 辽宁 七 describe, each with its failure and the way out of it. */

/** A manager at the unified login, in a browser of their own. */
async function managing(
  browser: Browser,
  { creditCode }: StoredEnterprise,
  boss: StoredPerson,
): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const at = { region: "liaoning", account: boss.documentNumber, phone: boss.phone };
  await signIn(page.request, { ...at, taxpayerId: creditCode });
  return page;
}

/** A manager at the old entry, proved by text message, who may add people without a face. */
async function managingHere(
  browser: Browser,
  { creditCode }: StoredEnterprise,
  boss: StoredPerson,
  outbox: Outbox,
): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const legacy = new LegacyPage(page);
  await legacy.enter(creditCode, ENTERPRISE_PASSWORD);
  await proveByCode(legacy, boss, outbox);
  await expect(page).toHaveURL(/\/liaoning\/home$/);
  return page;
}

/** 短信登录 of a person. */
async function proveByCode(legacy: LegacyPage, { name, phone }: StoredPerson, outbox: Outbox) {
  await legacy.person(name).check();
  await legacy.button("获取验证码").click();
  await expect(legacy.page.getByText("验证码已发送")).toBeVisible();
  await legacy.textbox("短信验证码").fill(await outbox.newestCode(phone));
  await legacy.button("确定").click();
}

/** 「发送验证码」 of 快捷登录 as 办税员. */
async function sendQuick(page: Page, company: StoredEnterprise, phone: string) {
  const legacy = new LegacyPage(page);
  await page.goto("/liaoning/login/legacy");
  await page.getByRole("radio", { name: "快捷登录" }).check();
  await legacy.textbox("纳税人识别号").fill(company.creditCode);
  await legacy.textbox("企业密码").fill(ENTERPRISE_PASSWORD);
  await page.getByRole("combobox", { name: "身份" }).selectOption("办税员");
  await legacy.textbox("手机号码").fill(phone);
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await legacy.button("发送验证码").click();
  return legacy;
}

test("七3 七11 a landline in the registry, and a person it lacks: 变更税务登记-办税人员信息 lets both in", async ({
  page,
  browser,
  outbox,
  homePage,
}) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const landline = await newHandler(company, "TAX_HANDLER", { landline: true });
  const unlisted = await newHandler(company, "TAX_HANDLER", { inRegistry: 0 });
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await legacy.person(unlisted.name).check();
  await legacy.expectAlert("当前办税人与税务登记办税人信息不符");
  await legacy.person(landline.name).check();
  await legacy.expectAlert(/请变更税务登记，把手机号码改到【移动电话】项目内/);

  const managed = await managing(browser, company, boss);
  await managed.goto("/liaoning/tax/handlers");
  const form = new FormPage(managed);
  await form.press(`变更${landline.name}的手机号码`);
  await form.fill({ [`${landline.name}的新手机号码`]: landline.phone });
  await form.press("添加人员");
  await form.fill({
    姓名: unlisted.name,
    身份证件号码: unlisted.documentNumber,
    手机号码: unlisted.phone,
  });
  await form.press("提交");
  await form.expectConfirmed();
  await managed.context().close();

  for (const person of [landline, unlisted]) {
    await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
    await proveByCode(legacy, person, outbox);
    await homePage.expectActing("liaoning", person.name, company.name);
    await page.context().clearCookies();
  }
});

test("七4 nobody who was not collected has a phone number; 实名信息采集 shows it and lets in", async ({
  page,
  browser,
  outbox,
  homePage,
}) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const person = await newPerson();
  await change(`UPDATE "Person" SET "realNameLevel" = 0 WHERE "id" = ?`, person.id);
  await relate(person, company, "TAX_HANDLER");
  const personnel = new PersonnelPage(await managing(browser, company, boss));
  await personnel.open();
  await expect(personnel.row(person.name)).not.toContainText(person.phone.slice(-4));
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await legacy.person(person.name).check();
  await legacy.expectAlert(/尚未进行实名信息采集，没有手机号码/);

  const hall = new HallPage(await (await browser.newContext()).newPage());
  await signInOfficer(hall.page.request, await newOfficer({ region: "liaoning" }));
  await hall.open("实名信息采集");
  await hall.field("证件号码").fill(person.documentNumber);
  await hall.field("姓名").fill(person.name);
  await hall.field("手机号码").fill(person.phone);
  await hall.page.getByRole("checkbox", { name: /本人已单独同意/ }).check();
  await hall.field("办理事由").fill("首次采集实名信息");
  await hall.page.getByLabel("照片", { exact: true }).setInputFiles({
    name: "photo.jpg",
    mimeType: "image/jpeg",
    buffer: await photographOfTheMan(),
  });
  await expect(hall.page.getByRole("img", { name: "将要提交的照片" })).toBeVisible();
  await hall.page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(hall.page.getByRole("heading", { level: 1, name: person.name })).toBeVisible();
  await hall.page.context().close();

  await personnel.open();
  await expect(personnel.row(person.name)).toContainText(person.phone.slice(-4));
  await personnel.page.context().close();
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await proveByCode(legacy, person, outbox);
  await homePage.expectActing("liaoning", person.name, company.name);
});

test("七8 七10 三(一) 快捷登录 of who was not added, frozen or removed: 添加办税人员, 解冻, 冻结, 删除", async ({
  page,
  browser,
  outbox,
  homePage,
}) => {
  test.setTimeout(120_000);
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const person = await newHandler(company, "TAX_HANDLER", { status: "REGISTERED" });
  const legacy = await sendQuick(page, company, person.phone);
  await legacy.expectAlert(/尚未由法定代表人或财务负责人添加/);
  await expectAccessible(page);

  const managed = await managingHere(browser, company, boss, outbox);
  const personnel = new PersonnelPage(managed);
  await personnel.open("/identities");
  await personnel.button("添加权限身份").click();
  await personnel.textbox("权限身份名称").fill("全量办税");
  await managed
    .getByRole("tree", { name: "功能树" })
    .getByRole("checkbox", { name: "我要查询" })
    .check();
  await personnel.button("保存").click();
  await expect(personnel.row("全量办税")).toBeVisible();
  await personnel.open("/add");
  await personnel.search(person);
  await personnel.button("下一步").click();
  await personnel.textbox("个人登录密码").fill("Shouci#2026");
  await personnel.textbox("确认个人登录密码").fill("Shouci#2026");
  await managed.getByRole("checkbox", { name: "全量办税" }).check();
  await personnel.button("确定").click();
  await expect(personnel.done.filter({ hasText: `已添加${person.name}` })).toBeVisible();

  const enters = async () => {
    await sendQuick(page, company, person.phone);
    await expect(page.getByText("验证码已发送")).toBeVisible();
    await legacy.textbox("短信验证码").fill(await outbox.newestCode(person.phone));
    await legacy.submit();
    await homePage.expectActing("liaoning", person.name, company.name);
  };
  await enters();
  await personnel.open();
  await personnel.press(person.name, "冻结", "确认冻结");
  await page.reload();
  await expect(page.getByText("办税人员已冻结")).toBeVisible();
  await page.context().clearCookies();
  await sendQuick(page, company, person.phone);
  await legacy.expectAlert("办税人员已冻结");
  await personnel.press(person.name, "解冻", "确认解冻");
  await enters();
  await personnel.press(person.name, "删除", "确认删除");
  await page.context().clearCookies();
  await sendQuick(page, company, person.phone);
  await legacy.expectAlert("所选身份与手机号码不符，或该人员尚未添加为办税人员");
  await managed.context().close();
});

test("七7 a handler without any function is told who grants them, and has what is granted at once", async ({
  page,
  browser,
  homePage,
}) => {
  const legacy = new LegacyPage(page);
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const person = await newHandler(company, "TAX_HANDLER", { password: "Banshui#1" });
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await legacy.provePassword(person.name, "Banshui#1");
  await homePage.expectActing("liaoning", person.name, company.name);
  await expect(page.getByText("您在这里还没有可以使用的功能")).toBeVisible();
  await expect(page.getByText("功能由企业的法定代表人或财务负责人授权")).toBeVisible();

  const managed = await managing(browser, company, boss);
  const personnel = new PersonnelPage(managed);
  await personnel.open();
  await personnel.row(person.name).getByRole("button", { name: "授权" }).click();
  await managed.getByRole("checkbox", { name: "我要查询" }).check();
  await personnel.button("保存授权").click();
  await expect(personnel.done.filter({ hasText: "授权已保存" })).toBeVisible();
  await managed.context().close();
  await page.goto("/liaoning/home?section=query");
  await expect(page.getByRole("link", { name: "历史办税操作查询" })).toBeVisible();
});

test("三(二)2 修改企业密码 from the old entry: the new one opens, the old one is refused", async ({
  page,
  outbox,
  homePage,
}) => {
  const legacy = new LegacyPage(page);
  const personnel = new PersonnelPage(page);
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "FINANCE_MANAGER", { password: "Caiwu#2026" });
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await legacy.provePassword(boss.name, "Caiwu#2026");
  await homePage.expectActing("liaoning", boss.name, company.name);
  await page.getByRole("banner").getByRole("button", { name: company.name }).click();
  await page.getByRole("menuitem", { name: "企业人员维护" }).click();
  await expect(page.getByRole("heading", { name: "企业人员维护" })).toBeVisible();
  await personnel.stepUp(() => outbox.newestCode(boss.phone));
  await page.getByRole("link", { name: "修改企业密码" }).click();
  await expect(page.getByRole("heading", { name: "修改企业密码" })).toBeVisible();
  await personnel.textbox("旧密码").fill(ENTERPRISE_PASSWORD);
  await personnel.textbox("新密码").fill("Xinqiye#26");
  await personnel.textbox("确认新密码").fill("Xinqiye#26");
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await expectAccessible(page);
  await personnel.button("保存").click();
  await expect(personnel.done.filter({ hasText: "企业密码已修改" })).toBeVisible();
  await page.context().clearCookies();
  await legacy.enter(company.creditCode, ENTERPRISE_PASSWORD);
  await legacy.expectAlert(/今日还可尝试4次/);
  await legacy.enter(company.creditCode, "Xinqiye#26");
  await legacy.provePassword(boss.name, "Caiwu#2026");
  await homePage.expectActing("liaoning", boss.name, company.name);
});
