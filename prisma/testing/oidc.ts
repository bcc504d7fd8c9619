import { createPublicKey, verify } from "node:crypto";
import * as openid from "openid-client";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { answer } from "@/lib/server/oidc/bridge";
import { clientSecretHash } from "@/lib/server/oidc/clients";
import { newToken } from "@/lib/server/tokens";
import { relationId, signIn } from "@/prisma/testing/demo-session";

/** Where the business system of the tests gets its answers. */
export const CALLBACK = "https://system.example/callback";

type Extra = Partial<Parameters<typeof db.oidcClient.create>[0]["data"]>;

/** Registers a business system; returns its id and secret. */
export async function newClient(extra: Extra = {}): Promise<{ id: string; secret: string }> {
  const id = `test-${newToken().slice(0, 12)}`;
  const secret = newToken();
  await db.oidcClient.create({
    data: {
      id,
      region: "shandong",
      name: "测试业务系统",
      kind: "FIRST_PARTY",
      authMethod: "CLIENT_SECRET_BASIC",
      secretHash: clientSecretHash(secret),
      redirectUris: JSON.stringify([CALLBACK]),
      postLogoutRedirectUris: JSON.stringify(["https://system.example/bye"]),
      functions: JSON.stringify(["query-history"]),
      ...extra,
    },
    select: { id: true },
  });
  return { id, secret };
}

/** A business system that is a real OpenID client (openid-client), whose calls reach the provider in this process. */
export async function relyingParty(
  { id, secret }: { id: string; secret: string },
  auth?: openid.ClientAuth,
): Promise<openid.Configuration> {
  const issuer = new URL(`${env().APP_URL}/oidc`);
  return openid.discovery(issuer, id, undefined, auth ?? openid.ClientSecretBasic(secret), {
    execute: [openid.allowInsecureRequests],
    [openid.customFetch]: (url, options) => answer(new Request(url, options as RequestInit)),
  });
}

/** A browser that keeps cookies and follows redirects inside the provider. */
export class OidcBrowser {
  readonly cookies = new Map<string, string>();

  /** `token`: of a session at the portal; null: nobody is signed in. */
  constructor(token: string | null) {
    if (token) this.cookies.set("portal.session", token);
  }

  /** Asks for one address of the provider. */
  async get(url: string, headers: Record<string, string> = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await answer(
      new Request(new URL(url, env().APP_URL), {
        headers: { accept: "text/html", cookie, ...headers },
      }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects until they leave the provider; returns where they lead. */
  async follow(url: string): Promise<URL> {
    let at = new URL(url, env().APP_URL);
    for (let hop = 0; hop < 10; hop += 1) {
      const response = await this.get(at.href);
      const location = response.headers.get("location");
      if (!location) throw new Error(`${response.status}: ${await response.text()}`);
      at = new URL(location, env().APP_URL);
      if (at.origin !== env().APP_URL || !at.pathname.startsWith("/oidc/")) return at;
    }
    throw new Error("too many redirects");
  }
}

/** A browser where 王芳 of the demo data is signed in as 办税员 of 泰岳. */
export async function asHandler(): Promise<OidcBrowser> {
  const id = await relationId("王芳", "泰岳");
  return new OidcBrowser(await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: id }));
}

/** An authorization request with PKCE, nonce and state. */
export async function authorization(
  config: openid.Configuration,
  params: Record<string, string> = {},
) {
  const verifier = openid.randomPKCECodeVerifier();
  const checks = {
    pkceCodeVerifier: verifier,
    expectedNonce: openid.randomNonce(),
    expectedState: openid.randomState(),
  };
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: "openid profile identity",
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    nonce: checks.expectedNonce,
    state: checks.expectedState,
    ...params,
  });
  return { url: url.href, checks };
}

/** Signs the browser's person in at the business system; returns its tokens. */
export async function signInAt(
  config: openid.Configuration,
  browser: OidcBrowser,
  params: Record<string, string> = {},
) {
  const { url, checks } = await authorization(config, params);
  return openid.authorizationCodeGrant(config, await browser.follow(url), checks);
}

/** What a token says, its signature verified with the key the provider publishes under its `kid`. @throws Error when it is none of theirs */
export async function verifiedClaims(token = ""): Promise<Record<string, unknown>> {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const bytes = (part: string) => Buffer.from(part, "base64url");
  const { alg, kid } = JSON.parse(bytes(header).toString());
  const { keys } = await (await new OidcBrowser(null).get("/oidc/jwks")).json();
  const key = keys.find((each: { kid: string }) => each.kid === kid);
  const publicKey = createPublicKey({ key, format: "jwk" });
  const signed = Buffer.from(`${header}.${payload}`);
  if (alg !== "RS256" || !verify("sha256", signed, publicKey, bytes(signature))) {
    throw new Error("not signed by the provider");
  }
  return JSON.parse(bytes(payload).toString());
}
