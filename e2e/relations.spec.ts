import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change, count } from "./fixtures/database";
import {
  agree,
  listStaff,
  newEnterprise,
  newPerson,
  newTaxpayer,
  relate,
  type StoredPerson,
} from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { AuthorizationsPage, StaffPage } from "./pages/relation-pages";

/** Signs a manager in at 企业业务; the login counts as proved by face, as 添加办税人员 asks for in 山东. */
async function manage(page: Page, person: StoredPerson, creditCode: string): Promise<StaffPage> {
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: creditCode,
  });
  await change(
    `UPDATE "LoginSession" SET "proofs" = 'PASSWORD SMS FACE' WHERE "personId" = ?`,
    person.id,
  );
  return new StaffPage(page);
}

/** Another browser, signed in at 自然人业务. */
async function asPerson(browser: Browser, person: StoredPerson): Promise<AuthorizationsPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  return new AuthorizationsPage(page);
}

test("E2 山东 9: 张总 adds 小明, 小明 confirms at 自然人业务 and logs in at 企业业务", async ({
  page,
  browser,
  homePage,
}) => {
  const { person: zhang, enterprise } = await newTaxpayer();
  const ming = await newPerson();
  const staff = await manage(page, zhang, enterprise.creditCode);
  await staff.open();
  await expectAccessible(page);
  await staff.add({ ...ming, name: "别人" }, "办税员");
  await expect(page.getByRole("alert").first()).toContainText(
    "该办税人员尚未注册，请先完成自然人用户注册",
  );
  await staff.add(ming, "办税员");
  await expect(staff.done).toContainText("等待该人员");
  await staff.tab("待确认授权");
  await expect(staff.row(ming.name, "待本人确认")).toBeVisible();

  const own = await asPerson(browser, ming);
  await own.page.goto("/shandong/home");
  await expect(own.page.getByText(`“${enterprise.name}”授权您为办税员，待您确认`)).toBeVisible();
  await own.open("待确认授权");
  await own.press(own.row(enterprise.name), "确认");
  await expect(own.done).toContainText(`已确认${enterprise.name}的授权`);
  await own.tab("已授权企业");
  await expect(own.row(enterprise.name, "办税员")).toContainText("企业添加");
  await own.page.close();

  await page.context().clearCookies();
  await signIn(page.request, {
    account: ming.phone,
    phone: ming.phone,
    taxpayerId: enterprise.creditCode,
  });
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", ming.name, enterprise.name, "办税员");
  await page.goto("/shandong/account/staff");
  await expect(page.getByText("只有法定代表人和财务负责人可以管理")).toBeVisible();
  await expect(page.getByText(`法定代表人：${zhang.name}`)).toBeVisible();
});

test("A4 山东 8: 小明 applies, 张总 agrees; whoever leaves removes themselves, cleared records hide for one viewer", async ({
  page,
  browser,
}) => {
  const { person: zhang, enterprise } = await newTaxpayer();
  const ming = await newPerson();
  const own = await asPerson(browser, ming);
  await own.open();
  await expectAccessible(own.page);
  await own.apply(enterprise.creditCode, "开票员");
  await expect(own.done).toContainText("申请已提交");

  const staff = await manage(page, zhang, enterprise.creditCode);
  await page.goto("/shandong/home");
  await expect(page.getByText("1人申请成为本企业办税人员，待您确认")).toBeVisible();
  await staff.open("待确认授权");
  await staff.press(staff.row(ming.name, "开票员"), "同意");
  await expect(staff.done).toContainText(`已同意${ming.name}的申请`);

  await own.open();
  await own.press(own.row(enterprise.name), "删除", "确认删除");
  await expect(own.done).toContainText("已解除");
  await own.tab("历史管理信息");
  await own.press(own.row(enterprise.name), "清除记录");
  await expect(own.row(enterprise.name)).toBeHidden();
  await staff.open("历史管理信息");
  await expect(staff.row(ming.name, "已解除")).toBeVisible();
  expect(
    await count(
      `SELECT COUNT(*) FROM "Relation" WHERE "personId" = ? AND "status" = 'REMOVED'`,
      ming.id,
    ),
  ).toBe(1);
});

