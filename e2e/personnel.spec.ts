import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change } from "./fixtures/database";
import { PASSWORD } from "./fixtures/demo";
import { ENTERPRISE_PASSWORD, newHandler, newLegacyEnterprise } from "./fixtures/legacy";
import type { StoredEnterprise, StoredPerson } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { LegacyPage } from "./pages/legacy-page";
import { PersonnelPage } from "./pages/personnel-page";

/** 密码登录 of a person at the old entry. */
async function logIn(
  page: Page,
  { creditCode }: StoredEnterprise,
  { name }: StoredPerson,
  password: string,
): Promise<LegacyPage> {
  const legacy = new LegacyPage(page);
  await legacy.enter(creditCode, ENTERPRISE_PASSWORD);
  await legacy.provePassword(name, password);
  return legacy;
}

/** 个人登录密码 in place of one a manager has set. */
async function choosePassword(legacy: LegacyPage, password: string): Promise<void> {
  await expect(legacy.page.getByRole("heading", { name: "设置个人登录密码" })).toBeVisible();
  await legacy.textbox("个人登录密码").fill(password);
  await legacy.textbox("确认个人登录密码").fill(password);
  await legacy.button("保存").click();
}

test("OL5 七5 七7 from the old entry: 短信验证, 身份维护, 添加办税人员; who was added changes the password and has the function", async ({
  page,
  browser,
  outbox,
  homePage,
}) => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE", { password: "Faren#2026" });
  const person = await newHandler(company, "TAX_HANDLER", { status: "REGISTERED" });
  const personnel = new PersonnelPage(page);
  await logIn(page, company, boss, "Faren#2026");
  await homePage.expectActing("liaoning", boss.name, company.name);
  await page.getByRole("banner").getByRole("button", { name: company.name }).click();
  await page.getByRole("menuitem", { name: "企业人员维护" }).click();
  await expect(page.getByRole("heading", { name: "企业人员维护" })).toBeVisible();
  await personnel.stepUp(() => outbox.newestCode(boss.phone));
  await expectAccessible(page);

  await page.getByRole("link", { name: "添加办税人员" }).click();
  await personnel.search({ ...person, name: "没有这个人" });
  await expect(page.getByRole("alert").filter({ hasText: "没有找到该人员" })).toBeVisible();
  await personnel.search(person);
  await personnel.button("下一步").click();
  await page
    .getByRole("group", { name: "身份信息" })
    .getByRole("link", { name: "身份维护" })
    .click();
  await personnel.button("添加权限身份").click();
  await personnel.textbox("权限身份名称").fill("全量办税");
  await personnel.textbox("权限描述").fill("查询");
  await personnel.button("保存").click();
  await expect(page.getByRole("dialog").getByText("请至少勾选一项功能").last()).toBeVisible();
  const tree = page.getByRole("tree", { name: "功能树" });
  await tree.getByRole("checkbox", { name: "我要查询" }).check();
  await expectAccessible(page);
  await personnel.button("保存").click();
  await expect(personnel.row("全量办税")).toBeVisible();

  await personnel.open("/add");
  await personnel.search(person);
  await personnel.button("下一步").click();
  await expect(page.getByRole("group", { name: "管理权限" })).toBeVisible();
  await personnel.textbox("个人登录密码").fill("Shouci#2026");
  await personnel.textbox("确认个人登录密码").fill("Shouci#2026");
  await page.getByRole("checkbox", { name: "全量办税" }).check();
  await expectAccessible(page);
  await personnel.button("确定").click();
  await expect(personnel.done.filter({ hasText: `已添加${person.name}` })).toBeVisible();
  await page.getByRole("link", { name: "返回企业人员维护" }).click();
  await expect(personnel.row(person.name)).toContainText("仅限旧版登录");
  await personnel.row(person.name).getByRole("button", { name: "授权" }).click();
  await expect(page.getByRole("checkbox", { name: "全量办税" })).toBeChecked();
  await page.getByRole("checkbox", { name: "我要查询" }).check();
  await expectAccessible(page);
  await personnel.button("保存授权").click();
  await expect(personnel.done.filter({ hasText: "授权已保存" })).toBeVisible();

  const other = await browser.newContext();
  const theirs = await other.newPage();
  await choosePassword(await logIn(theirs, company, person, "Shouci#2026"), "Ziji#2026x");
  await expect(theirs).toHaveURL(/\/liaoning\/home$/);
  await theirs.goto("/liaoning/functions/query-history");
  await expect(theirs.getByText("该功能在业务系统中办理")).toBeVisible();
  await theirs.goto("/liaoning/account/personnel");
  await expect(theirs.getByText("只有法定代表人和财务负责人可以管理")).toBeVisible();
  await expectAccessible(theirs);
  await other.close();
});

