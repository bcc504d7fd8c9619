import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change, minutesAgo } from "./fixtures/database";
import { newEnterprise, newPerson, newTaxpayer, relate } from "./fixtures/people";
import { newPhone } from "./fixtures/phone";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";

test("Q2 the tax APP's enterprise state is the web's: number, confirm, in", async ({
  page,
  browser,
  homePage,
}) => {
  const { person, enterprise } = await newTaxpayer();
  const phone = new PhonePage(await newPhone(browser));
  const to = await signIn(phone.page.request, {
    app: "TAX",
    account: person.documentNumber,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  });
  expect(to).toBe("/app/tax");
  await page.goto("/shandong/login");
  await expect(page.getByRole("tablist", { name: "扫码登录" }).getByRole("tab")).toHaveText([
    "山东税务APP",
    "个人所得税APP",
  ]);
  const panel = new ScanPanel(page, "登录二维码");
  await phone.scan(panel);
  await expect(page.getByText("已扫描")).toBeVisible();
  await expect(phone.page.getByRole("heading", { name: "确认登录" })).toBeVisible();
  for (const text of [
    "国家税务总局山东省电子税务局",
    "企业业务",
    `${enterprise.name}（法定代表人 ${person.name}）`,
    "Chrome",
    "本机",
  ]) {
    await expect(phone.page.getByRole("main")).toContainText(text);
  }
  await expect(phone.numbers.getByRole("button")).toHaveCount(3);
  await expectAccessible(phone.page);
  await phone.choose(await panel.number());
  await phone.press("确认登录");
  await phone.expectDone("已确认");
  await homePage.expectActing("shandong", person.name, enterprise.name, "法定代表人");
});

test("Q2 个人所得税APP always signs in the natural person", async ({ page, browser, homePage }) => {
  const { person } = await newTaxpayer();
  const phone = new PhonePage(await newPhone(browser));
  await signIn(phone.page.request, {
    app: "IIT",
    account: person.documentNumber,
    phone: person.phone,
  });
  await page.goto("/shandong/login");
  await page.getByRole("tab", { name: "个人所得税APP" }).click();
  await phone.confirm(new ScanPanel(page, "登录二维码"));
  await homePage.expectActing("shandong", person.name, "自然人业务");
});

test("Q2 电子营业执照 in 青岛 is always its enterprise; with two roles one is chosen on the web", async ({
  page,
  browser,
  homePage,
}) => {
  const person = await newPerson();
  const enterprise = await newEnterprise({ region: "qingdao" });
  const holder = await relate(person, enterprise, "LEGAL_REPRESENTATIVE");
  await relate(person, enterprise, "TAX_HANDLER", { primary: 1 });
  const phone = new PhonePage(await newPhone(browser));
  await signIn(phone.page.request, {
    app: "LICENSE",
    region: "qingdao",
    account: person.documentNumber,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
    identity: `relation:${holder}`,
  });
  await page.goto("/qingdao/login");
  await page.getByRole("tab", { name: "电子营业执照" }).click();
  await phone.confirm(new ScanPanel(page, "登录二维码"));
  await expect(page).toHaveURL(/\/qingdao\/login\/identity/);
  await page.getByRole("radio", { name: "法定代表人" }).check();
  await page.getByRole("button", { name: "进入" }).click();
  await homePage.expectActing("qingdao", person.name, enterprise.name);
});

test("Q2 the APP asks for its login first and then goes on with the code", async ({
  page,
  browser,
  homePage,
}) => {
  const person = await newPerson();
  const phone = new PhonePage(await newPhone(browser));
  await page.goto("/shandong/login");
  const panel = new ScanPanel(page, "登录二维码");
  await phone.scan(panel);
  await expect(phone.page).toHaveURL(/\/app\/tax\/login$/);
  await signIn(phone.page.request, {
    app: "TAX",
    account: person.documentNumber,
    phone: person.phone,
  });
  await phone.page.goto("/app/tax");
  await expect(phone.page).toHaveURL(/\/app\/scan\//);
  await phone.choose(await panel.number());
  await phone.press("确认登录");
  await homePage.expectActing("shandong", person.name, "自然人业务");
});

test("B6 cancelled on the phone, and a wrong number: the web says so and nobody is in", async ({
  page,
  browser,
}) => {
  const person = await newPerson();
  const phone = new PhonePage(await newPhone(browser));
  await signIn(phone.page.request, {
    app: "TAX",
    account: person.documentNumber,
    phone: person.phone,
  });
  await page.goto("/shandong/login");
  const panel = new ScanPanel(page, "登录二维码");
  await phone.scan(panel);
  await phone.press("取消");
  await phone.expectDone("已取消");
  await expect(page.getByText("已取消")).toBeVisible();
  await page.getByRole("button", { name: "刷新二维码" }).click();
  await phone.scan(panel);
  const right = await panel.number();
  const wrong = phone.numbers.getByRole("button").filter({ hasNotText: right }).first();
  await wrong.click();
  await phone.press("确认登录");
  await expect(phone.alert).toContainText("所选数字与网页不一致");
  await expect(page.getByText("已取消")).toBeVisible();
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).not.toContain("portal.session");
});

