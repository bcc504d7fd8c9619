import "server-only";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { revokeSessions } from "../session-store";
import type { CurrentOfficer } from "./officer-store";

/** 「退出」 of an officer: ends the session on the server. */
export async function endOfficerSession(officer: CurrentOfficer, now: Date): Promise<void> {
  const { sessionId, officerId, region } = officer;
  await transaction(async (tx) => {
    if ((await revokeSessions(tx, { id: sessionId }, "SIGNED_OUT", now)) === 0) return;
    await appendAudit(tx, {
      at: now,
      action: "OFFICER_LOGOUT",
      outcome: "OK",
      region,
      actorKind: "OFFICER",
      actorId: officerId,
      subjectKind: "LoginSession",
      subjectId: sessionId,
    });
  });
}
