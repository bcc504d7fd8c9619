import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { openSessionsOf } from "../devices/open-sessions";
import type { CurrentSession } from "../session-store";
import { endGrants } from "./end-grants";

/** Business systems a person is signed in at through any open session of theirs (已登录的业务系统), the newest sign-in first. */
export async function signedInSystems(personId: string, now: Date) {
  const grants = await db.oidcGrant.findMany({
    where: {
      endedAt: null,
      client: { disabledAt: null },
      session: openSessionsOf(personId, now),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    distinct: ["clientId"],
    select: { clientId: true, createdAt: true, client: { select: { name: true, kind: true } } },
  });
  return grants.map(({ clientId, createdAt, client }) => ({
    id: clientId,
    name: client.name,
    /** Not the bureau's own: the person agreed to what it is told, and would be asked again. */
    outside: client.kind === "THIRD_PARTY",
    since: createdAt,
  }));
}

/**
 * 「退出」 of one business system, in every session of the person; its tokens end at once, it is told, and what was agreed to is
 * forgotten. The portal and other systems stay signed in. Problem: `SYSTEM_NOT_SIGNED_IN`.
 */
export async function endSystemSignIn(
  form: { client: string },
  { session, now }: { session: CurrentSession; now: Date },
): Promise<Result> {
  const { personId, region } = session;
  const ended = await transaction(async (tx) => {
    const where = { clientId: form.client, session: { personId } };
    const count = await endGrants(tx, where, "ENDED_BY_PERSON", now);
    if (count > 0) {
      await appendAudit(tx, {
        at: now,
        action: "END_SYSTEM_SIGN_IN",
        outcome: "OK",
        region,
        actorKind: "PERSON",
        actorId: personId,
        personId,
        subjectKind: "OidcClient",
        subjectId: form.client,
      });
    }
    return count;
  });
  return ended > 0 ? success() : failure("SYSTEM_NOT_SIGNED_IN");
}
