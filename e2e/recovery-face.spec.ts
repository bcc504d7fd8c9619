import { expect } from "@playwright/test";
import { enrolled, faceByRequests } from "./fixtures/face-check";
import { newPerson, unusedPhone } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { ScanPanel } from "./pages/scan-panel";

test.describe.configure({ timeout: 180_000 });

test("F3 no phone and no password: a face recovers the password, then the phone is found", async ({
  page,
  browser,
  recoveryPage,
}) => {
  const person = await newPerson({ phones: 0 });
  await enrolled(browser, person);
  const phone = unusedPhone();
  await recoveryPage.forget("xizang", person.documentNumber);
  await expect(recoveryPage.alert).toContainText("您的手机号为空");
  await expect(page.getByRole("tab", { name: "短信验证" })).toBeHidden();
  const panel = new ScanPanel(page, "扫脸验证二维码");
  expect(await faceByRequests(browser, panel, person)).toMatchObject({ ok: true });
  await expect(recoveryPage.newPassword).toBeVisible();
  await recoveryPage.choosePassword("Tax#Lhasa77", "提交");
  await expect(page).toHaveURL(/reason=PASSWORD_RECOVERED/);
  await recoveryPage.lose("xizang", person.documentNumber, "Tax#Lhasa77");
  await recoveryPage.bind(phone);
  await expect(page).toHaveURL(/reason=PHONE_FOUND/);
  const form = { account: person.documentNumber, password: "Tax#Lhasa77", phone };
  expect(await signIn(page.request, form)).toBe("/shandong/home");
});
