import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { rowLine, sampleRow, titleLine } from "@/scripts/imports/sample-rows";
import { expectAccessible } from "./fixtures/accessibility";
import { count } from "./fixtures/database";
import { newOfficer, signInOfficer } from "./fixtures/officers";
import { test } from "./fixtures/test";
import { HallPage } from "./pages/hall-page";
import { ImportPage } from "./pages/import-page";

/** Far from what other tests number. */
const FIRST = 5_000_000;

function fileOf(rows: Record<string, string>[]): string {
  return titleLine("PEOPLE") + rows.map((row) => rowLine("PEOPLE", row)).join("");
}

test("T2 a file with errors is corrected, approved by a second supervisor, and its people are there", async ({
  page,
  browser,
}) => {
  const officer = await newOfficer({ role: "SUPERVISOR" });
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  await signInOfficer(page.request, officer);
  const run = new ImportPage(page);
  await run.begin("人员信息");
  await expect(run.said("请上传文件")).toBeVisible();
  const rows = [FIRST, FIRST + 1].map((index) => sampleRow("PEOPLE", index));
  await run.upload("people.csv", fileOf([rows[0] ?? {}, { ...rows[1], documentNumber: "123" }]));
  await expect(run.said("文件有错误，没有导入任何数据")).toBeVisible();
  await expect(run.finding("证件号码的位数或字符与证件类型不符")).toContainText("3");
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载错误报告" }).click();
  const report = await readFile(await (await download).path(), "utf8");
  expect(report).toContain('"3","证件号码","错误"');

  await run.upload("people.csv", fileOf(rows));
  await expect(run.said("校验通过，尚未生效")).toBeVisible();
  await new HallPage(page).act("提交复核 人员信息");
  await expect(run.said("等待复核")).toBeVisible();
  await page.goto("/hall/four-eyes");
  await expect(page.getByRole("button", { name: "同意 数据导入" })).toHaveCount(0);

  const other = await browser.newContext();
  const decider = await other.newPage();
  await signInOfficer(decider.request, supervisor);
  await decider.goto("/hall/four-eyes");
  const mine = decider.getByRole("row").filter({ hasText: officer.name });
  await mine.getByRole("link", { name: "人员信息 2行" }).click();
  await expect(decider.getByRole("heading", { name: "预览" })).toBeVisible();
  const lines = decider.getByRole("table", { name: "文件内容" }).getByRole("row");
  await expect(lines).toHaveCount(3);
  await expect(lines.last()).toContainText("新增");
  await expect(lines.last()).not.toContainText(rows[1]?.documentNumber ?? "");
  await expectAccessible(decider);
  await decider.goBack();
  await mine.getByRole("button", { name: /^同意/ }).click();
  const dialog = decider.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "办理事由" }).fill("已核对数量");
  await dialog.getByRole("button", { name: "提交" }).click();
  await expect(dialog).toBeHidden();
  await other.close();

  await page.goBack();
  await expect(async () => {
    await page.reload();
    await expect(run.said("已全部生效")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("heading", { name: "导入结果" })).toBeVisible();
  for (const { name = "" } of rows) {
    expect(await count(`SELECT COUNT(*) FROM "Person" WHERE "name" = ?`, name)).toBe(1);
  }
});
