import "server-only";
import { type Configuration, type KoaContextWithOIDC, Provider } from "oidc-provider";
import { ACR_VALUES, acrOf, amrOf } from "@/lib/domain/authentication-context";
import { secretFor } from "../secrets";
import { cookieFlags, cookieName } from "../session-cookie";
import { sameSecret } from "../tokens";
import { OidcAdapter } from "./adapter";
import { claimsOf, pairwiseSub, SCOPE_CLAIMS, SCOPES } from "./claims";
import { countFailedClients } from "./client-failures";
import { clientSecretHash, PORTAL_METADATA } from "./clients";
import { givenGrant } from "./give-grant";
import { readGrant } from "./grants";
import { issuer, MOUNT } from "./issuer";
import { type KeySet, keySet, keySetVersion } from "./keys";
import { logOutOfPortal } from "./log-out";
import { portalClient, portalPolicy } from "./policy";
import { portalSession } from "./portal-session";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** The provider's own records die with the login session, at most 8 hours old; an hour more does no harm. */
const SESSION_SECONDS = 9 * HOUR;

/** How often a process looks whether another one rotated the keys. */
const KEYS_SEEN_MS = 3_000;

type Running = { provider: Provider; version: string; seenAt: number };

const shared = globalThis as { oidcProvider?: Promise<Running> };

/** The OpenID provider (OpenID 提供方) of this process; made anew when a key was rotated anywhere. */
export async function currentProvider(now: Date): Promise<Provider> {
  shared.oidcProvider ??= start(now);
  try {
    const running = await shared.oidcProvider;
    if (now.getTime() - running.seenAt < KEYS_SEEN_MS) return running.provider;
    running.seenAt = now.getTime();
    if ((await keySetVersion(now)) === running.version) return running.provider;
    shared.oidcProvider = start(now);
    return (await shared.oidcProvider).provider;
  } catch (error) {
    shared.oidcProvider = undefined;
    throw error;
  }
}

async function start(now: Date): Promise<Running> {
  const keys = await keySet(now);
  return { provider: build(keys), version: keys.version, seenAt: now.getTime() };
}

function build({ keys }: KeySet): Provider {
  const provider = new Provider(issuer(), configuration(keys));
  // Host and scheme come from the bridge, which takes them from the issuer.
  provider.proxy = true;
  provider.Client.prototype.compareClientSecret = async function (this: object, secret: string) {
    const { clientSecret } = this as { clientSecret?: string };
    return sameSecret(clientSecret ?? "", clientSecretHash(secret));
  };
  // Logout tokens leave by the delivery (`deliver-logouts.ts`), which outlives this request.
  provider.Client.prototype.backchannelLogout = async () => undefined;
  followPortal(provider);
  provider.use(logOutOfPortal);
  provider.use(countFailedClients);
  return provider;
}

/** The provider's session is whatever the portal's is at this moment: person, time and manner of login. */
function followPortal(provider: Provider): void {
  const { Session } = provider;
  const read = Session.get.bind(Session);
  Session.get = async (ctx: KoaContextWithOIDC) => {
    const portal = await portalSession(ctx.req);
    let session = await read(ctx);
    if (session.accountId && session.accountId !== portal?.personId) {
      session = new Session();
      ctx.oidc.entity("Session", session);
    }
    if (portal) {
      session.loginAccount({
        accountId: portal.personId,
        loginTs: Math.floor(portal.createdAt.getTime() / 1000),
        acr: acrOf(portal.proofs),
        amr: amrOf(portal.proofs),
      });
      // Has it stored: an interaction looks for it there.
      Object.assign(session, { touched: true });
    }
    return session;
  };
}

function configuration(keys: KeySet["keys"]): Configuration {
  // Those of one request are sent to its own path only, which the library sets.
  const { path: _path, ...short } = cookieFlags();
  return {
    adapter: OidcAdapter,
    jwks: { keys },
    clientAuthMethods: ["client_secret_basic", "private_key_jwt"],
    responseTypes: ["code"],
    subjectTypes: ["public", "pairwise"],
    scopes: [...SCOPES],
    claims: { openid: ["sub", "acr", "amr", "auth_time"], sid: null, iss: null, ...SCOPE_CLAIMS },
    acrValues: [...ACR_VALUES],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clockTolerance: 15,
    enabledJWA: {
      idTokenSigningAlgValues: ["RS256"],
      clientAuthSigningAlgValues: ["RS256", "PS256", "ES256"],
    },
    extraClientMetadata: { properties: [...PORTAL_METADATA] },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      claimsParameter: { enabled: true },
      backchannelLogout: { enabled: true },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        // Both are answered by redirects into the portal: `log-out.ts`.
        logoutSource: () => undefined,
        postLogoutSuccessSource: (ctx) => ctx.redirect("/"),
      },
    },
    routes: {
      authorization: "/auth",
      token: "/token",
      userinfo: "/userinfo",
      jwks: "/jwks",
      introspection: "/introspection",
      revocation: "/revocation",
      end_session: "/session/end",
    },
    cookies: {
      names: {
        session: cookieName("oidc.session"),
        interaction: "oidc.interaction",
        resume: "oidc.resume",
      },
      long: cookieFlags(),
      short,
      keys: [secretFor("oidc-cookies")],
    },
    ttl: {
      AccessToken: 10 * MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: HOUR,
      RefreshToken: SESSION_SECONDS,
      Grant: SESSION_SECONDS,
      Session: SESSION_SECONDS,
      Interaction: 30 * MINUTE,
    },
    interactions: {
      policy: portalPolicy(),
      url: (_ctx, interaction) => `${MOUNT}/interaction/${interaction.uid}`,
    },
    // The grant is asked on every use whether its session lives; the provider's own session decides nothing.
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    clientBasedCORS: () => false,
    pairwiseIdentifier: (_ctx, personId, client) =>
      pairwiseSub(personId, portalClient(client).portal_sector),
    loadExistingGrant: givenGrant,
    findAccount: (ctx, personId) => ({
      accountId: personId,
      claims: async () => ({ sub: personId, ...(await currentClaims(ctx)) }),
    }),
    renderError: (ctx, { error }) => {
      ctx.redirect(`/sign-in-problem?error=${encodeURIComponent(error)}`);
    },
  };
}

/** What is told of the grant's session now; asking for new tokens counts as activity (L9). */
async function currentClaims(ctx: KoaContextWithOIDC): Promise<Record<string, unknown>> {
  const { Grant: grant, Client: client } = ctx.oidc.entities;
  const slide = ctx.oidc.route === "token";
  const living = grant?.jti && (await readGrant(grant.jti, { now: new Date(), slide }));
  return living && client ? claimsOf(living.session, portalClient(client)) : {};
}
