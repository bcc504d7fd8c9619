import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { newTaxpayer } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

/** A signed-in legal representative of the test's own, on the main page. */
async function onMainPage(page: Page) {
  const { person, enterprise } = await newTaxpayer();
  const login = { account: person.phone, phone: person.phone, taxpayerId: enterprise.creditCode };
  await signIn(page.request, login);
  await page.goto("/shandong/home");
  return login;
}

test("OL6 a function is found from the header by keyboard, shows its whole path, and without script by a page of results", async ({
  page,
  homePage,
  browser,
}) => {
  await onMainPage(page);
  const type = async () => {
    await homePage.search.fill("");
    await homePage.search.pressSequentially("票种");
  };
  await type();
  const hit = page.getByRole("option", { name: "发票票种核定" });
  await expect(hit).toHaveAttribute("title", "我要办税 › 发票使用 › 发票票种核定");
  await expect(homePage.search).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);

  // On a phone the field is behind a link: it has lost the focus.
  await type();
  await page.keyboard.press("ArrowDown");
  await expect(hit).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "发票票种核定" })).toBeVisible();
  const way = page.getByRole("navigation", { name: "当前位置" }).getByRole("listitem");
  await expect(way).toHaveText(["我要办税", "发票使用", "发票票种核定"]);

  await page.goto("/shandong/tax/handlers");
  await expect(way).toHaveText(["我要办税", "综合信息报告", "变更税务登记-办税人员信息"]);

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto("/shandong/home");
  const search = still.getByRole("combobox", { name: "搜索功能" });
  await search.fill("增值税一般");
  await search.press("Enter");
  await expect(still).toHaveURL(/\/shandong\/functions\?q=/);
  await expect(still.getByRole("link", { name: "增值税一般纳税人申报" })).toBeVisible();
  await plain.close();
});

test("OL6 a function of a list opens within the same document, and in a new tab where that is asked for", async ({
  page,
  homePage,
}) => {
  await onMainPage(page);
  await page.evaluate(() => {
    document.body.dataset.kept = "yes";
  });
  const link = homePage.favourites.getByRole("link", { name: "发票开具", exact: true });
  const opened = page.context().waitForEvent("page");
  await link.click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await expect(tab.getByRole("heading", { level: 1, name: "发票开具" })).toBeVisible();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: "发票开具" })).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-kept", "yes");
});

test("OL6 常用功能 are put in order by keyboard and by dragging, and are there after a new login", async ({
  page,
  homePage,
}) => {
  const login = await onMainPage(page);
  await expect(homePage.favourites).toHaveText([
    "增值税一般纳税人申报",
    "发票开具",
    "税费缴纳",
    "申报信息查询",
    "我的申报事项",
    "身份切换",
  ]);
  await page.getByRole("link", { name: "设置常用功能" }).click();
  await expect(page.getByRole("heading", { name: "常用功能设置" })).toBeVisible();
  await expectAccessible(page);

  const move = (name: string) => page.getByRole("button", { name: new RegExp(`^移动${name}`) });
  await move("税费缴纳").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(move("税费缴纳")).toBeFocused();
  await expect(page.getByText("税费缴纳，第1位，共6位")).toBeAttached();
  await page.getByRole("button", { name: "下移增值税一般纳税人申报" }).press("Enter");
  await expect(page.getByRole("button", { name: "下移增值税一般纳税人申报" })).toBeFocused();
  await page.getByRole("button", { name: "移除身份切换" }).press("Enter");
  await page.getByRole("searchbox", { name: "筛选功能" }).fill("发票信息");
  await page.getByRole("button", { name: "添加发票信息查询" }).press("Enter");

  // Dragged from the last place to the first.
  await move("发票信息查询").hover();
  await page.mouse.down();
  const top = await move("税费缴纳").boundingBox();
  await page.mouse.move(top?.x ?? 0, top?.y ?? 0, { steps: 15 });
  await page.mouse.up();
  await page.getByRole("button", { name: "保存", exact: true }).click();

  const order = [
    "发票信息查询",
    "税费缴纳",
    "发票开具",
    "增值税一般纳税人申报",
    "申报信息查询",
    "我的申报事项",
  ];
  await expect(homePage.favourites).toHaveText(order);
  await homePage.signOutButton.click();
  await expect(page).toHaveURL(/login/);
  await signIn(page.request, login);
  await page.goto("/shandong/home");
  await expect(homePage.favourites).toHaveText(order);
});

test("N4 the pages behind the links of the main page are not asked for ahead", async ({
  page,
  homePage,
}) => {
  const ahead: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-router-prefetch"]) ahead.push(new URL(request.url()).pathname);
  });
  await onMainPage(page);
  await homePage.favourites.getByRole("link", { name: "发票开具", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "发票开具" })).toBeVisible();
  await homePage.switchButton.click();
  await expect(page).toHaveURL(/account\/switch$/);
  expect(ahead).toEqual([]);
});

test("OL6 公众服务 and an announcement are read without login", async ({ page }) => {
  await page.goto("/shandong");
  await page.getByRole("link", { name: "全部公众服务" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "公众服务" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "公众查询" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "公众查询" })).toBeVisible();
  await expect(page.getByRole("link", { name: "打开综合查询系统" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "返回公众服务" }).click();
  await page.getByRole("main").getByRole("link", { name: "通知公告" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "通知公告" })).toBeVisible();
  await page.getByRole("link", { name: "关于新版登录双轨运行安排的通知" }).click();
  await expect(page.getByRole("article")).toContainText("旧版登录在过渡期内保留");
  await expectAccessible(page);
});
