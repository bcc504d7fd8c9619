import { expect } from "@playwright/test";
import { enrolByCommand, filmOfTheMan } from "./fixtures/enrolled-face";
import { faceBefore } from "./fixtures/face-check";
import { photographOfTheMan } from "./fixtures/face-media";
import { newPerson, unusedPhone } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { ScanPanel } from "./pages/scan-panel";

test.describe.configure({ timeout: 180_000 });

test("F3 no phone and no password: a face recovers the password, then the phone is found", async ({
  page,
  recoveryPage,
}) => {
  const person = await newPerson({ phones: 0 });
  await enrolByCommand(person.documentNumber, await photographOfTheMan());
  const phone = unusedPhone();
  await recoveryPage.forget("xizang", person.documentNumber);
  await expect(recoveryPage.alert).toContainText("您的手机号为空");
  await expect(page.getByRole("tab", { name: "短信验证" })).toBeHidden();
  const panel = new ScanPanel(page, "扫脸验证二维码");
  const { close } = await faceBefore(await filmOfTheMan(), panel, person);
  await expect(recoveryPage.newPassword).toBeVisible({ timeout: 100_000 });
  await close();
  await recoveryPage.choosePassword("Tax#Lhasa77", "提交");
  await expect(page).toHaveURL(/reason=PASSWORD_RECOVERED/);
  await recoveryPage.lose("xizang", person.documentNumber, "Tax#Lhasa77");
  await recoveryPage.bind(phone);
  await expect(page).toHaveURL(/reason=PHONE_FOUND/);
  const form = { account: person.documentNumber, password: "Tax#Lhasa77", phone };
  expect(await signIn(page.request, form)).toBe("/shandong/home");
});
