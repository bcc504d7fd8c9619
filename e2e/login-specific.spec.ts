import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { row } from "./fixtures/database";
import { demoEnterprise, demoPerson } from "./fixtures/demo";
import { newPerson, relate, type StoredEnterprise } from "./fixtures/people";
import { test } from "./fixtures/test";

const xuelian = demoEnterprise("xuelian");

/** The enterprise of the demo data with its id. */
async function storedXuelian(): Promise<StoredEnterprise> {
  const { id } = await row(
    `SELECT "id" FROM "Enterprise" WHERE "creditCode" = ?`,
    xuelian.creditCode,
  );
  return { ...xuelian, id: String(id) };
}

function phoneOf(key: string): string {
  return demoPerson(key).phones[0] ?? "";
}

test("L8 次仁旺堆 finds the project by its last four digits", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "特定主体", {
    projectKind: "跨区域报验户",
    taxpayerId: xuelian.creditCode,
    account: phoneOf("cering"),
  });
  await verifyPage.pass(phoneOf("cering"));
  await expect(page.getByRole("heading", { name: "跨区域办税身份选择" })).toBeVisible();
  await expect(identityPage.projectKind).toHaveValue("REPORT");
  await expect(page.getByRole("radio")).toHaveCount(2);
  await identityPage.projectSearch.fill("1234");
  await expect(page.getByRole("radio")).toHaveCount(1);
  const found = page.getByRole("group").filter({ has: page.getByRole("radio") });
  for (const text of [
    "藏跨报〔2026〕000000001234",
    "济南东站配套工程",
    xuelian.name,
    "国家税务总局济南市历城区税务局",
    "有效期2026年3月1日至2027年3月1日",
  ]) {
    await expect(found).toContainText(text);
  }
  await expectAccessible(page);
  await identityPage.choose(/1234/);
  await homePage.expectActing("shandong", "次仁旺堆", xuelian.name, "济南东站配套工程");
});

test("L8 the type chosen on the form is prefilled and can be changed", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
}) => {
  const person = await newPerson();
  await relate(person, await storedXuelian(), "TAX_HANDLER");
  await loginPage.enter("shandong", "特定主体", {
    projectKind: "跨区域财产税源登记",
    taxpayerId: xuelian.creditCode,
    account: person.phone,
  });
  await verifyPage.pass(person.phone);
  await expect(identityPage.projectKind).toHaveValue("PROPERTY_SOURCE");
  await expect(page.getByRole("radio")).toHaveCount(1);
  await expect(identityPage.option(/藏跨源〔2026〕000000000042/)).toBeVisible();
  await identityPage.projectKind.selectOption({ label: "跨区域报验户" });
  await expect(identityPage.option(/1234/)).toBeVisible();
  await identityPage.projectSearch.fill("5678");
  await expect(page.getByText("没有符合条件的编号")).toBeVisible();
});

test("L8 丹增 is sub identity of the one project that names him", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "特定主体", {
    projectKind: "跨区域报验户",
    taxpayerId: xuelian.creditCode,
    account: phoneOf("danzeng"),
  });
  await verifyPage.pass(phoneOf("danzeng"));
  await expect(page.getByRole("radio")).toHaveCount(1);
  await identityPage.choose(/9012/);
  await homePage.expectActing("shandong", "丹增", xuelian.name, "子身份办税员", "烟台风电塔筒安装");
});

for (const [who, role] of [
  ["an invoice clerk", "INVOICE_CLERK"],
  ["a person without relation", null],
] as const) {
  test(`L8 ${who} sees no project and is told what to do`, async ({
    page,
    loginPage,
    verifyPage,
    identityPage,
  }) => {
    const person = await newPerson();
    if (role) {
      await relate(person, await storedXuelian(), role);
    }
    await loginPage.enter("shandong", "特定主体", {
      projectKind: "跨区域报验户",
      taxpayerId: xuelian.creditCode,
      account: person.phone,
    });
    await verifyPage.pass(person.phone);
    await expect(identityPage.alert).toContainText("请选择跨区域涉税事项管理编号");
    await expect(identityPage.alert).toContainText("未查询到您与该企业的关联关系");
    await expect(identityPage.enterButton).toBeHidden();
    await expectAccessible(page);
  });
}
