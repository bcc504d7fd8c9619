import { execFile } from "node:child_process";
import { request as httpRequest } from "node:http";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import * as openid from "openid-client";
import { expectAccessible } from "./fixtures/accessibility";
import { ORIGIN } from "./fixtures/actions";
import { change, minutesAgo, rows } from "./fixtures/database";
import type { Row } from "./fixtures/database-drivers";
import { newEnterprise, newPerson, relate } from "./fixtures/people";
import { decoded, follow, newKey, RelyingParty } from "./fixtures/relying-party";
import { signIn } from "./fixtures/sign-in";
import { test as base } from "./fixtures/test";

type Fixtures = {
  /** A business system of the test's own. */
  system: RelyingParty;
  /** Another one, registered as `more` says. */
  register: (more?: Row, auth?: openid.ClientAuth) => Promise<RelyingParty>;
};

const test = base.extend<Fixtures>({
  register: async ({ baseURL: _baseURL }, use) => {
    const started: RelyingParty[] = [];
    await use(async (more, auth) => {
      const party = await RelyingParty.start(more, auth);
      started.push(party);
      return party;
    });
    for (const party of started) party.stop();
  },
  system: async ({ register }, use) => use(await register()),
});

/** A handler with an enterprise, not signed in yet. */
async function handler() {
  const person = await newPerson();
  const enterprise = await newEnterprise();
  const relation = await relate(person, enterprise, "TAX_HANDLER");
  const login = {
    account: person.phone,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  };
  return { person, enterprise, relation, login };
}

async function signedIn(page: Page) {
  const made = await handler();
  await signIn(page.request, made.login);
  return made;
}

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

test("OIDC refresh tokens rotate, and one used twice ends the grant", async ({ page, system }) => {
  await signedIn(page);
  const first = await system.signIn(page.request);
  const second = await openid.refreshTokenGrant(system.config, String(first.refresh_token));
  expect(await system.isActive(second.access_token)).toBe(true);
  await expect(
    openid.refreshTokenGrant(system.config, String(first.refresh_token)),
  ).rejects.toMatchObject({ error: "invalid_grant" });
  expect(await system.isActive(second.access_token)).toBe(false);
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

test("OIDC attack: a request without PKCE", async ({ page, system }) => {
  await signedIn(page);
  const { url } = await system.request();
  const bare = new URL(url);
  bare.searchParams.delete("code_challenge");
  bare.searchParams.delete("code_challenge_method");
  const back = await follow(page.request, bare.href);
  expect(back.searchParams.get("error")).toBe("invalid_request");
});

test("OIDC attack: a code used twice revokes what the first use gave", async ({ page, system }) => {
  await signedIn(page);
  const { url, checks } = await system.request();
  const back = await follow(page.request, url);
  const tokens = await system.redeem(back, checks);
  await expect(system.redeem(back, checks)).rejects.toMatchObject({ error: "invalid_grant" });
  expect(await system.isActive(tokens.access_token)).toBe(false);
});

test("OIDC attack: an answer that names another issuer (mix-up)", async ({ page, system }) => {
  await signedIn(page);
  const { url, checks } = await system.request();
  const back = await follow(page.request, url);
  expect(back.searchParams.get("iss")).toBe(`${ORIGIN}/oidc`);
  back.searchParams.set("iss", "https://attacker.example/oidc");
  await expect(system.redeem(back, checks)).rejects.toThrow("invalid response");
});

test("OIDC attack: forged host headers", async () => {
  const told = await new Promise<string>((resolve, reject) => {
    const headers = {
      host: "attacker.example",
      "x-forwarded-host": "attacker.example",
      "x-forwarded-proto": "https",
    };
    httpRequest(`${ORIGIN}/oidc/.well-known/openid-configuration`, { headers }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      resolve(Buffer.concat(parts).toString());
    })
      .on("error", reject)
      .end();
  });
  expect(told).not.toContain("attacker");
  expect(JSON.parse(told).issuer).toBe(`${ORIGIN}/oidc`);
});

test("OIDC attack: an address that is not registered (open redirect)", async ({ page, system }) => {
  await signedIn(page);
  for (const redirect_uri of ["https://attacker.example/", `${system.base}/callback/../x`]) {
    const { url } = await system.request({ redirect_uri });
    expect((await follow(page.request, url)).pathname).toBe("/sign-in-problem");
  }
  await page.goto("/sign-in-problem?error=invalid_redirect_uri");
  await expect(page.getByText("返回地址没有登记")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/sign-in-problem?error=constructor");
  await expect(page.getByText("登录请求已失效")).toBeVisible();
});

test("OIDC attack: an essential acr is not answered with less", async ({ page, system }) => {
  await signedIn(page);
  const claims = JSON.stringify({
    id_token: { acr: { essential: true, value: "urn:tax:acr:face" } },
  });
  const { url } = await system.request({ claims });
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "扫脸认证" })).toBeVisible();
  await page.getByRole("link", { name: "暂不认证" }).click();
  await page.waitForURL(`${system.base}/**`);
  const answer = new URL(page.url()).searchParams;
  expect(answer.get("error")).toBe("unmet_authentication_requirements");
  expect(answer.has("code")).toBe(false);
});

test("OIDC attack: the token of a handler who was frozen", async ({ page, system }) => {
  const { relation, person } = await signedIn(page);
  const tokens = await system.signIn(page.request);
  await change(`UPDATE "Relation" SET "frozenAt" = ? WHERE "id" = ?`, minutesAgo(0), relation);
  expect(await system.isActive(tokens.access_token)).toBe(false);
  await expect(
    openid.fetchUserInfo(system.config, tokens.access_token, person.id),
  ).rejects.toThrow();
  await expect(
    openid.refreshTokenGrant(system.config, String(tokens.refresh_token)),
  ).rejects.toMatchObject({ error: "invalid_grant" });
});

test("OIDC attack: a client of another region", async ({ page, register }) => {
  const system = await register({ region: "xizang" });
  await signedIn(page);
  const { url } = await system.request();
  expect((await follow(page.request, url)).pathname).toBe("/xizang/login");
  const none = await system.request({ prompt: "none" });
  const back = await follow(page.request, none.url);
  expect(back.searchParams.get("error")).toBe("login_required");
});

test("OIDC attack: an assertion from a clock a minute ahead", async ({ page, register }) => {
  const { key, jwks } = await newKey();
  let skew = 8;
  const auth = openid.PrivateKeyJwt(
    { key, kid: "own" },
    {
      [openid.modifyAssertion]: (_header, payload) => {
        payload.nbf = Math.floor(Date.now() / 1000) + skew;
        payload.iat = payload.nbf;
      },
    },
  );
  const system = await register({ authMethod: "PRIVATE_KEY_JWT", secretHash: null, jwks }, auth);
  await signedIn(page);
  expect((await system.signIn(page.request)).access_token).toBeTruthy();
  skew = 60;
  await expect(system.signIn(page.request)).rejects.toMatchObject({ error: "invalid_client" });
});

test("OIDC attack: a logout address on a private network", async ({ page, register }) => {
  const system = await register({ backchannelLogoutUri: "https://192.168.7.7/logout" });
  await signedIn(page);
  const tokens = await system.signIn(page.request);
  await openid.tokenRevocation(system.config, String(tokens.refresh_token));
  await expect
    .poll(() =>
      rows(`SELECT "problem", "nextAt" FROM "OidcLogoutDelivery" WHERE "clientId" = ?`, system.id),
    )
    .toEqual([{ problem: expect.stringMatching(/PRIVATE$/), nextAt: null }]);
});
