import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { registerFace } from "./fixtures/enrolled-face";
import { photographOfTheMan } from "./fixtures/face-media";
import { newIdentity } from "./fixtures/people";
import { newPhone } from "./fixtures/phone";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";

test.describe.configure({ timeout: 180_000 });

test("R1 a newcomer registers in 西藏 with the face before the phone, and logs in at 山东", async ({
  page,
  registerPage,
  browser,
}) => {
  const { name, documentNumber, phone: number } = newIdentity();
  await page.goto("/xizang/login");
  await page.getByRole("tab", { name: "自然人业务" }).click();
  await page.getByRole("link", { name: "用户注册", exact: true }).click();
  await registerPage.expectStep("身份信息校验");
  await expectAccessible(page);
  await registerPage.identify({ documentNumber, name });
  await registerPage.expectStep("基本信息填写");
  await expectAccessible(page);
  await registerPage.fillDetails(number, { username: "NewcomerA" });
  await registerPage.expectStep("人脸识别认证");
  await expect(page.getByRole("tab", { name: "西藏税务APP扫码验证" })).toBeVisible();
  await expectAccessible(page);

  const flow = new URL(page.url()).searchParams.get("flow") ?? "";
  const panel = new ScanPanel(page, "扫脸验证二维码");
  const link = await panel.link();
  const screen = await newPhone(browser);
  const phone = new PhonePage(screen);
  await phone.scan(panel);
  await expect(screen.getByText("用户注册")).toBeVisible();
  await phone.choose(await panel.number());
  await screen.getByRole("button", { name: "下一步" }).click();
  await screen.getByLabel("身份证件人像面照片").setInputFiles({
    name: "document.jpg",
    mimeType: "image/jpeg",
    buffer: await photographOfTheMan(),
  });
  await expectAccessible(screen);
  await expect(screen.getByRole("button", { name: "开始扫脸" })).toBeEnabled();
  expect(await registerFace(screen.request, { link, flow })).toMatchObject({ ok: true });

  await registerPage.expectStep("确认注册信息");
  await expect(page.getByText(`${documentNumber.slice(0, 3)}*************`)).toBeVisible();
  await expectAccessible(page);
  await registerPage.complete();
  await expectAccessible(page);
  const person = { account: documentNumber, phone: number, region: "shandong" };
  expect(await signIn(page.request, person)).toBe("/shandong/home");
  await page.goto("/shandong/account/real-name");
  await expect(page.getByRole("definition").first()).toHaveText("四级");
});
