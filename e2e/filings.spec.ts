import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change, row } from "./fixtures/database";
import {
  agree,
  listStaff,
  newEnterprise,
  newPerson,
  newTaxpayer,
  relate,
  type StoredEnterprise,
  type StoredPerson,
} from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { FormPage } from "./pages/form-page";

const YEAR = new Date().getFullYear();
const [FROM, TO] = [`${YEAR}-01-01`, `${YEAR + 1}-12-31`];

/** An agency of the test's own with its legal representative. */
async function newAgency(
  region = "shandong",
): Promise<{ person: StoredPerson; agency: StoredEnterprise }> {
  const [person, agency] = [await newPerson(), await newEnterprise({ kind: "AGENCY", region })];
  await relate(person, agency, "LEGAL_REPRESENTATIVE");
  return { person, agency };
}

test("E6 the legal representative confirms a new enterprise and signs in to it", async ({
  page,
  homePage,
}) => {
  const { person, enterprise } = await newTaxpayer();
  await change(`UPDATE "Enterprise" SET "status" = 'UNCONFIRMED' WHERE "id" = ?`, enterprise.id);
  await page.goto("/shandong/new-taxpayer");
  await expect(page.getByRole("heading", { name: "新办纳税人套餐" })).toBeVisible();
  await expect(page.getByText("请先登录")).toBeVisible();
  await expectAccessible(page);
  const login = { account: person.phone, phone: person.phone };
  await signIn(page.request, login);
  await page.goto("/shandong/new-taxpayer");
  await expect(page.getByText(enterprise.name)).toBeVisible();
  await expectAccessible(page);
  const form = new FormPage(page);
  await form.press("确认");
  await form.expectConfirmed();
  await page.context().clearCookies();
  await signIn(page.request, { ...login, taxpayerId: enterprise.creditCode });
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", person.name, enterprise.name, "法定代表人");
});

test("G1 an agency files its staff and an agreement; the agent then chooses the client", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
}) => {
  const { person, agency } = await newAgency();
  const [agent, client] = [await newPerson(), await newEnterprise()];
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: agency.creditCode,
  });
  const form = new FormPage(page);
  await page.goto("/shandong/tax/agency/agreement");
  await expect(page.getByText("还没有列明税务代理人员")).toBeVisible();
  await page.getByRole("link", { name: "去报送基本信息采集表" }).click();
  await expect(
    page.getByRole("heading", { name: "《涉税专业服务机构（人员）基本信息采集表》" }),
  ).toBeVisible();
  await form.press("添加人员");
  await form.press("报送");
  await expect(form.alert).toContainText("请填写姓名");
  await expectAccessible(page);
  await form.fill({ 姓名: agent.name, 身份证件号码: agent.documentNumber });
  await form.press("报送");
  await form.expectConfirmed();
  await expectAccessible(page);

  await page.goto("/shandong/tax/agency/agreement");
  await form.fill({ "统一社会信用代码/纳税人识别号": client.creditCode, 服务内容: "纳税申报代理" });
  await form.press("保存草稿");
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.goto("/shandong/tax/filings");
  await page.getByRole("link", { name: "继续填写" }).click();
  await expect(page.getByRole("textbox", { name: "服务内容" })).toHaveValue("纳税申报代理");
  await page.getByRole("checkbox", { name: agent.name }).check();
  await form.period(TO, FROM);
  await form.press("报送");
  await expect(form.alert).toContainText("有效期止不能早于有效期起");
  await expectAccessible(page);
  await form.period(FROM, TO);
  await form.press("报送");
  await form.expectConfirmed();
  await expect(form.value("委托企业")).toHaveText(client.name);

  await page.context().clearCookies();
  await loginPage.enter("shandong", "代理业务", {
    taxpayerId: agency.creditCode,
    account: agent.phone,
  });
  await verifyPage.pass(agent.phone);
  await homePage.expectActing("shandong", agent.name, client.name, "涉税代理人员");
});

