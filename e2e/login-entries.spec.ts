import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { row } from "./fixtures/database";
import { demoEnterprise, demoPerson } from "./fixtures/demo";
import { newEnterprise, newPerson, newTaxpayer, relate } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const taiyue = demoEnterprise("taiyue");
const xuelian = demoEnterprise("xuelian");

function phoneOf(key: string): string {
  return demoPerson(key).phones[0] ?? "";
}

test("L6 张伟 has one role in 泰岳 and is in at once", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: taiyue.creditCode,
    account: phoneOf("zhangwei"),
  });
  await expect(verifyPage.heading).toBeVisible();
  await expect(page.getByText("154****0001")).toBeVisible();
  await expect(page.getByText(phoneOf("zhangwei"))).toBeHidden();
  await expectAccessible(page);
  await verifyPage.pass(phoneOf("zhangwei"));
  await homePage.expectActing("shandong", "张伟", taiyue.name, "法定代表人");
});

test("L6 E3 王芳 chooses between two roles, switches to 齐鲁 and back without logging in again", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
  switchPage,
}) => {
  const qilu = demoEnterprise("qilu");
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: taiyue.creditCode,
    account: "wangfang90",
  });
  await verifyPage.pass(phoneOf("wangfang"));
  await expect(identityPage.option("办税员")).toBeVisible();
  await expect(identityPage.option("开票员")).toBeVisible();
  await expectAccessible(page);
  await identityPage.enterButton.click();
  await expect(identityPage.alert).toContainText("请选择要进入的身份");
  await identityPage.choose("开票员");
  await homePage.expectActing("shandong", "王芳", taiyue.name, "开票员");
  await homePage.switchButton.click();
  await expect(page).toHaveURL(/\/shandong\/account\/switch/);
  await expect(page.getByRole("heading", { name: "企业切换" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "项目切换" })).toBeVisible();
  await switchPage.switchTo(qilu.name);
  await homePage.expectActing("shandong", "王芳", qilu.name, "办税员");
  await expect(homePage.banner).not.toContainText(taiyue.name);
  await homePage.switchButton.click();
  await switchPage.switchTo(taiyue.name, "办税员");
  await homePage.expectActing("shandong", "王芳", taiyue.name, "办税员");
});

test("L6 卓玛 confirms being finance manager right there and cannot refuse", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
}) => {
  await loginPage.enter("xizang", "企业业务", {
    taxpayerId: xuelian.creditCode,
    account: demoPerson("zhuoma").documentNumber,
  });
  await verifyPage.pass(phoneOf("zhuoma"));
  const confirm = page.getByRole("button", { name: "确认并进入" });
  await expect(confirm).toBeVisible();
  await expect(page.getByText("财务负责人的授权不能拒绝")).toBeVisible();
  await expect(page.getByRole("button", { name: "拒绝" })).toHaveCount(0);
  await expectAccessible(page);
  await confirm.click();
  await homePage.expectActing("xizang", "卓玛", xuelian.name, "财务负责人");
  const relation = await row(
    `SELECT r."status" FROM "Relation" r JOIN "Person" p ON p."id" = r."personId" WHERE p."name" = '卓玛'`,
  );
  expect(relation.status).toBe("ACTIVE");
});

test("L6 a person who holds another role may enter with it and leave the confirmation for later", async ({
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  await relate(person, enterprise, "TAX_HANDLER");
  await relate(person, enterprise, "FINANCE_MANAGER", { status: "PENDING_PERSON" });
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: enterprise.creditCode,
    account: person.phone,
  });
  await verifyPage.pass(person.phone);
  await identityPage.choose("办税员");
  await homePage.expectActing("shandong", person.name, enterprise.name, "办税员");
});

test("L4 扎西顿珠 gets the code on the default phone, or on the one typed", async ({
  page,
  loginPage,
  verifyPage,
  outbox,
}) => {
  const { username, phones } = demoPerson("zhaxi");
  const [first = "", second = ""] = phones;
  const before = (await outbox.to(second)).length;
  await loginPage.enter("xizang", "企业业务", {
    taxpayerId: xuelian.creditCode,
    account: username ?? "",
  });
  await expect(page.getByText("154****0001")).toBeVisible();
  await expect(page.getByText("找回手机号码")).toHaveAttribute("href", "/xizang/find-phone");
  await verifyPage.receiveCode(first);
  expect((await outbox.to(second)).length).toBe(before);

  await loginPage.enter("xizang", "自然人业务", { account: second });
  await expect(page.getByText("154****0002")).toBeVisible();
  await verifyPage.receiveCode(second);
  const [message] = await outbox.to(second);
  expect(message?.text).toMatch(
    /^【国家税务总局西藏自治区电子税务局】验证码\d{6}，用于登录，5分钟内有效[\s\S]*\n@localhost:\d+ #\d{6}$/,
  );
});

test("K2 an e-mail account verifies by its mailbox: YUKI TANAKA", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "自然人业务", { account: "tr1234567" });
  await expect(page.getByRole("tab", { name: "邮箱验证" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "邮箱验证码" })).toBeVisible();
  await expect(page.getByText("y***@example.com")).toBeVisible();
  await verifyPage.pass("yuki@example.com");
  await homePage.expectActing("shandong", "YUKI TANAKA", "自然人业务");
});

test("L5 李明 gets in at 自然人业务", async ({ page, loginPage, verifyPage, homePage }) => {
  await loginPage.enter("shandong", "自然人业务", { account: phoneOf("liming") });
  await verifyPage.pass(phoneOf("liming"));
  await homePage.expectActing("shandong", "李明", "自然人业务");
  await expectAccessible(page);
});

for (const region of ["liaoning", "yunnan"]) {
  test(`N0.3 ${region} takes people in through the unified entry`, async ({
    loginPage,
    verifyPage,
    homePage,
  }) => {
    const { person, enterprise } = await newTaxpayer(region);
    await loginPage.enter(region, "企业业务", {
      taxpayerId: enterprise.creditCode,
      account: person.documentNumber,
    });
    await verifyPage.pass(person.phone);
    await homePage.expectActing(region, person.name, enterprise.name);
  });
}

test("L9 a login on another bureau's pages leads to the bureau that was signed in to", async ({
  page,
}) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone, region: "qingdao" });
  await page.goto("/shandong/home");
  await expect(page).toHaveURL(/\/qingdao\/home$/);
});
