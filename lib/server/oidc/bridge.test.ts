import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { afterEach, expect, test, vi } from "vitest";
import { env } from "@/lib/server/env";
import {
  asHandler,
  authorization,
  newClient,
  OidcBrowser,
  relyingParty,
  signInAt,
} from "@/prisma/testing/oidc";
import { answer } from "./bridge";
import { currentProvider } from "./provider";

afterEach(() => vi.restoreAllMocks());

test("OIDC an unexpected failure of an interaction is answered by a failure, not by silence", async () => {
  const provider = await currentProvider(new Date());
  vi.spyOn(provider, "interactionDetails").mockRejectedValue(new Error("database gone"));
  await expect(new OidcBrowser(null).get("/oidc/interaction/abc")).rejects.toThrow("database gone");
});

test("OIDC a cookie that no one could have been given is nobody's session", async () => {
  const config = await relyingParty(await newClient());
  const { url } = await authorization(config, { prompt: "none" });
  const back = await new OidcBrowser("%E0%A4%A").follow(url);
  expect(back.searchParams.get("error")).toBe("login_required");
});

test("OIDC a logout asked for by POST leads to the same page as one by GET", async () => {
  const config = await relyingParty(await newClient());
  const browser = await asHandler();
  const tokens = await signInAt(config, browser);
  const post_logout_redirect_uri = "https://system.example/bye";
  const form = { id_token_hint: String(tokens.id_token), post_logout_redirect_uri, state: "kept" };
  // Posted by another site, hence without a cookie of the portal.
  const first = await answer(
    new Request(`${env().APP_URL}/oidc/session/end`, {
      method: "POST",
      headers: {
        origin: "https://system.example",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams(form).toString(),
    }),
  );
  expect(first.status).toBe(303);
  const page = await browser.follow(first.headers.get("location") ?? "");
  expect(page.pathname).toBe("/shandong/sso/sign-out");
});

const unknown = "urn:mace:silver";

test.each([
  { essential: true, value: unknown },
  { essential: true, values: [unknown, 7] },
])("OIDC an essential acr there is not is refused at once: %o", async (acr) => {
  const config = await relyingParty(await newClient());
  const { url } = await authorization(config, { claims: JSON.stringify({ id_token: { acr } }) });
  const back = await (await asHandler()).follow(url);
  expect(back.searchParams.get("error")).toBe("unmet_authentication_requirements");
});

test.each([
  { essential: true, values: [unknown, "urn:tax:acr:2f"] },
  { essential: true, values: "urn:tax:acr:2f" },
  { essential: true },
  { value: unknown },
])("OIDC an acr that holds, or none, is answered: %o", async (acr) => {
  const config = await relyingParty(await newClient());
  const claims = JSON.stringify({ id_token: { acr } });
  const { url, checks } = await authorization(config, { claims });
  const back = await (await asHandler()).follow(url);
  const tokens = await openid.authorizationCodeGrant(config, back, checks);
  expect(tokens.claims()).toMatchObject({ acr: "urn:tax:acr:2f" });
});
