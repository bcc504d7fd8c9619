import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { newEnterprise, newPerson, relate } from "./fixtures/people";
import { test } from "./fixtures/test";

test("N3 on a phone: the whole login, the choice of a role, switching and 退出", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
  switchPage,
}) => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await relate(person, enterprise, "TAX_HANDLER");
  await relate(person, enterprise, "INVOICE_CLERK");
  await page.goto("/");
  await page.getByRole("link", { name: "国家税务总局山东省电子税务局", exact: true }).tap();
  await page.getByRole("main").getByRole("link", { name: "登录", exact: true }).tap();
  await loginPage.submit({ taxpayerId: enterprise.creditCode, account: person.phone });
  await expect(verifyPage.heading).toBeVisible();
  await verifyPage.pass(person.phone);
  await expect(identityPage.option("开票员")).toBeVisible();
  await expectAccessible(page);
  await identityPage.choose("开票员");
  await expect(page).toHaveURL(/\/shandong\/home$/);
  await expect(homePage.banner).toContainText(`欢迎，${person.name}`);
  await expectAccessible(page);
  await homePage.openMenu();
  await homePage.switchButton.tap();
  await switchPage.switchTo(enterprise.name, "办税员");
  await homePage.expectActing("shandong", person.name, enterprise.name, "办税员");
  await homePage.openMenu();
  await homePage.signOutButton.tap();
  await expect(page.getByText("您已安全退出")).toBeVisible();
});

test("N3 on a phone: what is touched is at least 24 px high and wide", async ({ page }) => {
  await page.goto("/shandong/login");
  await expect(page.getByRole("tab").first()).toBeEnabled();
  const boxes = await page
    .getByRole("main")
    .locator("button, input, select, a:not(p a):not(label a)")
    .filter({ visible: true })
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { text: element.textContent ?? "", width, height };
      }),
    );
  expect(boxes.length).toBeGreaterThan(8);
  for (const { text, width, height } of boxes) {
    expect(Math.min(width, height), text).toBeGreaterThanOrEqual(24);
  }
});
