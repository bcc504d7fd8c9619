import { expect } from "@playwright/test";
import { REGIONS } from "@/lib/regions/list";
import { expectAccessible } from "./fixtures/accessibility";
import { test } from "./fixtures/test";

test("N0.1 N0.2 every bureau is offered by its full name, and the last one is remembered", async ({
  page,
}) => {
  await page.goto("/");
  for (const { bureauName } of REGIONS) {
    await expect(page.getByRole("link", { name: bureauName, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "上次使用" })).toBeHidden();
  await expectAccessible(page);

  await page.getByRole("link", { name: "国家税务总局西藏自治区电子税务局", exact: true }).click();
  await expect(page).toHaveURL(/\/xizang$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "国家税务总局西藏自治区电子税务局",
  );
  await expectAccessible(page);

  await page.goto("/");
  const last = page
    .getByRole("region")
    .or(page.locator("section"))
    .filter({
      has: page.getByRole("heading", { name: "上次使用" }),
    });
  await expect(last.getByRole("link")).toHaveAccessibleName("国家税务总局西藏自治区电子税务局");
});

test("N0.2 the bureau's home leads to its login", async ({ page }) => {
  await page.goto("/qingdao");
  await page.getByRole("main").getByRole("link", { name: "登录", exact: true }).click();
  await expect(page).toHaveURL(/\/qingdao\/login$/);
  await expect(page.getByRole("banner")).toContainText("国家税务总局青岛市电子税务局");
});

const UNIFIED_TABS = ["企业业务", "自然人业务", "代理业务"];
/** Tabs of the bureaus that open with their own style. */
const OWN_TABS: Record<string, string[]> = {
  liaoning: ["企业登录", "自然人登录", "代理机构登录"],
  yunnan: ["企业用户", "自然人"],
};

for (const region of REGIONS) {
  const { slug, bureauName, hotline } = region;
  test(`N0.3 ${slug} shows its own name and style at the login, by default and as unified`, async ({
    page,
    loginPage,
  }) => {
    for (const path of ["login", "login/unified"]) {
      await page.goto(`/${slug}/${path}`);
      await expect(page.getByRole("banner")).toContainText(bureauName);
      await expect(page.getByRole("contentinfo")).toContainText(hotline);
      const tabs = (path === "login" && OWN_TABS[slug]) || UNIFIED_TABS;
      for (const tab of tabs) await expect(loginPage.tab(tab)).toBeVisible();
      await expect(loginPage.tab(tabs[0] ?? "")).toHaveAttribute("aria-selected", "true");
    }
  });
}

for (const path of [
  "/nowhere",
  "/XIZANG",
  "/nowhere/login",
  "/nowhere/login/verify?flow=x",
  "/nowhere/home",
]) {
  test(`N0.2 ${path} is a page that does not exist`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "页面不存在" })).toBeVisible();
  });
}

test("N3 a page that does not exist is accessible and leads back", async ({ page }) => {
  await page.goto("/nowhere");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "选择税务局" }).click();
  await expect(page).toHaveURL("/");
});
