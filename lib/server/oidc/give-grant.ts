import "server-only";
import type { Grant, KoaContextWithOIDC, Provider } from "oidc-provider";
import { acrOf, answeredAcr } from "@/lib/domain/authentication-context";
import type { CurrentSession } from "../session-store";
import { newToken } from "../tokens";
import type { PortalClient } from "./clients";
import { grantOf, keepGrant } from "./grants";
import { portalClient, sessionFor, wantedAcr } from "./policy";

type Asked = { scopes: Iterable<string>; claims: Iterable<string> };

/**
 * The grant an authorization request goes on with (授权记录): the one this client has in this session for this identity, or for the
 * bureau's own systems a new one. Undefined: the person has to consent first, or nobody is signed in.
 */
export async function givenGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { oidc } = ctx;
  const client = portalClient(oidc.client);
  const session = await sessionFor(ctx.req, client);
  if (!session || session.problem) return undefined;
  const { essential, voluntary } = wantedAcr(ctx);
  if (oidc.session) {
    oidc.session.acr = answeredAcr(acrOf(session.proofs), [...essential, ...voluntary]);
  }
  const asked = { scopes: oidc.requestParamOIDCScopes, claims: oidc.requestParamClaims };
  const kept = await grantOf(session, client.clientId);
  const found = kept && (await oidc.provider.Grant.find(kept.id));
  if (found && kept) {
    oidc.session?.sidFor(client.clientId, kept.sid);
    if (client.portal_third_party) return found;
    return widened(found, asked);
  }
  if (client.portal_third_party) return undefined;
  const made = await giveGrant(oidc.provider, { client, session, ...asked });
  oidc.session?.sidFor(client.clientId, made.sid);
  return oidc.provider.Grant.find(made.id);
}

/** Grants a client what it asks for, in this session and for its identity, besides what it was granted before. */
export async function giveGrant(
  provider: Provider,
  { client, session, ...asked }: Asked & { client: PortalClient; session: CurrentSession },
): Promise<{ id: string; sid: string }> {
  const before = await grantOf(session, client.clientId);
  const found = before && (await provider.Grant.find(before.id));
  if (found && before) {
    await widened(found, asked);
    return before;
  }
  const { clientId } = client;
  const grant = new provider.Grant({ accountId: session.personId, clientId });
  add(grant, asked);
  const id = await grant.save();
  const sid = newToken();
  await keepGrant({ id, clientId, session, sid }, new Date());
  return { id, sid };
}

async function widened(grant: Grant, asked: Asked): Promise<Grant> {
  const held = new Set(grant.getOIDCScopeEncountered().split(" "));
  const claims = new Set(grant.getOIDCClaimsEncountered());
  const more = [...asked.scopes].some((scope) => !held.has(scope));
  if (!more && [...asked.claims].every((claim) => claims.has(claim))) return grant;
  add(grant, asked);
  await grant.save();
  return grant;
}

function add(grant: Grant, { scopes, claims }: Asked): void {
  grant.addOIDCScope([...scopes]);
  const named = [...claims];
  if (named.length > 0) grant.addOIDCClaims(named);
}
