import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import * as openid from "openid-client";
import { expectAccessible } from "./fixtures/accessibility";
import { ORIGIN } from "./fixtures/actions";
import { handler, signedIn, test } from "./fixtures/business-systems";
import { change, minutesAgo } from "./fixtures/database";
import { relate } from "./fixtures/people";
import { decoded, follow, type RelyingParty } from "./fixtures/relying-party";
import { signIn } from "./fixtures/sign-in";

test("OIDC a business system leads to the login, and back to it signed in", async ({
  page,
  system,
}) => {
  const { person, enterprise, login } = await handler();
  const { url, checks } = await system.request();
  await page.goto(url);
  await expect(page).toHaveURL(/\/shandong\/login/);
  const to = await signIn(page.request, login);
  expect(to).toMatch(/^\/oidc\/interaction\/[\w-]+$/);
  await page.goto(to);
  await expect(page.getByRole("heading", { name: "业务系统" })).toBeVisible();
  const tokens = await system.redeem(new URL(page.url()), checks);
  const claims = tokens.claims();
  expect(claims).toMatchObject({
    iss: `${ORIGIN}/oidc`,
    aud: system.id,
    sub: person.id,
    name: person.name,
    real_name_level: 4,
    acr: "urn:tax:acr:2f",
    amr: ["pwd", "sms", "mfa"],
    entry: "ENTERPRISE",
    enterprise: { name: enterprise.name, credit_code: enterprise.creditCode },
    role: "TAX_HANDLER",
  });
  expect(JSON.stringify(claims)).not.toContain(person.documentNumber);
  expect(JSON.stringify(claims)).not.toContain(person.phone);
  const told = await openid.fetchUserInfo(system.config, tokens.access_token, person.id);
  expect(told).toMatchObject({ name: person.name, role: "TAX_HANDLER" });
  expect(await system.isActive(tokens.access_token)).toBe(true);
});

test("OIDC silent SSO, prompt=none and prompt=login", async ({ page, system, register }) => {
  const none = await system.request({ prompt: "none" });
  const nobody = await follow(page.request, none.url);
  expect(nobody.searchParams.get("error")).toBe("login_required");
  const { person, login } = await signedIn(page);
  const tokens = await system.signIn(page.request, { prompt: "none" });
  expect(tokens.claims()?.sub).toBe(person.id);
  const other = await register();
  expect((await other.signIn(page.request)).claims()?.sub).toBe(person.id);
  const pairwise = await register({ pairwise: 1 });
  const named = await pairwise.signIn(page.request, { max_age: "600" });
  expect(named.claims()?.sub).toMatch(/^[\w-]{43}$/);
  expect(named.claims()?.sub).not.toBe(person.id);
  await change(
    `UPDATE "LoginSession" SET "createdAt" = ? WHERE "personId" = ?`,
    minutesAgo(11),
    person.id,
  );
  const old = await pairwise.request({ max_age: "600" });
  expect((await follow(page.request, old.url)).pathname).toBe("/shandong/login");
  const again = await system.request({ prompt: "login" });
  expect((await follow(page.request, again.url)).pathname).toBe("/shandong/login");
  const to = await signIn(page.request, login);
  const fresh = await system.redeem(await follow(page.request, to), again.checks);
  // Whole seconds: both logins may fall into one.
  expect(fresh.claims()?.auth_time).toBeGreaterThanOrEqual(tokens.claims()?.auth_time ?? 0);
  // The session before was replaced by the login.
  expect(await system.isActive(tokens.access_token)).toBe(false);
});

test("OIDC login and logout are asked for by forms on a page of the system", async ({
  page,
  system,
}) => {
  await signedIn(page);
  const { url, checks } = await system.request();
  await postFrom(page, system, url);
  await page.waitForURL(`${system.base}/callback?**`);
  const tokens = await system.redeem(new URL(page.url()), checks);
  const end = openid.buildEndSessionUrl(system.config, { id_token_hint: String(tokens.id_token) });
  await postFrom(page, system, end.href);
  await expect(page.getByText("“测试申报系统”请求退出登录")).toBeVisible();
});

