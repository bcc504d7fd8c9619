import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { rows } from "./fixtures/database";
import { newOfficer, signInOfficer } from "./fixtures/officers";
import { newTaxpayer } from "./fixtures/people";
import { type SampleSystem, startSampleSystem, unusedOrigin } from "./fixtures/sample-system";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const REGION = "xizang";
let sample: SampleSystem | undefined;
test.afterEach(async () => {
  await sample?.stop();
  sample = undefined;
});

test("OIDC a supervisor registers a system, sees its secret once, and a function opens it signed in", async ({
  page,
  browser,
}) => {
  await signInOfficer(page.request, await newOfficer({ role: "SUPERVISOR", region: REGION }));
  const origin = await unusedOrigin();
  const name = `示例系统${new URL(origin).port}`;
  await page.goto("/hall/clients/new");
  await expectAccessible(page);
  const form = page.getByRole("form", { name: "登记客户端" });
  const field = (label: string) => form.getByRole("textbox", { name: label });
  await field("名称").fill(name);
  await form.getByLabel("办理的业务").selectOption("发票服务系统");
  await field("登录回调地址").fill(`${origin}/callback\nhttps://*.example/`);
  await field("登录发起地址").fill(`${origin}/login`);
  await field("退出返回地址").fill(`${origin}/`);
  await field("后台退出通知地址").fill(`${origin}/backchannel-logout`);
  await form.getByRole("searchbox", { name: "查找功能" }).fill("fpkj");
  await form.getByRole("checkbox", { name: "发票开具", exact: true }).check();
  await field("办理事由").fill("新系统上线");
  await form.getByRole("button", { name: "登记", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("第2行：地址不能含有“*”");
  await field("登录回调地址").fill(`${origin}/callback`);
  await form.getByRole("button", { name: "登记", exact: true }).click();
  const told = page.getByRole("region", { name: "客户端凭据" });
  await expect(told.getByText("密钥只显示这一次")).toBeVisible();
  await expectAccessible(page);
  const secret = (await told.locator("code").textContent()) ?? "";
  expect(secret).toMatch(/^[\w-]{43}$/);
  await told.getByRole("link", { name: "查看客户端" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const clientId = page.url().split("/").at(-1) ?? "";
  await expect(page.locator("body")).not.toContainText(secret);
  expect(await page.content()).not.toContain(secret);
  await expectAccessible(page);
  const [stored] = await rows(`SELECT * FROM "OidcClient" WHERE "id" = ?`, clientId);
  expect(JSON.stringify(stored)).not.toContain(secret);

  sample = await startSampleSystem(origin, { clientId, secret });
  const { person, enterprise } = await newTaxpayer(REGION);
  const taxpayer = await (await browser.newContext()).newPage();
  await signIn(taxpayer.request, {
    region: REGION,
    taxpayerId: enterprise.creditCode,
    account: person.phone,
    phone: person.phone,
  });
  await taxpayer.goto(`/${REGION}/functions/invoice-issue`);
  await expect(taxpayer.getByText("无需再次登录")).toBeVisible();
  const opened = taxpayer.waitForEvent("popup");
  await taxpayer.getByRole("link", { name: "打开发票服务系统" }).click();
  const system = await opened;
  await expect(system.getByText("已登录 Signed in")).toBeVisible();
  await expect(system.getByText("Function: invoice-issue")).toBeVisible();
  const claim = (claimed: string) =>
    system.getByRole("row").filter({ has: system.getByRole("rowheader", { name: claimed }) });
  await expect(claim("functions")).toContainText('["invoice-issue"]');
  await expect(claim("enterprise")).toContainText(enterprise.creditCode);
  await expect(system.locator("body")).not.toContainText(person.documentNumber);
  await system.getByRole("button", { name: "续期 Refresh" }).click();
  await expect(system.getByText("已续期")).toBeVisible();

  // 停用: the system is told that the login ended, and nobody signs in through it any more.
  await page.getByRole("button", { name: `停用 ${name}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "办理事由" }).fill("系统下线");
  await dialog.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("已停用")).toBeVisible();
  await expect.poll(() => sample?.output()).toContain("后台退出");
  await system.goto(origin);
  await system.getByRole("link", { name: "通过电子税务局登录" }).click();
  await expect(system.getByRole("heading", { level: 1 })).toHaveText("无法进入业务系统");
  await expect(system.getByText("已经停用")).toBeVisible();
  await taxpayer.reload();
  await expect(taxpayer.getByText("无需再次登录")).toBeHidden();
});

test("OIDC a counter officer and an auditor do not see business systems", async ({
  page,
  playwright,
  baseURL,
}) => {
  for (const role of ["COUNTER", "AUDITOR"] as const) {
    const request = await playwright.request.newContext({ baseURL });
    await signInOfficer(request, await newOfficer({ role, region: REGION }));
    expect((await request.get("/hall/clients")).status()).toBe(403);
    expect((await request.get("/hall/clients/new")).status()).toBe(403);
  }
  await page.goto("/hall/clients");
  await expect(page).toHaveURL(/\/hall\/login/);
});
