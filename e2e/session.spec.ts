import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { change, count, minutesAgo, row } from "./fixtures/database";
import { agree, listStaff, newEnterprise, newPerson, newTaxpayer, relate } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const ENDED = /\/shandong\/login\?reason=/;
const LOOK_MS = 3000;

/** Looks at the tab again until the page has noticed; it listens only once it is hydrated. */
async function lookingAgain(page: Page, expectation: () => Promise<void>) {
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expectation();
  }).toPass();
}

test("L9 the header names person and enterprise and has the ways on", async ({
  page,
  homePage,
}) => {
  const { person, enterprise, relationId } = await newTaxpayer();
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  });
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", person.name, enterprise.name, "法定代表人");
  await expect(page.getByText("关闭浏览器不会退出登录")).toBeVisible();
  await expect(homePage.switchButton).toBeVisible();
  await expect(homePage.authorityButton).toBeVisible();
  await expect(homePage.signOutButton).toBeVisible();
  await homePage.banner.getByRole("button", { name: new RegExp(enterprise.name) }).click();
  await expect(page.getByRole("menuitem", { name: "企业基本信息" })).toBeVisible();
  await page.keyboard.press("Escape");
  await homePage.banner.getByRole("button", { name: "我的信息" }).click();
  await page.getByRole("menuitem", { name: "账户中心" }).click();
  await expect(page).toHaveURL(/\/shandong\/account$/);
  const relation = await row(`SELECT "lastUsedAt" FROM "Relation" WHERE "id" = ?`, relationId);
  expect(relation.lastUsedAt).not.toBeNull();
});

test("L9 退出 ends the session on the server: the old cookie is worth nothing", async ({
  page,
  homePage,
}) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  const kept = await page.context().cookies();
  await page.goto("/shandong/home");
  await homePage.signOutButton.click();
  await expect(page).toHaveURL(/\/shandong\/login\?reason=SIGNED_OUT_BY_YOU/);
  await expect(page.getByText("您已安全退出")).toBeVisible();
  const session = await row(
    `SELECT "revokedAt", "revokedReason" FROM "LoginSession" WHERE "personId" = ?`,
    person.id,
  );
  expect(session.revokedAt).not.toBeNull();
  await page.context().addCookies(kept);
  await page.goto("/shandong/home");
  await expect(page).toHaveURL(ENDED);
});

test("L9 the session cookie is for the server alone and says nothing", async ({ page }) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  const cookie = (await page.context().cookies()).find(({ name }) => name === "portal.session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(cookie?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("L9 a new login in the same browser ends the one before", async ({ page }) => {
  const person = await newPerson();
  const form = { account: person.phone, phone: person.phone };
  await signIn(page.request, form);
  await signIn(page.request, form);
  const open = await count(
    `SELECT COUNT(*) FROM "LoginSession" WHERE "personId" = ? AND "revokedAt" IS NULL`,
    person.id,
  );
  expect(open).toBe(1);
});

for (const [limit, column, minutes] of [
  ["30 minutes without a click", "lastSeenAt", 31],
  ["8 hours after the login", "createdAt", 8 * 60 + 1],
] as const) {
  test(`L9 ${limit} the session is over`, async ({ page, homePage }) => {
    const person = await newPerson();
    await signIn(page.request, { account: person.phone, phone: person.phone });
    const set = (ago: number) =>
      change(
        `UPDATE "LoginSession" SET "${column}" = ? WHERE "personId" = ?`,
        minutesAgo(ago),
        person.id,
      );
    await set(minutes - 3);
    await page.goto("/shandong/home");
    await homePage.expectActing("shandong", person.name);
    await set(minutes);
    await page.goto("/shandong/account");
    await expect(page).toHaveURL(ENDED);
  });
}

test("L9 a countdown warns before the end, and 继续使用 keeps the session", async ({ page }) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await page.goto("/shandong/home");
  await change(
    `UPDATE "LoginSession" SET "lastSeenAt" = ? WHERE "personId" = ?`,
    minutesAgo(28.5),
    person.id,
  );
  const warning = page.getByRole("alertdialog", { name: "登录即将结束" });
  await lookingAgain(page, () => expect(warning).toBeVisible({ timeout: LOOK_MS }));
  await expect(warning).toContainText(/1:[0-3]\d/);
  await expect(warning.getByRole("button", { name: "退出" })).toBeVisible();
  await expectAccessible(page);
  await warning.getByRole("button", { name: "继续使用" }).click();
  await expect(warning).toBeHidden();
  const { lastSeenAt } = await row(
    `SELECT "lastSeenAt" FROM "LoginSession" WHERE "personId" = ?`,
    person.id,
  );
  expect(Date.now() - Date.parse(String(lastSeenAt))).toBeLessThan(60_000);
});