test("G2 a terminated agreement takes the client from the agent's running session", async ({
  page,
  browser,
}) => {
  const { person, agency } = await newAgency();
  const [agent, client] = [await newPerson(), await newEnterprise()];
  await listStaff(agency, agent);
  await agree(agency, client, agent);
  const other = await browser.newPage();
  const login = { taxpayerId: agency.creditCode };
  await signIn(other.request, {
    ...login,
    entry: "AGENCY",
    account: agent.phone,
    phone: agent.phone,
  });
  await other.goto("/shandong/home");
  await expect(other.getByRole("banner")).toContainText(client.name);

  await signIn(page.request, { ...login, account: person.phone, phone: person.phone });
  await page.goto("/shandong/tax/agency/agreements");
  await expect(page.getByRole("heading", { name: "涉税专业服务协议信息变更及终止" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "变更" }).click();
  await expect(page.getByRole("checkbox", { name: agent.name })).toBeChecked();
  await expectAccessible(page);
  await page.goBack();
  const form = new FormPage(page);
  await form.press("终止");
  await form.press("确认终止");
  await form.expectConfirmed();
  await other.reload();
  await expect(other.getByRole("main")).toContainText("协议已终止");
  await other.close();
});

test("G2 another agent takes over by a change of the agreement (西藏 四(二)4)", async ({
  page,
  browser,
  loginPage,
  verifyPage,
  homePage,
}) => {
  const { person, agency } = await newAgency("xizang");
  const client = await newEnterprise({ region: "xizang" });
  const [leaving, coming] = [await newPerson(), await newPerson()];
  await listStaff(agency, leaving);
  await listStaff(agency, coming);
  await agree(agency, client, leaving);
  const login = { region: "xizang", taxpayerId: agency.creditCode };
  const other = await browser.newPage();
  await signIn(other.request, {
    ...login,
    entry: "AGENCY",
    account: leaving.phone,
    phone: leaving.phone,
  });
  await other.goto("/xizang/home");
  await expect(other.getByRole("banner")).toContainText(client.name);

  await signIn(page.request, { ...login, account: person.phone, phone: person.phone });
  await page.goto("/xizang/tax/agency/agreements");
  await page.getByRole("link", { name: "变更" }).click();
  await expect(page.getByRole("checkbox", { name: leaving.name })).toBeChecked();
  await page.getByRole("checkbox", { name: leaving.name }).uncheck();
  await page.getByRole("checkbox", { name: coming.name }).check();
  const form = new FormPage(page);
  await form.press("变更");
  await form.expectConfirmed();
  await expect(form.value("委托企业")).toHaveText(client.name);
  await expect(form.value("经办的税务代理人员")).toHaveText(coming.name);
  await other.reload();
  await expect(other.getByRole("main")).toContainText("协议已终止");
  await other.close();

  const agent = { taxpayerId: agency.creditCode };
  await page.context().clearCookies();
  await loginPage.enter("xizang", "代理业务", { ...agent, account: leaving.phone });
  await verifyPage.pass(leaving.phone);
  await expect(page.getByText("未报送《涉税专业服务协议要素信息采集表》")).toBeVisible();
  await page.context().clearCookies();
  await loginPage.enter("xizang", "代理业务", { ...agent, account: coming.phone });
  await verifyPage.pass(coming.phone);
  await homePage.expectActing("xizang", coming.name, client.name, "涉税代理人员");
});

test("G1 a client in 辽宁 recognises the agency, and takes it back", async ({ page }) => {
  const { agency } = await newAgency("liaoning");
  const { person, enterprise } = await newTaxpayer("liaoning");
  const agent = await newPerson();
  await listStaff(agency, agent);
  const agreement = await agree(agency, enterprise, agent);
  await change(`UPDATE "Agreement" SET "status" = 'PENDING_CLIENT' WHERE "id" = ?`, agreement);
  await signIn(page.request, {
    region: "liaoning",
    account: person.phone,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  });
  await page.goto("/liaoning/tax/agency/recognition");
  await expect(page.getByRole("heading", { name: "代理机构认定管理" })).toBeVisible();
  const form = new FormPage(page);
  await form.press("同步代理机构");
  await expect(page.getByText("同步完成：有效0家，待认定1家")).toBeVisible();
  await expectAccessible(page);
  const statusOf = async () =>
    (await row(`SELECT "status" FROM "Agreement" WHERE "id" = ?`, agreement)).status;
  await form.press("认定");
  await form.press("确认认定");
  const agencyRow = page.getByRole("row").filter({ hasText: agency.name });
  await expect(agencyRow.getByText("有效", { exact: true })).toBeVisible();
  expect(await statusOf()).toBe("ACTIVE");
  await form.press("取消认定");
  await form.press("确认取消认定");
  await expect(agencyRow.getByText("已终止", { exact: true })).toBeVisible();
  expect(await statusOf()).toBe("TERMINATED");
});

test("X1 a cross-region report is filed and found at 特定主体 by its last four digits", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
  identityPage,
}) => {
  const { person, enterprise } = await newTaxpayer();
  const handler = await newPerson();
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  });
  await page.goto("/shandong/home?section=tax&module=general-reports");
  const functions = page.getByRole("region", { name: "我要办税" });
  await functions.getByRole("link", { name: "跨区域涉税事项报告", exact: true }).click();
  const form = new FormPage(page);
  const numbers: string[] = [];
  for (const name of ["甲号工程", "乙号工程"]) {
    await page.goto("/shandong/tax/cross-region");
    await expect(page.getByRole("heading", { name: "跨区域涉税事项报告表" })).toBeVisible();
    await page
      .getByRole("combobox", { name: "特定主体类型" })
      .selectOption({ label: "跨区域报验户" });
    await page.getByRole("combobox", { name: "项目地" }).selectOption({ label: "青岛" });
    await form.fill({
      项目名称: name,
      经办人姓名: handler.name,
      经办人手机号码: handler.phone,
      联系人姓名: person.name,
      联系人手机号码: person.phone,
    });
    await form.period(FROM, TO);
    await form.press("提交");
    await form.expectConfirmed();
    numbers.push((await form.value("跨区域涉税事项管理编号").textContent()) ?? "");
  }
  await expectAccessible(page);
  await page.goto("/shandong/tax/filings");
  await expect(page.getByRole("row").filter({ hasText: "已生效" })).toHaveCount(2);
  await expectAccessible(page);

  await page.context().clearCookies();
  await loginPage.enter("qingdao", "特定主体", {
    projectKind: "跨区域报验户",
    taxpayerId: enterprise.creditCode,
    account: handler.phone,
  });
  await verifyPage.pass(handler.phone);
  await expect(page.getByRole("radio")).toHaveCount(2);
  await identityPage.projectSearch.fill(numbers[1]?.slice(-4) ?? "");
  await expect(page.getByRole("radio")).toHaveCount(1);
  await identityPage.choose(new RegExp(numbers[1] ?? "nothing"));
  await homePage.expectActing("qingdao", handler.name, enterprise.name, "乙号工程");
});

