import { expect } from "@playwright/test";
import { answerOf, callAction, postAction } from "./fixtures/actions";
import { change, count, minutesAgo } from "./fixtures/database";
import { newPerson, newTaxpayer } from "./fixtures/people";
import { codeFor, signIn, startLogin } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const VERIFY = { path: "/shandong/login/verify", name: "submitSecondFactorAction" };

test("N1 a forged flow leads back to the login with a message", async ({ page }) => {
  for (const flow of ["", "x", "' OR 1=1 --", "0".repeat(64), "0".repeat(5_000)]) {
    await page.goto(`/shandong/login/verify?flow=${encodeURIComponent(flow)}`);
    await expect(page).toHaveURL(/\/shandong\/login\?reason=FLOW_EXPIRED/);
  }
  await page.goto("/shandong/login/verify?flow=a&flow=b");
  await expect(page).toHaveURL(/\/shandong\/login\?reason=FLOW_EXPIRED/);
  await page.goto("/shandong/login/identity");
  await expect(page.getByText("本次登录已超时或已结束，请重新登录")).toBeVisible();
});

test("N1 a step of a login that is over leads its own browser into the session, any other to the beginning", async ({
  page,
  verifyPage,
  browser,
  baseURL,
}) => {
  const person = await newPerson();
  const { flow } = await startLogin(page.request, { account: person.phone });
  await page.goto(`/shandong/login/verify?flow=${flow}`);
  await verifyPage.pass(person.phone);
  await expect(page).toHaveURL(/\/shandong\/home$/);
  for (const step of ["verify", "identity"]) {
    await page.goto(`/shandong/login/${step}?flow=${flow}`);
    await expect(page).toHaveURL(/\/shandong\/home$/);
  }
  const stranger = await browser.newContext({ baseURL });
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(`/shandong/login/identity?flow=${flow}`);
  await expect(elsewhere).toHaveURL(/\/shandong\/login\?reason=FLOW_EXPIRED/);
  await stranger.close();
});

test("N1 a flow of another browser, another bureau, or past its time is not found", async ({
  page,
  browser,
  baseURL,
}) => {
  const person = await newPerson();
  const { flow } = await startLogin(page.request, { account: person.phone });
  const stranger = await browser.newContext({ baseURL });
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(`/shandong/login/verify?flow=${flow}`);
  await expect(elsewhere).toHaveURL(/\/shandong\/login\?reason=FLOW_EXPIRED/);
  await stranger.close();
  await page.goto(`/xizang/login/verify?flow=${flow}`);
  await expect(page).toHaveURL(/\/xizang\/login\?reason=FLOW_EXPIRED/);
  await page.goto(`/shandong/login/verify?flow=${flow}`);
  await expect(page.getByRole("heading", { name: "身份验证" })).toBeVisible();
  await change(`UPDATE "Flow" SET "expiresAt" = ? WHERE "id" = ?`, minutesAgo(1), flow);
  await page.getByRole("textbox", { name: "短信验证码" }).fill("123456");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("本次登录已超时或已结束，请重新登录");
  await alert.getByRole("link", { name: "返回登录" }).click();
  await expect(page).toHaveURL(/\/shandong\/login$/);
});

test("N1 flow ids of wrong types answer problems", async ({ request }) => {
  for (const flow of [null, 7, [], {}, "x".repeat(100)]) {
    for (const [name, page] of [
      ["sendLoginCodeAction", "verify"],
      ["submitSecondFactorAction", "verify"],
      ["submitIdentityAction", "identity"],
      ["confirmFinanceManagerAction", "identity"],
      ["changeInitialPasswordAction", "change-password"],
    ] as const) {
      const response = await postAction(request, {
        path: `/shandong/login/${page}`,
        name,
        body: JSON.stringify([{ region: "shandong", flow, code: "123456", identity: "person" }]),
      });
      expect(response.status(), name).toBeLessThan(500);
      expect((await answerOf(response)).ok, name).toBe(false);
    }
  }
});

test("N1 an identity of somebody else, or of another kind, is not given", async ({ request }) => {
  const [mine, other] = [await newTaxpayer(), await newTaxpayer()];
  const login = await startLogin(request, {
    account: mine.person.phone,
    taxpayerId: mine.enterprise.creditCode,
  });
  // A second role makes the choice necessary.
  await change(
    `INSERT INTO "Relation" ("id", "personId", "enterpriseId", "role", "status", "living", "source", "createdAt", "updatedAt")
     SELECT "id" || 'x', "personId", "enterpriseId", 'TAX_HANDLER', "status", "living", "source", "createdAt", "updatedAt" FROM "Relation" WHERE "id" = ?`,
    mine.relationId,
  );
  const code = await codeFor(request, login, mine.person.phone);
  expect(await callAction(request, VERIFY.path, VERIFY.name, { ...login, code })).toMatchObject({
    ok: true,
    value: { to: `/shandong/login/identity?flow=${login.flow}` },
  });
  for (const identity of [
    `relation:${other.relationId}`,
    "person",
    "relation:",
    "client:x",
    `project:${mine.relationId}`,
    "root",
    "__proto__",
  ]) {
    const answer = await callAction(request, "/shandong/login/identity", "submitIdentityAction", {
      ...login,
      identity,
    });
    expect(answer.ok, identity).toBe(false);
  }
  expect(
    await count(`SELECT COUNT(*) FROM "LoginSession" WHERE "personId" = ?`, mine.person.id),
  ).toBe(0);
});

test("B7 switching to somebody else's relation is refused", async ({ page, switchPage }) => {
  const [mine, other] = [await newTaxpayer(), await newTaxpayer()];
  await signIn(page.request, { account: mine.person.phone, phone: mine.person.phone });
  await switchPage.open();
  await page.getByRole("button", { name: "切换", exact: true }).evaluateAll((buttons, identity) => {
    for (const button of buttons) (button as HTMLButtonElement).value = identity;
  }, `relation:${other.relationId}`);
  await switchPage.switchTo(mine.enterprise.name);
  await expect(switchPage.alert).toContainText("未查询到您与该企业的关联关系");
});
