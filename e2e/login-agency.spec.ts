import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { demoEnterprise, demoPerson } from "./fixtures/demo";
import { agree, listStaff, newEnterprise, newPerson } from "./fixtures/people";
import { test } from "./fixtures/test";

const chengxin = demoEnterprise("chengxin");

function phoneOf(key: string): string {
  return demoPerson(key).phones[0] ?? "";
}

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
