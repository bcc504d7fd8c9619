import { type Browser, expect } from "@playwright/test";
import { dayOf } from "@/lib/domain/china-time";
import { expectAccessible } from "./fixtures/accessibility";
import { insert, row } from "./fixtures/database";
import { photographOfTheMan } from "./fixtures/face-media";
import { newOfficer, OFFICER_PASSWORD, signInOfficer, type TestOfficer } from "./fixtures/officers";
import { newIdentity, newTaxpayer } from "./fixtures/people";
import { firstFactor, signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { HallPage } from "./pages/hall-page";
import { VerifyPage } from "./pages/verify-page";

/** The hall in a browser of the officer's own. */
async function hallOf(browser: Browser, officer: TestOfficer): Promise<HallPage> {
  const page = await (await browser.newContext()).newPage();
  await signInOfficer(page.request, officer);
  return new HallPage(page);
}

test("T1 B13 an officer signs in, looks a person up with a reason, and leaves; an auditor does no counter work", async ({
  page,
  browser,
}) => {
  const officer = await newOfficer();
  const { person } = await newTaxpayer();
  await page.goto("/hall/people");
  await expect(page).toHaveURL(/\/hall\/login\?reason=SIGNED_OUT/);
  const hall = new HallPage(page);
  await hall.signIn(officer, OFFICER_PASSWORD);
  await expect(page.getByRole("banner")).toContainText(officer.name);
  await expectAccessible(page);

  await hall.open("人员查询");
  await hall.field("证件号码/手机号码").fill(person.documentNumber);
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await expect(hall.alert).toContainText("请填写办理事由");
  await hall.lookUp("证件号码/手机号码", person.documentNumber);
  await expect(page.getByRole("heading", { level: 1, name: person.name })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(person.documentNumber);
  await expectAccessible(page);
  await page.getByRole("button", { name: "退出" }).first().click();
  await expect(page.getByText("您已安全退出")).toBeVisible();

  const auditor = await hallOf(browser, await newOfficer({ role: "AUDITOR" }));
  const refused = await auditor.page.goto("/hall/people");
  expect(refused?.status()).toBe(403);
  await expect(auditor.alert.or(auditor.page.getByRole("main"))).toContainText(
    "“人员查询”由以下岗位办理：办税窗口、主管",
  );
});

test("T1 an officer ends the logins of somebody, whose next click leads to the login", async ({
  page,
  browser,
}) => {
  const { person, enterprise } = await newTaxpayer();
  const login = { account: person.phone, phone: person.phone, taxpayerId: enterprise.creditCode };
  await signIn(page.request, login);
  await page.goto("/shandong/home");
  const hall = await hallOf(browser, await newOfficer());
  await hall.open("人员查询");
  await hall.lookUp("证件号码/手机号码", person.documentNumber);
  const sessions = hall.page.getByRole("definition").filter({ hasText: /^1处$/ });
  await expect(sessions).toBeVisible();
  await hall.page.getByRole("button", { name: `结束登录 ${person.name}` }).click();
  await expectAccessible(hall.page);
  await hall.page.keyboard.press("Escape");
  await hall.act(`结束登录 ${person.name}`);
  await expect(sessions).toBeHidden();
  await expect(hall.page.getByRole("button", { name: /结束登录/ })).toBeHidden();

  await page.getByRole("link", { name: "消息中心" }).click();
  await expect(page).toHaveURL(/\/shandong\/login/);
  await signIn(page.request, login);
  await page.goto("/shandong/account/messages");
  await expect(page.getByText("登录已由办税服务厅结束")).toBeVisible();
});

test("T1 K4 a person collected at the counter gets an account there, and logs in with the initial password", async ({
  browser,
  request,
}) => {
  const identity = newIdentity();
  const hall = await hallOf(browser, await newOfficer({ region: "qingdao" }));
  const { page } = hall;
  await hall.open("实名信息采集");
  await hall.field("证件号码").fill(identity.documentNumber);
  await hall.field("姓名").fill(identity.name);
  await hall.field("手机号码").fill(identity.phone);
  await page.getByRole("checkbox", { name: /本人已单独同意/ }).check();
  await hall.field("办理事由").fill("首次采集实名信息");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(hall.alert).toContainText("请拍摄或选择照片");
  await page.getByLabel("照片", { exact: true }).setInputFiles({
    name: "photo.jpg",
    mimeType: "image/jpeg",
    buffer: await photographOfTheMan(),
  });
  await expect(page.getByRole("img", { name: "将要提交的照片" })).toBeVisible();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: identity.name })).toBeVisible();
  await page.getByRole("link", { name: "开户", exact: true }).last().click();
  await hall.field("手机号码").fill(identity.phone);
  const code = await new VerifyPage(page).receiveCode(identity.phone);
  await hall.field("短信验证码").fill(code);
  await hall.field("办理事由").fill("本人申请开户");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("definition").filter({ hasText: "正常" })).toBeVisible();
  const login = await firstFactor(request, {
    region: "qingdao",
    account: identity.documentNumber,
    password: identity.documentNumber.slice(-6),
  });
  expect(login).toMatchObject({ ok: true, value: { to: expect.stringContaining("verify") } });
});

