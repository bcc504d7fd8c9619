// Bad input and attacks on the provider; those on what it calls itself: rebinding.test.ts, on secrets: client-failures.test.ts.
import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { newClientKey } from "@/prisma/testing/client-key";
import { relationId } from "@/prisma/testing/demo-session";
import {
  asHandler,
  authorization,
  CALLBACK,
  newClient,
  OidcBrowser,
  relyingParty,
  signInAt,
} from "@/prisma/testing/oidc";

test("OIDC attack: authorization without PKCE is refused", async () => {
  const client = await newClient();
  const query = `client_id=${client.id}&redirect_uri=${encodeURIComponent(CALLBACK)}&response_type=code&scope=openid`;
  const back = await (await asHandler()).follow(`/oidc/auth?${query}`);
  expect(back.searchParams.get("error")).toBe("invalid_request");
  expect(back.searchParams.get("error_description")).toContain("PKCE");
});

test.each([
  ["plain", { code_challenge_method: "plain" }],
  ["no method, which means plain", { code_challenge_method: "" }],
])("OIDC attack: PKCE downgraded to %s is refused", async (_what, change) => {
  const config = await relyingParty(await newClient());
  const { url } = await authorization(config, change);
  const back = await (await asHandler()).follow(url);
  expect(back.searchParams.get("error")).toBe("invalid_request");
  expect(back.searchParams.has("code")).toBe(false);
});

test.each([undefined, openid.randomPKCECodeVerifier()])(
  "OIDC attack: a stolen code without its verifier is worth nothing (%s)",
  async (pkceCodeVerifier) => {
    const config = await relyingParty(await newClient());
    const { url, checks } = await authorization(config);
    const back = await (await asHandler()).follow(url);
    const stolen = openid.authorizationCodeGrant(config, back, { ...checks, pkceCodeVerifier });
    await expect(stolen).rejects.toMatchObject({ error: "invalid_grant" });
  },
);

test("OIDC attack: a code of one client is worth nothing to another", async () => {
  const config = await relyingParty(await newClient());
  const { url, checks } = await authorization(config);
  const back = await (await asHandler()).follow(url);
  const other = await relyingParty(await newClient());
  await expect(openid.authorizationCodeGrant(other, back, checks)).rejects.toMatchObject({
    error: "invalid_grant",
  });
});

test("OIDC attack: a replayed code revokes the whole grant", async () => {
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

test("OIDC attack: of two exchanges of one code at once at most one succeeds, and nothing is left of the grant", async () => {
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

test("OIDC attack: the answer names the issuer, so that a mix-up is noticed", async () => {
  const config = await relyingParty(await newClient());
  const { url, checks } = await authorization(config);
  const back = await (await asHandler()).follow(url);
  expect(back.searchParams.get("iss")).toBe("http://localhost:3000/oidc");
  back.searchParams.set("iss", "https://attacker.example");
  await expect(openid.authorizationCodeGrant(config, back, checks)).rejects.toThrow(
    "invalid response",
  );
});

test("OIDC attack: forged host headers change nothing of what the provider says of itself", async () => {
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

test("OIDC attack: an address that is not registered is never led to (open redirect)", async () => {
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

test("OIDC attack: refresh tokens rotate; a used one ends the grant", async () => {
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

test("OIDC attack: another client learns nothing of a token", async () => {
  const config = await relyingParty(await newClient());
  const other = await relyingParty(await newClient());
  const tokens = await signInAt(config, await asHandler());
  expect((await openid.tokenIntrospection(other, tokens.access_token)).active).toBe(false);
});

test("OIDC attack: the session of another bureau does not count for a client", async () => {
  const config = await relyingParty(await newClient({ region: "xizang" }));
  const { url } = await authorization(config);
  const page = await (await asHandler()).follow(url);
  expect(page.pathname).toBe("/xizang/login");
  const silent = await authorization(config, { prompt: "none" });
  const back = await (await asHandler()).follow(silent.url);
  expect(back.searchParams.get("error")).toBe("login_required");
});

test("OIDC attack: downgraded acr: an essential acr the login does not have is never answered with less", async () => {
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

test("OIDC attack: the token of a handler who was frozen is refused everywhere", async () => {
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

test("OIDC attack: private_key_jwt: an assertion counts once, and the clocks may differ by 15 seconds", async () => {
  const { key, jwks } = await newClientKey();
  const client = await newClient({ authMethod: "PRIVATE_KEY_JWT", secretHash: null, jwks });
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
