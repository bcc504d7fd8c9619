import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { ORIGIN } from "./fixtures/actions";
import { count, insert, minutesAgo } from "./fixtures/database";
import { newPerson, type StoredPerson } from "./fixtures/people";
import { firstFactor, signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const enter = (page: Page, { phone }: StoredPerson) =>
  signIn(page.request, { account: phone, phone });

function message(person: StoredPerson, id: string, kind: string, params: object = {}) {
  return insert("Message", {
    id: `${person.id}-${id}`,
    personId: person.id,
    kind,
    params: JSON.stringify(params),
    createdAt: minutesAgo(5),
  });
}

test("A5 the header counts unread messages; opening one and 全部标为已读 count down", async ({
  page,
  homePage,
}) => {
  const person = await newPerson();
  await enter(page, person);
  await page.goto("/shandong/account/messages");
  await expect(page.getByText("没有消息")).toBeVisible();
  await expectAccessible(page);
  await message(person, "a", "PHONE_ADDED", { phone: "154****0001" });
  await message(person, "b", "USERNAME_CHANGED");
  await message(person, "c", "ACCOUNT_REGISTERED");
  await page.goto("/shandong/home");
  await homePage.banner.getByRole("link", { name: "消息中心，3条未读" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "消息中心" })).toBeVisible();
  await expect(page.getByText("未读", { exact: true })).toHaveCount(3);
  await expectAccessible(page);
  await page.getByRole("link", { name: "已添加手机号码" }).click();
  await expect(page.getByText("您的账户添加了手机号码154****0001。")).toBeVisible();
  await expect(homePage.banner.getByRole("link", { name: "消息中心，2条未读" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/shandong/account/messages");
  await page.getByRole("button", { name: "全部标为已读" }).click();
  await expect(page.getByText("未读", { exact: true })).toHaveCount(0);
  await expect(homePage.banner.getByRole("link", { name: "消息中心", exact: true })).toBeVisible();
  const other = await newPerson();
  await message(other, "x", "USERNAME_CHANGED");
  const foreign = await page.goto(`/shandong/account/messages/${other.id}-x`);
  expect(foreign?.status()).toBe(404);
});

test("B5 B4 a login on a new device is told by SMS; its link, opened signed out, ends all sessions and forces a new password", async ({
  page,
  browser,
  outbox,
  loginPage,
  verifyPage,
}) => {
  const person = await newPerson();
  await enter(page, person);
  const intruder = await browser.newContext({ baseURL: ORIGIN });
  const theirs = await intruder.newPage();
  await enter(theirs, person);
  await enter(page, person);
  const alerts = (await outbox.to(person.phone)).filter(({ purpose }) => purpose === "NOTICE");
  expect(alerts).toHaveLength(1);
  const link = /http\S+$/.exec(alerts[0]?.text ?? "")?.[0] ?? "";

  const reader = await browser.newContext({ baseURL: ORIGIN });
  const report = await reader.newPage();
  await report.goto(link);
  await expect(report.getByText("您的账户在以前没有使用过的设备上登录")).toBeVisible();
  await expectAccessible(report);
  await report.getByRole("button", { name: "不是我本人操作" }).click();
  await expect(report.getByText(/报告编号 AQ\d{8}-[A-Z2-9]{6}/)).toBeVisible();
  await expectAccessible(report);
  await report.reload();
  await expect(report.getByText(/报告编号 AQ/)).toBeVisible();
  await report.goto(`/shandong/report/${"A".repeat(43)}`);
  await expect(report.getByText("链接无效或已过期")).toBeVisible();

  for (const each of [page, theirs]) {
    await each.goto("/shandong/home");
    await expect(each).toHaveURL(/\/shandong\/login\?reason=SIGNED_OUT/);
  }
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  await verifyPage.pass(person.phone);
  await expect(page.getByRole("heading", { name: "修改密码" })).toBeVisible();
  await page.getByRole("textbox", { name: "新密码", exact: true }).fill("Baogao@2026x");
  await page.getByRole("textbox", { name: "确认新密码" }).fill("Baogao@2026x");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page).toHaveURL(/reason=PASSWORD_CHANGED/);
  expect(await firstFactor(page.request, { account: person.phone })).toMatchObject({
    problems: [{ code: "PASSWORD_WRONG" }],
  });
  await Promise.all([intruder.close(), reader.close()]);
});

test("B4 in the message centre 不是我本人操作 asks first, then ends this session too", async ({
  page,
}) => {
  const person = await newPerson();
  await enter(page, person);
  await message(person, "a", "PASSWORD_CHANGED");
  await page.goto(`/shandong/account/messages/${person.id}-a`);
  await page.getByRole("button", { name: "不是我本人操作" }).click();
  const dialog = page.getByRole("dialog", { name: "报告“不是我本人操作”" });
  await expect(dialog.getByText("下次登录")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "报告并结束所有登录" }).click();
  await expect(page.getByText(/报告编号 AQ/)).toBeVisible();
  await page.goto("/shandong/home");
  await expect(page).toHaveURL(/reason=SIGNED_OUT/);
});

test("A1 one ends a login elsewhere, sees the history, and exports it", async ({
  page,
  browser,
}) => {
  const person = await newPerson();
  await enter(page, person);
  const elsewhere = await browser.newContext({ baseURL: ORIGIN });
  const there = await elsewhere.newPage();
  await enter(there, person);
  await page.goto("/shandong/account/sessions");
  const devices = page.getByRole("table", { name: "已登录的设备" });
  await expect(devices.getByRole("row")).toHaveCount(3);
  await expect(devices.getByText("本机", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await devices.getByRole("button", { name: "退出" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已退出" })).toBeVisible();
  await expect(devices.getByRole("row")).toHaveCount(2);
  await there.goto("/shandong/home");
  await expect(there).toHaveURL(/reason=SIGNED_OUT/);
  await expect(
    page.getByRole("table", { name: "登录与安全记录" }).getByText("退出其他设备上的登录"),
  ).toBeVisible();
  await page.getByLabel("结束日期").fill("2020-01-01");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page.getByText("这段时间没有记录")).toBeVisible();

  const file = await page.request.get(`/shandong/account/sessions/export?personId=${person.id}x`);
  expect(file.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "cache-control": "no-store",
  });
  const text = (await file.body()).toString("utf8");
  expect(text.startsWith('\uFEFF"时间"')).toBe(true);
  expect(text.match(/"登录"/g)).toHaveLength(2);
  for (const path of ["sessions/export", "personal-data/download"]) {
    expect((await there.request.get(`/shandong/account/${path}`)).status()).toBe(401);
    expect((await page.request.get(`/xizang/account/${path}`)).status()).toBe(401);
  }
  await elsewhere.close();
});

test("A1 个人信息查询与更正 shows what is kept, masked, and gives it whole as a file", async ({
  page,
}) => {
  const person = await newPerson();
  await enter(page, person);
  await page.goto("/shandong/account/personal-data");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("个人信息查询与更正");
  await expect(page.getByRole("main")).not.toContainText(person.documentNumber);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载个人信息" }).click();
  const { identity, phones } = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(identity.documentNumber).toBe(person.documentNumber);
  expect(phones).toMatchObject([{ number: person.phone }]);
  const recorded = `SELECT COUNT(*) FROM "AuditEvent" WHERE "personId" = ? AND "action" = 'DOWNLOAD_PERSONAL_DATA'`;
  expect(await count(recorded, person.id)).toBe(1);
});
