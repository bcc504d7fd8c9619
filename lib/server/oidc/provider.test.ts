import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { switchIdentity } from "@/lib/server/identities/switch";
import { sessionTokenHash } from "@/lib/server/session-store";
import { relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import {
  asHandler,
  authorization,
  CALLBACK,
  newClient,
  OidcBrowser,
  relyingParty,
  signInAt,
} from "@/prisma/testing/oidc";
import { decideConsent, readConsent } from "./consent";

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

test("OIDC a revoked token is not active any more", async () => {
  const config = await relyingParty(await newClient());
  const tokens = await signInAt(config, await asHandler());
  expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(true);
  await openid.tokenRevocation(config, tokens.access_token);
  expect((await openid.tokenIntrospection(config, tokens.access_token)).active).toBe(false);
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
  // A form of the portal that is open in another tab acts for nobody it was not rendered for (B7).
  const other = await sessionOf(String(browser.cookies.get("portal.session")));
  const { identityVersion } = session;
  expect(
    await switchIdentity(
      { identity: "person", identityVersion },
      { session: other, now: new Date(), address: "", userAgent: "" },
    ),
  ).toMatchObject({ ok: false, problems: [{ code: "IDENTITY_SWITCHED" }] });
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