test("Q4 a code stays good when 人机验证 is ticked while it is made", async ({
  page,
  loginPage,
}) => {
  const asked: string[] = [];
  await page.route("**/api/human-check", (route) => {
    asked.push("human check");
    return route.continue();
  });
  // The first answer to a new browser brings the cookie: that of the code waits until the box is ticked.
  let ticked = () => {};
  const box = new Promise<void>((resolve) => {
    ticked = resolve;
  });
  await page.route("**/shandong/login", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch();
    await box;
    asked.push("code");
    return route.fulfill({ response });
  });
  const code = page.waitForRequest((request) => request.method() === "POST");
  const followed = page.waitForRequest(/\/api\/scan\/[^/]+\/events$/);
  await page.goto("/shandong/login");
  await code;
  await loginPage.humanCheck.check();
  await expect(page.getByText("验证中…")).toBeVisible();
  ticked();
  await expect(page.getByText("已就绪")).toBeVisible();
  expect(asked).toEqual(["code", "human check"]);
  const state = await page.request.get((await followed).url().replace(/\/events$/, ""));
  expect(state.status()).toBe(200);
});

test("Q4 an expired code is made anew by itself and the old one is refused", async ({
  page,
  browser,
}) => {
  const phone = new PhonePage(await newPhone(browser));
  const followed = page.waitForRequest(/\/api\/scan\/[^/]+\/events$/);
  await page.goto("/shandong/login");
  const panel = new ScanPanel(page, "登录二维码");
  const old = await panel.link();
  const id = (await followed).url().split("/").at(-2) ?? "";
  await change(`UPDATE "ScanTicket" SET "expiresAt" = ? WHERE "id" = ?`, minutesAgo(1), id);
  await expect.poll(() => panel.link()).not.toBe(old);
  await phone.page.goto(old);
  await expect(phone.alert).toContainText("二维码已过期");
});

test("Q1 Q5 Q6 each APP can be installed and downloaded, and offers 用户注册", async ({
  page,
  browser,
}) => {
  await page.goto("/qingdao/apps");
  for (const name of ["青岛税务APP（手机税税通）", "个人所得税APP", "电子营业执照"]) {
    await expect(page.getByRole("img", { name: `${name}下载二维码` })).toBeVisible();
  }
  await expectAccessible(page);
  const phone = await newPhone(browser);
  for (const app of ["tax", "iit", "license", "alipay", "wechat"]) {
    await phone.goto(`/app/${app}`);
    await expect(phone.getByRole("link", { name: "扫一扫" })).toBeVisible();
    const manifest = await phone.request.get(`/app/${app}/manifest.webmanifest`);
    expect(await manifest.json()).toMatchObject({ display: "standalone", orientation: "portrait" });
    const icon = await phone.request.get(`/app/icons/${app}-512.png`);
    expect(icon.status()).toBe(200);
  }
  await phone.goto("/app/tax");
  await expect(phone.getByRole("link", { name: "用户注册" })).toBeVisible();
  await expectAccessible(phone);
});

test("Q1 without a network the APP says so, and shows nothing of anybody", async ({ browser }) => {
  const phone = await newPhone(browser);
  await phone.goto("/app/tax");
  await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
  await phone.context().setOffline(true);
  await expect(phone.getByRole("status").filter({ hasText: "当前没有网络" })).toBeVisible();
  await phone.goto("/app/tax/login");
  await expect(phone.getByRole("heading", { name: "当前没有网络" })).toBeVisible();
  await expectAccessible(phone);
  await phone.context().setOffline(false);
  await phone.getByRole("link", { name: "重试" }).click();
  await expect(phone.getByRole("heading", { name: "登录" })).toBeVisible();
});
