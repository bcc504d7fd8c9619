import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { errors, type Interaction, type InteractionResults, type Provider } from "oidc-provider";
import { acrOf, amrOf, satisfiesAcr } from "@/lib/domain/authentication-context";
import { isOldStyle } from "@/lib/domain/session-proofs";
import type { CurrentSession } from "../session-store";
import { knownScopes } from "./claims";
import { decidedFor } from "./consent";
import { giveGrant } from "./give-grant";
import { portalClient, sessionFor } from "./policy";
import { portalSession } from "./portal-session";
import { returnCookie } from "./return-path";

type Exchange = { provider: Provider; request: IncomingMessage; response: ServerResponse };
type Step = { interaction: Interaction; session: CurrentSession | null; did: string };

/**
 * One step of an authorization request that needs the person (交互): leads to the portal's login, 身份切换, face verification or
 * consent page, and once that is done lets the request go on. `did`: what the person chose there.
 */
export async function interact(exchange: Exchange, did: string): Promise<void> {
  const { provider, request, response } = exchange;
  const interaction = await provider.interactionDetails(request, response);
  const client = await provider.Client.find(String(interaction.params.client_id));
  if (!client) throw new errors.InvalidClient("client is invalid", "client not found");
  const { portal_region: region, ...known } = portalClient(client);
  const portal = await portalSession(request);
  const before = interaction.session?.accountId;
  if (before && portal && portal.personId !== before) return beginAnew(exchange, interaction);
  const session = await sessionFor(request, portalClient(client));
  const step = { interaction, session, did };
  const leave = (path: string) => goTo(exchange, `/${region}/${path}`, interaction.uid);
  const finish = (result: InteractionResults) =>
    provider.interactionFinished(request, response, result);
  if (!session) return leave("login");
  switch (interaction.prompt.name) {
    case "login":
      return isFreshEnough(step, session) ? finish({ login: login(session) }) : leave("login");
    case "select_account":
      if (isOldStyle(session.proofs)) {
        return isNew(step, session) ? finish({ select_account: {} }) : leave("login");
      }
      if (did === "chosen" && !session.problem) return finish({ select_account: {} });
      return leave(`account/switch?interaction=${interaction.uid}`);
    case "step_up":
      return stepUp(step, session, { finish, leave });
    default: {
      const noted = interaction.result as { decision?: string; decidedFor?: string } | undefined;
      // What was decided for one identity counts for no other (B7).
      const decision = noted?.decidedFor === decidedFor(session) ? noted.decision : undefined;
      if (known.portal_third_party && !decision) {
        return leave(`sso/consent?interaction=${interaction.uid}`);
      }
      if (decision === "REFUSE") {
        return finish({ error: "access_denied", error_description: "the person refused" });
      }
      const { id } = await giveGrant(provider, {
        client: portalClient(client),
        session,
        scopes: knownScopes(interaction.params.scope),
        claims: (interaction.prompt.details.missingOIDCClaims as string[] | undefined) ?? [],
      });
      return finish({ consent: { grantId: id } });
    }
  }
}

/** A login made since the request began counts for `prompt=login` and `max_age`; otherwise any session does. */
function isFreshEnough({ interaction }: Step, session: CurrentSession): boolean {
  const { reasons } = interaction.prompt;
  const anyDoes = reasons.every((reason) => ["no_session", "other_bureau"].includes(reason));
  return anyDoes || isNew({ interaction }, session);
}

function isNew(
  { interaction }: Pick<Step, "interaction">,
  { id, createdAt }: CurrentSession,
): boolean {
  return id !== interaction.prompt.details.session && createdAt.getTime() >= interaction.iat * 1000;
}

function login({ personId, createdAt, proofs }: CurrentSession) {
  return {
    accountId: personId,
    ts: Math.floor(createdAt.getTime() / 1000),
    acr: acrOf(proofs),
    amr: amrOf(proofs),
  };
}

/** 提升认证等级 (B17): a face makes the running session stronger; whoever declines is answered without it, unless it is a must. */
function stepUp(
  { interaction, did }: Step,
  { proofs }: CurrentSession,
  {
    finish,
    leave,
  }: {
    finish: (result: InteractionResults) => Promise<void>;
    leave: (path: string) => Promise<void>;
  },
): Promise<void> {
  const essential = interaction.prompt.reasons.includes("essential_acr");
  const held = acrOf(proofs);
  if (satisfiesAcr(held, "urn:tax:acr:face")) return finish({ stepUp: { refused: false } });
  if (did !== "declined" && !isOldStyle(proofs)) {
    return leave(`sso/verify?interaction=${interaction.uid}`);
  }
  if (!essential) return finish({ stepUp: { refused: true } });
  return finish({
    error: "unmet_authentication_requirements",
    error_description: "the requested acr could not be obtained",
  });
}

/** Somebody else signed in meanwhile: the request starts over for them, what it asked the person to do being done. */
async function beginAnew({ response }: Exchange, interaction: Interaction): Promise<void> {
  const { prompt, ...params } = interaction.params;
  const rest = String(prompt ?? "")
    .split(" ")
    .filter((each) => each !== "" && each !== "login" && each !== "select_account");
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  if (rest.length > 0) query.set("prompt", rest.join(" "));
  await interaction.destroy();
  redirect(response, `/oidc/auth?${query}`);
}

async function goTo({ response }: Exchange, path: string, uid: string): Promise<void> {
  response.setHeader("set-cookie", returnCookie(uid));
  redirect(response, path);
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(303, { location: path, "cache-control": "no-store" });
  response.end();
}
