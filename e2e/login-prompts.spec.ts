import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change } from "./fixtures/database";
import { demoEnterprise, demoPerson } from "./fixtures/demo";
import { newEnterprise, newPerson, newTaxpayer, relate, unusedCreditCode } from "./fixtures/people";
import { test } from "./fixtures/test";

const taiyue = demoEnterprise("taiyue");
const qilu = demoEnterprise("qilu");

test("L5 李明 has no relation with 泰岳", async ({ page, loginPage }) => {
  const liming = demoPerson("liming");
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: taiyue.creditCode,
    account: liming.documentNumber,
  });
  await loginPage.expectAlert("未查询到您与该企业的关联关系");
  await expect(loginPage.alert).toContainText("请联系该企业的法定代表人或财务负责人");
  await expect(loginPage.alert).toBeFocused();
  await expectAccessible(page);
});

test("L5 an unknown person is sent to the registration", async ({ loginPage }) => {
  await loginPage.enter("shandong", "自然人业务", { account: "370100199001011234" });
  await loginPage.expectAlert("该用户未注册，请在自然人业务入口进行用户注册");
  await loginPage.expectFieldError(
    loginPage.account,
    /该用户未注册，请在自然人业务入口进行用户注册/,
  );
  await expect(loginPage.alert.getByRole("link", { name: /用户注册/ }).last()).toHaveAttribute(
    "href",
    "/shandong/register",
  );
});

for (const key of ["gaofei", "basang", "smith"]) {
  test(`L5 ${key}, whose account is closed, invalid or not opened, counts as not registered`, async ({
    loginPage,
  }) => {
    await loginPage.enter("shandong", "自然人业务", { account: demoPerson(key).documentNumber });
    await loginPage.expectAlert("该用户未注册，请在自然人业务入口进行用户注册");
  });
}

test("L5 an unknown phone", async ({ loginPage }) => {
  await loginPage.enter("xizang", "自然人业务", { account: "15499999999" });
  await loginPage.expectAlert("手机号码不存在，您可以尝试使用证件号码登录");
});

test("L5 an enterprise nobody registered, or another bureau's", async ({ loginPage }) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: unusedCreditCode(),
    account: person.phone,
  });
  await loginPage.expectAlert("未查询到该企业的登记信息");
  await loginPage.enter("qingdao", "企业业务", {
    taxpayerId: taiyue.creditCode,
    account: person.phone,
  });
  await loginPage.expectAlert("未查询到该企业的登记信息");
  await loginPage.expectFieldError(loginPage.taxpayerId, /未查询到该企业的登记信息/);
});

test("L5 a wrong password says how many tries are left, and success gives them back", async ({
  page,
  loginPage,
}) => {
  const person = await newPerson();
  const wrong = { account: person.phone, password: "Wrong@2026" };
  await loginPage.enter("shandong", "自然人业务", wrong);
  await loginPage.expectAlert("账号或密码错误，今日还可尝试4次");
  await loginPage.expectFieldError(loginPage.password, /账号或密码错误，今日还可尝试4次/);
  await loginPage.password.fill("Wrong@2027");
  await loginPage.submitButton.click();
  await loginPage.expectAlert("账号或密码错误，今日还可尝试3次");
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  await expect(page).toHaveURL(/\/login\/verify/);
  await loginPage.enter("shandong", "自然人业务", wrong);
  await loginPage.expectAlert("账号或密码错误，今日还可尝试4次");
});

test("L5 陈静's phone is empty: the page says what to do", async ({ page, loginPage }) => {
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: qilu.creditCode,
    account: demoPerson("chenjing").documentNumber,
  });
  await expect(page).toHaveURL(/\/login\/verify/);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "您的手机号为空，请您通过扫码验证方式登录系统，并在账户中心的手机号码修改菜单中添加默认手机号。",
  );
  await expect(
    page.getByRole("main").getByRole("link", { name: "找回手机号码", exact: true }),
  ).toHaveAttribute("href", "/shandong/find-phone");
  await expectAccessible(page);
});

test("E5 徐岩 is frozen in 泰岳", async ({ loginPage }) => {
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: taiyue.creditCode,
    account: demoPerson("xuyan").phones[0] ?? "",
  });
  await loginPage.expectAlert("办税人员已冻结");
});

test("L5 郭欣's application waits for 齐鲁, and 新泉 is not confirmed yet", async ({
  loginPage,
}) => {
  const account = demoPerson("guoxin").phones[0] ?? "";
  await loginPage.enter("shandong", "企业业务", { taxpayerId: qilu.creditCode, account });
  await expect(loginPage.alert).toContainText("未查询到您与该企业的关联关系：您的授权尚待确认");
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: demoEnterprise("xinquan").creditCode,
    account,
  });
  await expect(loginPage.alert).toContainText("请先办理新办纳税人套餐服务");
});

for (const [what, columns] of [
  ["ended yesterday", { validTo: "2020-01-01" }],
  ["has not begun", { validFrom: "2099-01-01" }],
  ["was made in the old style only", { legacyOnly: 1 }],
  ["was removed", { status: "REMOVED", living: null }],
] as const) {
  test(`L5 a relation that ${what} does not admit`, async ({ loginPage }) => {
    const person = await newPerson();
    const enterprise = await newEnterprise();
    await relate(person, enterprise, "TAX_HANDLER", columns);
    await loginPage.enter("shandong", "企业业务", {
      taxpayerId: enterprise.creditCode,
      account: person.phone,
    });
    await expect(loginPage.alert).toContainText("未查询到您与该企业的关联关系");
  });
}

test("L5 a closed enterprise is not registered any more", async ({ loginPage }) => {
  const { person, enterprise } = await newTaxpayer();
  await change(`UPDATE "Enterprise" SET "status" = 'CLOSED' WHERE "id" = ?`, enterprise.id);
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: enterprise.creditCode,
    account: person.phone,
  });
  await loginPage.expectAlert("未查询到该企业的登记信息");
});

test("L7 an ordinary enterprise cannot be entered as an agency, nor by who is not its staff", async ({
  loginPage,
}) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "代理业务", {
    taxpayerId: taiyue.creditCode,
    account: person.phone,
  });
  await expect(loginPage.alert).toContainText("请改用企业业务入口登录");
  await loginPage.enter("shandong", "代理业务", {
    taxpayerId: demoEnterprise("chengxin").creditCode,
    account: person.phone,
  });
  await expect(loginPage.alert).toContainText("您不在该机构报送的人员名单中");
});

test("L5 who is told about a relation has typed the right password first", async ({
  loginPage,
}) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: taiyue.creditCode,
    account: person.phone,
    password: "Wrong@2026",
  });
  await loginPage.expectAlert("账号或密码错误，今日还可尝试4次");
  await expect(loginPage.alert).not.toContainText("关联关系");
});

test("L2 a passport number that two people hold asks for type and country", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
}) => {
  const number = "LP7654321";
  await newPerson({ passport: { number, country: "US" } });
  const german = await newPerson({ passport: { number, country: "DE" } });
  await loginPage.enter("shandong", "自然人业务", { account: number.toLowerCase() });
  await loginPage.expectAlert("该号码对应多个证件，请选择您的证件类型和国籍（地区）");
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "证件类型" }).selectOption({ label: "外国护照" });
  await page.getByRole("textbox", { name: "国籍（地区）" }).fill("DE");
  await loginPage.submitButton.click();
  await expect(verifyPage.heading).toBeVisible();
  await verifyPage.pass(german.phone);
  await homePage.expectActing("shandong", german.name);
});