test("七9 重置密码 from a unified session: 111111 is changed at its first use", async ({
  page,
}) => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const person = await newHandler(company, "TAX_HANDLER", { password: "Wangle#26" });
  const personnel = new PersonnelPage(page);
  const at = { region: "liaoning", account: boss.documentNumber, phone: boss.phone };
  await signIn(page.request, { ...at, taxpayerId: company.creditCode });
  await personnel.open();
  await personnel.press(person.name, "重置密码", "确认重置");
  await expect(personnel.row(person.name)).toContainText("密码已重置，待修改");
  await page.context().clearCookies();
  const legacy = await logIn(page, company, person, "111111");
  await choosePassword(legacy, "Ziji#2026x");
  await expect(page).toHaveURL(/\/liaoning\/home$/);
  await personnel.open("/password");
  await personnel.textbox("旧密码").fill("111111");
  await personnel.textbox("新密码").fill("Zaigai#26");
  await personnel.textbox("确认新密码").fill("Zaigai#26");
  await page.getByRole("checkbox", { name: "人机验证" }).check();
  await expectAccessible(page);
  await personnel.button("保存").click();
  await legacy.expectAlert(/旧密码错误，今日还可尝试4次/);
  await personnel.textbox("旧密码").fill("Ziji#2026x");
  await personnel.button("保存").click();
  await expect(personnel.done.filter({ hasText: "个人登录密码已修改" })).toBeVisible();
});

test("OL5 绑定 and 解绑: which password counts; no binding without an account, no reset while bound", async ({
  page,
  browser,
}) => {
  const company = await newLegacyEnterprise();
  const boss = await newHandler(company, "LEGAL_REPRESENTATIVE");
  const person = await newHandler(company, "TAX_HANDLER", { password: "Yuanlai#1" });
  const stranger = await newHandler(company, "TAX_HANDLER");
  await change(`DELETE FROM "Account" WHERE "id" = ?`, stranger.accountId);
  const personnel = new PersonnelPage(page);
  const at = { region: "liaoning", account: boss.documentNumber, phone: boss.phone };
  await signIn(page.request, { ...at, taxpayerId: company.creditCode });
  await personnel.open();
  const bind = personnel.row(stranger.name).getByRole("button", { name: "绑定" });
  await expect(bind).toBeDisabled();
  await expect(bind).toHaveAccessibleDescription(/该人员没有自然人账户/);
  await personnel.press(person.name, "绑定", "确认绑定");
  await expect(personnel.row(person.name).getByRole("button", { name: "重置密码" })).toBeDisabled();
  await expectAccessible(page);

  const other = await browser.newContext();
  const theirs = await other.newPage();
  const legacy = await logIn(theirs, company, person, "Yuanlai#1");
  await legacy.expectAlert(/该人员已绑定，请输入自然人登录密码/);
  await legacy.textbox("个人登录密码").fill(PASSWORD);
  await legacy.button("确定").click();
  await expect(theirs).toHaveURL(/\/liaoning\/home$/);
  await personnel.press(person.name, "解绑", "确认解绑");
  await theirs.context().clearCookies();
  await logIn(theirs, company, person, "Yuanlai#1");
  await expect(theirs).toHaveURL(/\/liaoning\/home$/);
  await other.close();
});