/** Sends a request of a system as a form on one of its own pages, hence from another site. */
async function postFrom(page: Page, { base: site }: RelyingParty, url: string) {
  await page.goto(site);
  await page.evaluate((address) => {
    const { origin, pathname, searchParams } = new URL(address);
    const form = document.createElement("form");
    form.method = "post";
    form.action = `${origin}${pathname}`;
    for (const [name, value] of searchParams) {
      const input = document.createElement("input");
      input.name = name;
      input.value = value;
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  }, url);
}

test("OIDC refresh tokens rotate, one used twice ends the grant, and a revoked token is over", async ({
  page,
  system,
}) => {
  await signedIn(page);
  const first = await system.signIn(page.request);
  const second = await openid.refreshTokenGrant(system.config, String(first.refresh_token));
  expect(await system.isActive(second.access_token)).toBe(true);
  await expect(
    openid.refreshTokenGrant(system.config, String(first.refresh_token)),
  ).rejects.toMatchObject({ error: "invalid_grant" });
  expect(await system.isActive(second.access_token)).toBe(false);
  const third = await system.signIn(page.request);
  expect(await system.isActive(third.access_token)).toBe(true);
  await openid.tokenRevocation(system.config, third.access_token);
  expect(await system.isActive(third.access_token)).toBe(false);
});

test("OIDC acr_values: a face raises the running session, and the system is told so", async ({
  page,
  system,
}) => {
  const { person } = await signedIn(page);
  const before = await system.signIn(page.request);
  expect(before.claims()).toMatchObject({ acr: "urn:tax:acr:2f" });
  const { url, checks } = await system.request({ acr_values: "urn:tax:acr:face" });
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "扫脸认证" })).toBeVisible();
  // What the check leaves behind; the check itself: scan-face.spec.ts.
  await change(
    `UPDATE "LoginSession" SET "proofs" = 'PASSWORD SMS FACE' WHERE "personId" = ?`,
    person.id,
  );
  await page.reload();
  await page.waitForURL(`${system.base}/**`);
  const after = await system.redeem(new URL(page.url()), checks);
  expect(after.claims()).toMatchObject({ sub: person.id, acr: "urn:tax:acr:face" });
  expect(after.claims()?.amr).toContain("face");
});

test("OIDC prompt=select_account: another identity is chosen on 身份切换, and tells the system", async ({
  page,
  system,
  switchPage,
}) => {
  const { person, enterprise } = await signedIn(page);
  await relate(person, enterprise, "INVOICE_CLERK");
  const before = await system.signIn(page.request);
  const { url, checks } = await system.request({ prompt: "select_account" });
  await page.goto(url);
  await expect(page.getByText("请选择进入业务系统的身份")).toBeVisible();
  await switchPage.row("开票员").getByRole("button", { name: /切换/ }).click();
  await page.waitForURL(`${system.base}/**`);
  const after = await system.redeem(new URL(page.url()), checks);
  expect(after.claims()).toMatchObject({ sub: person.id, role: "INVOICE_CLERK" });
  expect(await system.isActive(before.access_token)).toBe(false);
  await expect.poll(() => system.told.length).toBe(1);
  expect(decoded(system.told[0], 1).sid).toBe(before.claims()?.sid);
  expect(after.claims()?.sid).not.toBe(before.claims()?.sid);
});

test("OIDC prompt=select_account: the identity there is can be kept", async ({ page, system }) => {
  await signedIn(page);
  const { url, checks } = await system.request({ prompt: "select_account" });
  await page.goto(url);
  await page.getByRole("link", { name: "以当前身份继续" }).click();
  await page.waitForURL(`${system.base}/**`);
  const tokens = await system.redeem(new URL(page.url()), checks);
  expect(tokens.claims()).toMatchObject({ role: "TAX_HANDLER" });
});

test("OIDC an outside system gets what the person agrees to, or nothing", async ({
  page,
  register,
}) => {
  const system = await register({ kind: "THIRD_PARTY", name: "云记账" });
  const { person } = await signedIn(page);
  const refused = await system.request();
  await page.goto(refused.url);
  await expect(page.getByRole("heading", { name: "授权同意" })).toBeVisible();
  await expect(page.getByText("您的姓名和个人实名等级")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "拒绝" }).click();
  await page.waitForURL(`${system.base}/**`);
  expect(new URL(page.url()).searchParams.get("error")).toBe("access_denied");
  const allowed = await system.request();
  await page.goto(allowed.url);
  await page.getByRole("button", { name: "同意并继续" }).click();
  await page.waitForURL(`${system.base}/**`);
  const tokens = await system.redeem(new URL(page.url()), allowed.checks);
  expect(tokens.claims()).toMatchObject({ name: person.name });
  const again = await system.request({ prompt: "consent" });
  await page.goto(again.url);
  await expect(page.getByRole("heading", { name: "授权同意" })).toBeVisible();
});

