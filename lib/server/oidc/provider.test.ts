import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { switchIdentity } from "@/lib/server/identities/switch";
import { sessionTokenHash } from "@/lib/server/session-store";
import { relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import {
  authorization,
  CALLBACK,
  newClient,
  newKeyPair,
  OidcBrowser,
  relyingParty,
  signInAt,
} from "@/prisma/testing/oidc";
import { decideConsent, readConsent } from "./consent";

async function asHandler() {
  const id = await relationId("王芳", "泰岳");
  return new OidcBrowser(await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: id }));
}

test("OIDC code and PKCE: an ID token with nonce, and userinfo tell person and acting identity", async () => {
  const config = await relyingParty(await newClient());
  const tokens = await signInAt(config, await asHandler());
  const claims = tokens.claims();
  expect(claims).toMatchObject({
    iss: "http://localhost:3000/oidc",
    name: "王芳",
    entry: "ENTERPRISE",
    role: "TAX_HANDLER",
    acr: "urn:tax:acr:2f",
    amr: ["pwd", "sms", "mfa"],
    functions: ["query-history"],
  });
  const told = await openid.fetchUserInfo(config, tokens.access_token, String(claims?.sub));
  expect(told).toMatchObject({ name: "王芳", role: "TAX_HANDLER" });
});

test("OIDC authorization without PKCE is refused", async () => {
  const client = await newClient();
  const query = `client_id=${client.id}&redirect_uri=${encodeURIComponent(CALLBACK)}&response_type=code&scope=openid`;
  const back = await (await asHandler()).follow(`/oidc/auth?${query}`);
  expect(back.searchParams.get("error")).toBe("invalid_request");
  expect(back.searchParams.get("error_description")).toContain("PKCE");
});

