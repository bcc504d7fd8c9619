import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import encodeQR from "qr";
import { expectAccessible } from "./fixtures/accessibility";
import { ORIGIN } from "./fixtures/actions";
import { insert, minutesAgo } from "./fixtures/database";
import { toVerify } from "./fixtures/face-check";
import { filmOfPicture } from "./fixtures/face-media";
import { newTaxpayer } from "./fixtures/people";
import { newPhone, phoneWithFilm } from "./fixtures/phone";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";

test("Q1 扫一扫 reads the code on the web by the camera and signs in", async ({
  page,
  homePage,
}) => {
  const { person, enterprise } = await newTaxpayer();
  await page.goto("/shandong/login");
  const panel = new ScanPanel(page, "登录二维码");
  const secret = (await panel.link()).split("/").at(-1);
  const code = await page.getByRole("img", { name: "登录二维码" }).screenshot();
  const { page: screen, close } = await phoneWithFilm(await filmOfPicture(code));
  const phone = new PhonePage(screen);
  await signIn(screen.request, {
    app: "TAX",
    account: person.documentNumber,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  });
  await screen.goto("/app/tax/scanner");
  await expect(screen).toHaveURL(`${ORIGIN}/app/scan/${secret}`, { timeout: 30_000 });
  await expect(screen.getByRole("heading", { name: "确认登录" })).toBeVisible();
  await phone.choose(await panel.number());
  await phone.press("确认登录");
  await homePage.expectActing("shandong", person.name, enterprise.name);
  await close();
});

test("B6 扫一扫 refuses a code that leads elsewhere", async () => {
  const foreign = encodeQR("https://etax.example/app/scan/not-one-of-ours", "gif", { scale: 8 });
  const { page, close } = await phoneWithFilm(await filmOfPicture(foreign));
  await page.goto("/app/tax/scanner");
  await expect(page.getByRole("main").getByRole("alert")).toHaveText("这不是电子税务局的二维码");
  await expect(page).toHaveURL(/\/app\/tax\/scanner$/);
  await expectAccessible(page);
  await close();
});

test("N1 in production no film stands in for a camera", async ({ page, browser }) => {
  const { person } = await newTaxpayer();
  const now = minutesAgo(0);
  await insert("FaceReference", {
    id: randomUUID(),
    personId: person.id,
    source: "HALL",
    templateCipher: "never compared",
    photoCipher: "never compared",
    consentedAt: now,
    createdAt: now,
  });
  const panel = await toVerify(page, person);
  const phone = new PhonePage(await newPhone(browser));
  await phone.confirm(panel, "开始扫脸");
  await expect(phone.alert).toContainText("无法使用摄像头");
  await expect(phone.page.getByRole("button", { name: "开始扫脸" })).toBeDisabled();
  await expect(phone.page.locator("input[type=file]")).toHaveCount(0);
});