test("E7 a manager changes the registered handlers; a handler may not", async ({ page }) => {
  const { person, enterprise } = await newTaxpayer();
  const [leaving, coming] = [await newPerson(), await newPerson()];
  const relation = await relate(leaving, enterprise, "TAX_HANDLER", {
    source: "REGISTRY",
    inRegistry: 1,
  });
  const login = { taxpayerId: enterprise.creditCode };
  await signIn(page.request, { ...login, account: leaving.phone, phone: leaving.phone });
  await page.goto("/shandong/tax/handlers");
  await expect(page.getByText("只能由企业的法定代表人或财务负责人办理")).toBeVisible();
  await expectAccessible(page);
  await page.context().clearCookies();
  await signIn(page.request, { ...login, account: person.phone, phone: person.phone });
  await page.goto("/shandong/tax/handlers");
  await expect(page.getByRole("heading", { name: "变更税务登记-办税人员信息" })).toBeVisible();
  const form = new FormPage(page);
  await page.getByRole("checkbox", { name: `移除 ${leaving.name}` }).check();
  await form.press("添加人员");
  await form.fill({
    姓名: coming.name,
    身份证件号码: coming.documentNumber,
    手机号码: coming.phone,
  });
  await expectAccessible(page);
  await form.press("提交");
  await form.expectConfirmed();
  await expect(form.value("移除人员")).toHaveText(leaving.name);
  const ended = await row(`SELECT "status" FROM "Relation" WHERE "id" = ?`, relation);
  expect(ended.status).toBe("REMOVED");
  const added = await row(
    `SELECT "status" FROM "Relation" WHERE "personId" = ? AND "enterpriseId" = ?`,
    coming.id,
    enterprise.id,
  );
  expect(added.status).toBe("PENDING_PERSON");
  await page.goto("/shandong/tax/handlers");
  await expect(page.getByText("待本人注册并确认").first()).toBeVisible();
});
