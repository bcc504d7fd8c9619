import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { PASSWORD } from "./fixtures/demo";
import { newIdentity, newPerson } from "./fixtures/people";
import { startLogin } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

test("B18 a foreigner switches to English, registers by passport and e-mail, and signs in", async ({
  page,
  outbox,
}) => {
  const { passport } = newIdentity();
  const mailbox = `${passport.toLowerCase()}@example.com`;
  const box = (name: string) => page.getByRole("textbox", { name, exact: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const code = async (field: string) => {
    await press("Send code");
    await expect(page.getByText("The code has been sent")).toBeVisible();
    await box(field).fill(await outbox.newestCode(mailbox));
  };

  await page.goto("/");
  await page.getByRole("banner").getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Shandong Electronic Tax Bureau/ }).click();
  await page.getByRole("link", { name: "Register", exact: true }).click();
  await page.getByRole("link", { name: "Register from abroad" }).click();
  await expect(page.getByRole("heading", { name: "Register from abroad" })).toBeVisible();
  await page.getByRole("combobox", { name: "Document type" }).selectOption("Foreign passport");
  await box("Nationality or region").fill("Atlantis");
  await box("Document number").fill(passport);
  await box("Full name").fill("JANE DOE");
  await page.getByRole("checkbox", { name: "I am not a robot" }).check();
  await press("Continue");
  await expect(box("Nationality or region")).toHaveAccessibleDescription(
    /We do not know this country or region/,
  );
  await expectAccessible(page);
  await box("Nationality or region").fill("Japan");
  await press("Continue");

  await expect(page.getByRole("heading", { name: "Your details" })).toBeVisible();
  await box("Email address").fill(mailbox);
  await code("Email code");
  await box("Password").fill(PASSWORD);
  await box("Confirm password").fill(PASSWORD);
  await page.getByRole("checkbox", { name: /^I have read and agree/ }).check();
  await expectAccessible(page);
  await press("Continue");
  await expect(page.getByText("Japan", { exact: true })).toBeVisible();
  await press("Complete registration");
  await expect(page.getByRole("heading", { name: "Registration complete" })).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "Sign in", exact: true }).click();
  await page.getByRole("tab", { name: "Individual services" }).click();
  await expectAccessible(page);
  await box("Resident ID number, mobile number or username").fill(passport);
  await box("Password").fill(PASSWORD);
  await page.getByRole("checkbox", { name: "I am not a robot" }).check();
  await page.getByRole("checkbox", { name: /^I have read and agree/ }).check();
  await press("Sign in");
  await expect(page.getByRole("heading", { name: "Verify your identity" })).toBeVisible();
  await code("Email code");
  await press("Sign in");
  await expect(page).toHaveURL(/\/shandong\/home/);
  await expect(page.getByRole("heading", { name: "Individual services" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Announcements" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Search functions" }).fill("tax residence");
  await page.getByRole("option", { name: /^Certificate of Chinese tax residence/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Certificate of Chinese tax residence",
  );
  await expectAccessible(page);
  await page.getByRole("banner").getByRole("button", { name: "Switch identity" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Switch identity" })).toBeVisible();
  await expect(page.getByText("There is no enterprise to switch to")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/shandong/home/favourites");
  await page.getByRole("button", { name: "Move Pay taxes and fees up" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/shandong\/home$/);
  await page.goto("/shandong/account");
  await expect(page.getByText("Welcome, JANE DOE")).toBeVisible();
  for (const name of ["Mobile numbers", "Devices and activity", "Your data", "Messages"]) {
    const navigation = page.getByRole("navigation", { name: "My account" });
    await navigation.getByRole("link", { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expectAccessible(page);
  }
  await page.getByRole("link", { name: "Enterprise authorisations" }).click();
  await expect(page.getByText("This page is available in Chinese only.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

test("B18 公众服务 and an announcement are read in English without login", async ({ page }) => {
  const title = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
  await page.goto("/shandong");
  await page.getByRole("banner").getByRole("button", { name: "English" }).click();
  await page.getByRole("link", { name: "All public services" }).click();
  await expect(title("Public services")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Public enquiries" }).click();
  await expect(title("Public enquiries")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the enquiry system" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to public services" }).click();
  await page.getByRole("main").getByRole("link", { name: "Announcements" }).click();
  await expect(title("Announcements")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "关于新版登录双轨运行安排的通知" }).click();
  const article = page.getByRole("article");
  await expect(article).toContainText("This announcement is shown as it was written, in Chinese.");
  await expect(article.locator("div[lang=zh-CN]")).toContainText("旧版登录在过渡期内保留");
  await expectAccessible(page);
});

test("B18 switching in the middle of a login keeps it, there and back", async ({
  page,
  verifyPage,
}) => {
  const { documentNumber, phone } = await newPerson();
  const { flow } = await startLogin(page.request, { account: documentNumber });
  const address = `/shandong/login/verify?flow=${flow}`;
  await page.goto(address);
  await page.getByRole("contentinfo").getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Verify your identity" })).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(address);
  await page.getByRole("banner").getByRole("button", { name: "中文" }).click();
  await verifyPage.pass(phone);
  await expect(page).toHaveURL(/\/shandong\/home/);
});

test("B18 without JavaScript the switch works, and who never pressed it reads Chinese", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-US" });
  const page = await context.newPage();
  await page.goto("/liaoning/login/unified?entry=person");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("tab", { name: "自然人业务" })).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: "English" }).click();
  await expect(page).toHaveURL(/\/liaoning\/login\/unified\?entry=person$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("tab", { name: "Individual services" })).toBeVisible();
  const cookie = (await context.cookies()).find(({ name }) => name === "locale");
  expect(cookie?.expires).toBeGreaterThan(Date.now() / 1000 + 364 * 24 * 3600);
  const english = await page.request.get("/liaoning/login/unified");
  expect(english.headers()["cache-control"]).toBe("private, no-cache");
  const named = await page.request.get("/liaoning.en/login", { maxRedirects: 0 });
  expect(named.status()).toBe(404);
  const elsewhere = await page.request.post("/api/language", {
    form: { to: "en" },
    headers: { referer: "https://portal.example//evil.example/" },
    maxRedirects: 0,
  });
  expect(elsewhere.headers().location).toBe("/");
  await context.close();
});
