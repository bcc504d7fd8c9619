import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { row } from "./fixtures/database";
import { signInOfficer } from "./fixtures/hall-sign-in";
import { newPerson } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const SHOTS = process.env.E2E_SHOTS;

test("A1 更正申请: the person asks, the hall corrects with a reason, the person reads it", async ({
  page,
  browser,
}) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await page.goto("/shandong/account/personal-data");
  const form = page.getByRole("form", { name: "更正申请" });
  await form.getByLabel("更正内容").selectOption("姓名");
  await form.getByLabel("更正为").fill("更正后姓名");
  await form.getByRole("button", { name: "提交申请" }).click();
  await expect(form.getByRole("alert")).toContainText("情况说明");
  await expect(form.getByLabel("更正为")).toHaveValue("更正后姓名");
  await form.getByLabel("情况说明").fill("公安机关已变更登记");
  await form.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("更正申请已提交")).toBeVisible();
  await expect(page.getByText("办理中", { exact: true })).toBeVisible();
  await expectAccessible(page);

  const office = await (await browser.newContext()).newPage();
  await signInOfficer(office.request, { region: "shandong", role: "COUNTER" });
  await office.goto("/hall");
  await office.getByRole("navigation").getByRole("link", { name: "更正申请" }).click();
  await expect(office.getByRole("heading", { level: 1, name: "更正申请" })).toBeVisible();
  await expect(office.getByRole("main")).not.toContainText("更正后姓名");
  await expectAccessible(office);
  const asked = `SELECT "id" FROM "CorrectionRequest" WHERE "personId" = ?`;
  const { id } = await row(asked, person.id);
  await office.goto(`/hall/corrections/${id}`);
  await expect(office.getByRole("heading", { name: "请先查询" })).toBeVisible();
  await office.goto("/hall/corrections");
  // The newest is the last one of those that wait.
  await office.getByRole("button", { name: /^受理/ }).last().click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("办理事由").fill("申请人到窗口办理");
  await dialog.getByRole("button", { name: "提交" }).click();
  await expect(office.getByText("更正后姓名")).toBeVisible();
  if (SHOTS) await office.screenshot({ path: `${SHOTS}/hall.png`, fullPage: true });
  await expectAccessible(office);
  await office.getByRole("button", { name: /^准予更正/ }).click();
  await dialog.getByLabel("办理事由").fill("已核对居民身份证原件");
  await dialog.getByRole("button", { name: "提交" }).click();
  await expect(office.getByText("已更正", { exact: true })).toBeVisible();

  await page.reload();
  await expect(page.getByText("已核对居民身份证原件")).toBeVisible();
  await expect(page.getByRole("region", { name: "身份信息" })).toContainText("更正后姓名");
  expect(await row(`SELECT "name" FROM "Person" WHERE "id" = ?`, person.id)).toEqual({
    name: "更正后姓名",
  });
  if (!SHOTS) return;
  for (const [name, width, colorScheme] of [
    ["wide", 1280, "light"],
    ["dark", 1280, "dark"],
    ["narrow", 390, "light"],
    ["smallest", 320, "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.locator("#corrections").scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  }
});
