import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { row } from "./fixtures/database";
import { demoEnterprise, demoPerson } from "./fixtures/demo";
import { agree, listStaff, newEnterprise, newPerson, newTaxpayer, relate } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const taiyue = demoEnterprise("taiyue");
const chengxin = demoEnterprise("chengxin");
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

test("L6 王芳 chooses between two roles", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
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
    /^【国家税务总局西藏自治区电子税务局】验证码\d{6}，用于登录，5分钟内有效[\s\S]*\n@localhost:3210 #\d{6}$/,
  );
});

test("L7 孙丽 is offered 泰岳 and 东海, and told why not 齐鲁", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "代理业务", {
    taxpayerId: chengxin.creditCode,
    account: phoneOf("sunli"),
  });
  await verifyPage.pass(phoneOf("sunli"));
  await expect(page.getByRole("radio")).toHaveCount(2);
  await expect(identityPage.option(/山东泰岳贸易有限公司/)).toBeVisible();
  await expect(identityPage.option(/山东东海物流有限公司/)).toBeVisible();
  const missing = page.getByRole("region", { name: "不能选择的委托企业" });
  await expect(missing).toContainText("山东齐鲁装备制造有限公司");
  await expect(missing).toContainText("协议已到期自动终止");
  await expectAccessible(page);
  await identityPage.choose(/山东东海物流有限公司/);
  await homePage.expectActing(
    "shandong",
    "孙丽",
    "山东东海物流有限公司",
    "涉税代理人员",
    chengxin.name,
  );
});

test("L7 丁宁 is told why there is nothing to choose", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
}) => {
  await loginPage.enter("shandong", "代理业务", {
    taxpayerId: chengxin.creditCode,
    account: phoneOf("dingning"),
  });
  await verifyPage.pass(phoneOf("dingning"));
  await expect(page.getByText("未报送《涉税专业服务协议要素信息采集表》")).toBeVisible();
  await expect(identityPage.enterButton).toBeHidden();
  await expectAccessible(page);
});

test("L7 the agency's own affairs go through 企业业务: 周强", async ({
  loginPage,
  verifyPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: chengxin.creditCode,
    account: phoneOf("zhouqiang"),
  });
  await verifyPage.pass(phoneOf("zhouqiang"));
  await homePage.expectActing("shandong", "周强", chengxin.name, "法定代表人");
});

test("B8 an agent with one client is in at once; one with many searches and pages", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
  const agency = await newEnterprise({ kind: "AGENCY" });
  const [single, busy] = [await newPerson(), await newPerson()];
  await listStaff(agency, single);
  await listStaff(agency, busy);
  const clients = [];
  for (let each = 0; each < 25; each++) {
    const client = await newEnterprise();
    await agree(agency, client, busy);
    clients.push(client);
  }
  const [only, last] = [clients[0], clients[24]];
  if (!only || !last) throw new Error("no clients");
  await agree(agency, only, single);

  await loginPage.enter("shandong", "代理业务", {
    taxpayerId: agency.creditCode,
    account: single.phone,
  });
  await verifyPage.pass(single.phone);
  await homePage.expectActing("shandong", single.name, only.name);

  await page.context().clearCookies();
  await loginPage.enter("shandong", "代理业务", {
    taxpayerId: agency.creditCode,
    account: busy.phone,
  });
  await verifyPage.pass(busy.phone);
  await expect(page.getByRole("radio")).toHaveCount(20);
  await page.getByRole("link", { name: "下一页" }).click();
  await expect(page.getByRole("radio")).toHaveCount(5);
  await page.getByRole("searchbox", { name: /委托企业/ }).fill(last.creditCode);
  await expect(page.getByRole("radio")).toHaveCount(1);
  await identityPage.choose(new RegExp(last.name));
  await homePage.expectActing("shandong", busy.name, last.name);
});

test("L8 次仁旺堆 finds the project by its last four digits", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "特定主体", {
    projectKind: "跨区域报验户",
    taxpayerId: xuelian.creditCode,
    account: phoneOf("cering"),
  });
  await verifyPage.pass(phoneOf("cering"));
  await expect(page.getByRole("heading", { name: "跨区域办税身份选择" })).toBeVisible();
  await expect(identityPage.projectKind).toHaveValue("REPORT");
  await expect(page.getByRole("radio")).toHaveCount(2);
  await identityPage.projectSearch.fill("1234");
  await expect(page.getByRole("radio")).toHaveCount(1);
  const found = page.getByRole("group").filter({ has: page.getByRole("radio") });
  for (const text of [
    "藏跨报〔2026〕000000001234",
    "济南东站配套工程",
    xuelian.name,
    "国家税务总局济南市历城区税务局",
    "有效期2026年3月1日至2027年3月1日",
  ]) {
    await expect(found).toContainText(text);
  }
  await expectAccessible(page);
  await identityPage.choose(/1234/);
  await homePage.expectActing("shandong", "次仁旺堆", xuelian.name, "济南东站配套工程");
});

test("L8 the type chosen on the form is prefilled and can be changed", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
}) => {
  await loginPage.enter("shandong", "特定主体", {
    projectKind: "跨区域财产税源登记",
    taxpayerId: xuelian.creditCode,
    account: phoneOf("cering"),
  });
  await verifyPage.pass(phoneOf("cering"));
  await expect(identityPage.projectKind).toHaveValue("PROPERTY_SOURCE");
  await expect(page.getByRole("radio")).toHaveCount(1);
  await expect(identityPage.option(/藏跨源〔2026〕000000000042/)).toBeVisible();
  await identityPage.projectKind.selectOption({ label: "跨区域报验户" });
  await expect(identityPage.option(/1234/)).toBeVisible();
  await identityPage.projectSearch.fill("5678");
  await expect(page.getByText("没有符合条件的编号")).toBeVisible();
});

test("L8 丹增 is sub identity of the one project that names him", async ({
  page,
  loginPage,
  verifyPage,
  identityPage,
  homePage,
}) => {
  await loginPage.enter("shandong", "特定主体", {
    projectKind: "跨区域报验户",
    taxpayerId: xuelian.creditCode,
    account: phoneOf("danzeng"),
  });
  await verifyPage.pass(phoneOf("danzeng"));
  await expect(page.getByRole("radio")).toHaveCount(1);
  await identityPage.choose(/9012/);
  await homePage.expectActing("shandong", "丹增", xuelian.name, "子身份办税员", "烟台风电塔筒安装");
});

for (const [who, role] of [
  ["an invoice clerk", "INVOICE_CLERK"],
  ["a person without relation", null],
] as const) {
  test(`L8 ${who} sees no project and is told what to do`, async ({
    page,
    loginPage,
    verifyPage,
    identityPage,
  }) => {
    const person = await newPerson();
    if (role) {
      const { id } = await row(
        `SELECT "id" FROM "Enterprise" WHERE "creditCode" = ?`,
        xuelian.creditCode,
      );
      await relate(person, { ...xuelian, id: String(id) }, role);
    }
    await loginPage.enter("shandong", "特定主体", {
      projectKind: "跨区域报验户",
      taxpayerId: xuelian.creditCode,
      account: person.phone,
    });
    await verifyPage.pass(person.phone);
    await expect(identityPage.alert).toContainText("请选择跨区域涉税事项管理编号");
    await expect(identityPage.alert).toContainText("未查询到您与该企业的关联关系");
    await expect(identityPage.enterButton).toBeHidden();
    await expectAccessible(page);
  });
}

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
