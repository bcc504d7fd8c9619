import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { endGrants } from "../oidc/end-grants";
import { interactionPath } from "../oidc/return-path";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { rememberUse } from "./last-use";
import { resolveIdentity } from "./resolve";

type SignedIn = RequestContext & { session: CurrentSession };

/**
 * 身份切换: lets the running session act for another enterprise, role, client or project without logging in again (E3,
 * G3, X2); business systems are told that the identity before has ended. The form names the identity it was rendered for; a second tab that switched meanwhile is told so (B7).
 */
export async function switchIdentity(
  form: { identity: string; identityVersion: number; interaction?: string },
  { session, now }: SignedIn,
): Promise<Result<{ to: string }>> {
  return transaction(async (tx) => {
    const resolved = await resolveIdentity(tx, {
      personId: session.personId,
      region: session.region,
      entry: session.entry,
      identity: form.identity,
      now,
    });
    if (!resolved.ok) return resolved;
    const { enterpriseId, agencyId, ...columns } = resolved.value;
    const { count } = await tx.loginSession.updateMany({
      where: { id: session.id, revokedAt: null, identityVersion: form.identityVersion },
      data: { ...columns, identityVersion: { increment: 1 } },
    });
    if (count === 0) return failure("IDENTITY_SWITCHED");
    await endGrants(tx, { sessionId: session.id }, "IDENTITY_SWITCHED", now);
    await rememberUse(tx, columns, now);
    await appendAudit(tx, {
      at: now,
      action: "SWITCH_IDENTITY",
      outcome: "OK",
      region: session.region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId: session.personId,
      enterpriseId: enterpriseId ?? undefined,
      agencyId: agencyId ?? undefined,
      subjectKind: "LoginSession",
      subjectId: session.id,
      detail: { entry: columns.entry },
    });
    const { interaction } = form;
    return success({
      to: interaction ? interactionPath(interaction, "chosen") : `/${session.region}/home`,
    });
  });
}