test("E2 西藏 三(三)3, 4, 7: the finance manager can only confirm, a registered handler confirms, and is removed by the finance manager", async ({
  page,
  browser,
  homePage,
}) => {
  const enterprise = await newEnterprise();
  const [lin, ming] = [await newPerson(), await newPerson()];
  const registered = { status: "PENDING_PERSON", source: "REGISTRY" };
  await relate(lin, enterprise, "FINANCE_MANAGER", registered);
  await relate(ming, enterprise, "TAX_HANDLER", registered);
  for (const [person, refusable] of [
    [lin, 0],
    [ming, 1],
  ] as const) {
    const own = await asPerson(browser, person);
    await own.open("待确认授权");
    const row = own.row(enterprise.name, "待本人确认");
    await expect(row.getByRole("button", { name: "拒绝" })).toHaveCount(refusable);
    await own.press(row, "确认");
    await expect(own.done).toContainText(`已确认${enterprise.name}的授权`);
    await own.page.close();
  }
  const staff = await manage(page, lin, enterprise.creditCode);
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", lin.name, enterprise.name, "财务负责人");
  await staff.open();
  await expect(staff.row(lin.name)).toContainText("财务负责人不能删除自己");
  await staff.press(staff.row(ming.name), "删除", "确认删除");
  await expect(staff.done).toContainText(`已删除${ming.name}`);
  await staff.tab("历史管理信息");
  await expect(staff.row(ming.name, "已解除")).toBeVisible();
});

test("E4 B12 a client sees its agent and decides which functions they have", async ({
  page,
  browser,
}) => {
  const { person: zhang, enterprise } = await newTaxpayer();
  const agency = await newEnterprise({ kind: "AGENCY" });
  const agent = await newPerson();
  await listStaff(agency, agent);
  await agree(agency, enterprise, agent);
  const office = await (await browser.newContext()).newPage();
  await signIn(office.request, {
    account: agent.phone,
    phone: agent.phone,
    taxpayerId: agency.creditCode,
    entry: "AGENCY",
  });
  await office.goto("/shandong/functions/query-invoices");
  await expect(office.getByText("该功能在业务系统中办理")).toBeVisible();

  const staff = await manage(page, zhang, enterprise.creditCode);
  await staff.open();
  await expect(staff.row(agent.name, agency.name)).toContainText("默认功能");
  await expectAccessible(page);
  await staff.press(staff.row(agent.name), "授权");
  await page.getByRole("button", { name: "展开我要办税" }).click();
  await page.getByRole("checkbox", { name: "发票使用" }).check();
  await page.getByRole("button", { name: "保存授权" }).click();
  await expect(staff.done).toContainText("授权已保存");
  await expectAccessible(page);
  const file = await page.request.get("/shandong/account/staff/export");
  expect(await file.text()).toContain(`涉税代理人员（${agency.name}）`);

  const own = await office.request.get("/shandong/account/authorizations/export");
  expect(await own.text()).toContain(`"${enterprise.name}"`);

  await office.reload();
  await expect(office.getByText(`法定代表人：${zhang.name}`)).toBeVisible();
  await office.getByRole("button", { name: "向管理人员申请该功能" }).click();
  await expect(office.getByText("已向管理人员申请该功能")).toBeVisible();
  await staff.open();
  await page.getByRole("link", { name: `为${agent.name}授权` }).click();
  await expect(page.getByRole("checkbox", { name: "发票使用" })).toBeChecked();
});

test("A4 a withdrawn application stays visible as a record", async ({ page }) => {
  const { enterprise } = await newTaxpayer();
  const ming = await newPerson();
  await signIn(page.request, { account: ming.phone, phone: ming.phone });
  const own = new AuthorizationsPage(page);
  await own.open();
  await own.apply(enterprise.creditCode, "办税员");
  await expect(own.done).toContainText("申请已提交");
  await own.tab("待确认授权");
  await own.press(own.row(enterprise.name, "待企业确认"), "撤回");
  await expect(own.done).toContainText("已撤回");
  await own.tab("历史管理信息");
  await expect(own.row(enterprise.name, "已撤回")).toBeVisible();
});

