// The modules of the OpenID Foundation's basic OP plan, as far as the portal offers what they ask for: docs/oidc-conformance.md.
import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { answer } from "@/lib/server/oidc/bridge";
import { sessionTokenHash } from "@/lib/server/session-store";
import { relationId, signIn } from "@/prisma/testing/demo-session";
import {
  authorization,
  CALLBACK,
  newClient,
  OidcBrowser,
  relyingParty,
  signInAt,
  verifiedClaims,
} from "@/prisma/testing/oidc";

type Tokens = Awaited<ReturnType<typeof signInAt>>;

/** A browser where somebody of the demo data is signed in for 泰岳. */
async function browserOf(name: string, role: "TAX_HANDLER" | "LEGAL_REPRESENTATIVE") {
  const id = await relationId(name, "泰岳", role);
  return new OidcBrowser(await signIn(name, "shandong", { entry: "ENTERPRISE", relationId: id }));
}

/** A business system, and a browser where 王芳 is signed in to the portal. */
async function both() {
  const client = await newClient();
  const config = await relyingParty(client);
  return { client, config, browser: await browserOf("王芳", "TAX_HANDLER") };
}

const nobody = () => new OidcBrowser(null);

/** Where a request with these parameters, none of them added, leads a browser. */
async function lead(browser: OidcBrowser, url: string, change: (query: URLSearchParams) => void) {
  const at = new URL(url);
  change(at.searchParams);
  return browser.follow(at.href);
}

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  answer(
    new Request(`${env().APP_URL}/oidc/${path}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(form).toString(),
    }),
  );

const bearer = (token: string) =>
  answer(
    new Request(`${env().APP_URL}/oidc/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  );

const told = (config: openid.Configuration, tokens: Tokens) =>
  openid.fetchUserInfo(config, tokens.access_token, String(tokens.claims()?.sub));

/** The login of a browser, so long ago. */
async function loggedInAgo(browser: OidcBrowser, seconds: number): Promise<void> {
  const tokenHash = sessionTokenHash(String(browser.cookies.get("portal.session")));
  const createdAt = new Date(Date.now() - seconds * 1000);
  await db.loginSession.updateMany({ where: { tokenHash }, data: { createdAt } });
}

test("OIDC oidcc-server, oidcc-ensure-request-with-valid-pkce-succeeds: a code, tokens, a key that is published", async () => {
  const { config, browser, client } = await both();
  const tokens = await signInAt(config, browser);
  expect(tokens).toMatchObject({ token_type: "bearer", scope: "openid profile identity" });
  expect(tokens.claims()).toMatchObject({ aud: client.id, iss: "http://localhost:3000/oidc" });
  expect(await verifiedClaims(tokens.id_token)).toEqual(tokens.claims());
});

test("OIDC oidcc-idtoken-signature, oidcc-idtoken-unsigned: signed with a published key, and never without one", async () => {
  const { config, browser } = await both();
  const { id_token } = await signInAt(config, browser);
  expect(await verifiedClaims(id_token)).toMatchObject({ name: "王芳" });
  expect(config.serverMetadata().id_token_signing_alg_values_supported).toEqual(["RS256"]);
});

test("OIDC oidcc-response-type-missing: the client is told", async () => {
  const { config, browser } = await both();
  const { url } = await authorization(config);
  const back = await lead(browser, url, (query) => query.delete("response_type"));
  expect(back.origin + back.pathname).toBe(CALLBACK);
  expect(back.searchParams.get("error")).toBe("invalid_request");
});

test("OIDC oidcc-userinfo-get, -post-header, -post-body: the same claims each way", async () => {
  const { config, browser } = await both();
  const tokens = await signInAt(config, browser);
  const answers = [
    await bearer(tokens.access_token),
    await post("userinfo", {}, { authorization: `Bearer ${tokens.access_token}` }),
    await post("userinfo", { access_token: tokens.access_token }),
  ];
  for (const each of answers) {
    expect(each.status).toBe(200);
    expect(await each.json()).toMatchObject({ sub: tokens.claims()?.sub, name: "王芳" });
  }
  const wrong = await bearer("x");
  expect(wrong.status).toBe(401);
  expect(wrong.headers.get("www-authenticate")).toContain("invalid_token");
});

test("OIDC oidcc-ensure-request-without-nonce-succeeds-for-code-flow: and no nonce comes back", async () => {
  const { config, browser } = await both();
  const { url, checks } = await authorization(config);
  const back = await lead(browser, url, (query) => query.delete("nonce"));
  const { pkceCodeVerifier, expectedState } = checks;
  const found = await openid.authorizationCodeGrant(config, back, {
    pkceCodeVerifier,
    expectedState,
  });
  expect(found.claims()).not.toHaveProperty("nonce");
});

describe("OIDC scopes", () => {
  test.each(["openid profile", "profile openid"])(
    "oidcc-scope-profile, oidcc-alternate-happy-flow: %s tells the name",
    async (scope) => {
      const { config, browser } = await both();
      const claims = await told(config, await signInAt(config, browser, { scope }));
      expect(claims).toMatchObject({ name: "王芳", real_name_level: expect.any(Number) });
      expect(claims).not.toHaveProperty("enterprise");
    },
  );

  test("oidcc-alternate-happy-flow: neither does the order of the parameters matter", async () => {
    const { config, browser } = await both();
    const { url, checks } = await authorization(config, { scope: "identity profile openid" });
    const at = new URL(url);
    at.search = new URLSearchParams([...at.searchParams].reverse()).toString();
    expect(at.href).not.toBe(url);
    const back = await browser.follow(at.href);
    const tokens = await openid.authorizationCodeGrant(config, back, checks);
    expect(tokens.claims()).toMatchObject({ name: "王芳", role: "TAX_HANDLER" });
  });

  test("oidcc-scope-email, -address, -phone, -all: what is not offered is left out", async () => {
    const { config, browser } = await both();
    const scope = "openid profile email address phone";
    const claims = await told(config, await signInAt(config, browser, { scope }));
    expect(Object.keys(claims).sort()).toEqual(["name", "real_name_level", "sub"].sort());
    const offered = config.serverMetadata().scopes_supported;
    expect(offered).toEqual(["openid", "profile", "identity"]);
  });
});

test.each([
  ["oidcc-display-page", { display: "page" }],
  ["oidcc-display-popup", { display: "popup" }],
  ["oidcc-ensure-request-with-unknown-parameter-succeeds", { extra: "foobar" }],
  ["oidcc-login-hint", { login_hint: "buffy@example.com" }],
  ["oidcc-ui-locales", { ui_locales: "sv" }],
  ["oidcc-claims-locales", { claims_locales: "sv" }],
])("OIDC %s: makes no difference to who is signed in", async (_module, extra) => {
  const { config, browser } = await both();
  const tokens = await signInAt(config, browser, extra as Record<string, string>);
  expect(tokens.claims()).toMatchObject({ name: "王芳" });
});

test("OIDC oidcc-prompt-none-not-logged-in, oidcc-prompt-none-logged-in: an error, or the same login silently", async () => {
  const { config, browser } = await both();
  const { url } = await authorization(config, { prompt: "none" });
  const refused = await nobody().follow(url);
  expect(refused.origin + refused.pathname).toBe(CALLBACK);
  expect(refused.searchParams.get("error")).toBe("login_required");
  const first = (await signInAt(config, browser)).claims();
  const again = (await signInAt(config, browser, { prompt: "none" })).claims();
  expect([again?.sub, again?.auth_time]).toEqual([first?.sub, first?.auth_time]);
});

test("OIDC oidcc-prompt-login: who is signed in signs in again, and auth_time is later", async () => {
  const { config, browser } = await both();
  await loggedInAgo(browser, 300);
  const before = (await signInAt(config, browser)).claims();
  const { url, checks } = await authorization(config, { prompt: "login" });
  expect((await browser.follow(url)).pathname).toBe("/shandong/login");
  const interaction = browser.cookies.get("oidc.return");
  const anew = await browserOf("王芳", "TAX_HANDLER");
  browser.cookies.set("portal.session", String(anew.cookies.get("portal.session")));
  await loggedInAgo(browser, -2);
  const back = await browser.follow(`/oidc/interaction/${interaction}`);
  const after = (await openid.authorizationCodeGrant(config, back, checks)).claims();
  expect(after?.sub).toBe(before?.sub);
  expect(Number(after?.auth_time)).toBeGreaterThan(Number(before?.auth_time));
});

test("OIDC oidcc-max-age-1, oidcc-max-age-10000: an older login is asked for anew, a younger one does", async () => {
  const { config, browser } = await both();
  await loggedInAgo(browser, 300);
  const younger = (await signInAt(config, browser, { max_age: "10000" })).claims();
  expect(Number(younger?.auth_time)).toBeLessThan(Date.now() / 1000 - 250);
  const older = await authorization(config, { max_age: "1" });
  expect((await browser.follow(older.url)).pathname).toBe("/shandong/login");
  const silent = await authorization(config, { max_age: "1", prompt: "none" });
  const refused = await browser.follow(silent.url);
  expect(refused.searchParams.get("error")).toBe("login_required");
});

test("OIDC oidcc-id-token-hint: does for its own person and for nobody else", async () => {
  const { config, browser } = await both();
  const { id_token } = await signInAt(config, browser);
  const silent = { prompt: "none", id_token_hint: String(id_token) };
  expect((await signInAt(config, browser, silent)).claims()).toMatchObject({ name: "王芳" });
  const other = await browserOf("张伟", "LEGAL_REPRESENTATIVE");
  const refused = await other.follow((await authorization(config, silent)).url);
  expect(refused.searchParams.get("error")).toBe("login_required");
});

test("OIDC oidcc-ensure-request-with-acr-values-succeeds: the level that was reached is told", async () => {
  const { config, browser } = await both();
  const asked = { acr_values: "urn:tax:acr:2f urn:example:unknown" };
  expect((await signInAt(config, browser, asked)).claims()?.acr).toBe("urn:tax:acr:2f");
});

test("OIDC oidcc-codereuse, oidcc-codereuse-30seconds: a code is good once, and its tokens die with the second try", async () => {
  const { config, browser } = await both();
  const { url, checks } = await authorization(config);
  const back = await browser.follow(url);
  const tokens = await openid.authorizationCodeGrant(config, back, checks);
  expect(await told(config, tokens)).toMatchObject({ name: "王芳" });
  await expect(openid.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({
    status: 400,
    error: "invalid_grant",
  });
  await expect(told(config, tokens)).rejects.toMatchObject({ status: 401 });
});

test.each([
  "https://evil.example/callback",
  `${CALLBACK}/more`,
  `${CALLBACK}?more=1`,
  CALLBACK.replace("https:", "http:"),
])("OIDC oidcc-ensure-registered-redirect-uri: %s is never gone to", async (unknown) => {
  const { config, browser } = await both();
  const { url } = await authorization(config);
  const at = await lead(browser, url, (query) => query.set("redirect_uri", unknown));
  expect(at.origin).toBe(env().APP_URL);
  expect(at.searchParams.get("error")).toBe("invalid_redirect_uri");
});

test("OIDC oidcc-ensure-post-request-succeeds: authorization may be asked for by POST", async () => {
  const { config, browser } = await both();
  const { url, checks } = await authorization(config);
  // Posted by another site, hence without a cookie of the portal.
  const first = await post("auth", Object.fromEntries(new URL(url).searchParams));
  expect(first.status).toBe(303);
  const back = await browser.follow(first.headers.get("location") ?? "");
  const tokens = await openid.authorizationCodeGrant(config, back, checks);
  expect(tokens.claims()).toMatchObject({ name: "王芳" });
});

test("OIDC oidcc-server-client-secret-post: is not offered, and refused", async () => {
  const { client, config, browser } = await both();
  const offered = config.serverMetadata().token_endpoint_auth_methods_supported;
  expect(offered).toEqual(["client_secret_basic", "private_key_jwt"]);
  const posting = await relyingParty(client, openid.ClientSecretPost(client.secret));
  await expect(signInAt(posting, browser)).rejects.toMatchObject({ error: "invalid_client" });
});

test("OIDC oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported, oidcc-ensure-request-object-with-redirect-uri: rejected", async () => {
  const { client, config, browser } = await both();
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const inside = { client_id: client.id, redirect_uri: "https://evil.example/" };
  const request = `${part({ alg: "none" })}.${part(inside)}.`;
  const back = await browser.follow((await authorization(config, { request })).url);
  expect(back.origin + back.pathname).toBe(CALLBACK);
  expect(back.searchParams.get("error")).toBe("request_not_supported");
});

test("OIDC oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported: rejected, and not fetched", async () => {
  const { config, browser } = await both();
  const request_uri = "https://evil.example/request.jwt";
  const back = await browser.follow((await authorization(config, { request_uri })).url);
  expect(back.origin + back.pathname).toBe(CALLBACK);
  expect(back.searchParams.get("error")).toBe("request_uri_not_supported");
});

test("OIDC oidcc-claims-essential: a claim asked for by name is told", async () => {
  const { config, browser } = await both();
  const claims = JSON.stringify({ userinfo: { name: { essential: true } } });
  const tokens = await signInAt(config, browser, { scope: "openid", claims });
  expect(await told(config, tokens)).toMatchObject({ name: "王芳" });
});

test("OIDC oidcc-refresh-token: new tokens for the same person, and the refresh token changes", async () => {
  const { config, browser } = await both();
  const tokens = await signInAt(config, browser);
  const renewed = await openid.refreshTokenGrant(config, String(tokens.refresh_token));
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
  const [before, after] = [tokens.claims(), renewed.claims()];
  expect([after?.sub, after?.iss, after?.aud]).toEqual([before?.sub, before?.iss, before?.aud]);
  expect(await told(config, renewed as Tokens)).toMatchObject({ name: "王芳" });
});
