import "server-only";
import type { Result } from "@/lib/domain/result";
import { success } from "@/lib/domain/result";
import type { NewClient } from "@/lib/schemas/oidc-client";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { newClientSecret } from "./client-secret";
import { newClientId, newColumns, type Registered, settingsProblem } from "./manage-clients";

/**
 * Registers a client with a secret on behalf of whoever runs the portal; of one with the same addresses in that bureau the settings
 * are written anew and the secret is renewed. Problems: those of a registration in the hall.
 */
export async function registerByCommand(
  { reason, authMethod: _, ...settings }: NewClient,
  region: string,
  now: Date,
): Promise<Result<Registered>> {
  const problem = await settingsProblem(settings);
  if (problem) return { ok: false, problems: [problem] };
  const { secret, secretHash } = newClientSecret();
  const { createdAt, ...columns } = newColumns(settings, now);
  return transaction<Result<Registered>>(async (tx) => {
    const { redirectUris } = columns;
    const authMethod = "CLIENT_SECRET_BASIC" as const;
    const known = await tx.oidcClient.findFirst({
      where: { region, redirectUris, authMethod },
      select: { id: true },
    });
    const id = known?.id ?? newClientId(settings.businessSystem);
    const data = { ...columns, secretHash, disabledAt: null };
    await tx.oidcClient.upsert({
      where: { id },
      create: { id, region, authMethod, ...data, createdAt },
      update: data,
      select: { id: true },
    });
    await appendAudit(tx, {
      at: now,
      action: known ? "RENEW_OIDC_SECRET" : "ADD_OIDC_CLIENT",
      outcome: "OK",
      region,
      actorKind: "SYSTEM",
      subjectKind: "OidcClient",
      subjectId: id,
      reason,
    });
    return success({ clientId: id, secret });
  });
}