test("E5 a manager freezes and unfreezes a handler; no manager removes themselves", async ({
  page,
}) => {
  const { person: zhang, enterprise } = await newTaxpayer();
  const ming = await newPerson();
  await relate(ming, enterprise, "TAX_HANDLER");
  const staff = await manage(page, zhang, enterprise.creditCode);
  await staff.open();
  await staff.press(staff.row(ming.name), "冻结", "确认冻结");
  await expect(staff.row(ming.name)).toContainText("已冻结");
  await staff.press(staff.row(ming.name), "解冻", "确认解冻");
  await expect(staff.row(ming.name)).not.toContainText("已冻结");
  const own = staff.row(zhang.name);
  await expect(own).toContainText("法定代表人以登记机关的数据为准");
  await expect(own.getByRole("button")).toHaveCount(0);
});

test("E4 a permission identity, given to a handler who has asked for a function", async ({
  page,
  browser,
}) => {
  const { person: zhang, enterprise } = await newTaxpayer();
  const ming = await newPerson();
  const relationId = await relate(ming, enterprise, "INVOICE_CLERK");
  const context = await browser.newContext();
  const clerk = await context.newPage();
  await signIn(clerk.request, {
    account: ming.phone,
    phone: ming.phone,
    taxpayerId: enterprise.creditCode,
  });
  await clerk.goto("/shandong/functions/query-invoices");
  await clerk.getByRole("button", { name: "向管理人员申请该功能" }).click();
  await expect(clerk.getByText("已向管理人员申请该功能")).toBeVisible();

  const staff = await manage(page, zhang, enterprise.creditCode);
  await staff.open("权限身份");
  await page.getByRole("button", { name: "添加权限身份" }).click();
  await page.getByRole("textbox", { name: "权限身份名称" }).fill("查询岗");
  const tree = page.getByRole("group", { name: "功能树" });
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("dialog").getByText("请至少勾选一项功能").last()).toBeVisible();
  await tree.getByRole("checkbox", { name: "我要查询" }).check();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(staff.row("查询岗")).toContainText("我要查询");
  await expectAccessible(page);

  await page.getByRole("link", { name: `为${ming.name}授权` }).click();
  await expect(page).toHaveURL(new RegExp(`/account/staff/${relationId}$`));
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "查询岗" }).check();
  await page.getByRole("button", { name: "保存授权" }).click();
  await expect(staff.done).toContainText("授权已保存");
  await clerk.reload();
  await expect(clerk.getByText("该功能在业务系统中办理")).toBeVisible();
  await expect(clerk.getByRole("link", { name: "打开综合查询系统" })).toHaveAttribute(
    "href",
    "https://query.example/tax",
  );
});

test("B12 谁能代表我们 is downloaded as a file, by managers only", async ({ page, browser }) => {
  const { person: zhang, enterprise } = await newTaxpayer();
  const ming = await newPerson();
  await relate(ming, enterprise, "TAX_HANDLER");
  await manage(page, zhang, enterprise.creditCode);
  const file = await page.request.get("/shandong/account/staff/export");
  expect(file.headers()["content-disposition"]).toContain("attachment");
  expect(await file.text()).toContain(`"${ming.name}"`);
  const own = await asPerson(browser, ming);
  for (const path of ["staff/export", "records/export"]) {
    expect((await own.page.request.get(`/shandong/account/${path}`)).status(), path).toBe(403);
  }
  const mine = await own.page.request.get("/shandong/account/authorizations/export");
  expect(await mine.text()).toContain(`"${enterprise.name}"`);
});

test("B12 企业办理记录 shows managers who acted for the enterprise, and nobody else", async ({
  page,
  browser,
}) => {
  const { person: zhang, enterprise } = await newTaxpayer();
  const ming = await newPerson();
  await relate(ming, enterprise, "TAX_HANDLER");
  const clerk = await browser.newPage();
  await signIn(clerk.request, {
    account: ming.phone,
    phone: ming.phone,
    taxpayerId: enterprise.creditCode,
  });
  await clerk.goto("/shandong/account/records");
  await expect(clerk.getByText("只有法定代表人和财务负责人")).toBeVisible();
  await manage(page, zhang, enterprise.creditCode);
  await page.goto("/shandong/account/records");
  const line = page.getByRole("row").filter({ hasText: ming.name });
  await expect(line).toContainText("登录");
  await expectAccessible(page);
  const file = await page.request.get("/shandong/account/records/export");
  expect(await file.text()).toContain(`"${ming.name}"`);
});
