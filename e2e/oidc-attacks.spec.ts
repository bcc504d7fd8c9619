import { request as httpRequest } from "node:http";
import { expect } from "@playwright/test";
import * as openid from "openid-client";
import { newClientKey } from "@/prisma/testing/client-key";
import { expectAccessible } from "./fixtures/accessibility";
import { ORIGIN } from "./fixtures/actions";
import { signedIn, test } from "./fixtures/business-systems";
import { change, minutesAgo, rows } from "./fixtures/database";
import { follow } from "./fixtures/relying-party";

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
  const { key, jwks } = await newClientKey();
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
