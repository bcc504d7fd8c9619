import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { clientMetadata } from "./clients";
import { INTERACTION, interactionPath } from "./return-path";

type Stored = {
  params?: { client_id?: string; scope?: string };
  session?: { accountId?: string };
  prompt?: { name?: string };
  result?: Record<string, unknown>;
};

/** What an outside system asks to be told, for the person it is about; null: nothing is asked of them. */
export async function readConsent(
  interaction: unknown,
  { personId }: Pick<CurrentSession, "personId">,
): Promise<{ clientId: string; clientName: string; scopes: string[] } | null> {
  const stored = await readStored(interaction);
  if (!stored || stored.session?.accountId !== personId) return null;
  if (stored.prompt?.name !== "consent") return null;
  const client = await clientMetadata(stored.params?.client_id ?? "");
  if (!client) return null;
  return {
    clientId: String(client.client_id),
    clientName: String(client.client_name),
    scopes: (stored.params?.scope ?? "").split(" "),
  };
}

/**
 * 「同意」 or 「拒绝」 of what an outside system asks for (授权同意). The person goes back to the request, which is answered by what they
 * chose. Problems: CONSENT_OVER.
 */
export async function decideConsent(
  form: { interaction: string; decision: "ALLOW" | "REFUSE" },
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result<{ to: string }>> {
  const asked = await readConsent(form.interaction, session);
  if (!asked) return failure("CONSENT_OVER");
  return transaction<Result<{ to: string }>>(async (tx) => {
    const key = { model: "Interaction", id: form.interaction };
    const row = await tx.oidcRecord.findUnique({ where: { model_id: key } });
    if (!row) return failure("CONSENT_OVER");
    const stored = JSON.parse(row.payload) as Stored;
    const result = { ...stored.result, decision: form.decision };
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

async function readStored(interaction: unknown): Promise<Stored | null> {
  if (typeof interaction !== "string" || !INTERACTION.test(interaction)) return null;
  const row = await db.oidcRecord.findUnique({
    where: { model_id: { model: "Interaction", id: interaction } },
  });
  if (!row?.expiresAt || row.expiresAt <= new Date()) return null;
  return JSON.parse(row.payload) as Stored;
}
