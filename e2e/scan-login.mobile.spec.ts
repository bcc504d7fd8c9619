import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { newPerson } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";

test("Q2 on a phone the code is folded away, and 「在手机上打开」 signs this browser in", async ({
  page,
  homePage,
}) => {
  const person = await newPerson();
  await signIn(page.request, {
    app: "TAX",
    account: person.documentNumber,
    phone: person.phone,
  });
  const followed: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/scan/")) followed.push(request.url());
  });
  await page.goto("/shandong/login");
  const summary = page.getByText("在山东税务APP、个人所得税APP中打开");
  await expect(page.getByRole("button", { name: "登录", exact: true })).toBeEnabled();
  const panel = new ScanPanel(page, "登录二维码");
  await expect(page.getByRole("img", { name: panel.imageName })).toBeHidden();
  expect(followed).toEqual([]);
  await summary.tap();
  expect(await panel.link()).toMatch(/^\/app\/scan\/[\w-]{43}$/);
  await expectAccessible(page);
  const number = await panel.number();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "在手机上打开" }).tap();
  const app = new PhonePage(await opened);
  await expect(app.page.getByRole("heading", { name: "确认登录" })).toBeVisible();
  await app.choose(number);
  await app.press("确认登录");
  await app.expectDone("已确认");
  await homePage.expectActing("shandong", person.name, "自然人业务");
});
