import "server-only";
import { appendAudit } from "./audit";
import { transaction } from "./db";
import { type CurrentSession, revokeSessions } from "./session-store";

/** 退出: ends the session on the server, whatever the browser keeps (L9). */
export async function endSession({
  session,
  now,
}: {
  session: CurrentSession;
  now: Date;
}): Promise<void> {
  await transaction(async (tx) => {
    const ended = await revokeSessions(tx, { id: session.id }, "SIGNED_OUT", now);
    if (ended === 0) return;
    await appendAudit(tx, {
      at: now,
      action: "LOGOUT",
      outcome: "OK",
      region: session.region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId: session.personId,
      subjectKind: "LoginSession",
      subjectId: session.id,
    });
  });
}
