import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { switchIdentity } from "@/lib/server/identities/switch";
import { relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { authorization, newClient, OidcBrowser, relyingParty } from "@/prisma/testing/oidc";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { refused } from "@/prisma/testing/staff";
import { decideConsent, readConsent } from "./consent";
import { returnPath } from "./return-path";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NAME = JSON.stringify({ userinfo: { name: null } });

/** 王芳 in a browser, led to the consent page by an outside system that asks for this. */
async function asked(params: Record<string, string> = {}) {
  const relation = await relationId("王芳", "泰岳");
  const acting = { entry: "ENTERPRISE", relationId: relation } as const;
  const browser = new OidcBrowser(await signIn("王芳", "shandong", acting));
  const config = await relyingParty(await newClient({ kind: "THIRD_PARTY" }));
  const { url, checks } = await authorization(config, params);
  const page = await browser.follow(url);
  expect(page.pathname).toBe("/shandong/sso/consent");
  const interaction = String(page.searchParams.get("interaction"));
  return { browser, config, checks, interaction, goOn: `/oidc/interaction/${interaction}` };
}

/** The session of a browser as it is now, with which its forms are sent. */
async function contextOf(browser: OidcBrowser) {
  const session = await sessionOf(String(browser.cookies.get("portal.session")));
  return { session, now: new Date(), address: "", userAgent: "" };
}

test("OIDC a claim an outside system asks for by name is shown before it is told", async () => {
  const { browser, config, checks, interaction, goOn } = await asked({
    scope: "openid",
    claims: NAME,
  });
  const context = await contextOf(browser);
  const shown = await readConsent(interaction, context.session);
  expect(shown?.scopes).toEqual(["openid", "profile"]);
  const { identityVersion } = context.session;
  await decideConsent({ interaction, decision: "ALLOW", identityVersion }, context);
  const tokens = await openid.authorizationCodeGrant(config, await browser.follow(goOn), checks);
  const sub = String(tokens.claims()?.sub);
  const told = await openid.fetchUserInfo(config, tokens.access_token, sub);
  expect(told).toEqual({ sub, name: "王芳" });
  const events = await db.auditEvent.findMany({
    where: { action: "CONSENT_TO_CLIENT", subjectId: shown?.clientId },
  });
  expect(events.map(({ detail }) => JSON.parse(String(detail)))).toEqual([
    { scopes: "openid profile" },
  ]);
});

test("OIDC scopes there are not are not shown", async () => {
  const { browser, interaction } = await asked({ scope: "openid constructor" });
  const { session } = await contextOf(browser);
  expect((await readConsent(interaction, session))?.scopes).toEqual(["openid"]);
});

test("B7 a consent of one identity gives nothing for another", async () => {
  const { browser, config, checks, interaction, goOn } = await asked();
  const before = await contextOf(browser);
  const { identityVersion } = before.session;
  const allow = { interaction, decision: "ALLOW", identityVersion } as const;
  expect(await decideConsent(allow, before)).toMatchObject({ ok: true });
  expect(await switchIdentity({ identity: "person", identityVersion }, before)).toMatchObject({
    ok: true,
  });
  // Agreed to while acting for the enterprise: asked again as the person.
  expect((await browser.follow(goOn)).pathname).toBe("/shandong/sso/consent");
  const after = await contextOf(browser);
  // The page of the identity before is still open in another tab.
  expect(await decideConsent(allow, after)).toEqual(refused("IDENTITY_SWITCHED"));
  const anew = { ...allow, identityVersion: after.session.identityVersion };
  expect(await decideConsent(anew, after)).toMatchObject({ ok: true });
  const tokens = await openid.authorizationCodeGrant(config, await browser.follow(goOn), checks);
  expect(tokens.claims()).toMatchObject({ role: "PERSON" });
});

test("OIDC a login at another bureau does not lead to the request of a system that was left", async () => {
  const { interaction, goOn } = await asked();
  const browser = newBrowser();
  browser.cookies.set("oidc.return", interaction);
  const at = (region: string, now: Date) => inBrowser(browser, () => returnPath(region, now));
  expect(await at("shandong", new Date())).toBe(goOn);
  expect(await at("xizang", new Date())).toBeNull();
  expect(await at("shandong", new Date(Date.now() + 31 * 60_000))).toBeNull();
  browser.cookies.set("oidc.return", "constructor");
  expect(await at("shandong", new Date())).toBeNull();
});
