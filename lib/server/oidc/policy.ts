import "server-only";
import type { IncomingMessage } from "node:http";
import { errors, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import { ACR_VALUES, acrOf, satisfiesAcr } from "@/lib/domain/authentication-context";
import type { CurrentSession } from "../session-store";
import type { PortalClient } from "./clients";
import { portalSession } from "./portal-session";

const { Check, Prompt, base } = interactionPolicy;

/** The client of a request as the portal knows it. */
export function portalClient(client: unknown): PortalClient {
  return client as PortalClient;
}

/** The portal's session when it counts for this client: of its bureau (税务局), and acting for somebody it may act for. */
export async function sessionFor(
  request: IncomingMessage,
  client: PortalClient,
): Promise<CurrentSession | null> {
  const session = await portalSession(request);
  return session?.region === client.portal_region ? session : null;
}

/** The `acr` values a request names: those it insists on, and those it would like. What it says may be anything. */
export function wantedAcr(ctx: KoaContextWithOIDC): { essential: string[]; voluntary: string[] } {
  const { claims, params } = ctx.oidc;
  const asked = claims?.id_token?.acr as
    | { essential?: boolean; value?: unknown; values?: unknown }
    | null
    | undefined;
  const named = (Array.isArray(asked?.values) ? asked.values : [asked?.value]).filter(
    (value): value is string => typeof value === "string",
  );
  const hints = typeof params?.acr_values === "string" ? params.acr_values.split(" ") : [];
  return asked?.essential
    ? { essential: named, voluntary: hints }
    : { essential: [], voluntary: [...named, ...hints] };
}

/** The level a running session can be raised to (B17). */
const FACE_ACR = "urn:tax:acr:face";

/** What was done in the interaction so far, as the portal noted it. */
type Noted = { login?: unknown; select_account?: unknown; stepUp?: { refused: boolean } };

const noted = (ctx: KoaContextWithOIDC) => (ctx.oidc.result ?? {}) as Noted;

/** Whether the session is proved as one of these values asks. */
function proved(session: CurrentSession, wanted: string[]): boolean {
  const held = acrOf(session.proofs);
  return wanted.some((value) => satisfiesAcr(held, value));
}

/** Which session there was when the person was asked: only another one is a login made since. */
async function sessionBefore(ctx: KoaContextWithOIDC) {
  return { session: (await portalSession(ctx.req))?.id ?? null };
}

/**
 * What has to be asked before a business system is answered (交互策略): a login at the portal, a stronger or fresher one, another
 * identity, and for outside systems consent. The portal's own session decides, on every request anew.
 */
export function portalPolicy() {
  const policy = base();
  const login = policy.get("login");
  if (login) login.details = sessionBefore;
  // Theirs compare the value itself; here a stronger login does for a weaker one.
  login?.checks.remove("essential_acrs");
  login?.checks.remove("essential_acr");
  login?.checks.add(
    new Check(
      "other_bureau",
      "a login at the bureau of the client is required",
      "login_required",
      async (ctx) => {
        const session = await sessionFor(ctx.req, portalClient(ctx.oidc.client));
        return session ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
      },
    ),
  );
  policy.add(
    new Prompt(
      { name: "select_account", requestable: true },
      sessionBefore,
      new Check("identity_unusable", "the acting identity may not be used", async (ctx) => {
        const client = portalClient(ctx.oidc.client);
        const session = await sessionFor(ctx.req, client);
        return session?.problem ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
      }),
    ),
    1,
  );
  policy.add(
    new Prompt(
      { name: "step_up", requestable: false },
      new Check(
        "essential_acr",
        "the requested acr could not be obtained",
        "unmet_authentication_requirements",
        async (ctx) => {
          const { essential } = wantedAcr(ctx);
          const session = await sessionFor(ctx.req, portalClient(ctx.oidc.client));
          if (essential.length === 0 || !session || proved(session, essential)) {
            return Check.NO_NEED_TO_PROMPT;
          }
          // Nothing the person could do would bring it about.
          if (!essential.some((value) => ACR_VALUES.some((ours) => ours === value))) {
            throw new errors.UnmetAuthenticationRequirements(
              "the requested acr could not be obtained",
            );
          }
          return Check.REQUEST_PROMPT;
        },
      ),
      new Check("voluntary_acr", "a stronger login is asked for", async (ctx) => {
        const voluntary = wantedAcr(ctx).voluntary.filter((value) => value === FACE_ACR);
        const session = await sessionFor(ctx.req, portalClient(ctx.oidc.client));
        if (voluntary.length === 0 || !session || proved(session, voluntary)) {
          return Check.NO_NEED_TO_PROMPT;
        }
        // A wish: not asked twice, and not where nothing may be shown.
        if (noted(ctx).stepUp || ctx.oidc.prompts.has("none")) return Check.NO_NEED_TO_PROMPT;
        return Check.REQUEST_PROMPT;
      }),
    ),
    2,
  );
  return policy;
}
