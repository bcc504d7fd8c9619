import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { openSessionsOf } from "../devices/open-sessions";
import { endFlowsOf } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { cancelTicketsOf } from "../scan/tickets";
import { revokeSessions } from "../session-store";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import { servedPerson } from "./person-case";

/**
 * 「结束登录」 at the counter, for somebody who left a login open or lost a device: all their sessions of the portal and the APPs end, and
 * with them what business systems were granted; steps under way and codes to scan first, so that none of them opens another. Password
 * and phones stay. Problems: those of `servedPerson`, `NO_OPEN_SESSIONS`.
 */
export async function endSessionsAtCounter(
  { person: personId, reason }: { person: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result> {
  const served = await servedPerson(officer, personId, now);
  if (!served.ok) return served;
  const notice = await transaction(async (tx) => {
    if ((await tx.loginSession.count({ where: openSessionsOf(personId, now) })) === 0) return null;
    await endFlowsOf(tx, personId, now);
    await cancelTicketsOf(tx, personId, now);
    const count = await revokeSessions(tx, { personId }, "ENDED_AT_COUNTER", now);
    const told = await notify(tx, { personId, kind: "SESSIONS_ENDED" }, now);
    const event = officerEvent("END_SESSIONS_AT_COUNTER", officer, reason, now);
    await appendAudit(tx, { ...event, personId, detail: { count } });
    return told;
  });
  if (!notice) return failure("NO_OPEN_SESSIONS");
  await carryNotice(notice, { region: officer.region, now });
  return success();
}
