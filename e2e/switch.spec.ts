import { expect } from "@playwright/test";
import { postAction } from "./fixtures/actions";
import { count, row } from "./fixtures/database";
import { demoEnterprise } from "./fixtures/demo";
import { agree, listStaff, newEnterprise, newPerson, relate } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

test("E3 企业内身份切换: another role in the same enterprise, and the menu follows", async ({
  page,
  homePage,
  switchPage,
}) => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await relate(person, enterprise, "LEGAL_REPRESENTATIVE");
  const clerk = await relate(person, enterprise, "INVOICE_CLERK");
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
    identity: `relation:${clerk}`,
  });
  const nothing = page.getByText("您在这里还没有可以使用的功能");
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", person.name, "开票员");
  await homePage.section("我要查询").click();
  await expect(nothing).toBeVisible();
  await page.goto("/shandong/account/enterprise");
  await expect(page.getByRole("heading", { name: "企业内身份切换" })).toBeVisible();
  await expect(switchPage.row("开票员")).toContainText("当前身份");
  await switchPage.switchTo("法定代表人");
  await homePage.expectActing("shandong", person.name, enterprise.name, "法定代表人");
  await homePage.section("我要查询").click();
  await expect(page.getByRole("heading", { name: "我要查询" })).toBeVisible();
  await expect(nothing).toBeHidden();
  expect(
    await count(
      `SELECT COUNT(*) FROM "AuditEvent" WHERE "personId" = ? AND "action" = 'SWITCH_IDENTITY' AND "enterpriseId" = ?`,
      person.id,
      enterprise.id,
    ),
  ).toBe(1);
});

test("E3 from 自然人业务 to an enterprise and back", async ({ page, homePage, switchPage }) => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await relate(person, enterprise, "TAX_HANDLER", { primary: 0 });
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await switchPage.open();
  await switchPage.switchTo(enterprise.name);
  await homePage.expectActing("shandong", person.name, enterprise.name, "子身份办税员");
  await switchPage.open();
  await switchPage.switchTo("自然人业务");
  await homePage.expectActing("shandong", person.name, "自然人业务");
});

test("B7 a second tab that still shows the former identity cannot switch from it", async ({
  page,
  context,
  homePage,
  switchPage,
}) => {
  const person = await newPerson();
  const [one, two, three] = [await newEnterprise(), await newEnterprise(), await newEnterprise()];
  for (const enterprise of [one, two, three]) await relate(person, enterprise, "TAX_HANDLER");
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: one.creditCode,
  });
  await switchPage.open();
  const stale = await context.newPage();
  await stale.goto("/shandong/account/switch");
  await switchPage.switchTo(two.name);
  await homePage.expectActing("shandong", person.name, two.name);
  await stale
    .getByRole("row")
    .filter({ hasText: three.name })
    .getByRole("button", { name: "切换" })
    .click();
  await expect(stale.getByRole("main").getByRole("alert")).toContainText(
    "当前身份已切换，请确认后重试",
  );
  await page.reload();
  await homePage.expectActing("shandong", person.name, two.name);
});

test("B8 many enterprises are searched and paged", async ({ page, homePage, switchPage }) => {
  const person = await newPerson();
  const enterprises = [];
  for (let each = 0; each < 25; each++) {
    const enterprise = await newEnterprise();
    await relate(person, enterprise, "TAX_HANDLER");
    enterprises.push(enterprise);
  }
  const last = enterprises.at(-1);
  if (!last) throw new Error("no enterprise");
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await switchPage.open();
  await expect(page.getByRole("button", { name: "切换", exact: true })).toHaveCount(20);
  await page.getByRole("link", { name: "下一页" }).click();
  await expect(page.getByRole("button", { name: "切换", exact: true })).toHaveCount(5);
  await switchPage.search.fill(last.creditCode);
  await switchPage.search.press("Enter");
  await expect(page.getByRole("button", { name: "切换", exact: true })).toHaveCount(1);
  await switchPage.switchTo(last.name);
  await homePage.expectActing("shandong", person.name, last.name);
});

test("G3 an agent switches among the clients of the agency", async ({
  page,
  homePage,
  switchPage,
}) => {
  const agency = await newEnterprise({ kind: "AGENCY" });
  const agent = await newPerson();
  const [one, two] = [await newEnterprise(), await newEnterprise()];
  await listStaff(agency, agent);
  await agree(agency, one, agent);
  await agree(agency, two, agent);
  const staff = await row(
    `SELECT s."id" FROM "AgreementStaff" s JOIN "Agreement" a ON a."id" = s."agreementId" WHERE s."personId" = ? AND a."clientId" = ?`,
    agent.id,
    one.id,
  );
  await signIn(page.request, {
    entry: "AGENCY",
    account: agent.phone,
    phone: agent.phone,
    taxpayerId: agency.creditCode,
    identity: `client:${staff.id}`,
  });
  await switchPage.open();
  await switchPage.switchTo(two.name);
  await homePage.expectActing("shandong", agent.name, two.name, agency.name);
  const audit = await row(
    `SELECT "enterpriseId", "agencyId" FROM "AuditEvent" WHERE "personId" = ? AND "action" = 'SWITCH_IDENTITY'`,
    agent.id,
  );
  expect(audit).toEqual({ enterpriseId: two.id, agencyId: agency.id });
});

test("X2 切换主管税务机关 leads to the projects of one's enterprise here", async ({
  page,
  homePage,
  switchPage,
}) => {
  const person = await newPerson();
  const donghai = demoEnterprise("donghai");
  const { id } = await row(
    `SELECT "id" FROM "Enterprise" WHERE "creditCode" = ?`,
    donghai.creditCode,
  );
  await relate(person, { ...donghai, id: String(id) }, "FINANCE_MANAGER");
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: donghai.creditCode,
  });
  await page.goto("/shandong/home");
  await homePage.authorityButton.click();
  await expect(page).toHaveURL(/\/shandong\/account\/switch/);
  await switchPage.switchTo("烟台港仓储改造");
  await homePage.expectActing("shandong", person.name, donghai.name, "烟台港仓储改造");
});

test("E3 a switch leaves the pages made at the build as they are, for everybody", async ({
  page,
  browser,
  baseURL,
  switchPage,
}) => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await relate(person, enterprise, "TAX_HANDLER");
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await switchPage.open();
  await switchPage.switchTo(enterprise.name);
  await expect(page).toHaveURL(/\/shandong\/home$/);
  const visitor = await browser.newContext({ baseURL });
  const login = await visitor.newPage();
  const refused: string[] = [];
  login.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  for (const path of ["login", "login/unified", "terms"]) await login.goto(`/shandong/${path}`);
  await login.goto("/shandong/login");
  await expect(login.getByRole("tab", { name: "自然人业务" })).toBeEnabled();
  expect(refused).toEqual([]);
  await visitor.close();
});

test("N1 a switch that is no form is refused, not failed", async ({ page }) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  for (const body of ["[]", "[null,null]", '[null,{"identity":7}]', '[null,["person"]]']) {
    const response = await postAction(page.request, {
      path: "/shandong/account/switch",
      name: "switchIdentityAction",
      body,
    });
    expect(response.status(), body).toBeLessThan(500);
  }
});