test("OIDC a replayed code revokes the whole grant", async () => {
  const config = await relyingParty(await newClient());
  const { url, checks } = await authorization(config);
  const back = await (await asHandler()).follow(url);
  const tokens = await openid.authorizationCodeGrant(config, back, checks);
  await expect(openid.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({
    error: "invalid_grant",
  });
  const { active } = await openid.tokenIntrospection(config, tokens.access_token);
  expect(active).toBe(false);
});

test("OIDC of two exchanges of one code at once at most one succeeds, and nothing is left of the grant", async () => {
  const config = await relyingParty(await newClient());
  const { url, checks } = await authorization(config);
  const back = await (await asHandler()).follow(url);
  const tried = await Promise.allSettled(
    [1, 2, 3].map(() => openid.authorizationCodeGrant(config, back, checks)),
  );
  const done = tried.filter((each) => each.status === "fulfilled");
  expect(done.length).toBeLessThanOrEqual(1);
  for (const { value } of done) {
    expect((await openid.tokenIntrospection(config, value.access_token)).active).toBe(false);
  }
});

test("OIDC the answer names the issuer, so that a mix-up is noticed", async () => {
  const config = await relyingParty(await newClient());
  const { url, checks } = await authorization(config);
  const back = await (await asHandler()).follow(url);
  expect(back.searchParams.get("iss")).toBe("http://localhost:3000/oidc");
  back.searchParams.set("iss", "https://attacker.example");
  await expect(openid.authorizationCodeGrant(config, back, checks)).rejects.toThrow(
    "invalid response",
  );
});

test("OIDC forged host headers change nothing of what the provider says of itself", async () => {
  const browser = new OidcBrowser(null);
  const told = await browser.get("/oidc/.well-known/openid-configuration", {
    host: "attacker.example",
    "x-forwarded-host": "attacker.example",
    "x-forwarded-proto": "https",
    forwarded: "host=attacker.example",
  });
  const text = await told.text();
  expect(text).not.toContain("attacker");
  expect(JSON.parse(text)).toMatchObject({
    issuer: "http://localhost:3000/oidc",
    token_endpoint: "http://localhost:3000/oidc/token",
    code_challenge_methods_supported: ["S256"],
    response_types_supported: ["code"],
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_session_supported: true,
  });
});

test("OIDC an address that is not registered is never led to (open redirect)", async () => {
  const config = await relyingParty(await newClient());
  for (const redirect_uri of ["https://attacker.example/", `${CALLBACK}/../x`, `${CALLBACK}?a=1`]) {
    const { url } = await authorization(config, { redirect_uri });
    const to = await (await asHandler()).follow(url);
    expect(to.pathname).toBe("/sign-in-problem");
    expect(to.searchParams.get("error")).toBe("invalid_redirect_uri");
  }
  const bye = await (await asHandler()).follow(
    `/oidc/session/end?client_id=${config.clientMetadata().client_id}&post_logout_redirect_uri=${encodeURIComponent("https://attacker.example/")}`,
  );
  expect(bye.pathname).toBe("/sign-in-problem");
});

test("OIDC refresh tokens rotate; a used one ends the grant", async () => {
  const config = await relyingParty(await newClient());
  const first = await signInAt(config, await asHandler());
  const second = await openid.refreshTokenGrant(config, String(first.refresh_token));
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(second.claims()).toMatchObject({ name: "王芳" });
  await expect(openid.refreshTokenGrant(config, String(first.refresh_token))).rejects.toMatchObject(
    { error: "invalid_grant" },
  );
  await expect(
    openid.refreshTokenGrant(config, String(second.refresh_token)),
  ).rejects.toMatchObject({ error: "invalid_grant" });
  await expect(openid.fetchUserInfo(config, second.access_token, "x")).rejects.toThrow();
});

test("OIDC a revoked token is not active any more", async () => {
  const config = await relyingParty(await newClient());
  const tokens = await signInAt(config, await asHandler());
  expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(true);
  await openid.tokenRevocation(config, tokens.access_token);
  expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(false);
});

test("OIDC another client learns nothing of a token", async () => {
  const config = await relyingParty(await newClient());
  const other = await relyingParty(await newClient());
  const tokens = await signInAt(config, await asHandler());
  expect((await openid.tokenIntrospection(other, tokens.access_token)).active).toBe(false);
});

test("OIDC whoever is signed in is signed in everywhere without a page (silent SSO, prompt=none)", async () => {
  const browser = await asHandler();
  const first = await signInAt(await relyingParty(await newClient()), browser);
  const second = await signInAt(await relyingParty(await newClient()), browser, {
    prompt: "none",
  });
  expect(second.claims()?.sub).toBe(first.claims()?.sub);
});

test("OIDC prompt=none without a session answers login_required", async () => {
  const config = await relyingParty(await newClient());
  const { url } = await authorization(config, { prompt: "none" });
  const back = await new OidcBrowser(null).follow(url);
  expect(back.searchParams.get("error")).toBe("login_required");
});

test("OIDC without a session the portal's login comes first, and leads back", async () => {
  const config = await relyingParty(await newClient());
  const { url, checks } = await authorization(config);
  const browser = new OidcBrowser(null);
  const page = await browser.follow(url);
  expect(page.pathname).toBe("/shandong/login");
  const id = browser.cookies.get("oidc.return");
  const again = await asHandler();
  browser.cookies.set("portal.session", String(again.cookies.get("portal.session")));
  const back = await browser.follow(`/oidc/interaction/${id}`);
  const tokens = await openid.authorizationCodeGrant(config, back, checks);
  expect(tokens.claims()).toMatchObject({ name: "王芳" });
});

test("OIDC the session of another bureau does not count for a client", async () => {
  const config = await relyingParty(await newClient({ region: "xizang" }));
  const { url } = await authorization(config);
  const page = await (await asHandler()).follow(url);
  expect(page.pathname).toBe("/xizang/login");
  const silent = await authorization(config, { prompt: "none" });
  const back = await (await asHandler()).follow(silent.url);
  expect(back.searchParams.get("error")).toBe("login_required");
});

test("OIDC prompt=login and max_age want a login made since", async () => {
  const config = await relyingParty(await newClient());
  const asked: Record<string, string>[] = [{ prompt: "login" }, { max_age: "600" }];
  for (const params of asked) {
    const browser = await asHandler();
    const token = String(browser.cookies.get("portal.session"));
    const past = new Date(Date.now() - 3_600_000);
    await db.loginSession.updateMany({
      where: { tokenHash: sessionTokenHash(token) },
      data: { createdAt: past },
    });
    const { url, checks } = await authorization(config, params);
    expect((await browser.follow(url)).pathname).toBe("/shandong/login");
    const id = browser.cookies.get("oidc.return");
    // Coming back without having logged in leads there again.
    expect((await browser.follow(`/oidc/interaction/${id}`)).pathname).toBe("/shandong/login");
    const fresh = await asHandler();
    browser.cookies.set("portal.session", String(fresh.cookies.get("portal.session")));
    const back = await browser.follow(`/oidc/interaction/${id}`);
    const tokens = await openid.authorizationCodeGrant(config, back, {
      ...checks,
      ...(params.max_age && { maxAge: 600 }),
    });
    expect(Number(tokens.claims()?.auth_time) * 1000).toBeGreaterThan(past.getTime() + 1000);
  }
});

test("OIDC somebody else signing in on the way gets their own answer", async () => {
  const config = await relyingParty(await newClient());
  const browser = await asHandler();
  const { url, checks } = await authorization(config, { prompt: "login" });
  await browser.follow(url);
  const id = browser.cookies.get("oidc.return");
  const relation = await relationId("张伟", "泰岳", "LEGAL_REPRESENTATIVE");
  const other = await signIn("张伟", "shandong", { entry: "ENTERPRISE", relationId: relation });
  browser.cookies.set("portal.session", other);
  const back = await browser.follow(`/oidc/interaction/${id}`);
  expect(back.href).toContain(CALLBACK);
  const tokens = await openid.authorizationCodeGrant(config, back, checks);
  expect(tokens.claims()).toMatchObject({ name: "张伟", role: "LEGAL_REPRESENTATIVE" });
});

test("OIDC prompt=select_account leads to 身份切换; tokens of the identity before are refused after a switch", async () => {
  const config = await relyingParty(await newClient());
  const browser = await asHandler();
  const before = await signInAt(config, browser);
  const { url, checks } = await authorization(config, { prompt: "select_account" });
  const page = await browser.follow(url);
  expect(page.pathname).toBe("/shandong/account/switch");
  const id = page.searchParams.get("interaction");
  const session = await sessionOf(String(browser.cookies.get("portal.session")));
  const switched = await switchIdentity(
    { identity: "person", identityVersion: session.identityVersion, interaction: String(id) },
    { session, now: new Date(), address: "", userAgent: "" },
  );
  expect(switched).toMatchObject({ ok: true, value: { to: `/oidc/interaction/${id}/chosen` } });
  const back = await browser.follow(`/oidc/interaction/${id}/chosen`);
  const after = await openid.authorizationCodeGrant(config, back, checks);
  expect(after.claims()).toMatchObject({ role: "PERSON", entry: "PERSON" });
  expect(after.claims()?.sub).toBe(before.claims()?.sub);
  expect(after.claims()?.sid).toBeUndefined();
  expect((await openid.tokenIntrospection(config, before.access_token)).active).toBe(false);
});

test("OIDC an essential acr the login does not have is never answered with less", async () => {
  const config = await relyingParty(await newClient());
  const claims = JSON.stringify({
    id_token: { acr: { essential: true, values: ["urn:tax:acr:face"] } },
  });
  const browser = await asHandler();
  const { url } = await authorization(config, { claims });
  const page = await browser.follow(url);
  expect(page.pathname).toBe("/shandong/sso/verify");
  const id = page.searchParams.get("interaction");
  const back = await browser.follow(`/oidc/interaction/${id}/declined`);
  expect(back.searchParams.get("error")).toBe("unmet_authentication_requirements");
  expect(back.searchParams.get("code")).toBeNull();
  const silent = await authorization(config, { claims, prompt: "none" });
  const none = await browser.follow(silent.url);
  expect(none.searchParams.get("error")).toBe("unmet_authentication_requirements");
});

test("OIDC an acr that is only wished for is asked once; a face then raises it", async () => {
  const config = await relyingParty(await newClient());
  const browser = await asHandler();
  const wish = { acr_values: "urn:tax:acr:face" };
  const first = await authorization(config, wish);
  const page = await browser.follow(first.url);
  const id = page.searchParams.get("interaction");
  const declined = await openid.authorizationCodeGrant(
    config,
    await browser.follow(`/oidc/interaction/${id}/declined`),
    first.checks,
  );
  expect(declined.claims()?.acr).toBe("urn:tax:acr:2f");
  const second = await authorization(config, wish);
  const again = (await browser.follow(second.url)).searchParams.get("interaction");
  const token = String(browser.cookies.get("portal.session"));
  await db.loginSession.updateMany({
    where: { tokenHash: sessionTokenHash(token) },
    data: { proofs: "PASSWORD SMS FACE" },
  });
  const raised = await openid.authorizationCodeGrant(
    config,
    await browser.follow(`/oidc/interaction/${again}`),
    second.checks,
  );
  expect(raised.claims()).toMatchObject({
    acr: "urn:tax:acr:face",
    amr: ["pwd", "sms", "face", "mfa"],
  });
});

test("OIDC systems with names of their own know a person by different ones", async () => {
  const browser = await asHandler();
  const one = await signInAt(await relyingParty(await newClient({ pairwise: true })), browser);
  const two = await signInAt(
    await relyingParty(await newClient({ pairwise: true, sectorIdentifier: "other.example" })),
    browser,
  );
  const plain = await signInAt(await relyingParty(await newClient()), browser);
  const subs = new Set([one, two, plain].map((tokens) => tokens.claims()?.sub));
  expect(subs.size).toBe(3);
});

test("OIDC the token of a handler who was frozen is refused everywhere", async () => {
  const config = await relyingParty(await newClient());
  const browser = await asHandler();
  const tokens = await signInAt(config, browser);
  const id = await relationId("王芳", "泰岳");
  await db.relation.update({ where: { id }, data: { frozenAt: new Date() } });
  try {
    const sub = String(tokens.claims()?.sub);
    expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(false);
    await expect(openid.fetchUserInfo(config, tokens.access_token, sub)).rejects.toThrow();
    await expect(
      openid.refreshTokenGrant(config, String(tokens.refresh_token)),
    ).rejects.toMatchObject({ error: "invalid_grant" });
    const { url } = await authorization(config, { prompt: "none" });
    const back = await browser.follow(url);
    expect(back.searchParams.get("error")).toBe("account_selection_required");
  } finally {
    await db.relation.update({ where: { id }, data: { frozenAt: null } });
  }
});

test("OIDC a disabled client is unknown, and what it holds is worth nothing", async () => {
  const client = await newClient();
  const config = await relyingParty(client);
  const tokens = await signInAt(config, await asHandler());
  await db.oidcClient.update({ where: { id: client.id }, data: { disabledAt: new Date() } });
  await expect(openid.refreshTokenGrant(config, String(tokens.refresh_token))).rejects.toThrow();
  const { url } = await authorization(config);
  const page = await (await asHandler()).follow(url);
  expect(page.searchParams.get("error")).toBe("invalid_client");
});

test("OIDC private_key_jwt: an assertion counts once, and the clocks may differ by 15 seconds", async () => {
  const { privateKey, jwks } = newKeyPair();
  const client = await newClient({ authMethod: "PRIVATE_KEY_JWT", secretHash: null, jwks });
  const key = await crypto.subtle.importKey(
    "pkcs8",
    new Uint8Array(privateKey.export({ format: "der", type: "pkcs8" })),
    { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const skewed = (seconds: number) =>
    openid.PrivateKeyJwt(
      { key, kid: "own" },
      {
        [openid.modifyAssertion]: (_header, payload) => {
          payload.nbf = Math.floor(Date.now() / 1000) + seconds;
          payload.iat = payload.nbf;
        },
      },
    );
  const early = await relyingParty(client, skewed(8));
  expect((await signInAt(early, await asHandler())).claims()).toMatchObject({ name: "王芳" });
  const tooEarly = await relyingParty(client, skewed(60));
  await expect(signInAt(tooEarly, await asHandler())).rejects.toMatchObject({
    error: "invalid_client",
  });
  const replayed = openid.PrivateKeyJwt(
    { key, kid: "own" },
    {
      [openid.modifyAssertion]: (_header, payload) => {
        payload.jti = "always the same";
      },
    },
  );
  const config = await relyingParty(client, replayed);
  await signInAt(config, await asHandler());
  await expect(signInAt(config, await asHandler())).rejects.toMatchObject({
    error: "invalid_client",
  });
});

test("OIDC an outside system waits for consent, and a refusal is told", async () => {
  const config = await relyingParty(await newClient({ kind: "THIRD_PARTY" }));
  const browser = await asHandler();
  const session = await sessionOf(String(browser.cookies.get("portal.session")));
  const silent = await authorization(config, { prompt: "none" });
  const none = await browser.follow(silent.url);
  expect(none.searchParams.get("error")).toBe("consent_required");
  const ask = async () => {
    const request = await authorization(config);
    const page = await browser.follow(request.url);
    expect(page.pathname).toBe("/shandong/sso/consent");
    return { ...request, interaction: String(page.searchParams.get("interaction")) };
  };
  const context = { session, now: new Date(), address: "", userAgent: "" };
  const refused = await ask();
  const { identityVersion } = session;
  const deciding = { interaction: refused.interaction, identityVersion };
  await decideConsent({ ...deciding, decision: "REFUSE" }, context);
  const no = await browser.follow(`/oidc/interaction/${refused.interaction}`);
  expect(no.searchParams.get("error")).toBe("access_denied");
  const allowed = await ask();
  const { interaction } = allowed;
  expect(await readConsent(interaction, session)).toMatchObject({
    clientName: "测试业务系统",
    scopes: ["openid", "profile", "identity"],
  });
  const relation = await relationId("张伟", "泰岳", "LEGAL_REPRESENTATIVE");
  const stranger = await sessionOf(
    await signIn("张伟", "shandong", { entry: "ENTERPRISE", relationId: relation }),
  );
  expect(await readConsent(interaction, stranger)).toBeNull();
  await decideConsent({ interaction, decision: "ALLOW", identityVersion }, context);
  const back = await browser.follow(`/oidc/interaction/${interaction}`);
  const tokens = await openid.authorizationCodeGrant(config, back, allowed.checks);
  expect(tokens.claims()).toMatchObject({ name: "王芳" });
  // In the same session it is not asked again.
  const again = await signInAt(config, browser, { prompt: "none" });
  expect(again.claims()).toMatchObject({ name: "王芳" });
});