test("OIDC logout asked for by one system reaches portal and every other system", async ({
  page,
  system,
  register,
}) => {
  await signedIn(page);
  const tokens = await system.signIn(page.request);
  const other = await register();
  const others = await other.signIn(page.request);
  const url = openid.buildEndSessionUrl(system.config, {
    id_token_hint: String(tokens.id_token),
    post_logout_redirect_uri: `${system.base}/bye`,
    state: "kept",
  });
  await page.goto(url.href);
  await expect(page.getByText("“测试申报系统”请求退出登录")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "全部退出" }).click();
  await page.waitForURL(`${system.base}/bye?state=kept`);
  expect(await other.isActive(others.access_token)).toBe(false);
  await expect.poll(() => other.told.length).toBe(1);
  expect(decoded(other.told[0], 0)).toMatchObject({ alg: "RS256", typ: "logout+jwt" });
  expect(decoded(other.told[0], 1)).toMatchObject({ aud: other.id, sid: others.claims()?.sid });
  await page.goto("/shandong/home");
  await expect(page).toHaveURL(/\/shandong\/login/);
});

test("OIDC a person leaves one system from the list of those signed in at: the others stay, and it has to ask anew", async ({
  page,
  system,
  register,
}) => {
  await signedIn(page);
  const others = await system.signIn(page.request);
  const left = await register({ name: "外部记账系统", kind: "THIRD_PARTY" });
  const asked = page.getByRole("heading", { name: "授权同意" });
  const { url, checks } = await left.request();
  await page.goto(url);
  await expect(asked).toBeVisible();
  await page.getByRole("button", { name: "同意并继续" }).click();
  await page.waitForURL(`${left.base}/**`);
  const tokens = await left.redeem(new URL(page.url()), checks);
  expect(await left.isActive(tokens.access_token)).toBe(true);

  await page.goto("/shandong/account/sessions");
  const table = page.getByRole("table", { name: "已登录的业务系统" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expectAccessible(page);
  await table.getByRole("row", { name: "外部记账系统" }).getByRole("button").click();
  await expect(page.getByRole("status").filter({ hasText: "已退出" })).toBeFocused();
  await expect(table.getByText("外部记账系统")).toBeHidden();
  await expect.poll(() => left.told.length).toBe(1);
  expect(await left.isActive(tokens.access_token)).toBe(false);
  expect(await system.isActive(others.access_token)).toBe(true);
  expect(system.told).toEqual([]);
  await page.goto((await left.request()).url);
  await expect(asked).toBeVisible();
});

test("OIDC 退出 in the portal reaches the systems at once", async ({ page, system, homePage }) => {
  const { person } = await signedIn(page);
  const tokens = await system.signIn(page.request);
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", person.name);
  await homePage.signOutButton.click();
  await expect.poll(() => system.told.length).toBe(1);
  expect(await system.isActive(tokens.access_token)).toBe(false);
});

test("OIDC keys are rotated by command while the server runs", async ({ page, system }) => {
  await signedIn(page);
  const first = await system.signIn(page.request);
  await promisify(execFile)("npm", ["run", "oidc:rotate"], { env: process.env });
  // It signs once it has been published for a minute.
  await change(`UPDATE "OidcKey" SET "createdAt" = ? WHERE "retiredAt" IS NULL`, minutesAgo(2));
  await expect
    .poll(async () => decoded((await system.signIn(page.request)).id_token, 0).kid, {
      timeout: 15_000,
    })
    .not.toBe(decoded(first.id_token, 0).kid);
  const { keys } = (await (await page.request.get("/oidc/jwks")).json()) as {
    keys: { kid: string }[];
  };
  expect(keys.map(({ kid }) => kid)).toContain(decoded(first.id_token, 0).kid);
});
