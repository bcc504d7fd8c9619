import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { demoEnterprise, demoPerson } from "./fixtures/demo";
import { firstFactor } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

test("K4 赵磊 changes the initial password after both factors and logs in anew", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
}) => {
  const { documentNumber, phones } = demoPerson("zhaolei");
  const hailan = demoEnterprise("hailan");
  const phone = phones[0] ?? "";
  const form = { taxpayerId: hailan.creditCode, account: phone };
  await loginPage.enter("qingdao", "企业业务", { ...form, password: documentNumber.slice(-6) });
  await verifyPage.pass(phone);
  await expect(page.getByRole("heading", { name: "修改初始密码" })).toBeVisible();
  await expectAccessible(page);
  const changePage = page.url();
  await page.goto("/qingdao/home");
  await expect(page).toHaveURL(/\/qingdao\/login\?reason=SIGNED_OUT/);
  await page.goto(changePage);

  const [chosen, again] = [
    page.getByRole("textbox", { name: "新密码", exact: true }),
    page.getByRole("textbox", { name: "确认新密码" }),
  ];
  const save = page.getByRole("button", { name: "保存" });
  await chosen.fill("Qingdao@2026");
  await again.fill("Qingdao@2027");
  await save.click();
  await loginPage.expectFieldError(again, /两次填写的密码不一致，请重新填写/);
  await chosen.fill(`a${phone}`);
  await again.fill(`a${phone}`);
  await save.click();
  await loginPage.expectFieldError(chosen, /密码不能包含您的手机号码/);
  await chosen.fill("Qingdao@2026");
  await again.fill("Qingdao@2026");
  await save.click();
  await expect(page).toHaveURL(/\/qingdao\/login\?reason=PASSWORD_CHANGED/);
  await expect(page.getByText("密码修改成功，请使用新密码重新登录")).toBeVisible();

  await loginPage.submit({ ...form, password: "Qingdao@2026" });
  await verifyPage.pass(phone);
  await homePage.expectActing("qingdao", "赵磊", hailan.name, "办税员");
});

test("K4 于新's initial password ends in a capital X", async ({ request }) => {
  const { documentNumber } = demoPerson("yuxin");
  const login = (password: string) =>
    firstFactor(request, { region: "qingdao", account: documentNumber, password });
  expect(await login("09069x")).toMatchObject({ problems: [{ code: "PASSWORD_WRONG" }] });
  expect(await login("09069X")).toMatchObject({ ok: true });
});
