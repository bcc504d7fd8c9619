import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change, minutesAgo } from "./fixtures/database";
import { signInOfficer } from "./fixtures/hall-sign-in";
import { newPerson } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const REASON = "核查纳税人投诉";
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("T1 an auditor finds a login in the audit trail with a reason, verifies the chain and exports", async ({
  page,
  playwright,
  baseURL,
}) => {
  const person = await newPerson();
  const visitor = await playwright.request.newContext({ baseURL });
  await signIn(visitor, { account: person.phone, phone: person.phone });
  await signInOfficer(page.request, { region: "shandong", role: "AUDITOR" });
  await page.goto("/hall/audit");
  await expectAccessible(page);
  const search = page.getByRole("form", { name: "查询审计日志" });
  await search.getByLabel("自然人证件号码").fill(person.documentNumber);
  await search.getByRole("button", { name: "查询" }).click();
  await expect(search.getByRole("alert")).toContainText("办理事由");
  await search.getByLabel("办理事由").fill(REASON);
  await search.getByRole("button", { name: "查询" }).click();
  const trail = page.getByRole("table", { name: "审计日志" });
  await expect(trail.getByRole("cell", { name: "登录", exact: true })).toBeVisible();
  expect(page.url()).not.toContain(person.documentNumber);
  await expectAccessible(page);

  const exported = section(page, "导出查询结果");
  await exported.getByLabel("办理事由").fill("报送上级核查");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    exported.getByRole("button", { name: "导出CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  expect(lines[0]).toContain("办理事由");
  expect(lines.some((line) => line.includes("登录"))).toBe(true);

  const verified = section(page, "校验审计日志");
  await verified.getByLabel("办理事由").fill("每月例行校验");
  await verified.getByRole("button", { name: "校验" }).click();
  await expect(verified.getByText(/审计日志完整，共\d+条/)).toBeVisible();
  await page.goto("/hall/announcements");
  await expect(page.getByRole("heading", { name: "您的岗位不能使用该功能" })).toBeVisible();
});

const BODY = [
  "## 停机时间",
  "今晚**停机**",
  "<script>window.stolen = 1</script>",
  "<img src=x onerror='window.stolen = 1'>",
  "[点这里](javascript:window.stolen=1)",
].join("\n\n");

test("OL6 a planned announcement comes out at its time, without the script somebody put into it", async ({
  page,
}) => {
  await signInOfficer(page.request, { region: "xizang", role: "COUNTER" });
  await page.goto("/hall/announcements/new");
  const title = `系统停机公告${Date.now()}`;
  await page.getByLabel("标题").fill(title);
  await page.getByLabel("正文").fill(BODY);
  await page.getByLabel("办理事由").fill("按计划停机");
  await page.getByRole("button", { name: "保存草稿" }).click();
  const preview = section(page, "预览");
  await expect(preview.getByRole("heading", { name: "停机时间" })).toBeVisible();
  await expect(preview.locator("script, img, [onerror], [href^=javascript]")).toHaveCount(0);
  await expectAccessible(page);

  const id = page.url().split("/").at(-1) ?? "";
  const shown = `/xizang/announcements/${id}`;
  const publishing = section(page, "发布");
  await publishing.getByLabel("发布时间").fill("2099-01-01T09:30");
  await publishing.getByLabel("办理事由").fill("按计划停机");
  await publishing.getByRole("button", { name: "发布" }).click();
  await expect(page.getByText("2099年1月1日 09:30 发布")).toBeVisible();
  expect((await page.request.get(shown)).status()).toBe(404);
  await change(`UPDATE "Announcement" SET "publishedAt" = ? WHERE "id" = ?`, minutesAgo(1), id);
  await page.goto(shown);
  const article = page.getByRole("article");
  await expect(article.getByText("停机", { exact: true })).toBeVisible();
  await expect(article.locator("script, img, [onerror], [href^=javascript]")).toHaveCount(0);
  expect(await page.evaluate("window.stolen")).toBeUndefined();
  await expectAccessible(page);

  await page.goto(`/hall/announcements/${id}`);
  await page.getByRole("button", { name: `撤回 ${title}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("办理事由").fill("停机取消");
  await dialog.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("已撤回")).toBeVisible();
  expect((await page.request.get(shown)).status()).toBe(404);
});

test("T1 the hall's first page shows the login just made and its text message", async ({
  page,
  playwright,
  baseURL,
}) => {
  const person = await newPerson();
  const visitor = await playwright.request.newContext({ baseURL });
  await signIn(visitor, { account: person.phone, phone: person.phone, region: "qingdao" });
  await signInOfficer(page.request, { region: "qingdao", role: "SUPERVISOR" });
  await page.goto("/hall");
  const entries = page.getByRole("figure", { name: "登录（按入口）" });
  await expect(entries.getByText(/自然人业务 [1-9]\d*次/)).toBeVisible();
  const factors = page.getByRole("figure", { name: "登录（按第二认证方式）" });
  await expect(factors.getByText(/短信[^\d]*[1-9]\d*次/)).toBeVisible();
  const messages = page.getByRole("figure", { name: "短信投递" });
  await expect(messages.getByText(/已送达 [1-9]\d*条/)).toBeVisible();
  await entries.getByText("查看数据表").click();
  await expect(entries.getByRole("columnheader", { name: "自然人业务" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/hall/messages");
  const masked = `${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`;
  await expect(page.getByRole("cell", { name: masked }).first()).toBeVisible();
  await expectAccessible(page);
});