test("L9 the countdown to the absolute limit says that one has to log in again", async ({
  page,
}) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await change(
    `UPDATE "LoginSession" SET "createdAt" = ? WHERE "personId" = ?`,
    minutesAgo(8 * 60 - 1.5),
    person.id,
  );
  await page.goto("/shandong/home");
  const warning = page.getByRole("alertdialog", { name: "登录即将结束" });
  await expect(warning).toContainText("时间到后需要重新登录");
  await expect(warning.getByRole("button", { name: "继续使用" })).toBeHidden();
});

test("L9 a page left open leads to the login when its session is over", async ({ page }) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await page.goto("/shandong/home");
  await change(
    `UPDATE "LoginSession" SET "lastSeenAt" = ? WHERE "personId" = ?`,
    minutesAgo(31),
    person.id,
  );
  await lookingAgain(page, () =>
    expect(page).toHaveURL(/\/shandong\/login\?reason=SESSION_ENDED/, { timeout: LOOK_MS }),
  );
  await expect(page.getByText("由于长时间未操作或已达到登录时限")).toBeVisible();
});

test("A3 a closed account ends its sessions at once", async ({ page }) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await page.goto("/shandong/home");
  await change(`UPDATE "Account" SET "status" = 'CLOSED' WHERE "id" = ?`, person.accountId);
  await page.goto("/shandong/account");
  await expect(page).toHaveURL(ENDED);
});

test("B7 E5 who is frozen while signed in is told at the next click, and can go elsewhere", async ({
  page,
  homePage,
  switchPage,
}) => {
  const person = await newPerson();
  const [here, elsewhere] = [await newEnterprise(), await newEnterprise()];
  const relationId = await relate(person, here, "TAX_HANDLER");
  await relate(person, elsewhere, "TAX_HANDLER");
  await signIn(page.request, {
    account: person.phone,
    phone: person.phone,
    taxpayerId: here.creditCode,
  });
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", person.name, here.name);
  await change(`UPDATE "Relation" SET "frozenAt" = ? WHERE "id" = ?`, minutesAgo(0), relationId);
  await homePage.section("我要查询").click();
  await expect(page.getByText("办税人员已冻结")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "功能区" })).toBeHidden();
  await expectAccessible(page);
  await page.goto("/shandong/account/enterprise");
  await expect(page.getByText("办税人员已冻结")).toBeVisible();
  await homePage.switchButton.click();
  await expect(page.getByText("办税人员已冻结")).toBeVisible();
  await switchPage.switchTo(elsewhere.name);
  await homePage.expectActing("shandong", person.name, elsewhere.name);
});

for (const [what, columns, text] of [
  ["was removed", `"status" = 'REMOVED', "living" = NULL`, "您与该企业的关联关系已解除"],
  ["has expired", `"validTo" = '2020-01-01'`, "您与该企业的关联关系已到期"],
] as const) {
  test(`B7 a relation that ${what} while signed in is of no more use`, async ({ page }) => {
    const { person, enterprise, relationId } = await newTaxpayer();
    await signIn(page.request, {
      account: person.phone,
      phone: person.phone,
      taxpayerId: enterprise.creditCode,
    });
    await change(`UPDATE "Relation" SET ${columns} WHERE "id" = ?`, relationId);
    await page.goto("/shandong/home");
    await expect(page.getByText(text)).toBeVisible();
  });
}

test("B7 G2 an agent loses a client when the agreement is terminated", async ({ page }) => {
  const agency = await newEnterprise({ kind: "AGENCY" });
  const [client, agent] = [await newEnterprise(), await newPerson()];
  await listStaff(agency, agent);
  const agreementId = await agree(agency, client, agent);
  await signIn(page.request, {
    entry: "AGENCY",
    account: agent.phone,
    phone: agent.phone,
    taxpayerId: agency.creditCode,
  });
  await page.goto("/shandong/home");
  await expect(page.getByRole("banner")).toContainText(client.name);
  await change(`UPDATE "Agreement" SET "status" = 'TERMINATED' WHERE "id" = ?`, agreementId);
  await page.goto("/shandong/home");
  await expect(page.getByText("协议已终止")).toBeVisible();
});