test("T1 the account of a legal representative is unlocked by two officers", async ({
  browser,
}) => {
  const { person } = await newTaxpayer();
  await insert("AuthenticationCounter", {
    accountId: person.accountId,
    method: "PASSWORD",
    day: dayOf(new Date()),
    failures: 5,
  });
  const requester = await hallOf(browser, await newOfficer({ role: "SUPERVISOR" }));
  await requester.open("解锁");
  await requester.lookUp("证件号码/手机号码", person.documentNumber);
  await requester.page.getByRole("button", { name: `解锁 ${person.name}` }).click();
  const dialog = requester.page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "办理事由" }).fill(`解锁${person.accountId}`);
  await dialog.getByRole("button", { name: "提交" }).click();
  await expect(requester.page.getByText("已提交，主管复核同意后解锁")).toBeVisible();
  await requester.open("复核");
  const own = requester.page.getByRole("row").filter({ hasText: person.accountId });
  await expect(own.getByRole("button", { name: /同意/ })).toHaveCount(0);
  await expect(own.getByRole("button", { name: /撤回/ })).toBeVisible();

  const other = await hallOf(browser, await newOfficer({ role: "SUPERVISOR" }));
  await other.open("复核");
  const waiting = other.page.getByRole("row").filter({ hasText: person.accountId });
  await waiting.getByRole("button", { name: "同意 法定代表人账户解锁", exact: true }).click();
  const decision = other.page.getByRole("dialog");
  await decision.getByRole("textbox", { name: "办理事由" }).fill("已核对本人身份");
  await decision.getByRole("button", { name: "提交" }).click();
  await expect(waiting).toContainText("已同意");
  const left = await row(
    `SELECT COUNT(*) AS "n" FROM "AuthenticationCounter" WHERE "accountId" = ?`,
    person.accountId,
  );
  expect(left.n).toBe(0);
});

test("T1 a voucher is printed once, its password never on the screen", async ({ browser }) => {
  const { enterprise } = await newTaxpayer();
  const hall = await hallOf(browser, await newOfficer());
  const { page } = hall;
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = String(
        Number(document.documentElement.dataset.printed ?? 0) + 1,
      );
    };
  });
  await hall.open("密码重置");
  await hall.lookUp("统一社会信用代码/纳税人识别号或企业名称", enterprise.creditCode);
  await page.getByRole("button", { name: `密码重置 ${enterprise.name}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "办理事由" }).fill("法定代表人到场申请");
  await dialog.getByRole("button", { name: "提交" }).click();
  await expect(page.getByRole("heading", { name: "电子税务局办税用户注册凭证" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "打印凭证" }).click();
  await expect(page.getByText("凭证已打印，密码已从系统中清除")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset.printed)).toBe("1");
  const sealed = page.locator("[data-sealed]");
  await expect(sealed).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(sealed).toHaveText(/^\w{12}$/);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(sealed).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("该凭证已打印")).toBeVisible();
  await expect(page.getByRole("button", { name: "打印凭证" })).toHaveCount(0);
  const kept = await row(
    `SELECT "secretCipher" FROM "EnterpriseVoucher" WHERE "enterpriseId" = ?`,
    enterprise.id,
  );
  expect(kept.secretCipher).toBeNull();
});
