import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { knownScopes, type Scope, scopesTelling } from "./claims";
import { clientMetadata } from "./clients";
import { type OpenInteraction, openInteraction } from "./open-interaction";
import { interactionPath } from "./return-path";

/**
 * What an outside system asks to be told, for the person it is about; null: nothing is asked of them. A claim asked for by name counts
 * as the scope that tells it, so that nothing is granted that was not shown.
 */
export async function readConsent(
  interaction: unknown,
  { personId }: Pick<CurrentSession, "personId">,
): Promise<{ clientId: string; clientName: string; scopes: Scope[] } | null> {
  const stored = await openInteraction(interaction, new Date());
  if (!stored || stored.session?.accountId !== personId) return null;
  if (stored.prompt?.name !== "consent") return null;
  const client = await clientMetadata(stored.params?.client_id ?? "");
  if (!client) return null;
  const claims = stored.prompt.details?.missingOIDCClaims ?? [];
  const scopes = new Set([...knownScopes(stored.params?.scope), ...scopesTelling(claims)]);
  return {
    clientId: String(client.client_id),
    clientName: String(client.client_name),
    scopes: [...scopes],
  };
}

/**
 * 「同意」 or 「拒绝」 of what an outside system asks for (授权同意). The person goes back to the request, which is answered by what they
 * chose, and it counts for the identity the page was rendered for (B7). Problems: CONSENT_OVER, IDENTITY_SWITCHED.
 */
export async function decideConsent(
  form: { interaction: string; decision: "ALLOW" | "REFUSE"; identityVersion: number },
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result<{ to: string }>> {
  const asked = await readConsent(form.interaction, session);
  if (!asked) return failure("CONSENT_OVER");
  if (form.identityVersion !== session.identityVersion) return failure("IDENTITY_SWITCHED");
  return transaction<Result<{ to: string }>>(async (tx) => {
    const key = { model: "Interaction", id: form.interaction };
    const row = await tx.oidcRecord.findUnique({ where: { model_id: key } });
    if (!row) return failure("CONSENT_OVER");
    const stored = JSON.parse(row.payload) as OpenInteraction;
    const decided = { decision: form.decision, decidedFor: decidedFor(session) };
    const result = { ...stored.result, ...decided };
    await tx.oidcRecord.updateMany({
      where: key,
      data: { payload: JSON.stringify({ ...stored, result }) },
    });
    await appendAudit(tx, {
      at: now,
      action: "CONSENT_TO_CLIENT",
      outcome: form.decision === "ALLOW" ? "OK" : "REFUSED",
      region: session.region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId: session.personId,
      subjectKind: "OidcClient",
      subjectId: asked.clientId,
      detail: { scopes: asked.scopes.join(" ") },
    });
    return success({ to: interactionPath(form.interaction) });
  });
}

/** Whom a decision is made for: this login session, acting as it does now. */
export function decidedFor({ id, identityVersion }: CurrentSession): string {
  return `${id} ${identityVersion}`;
}
