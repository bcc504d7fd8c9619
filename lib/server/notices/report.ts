import "server-only";
import { randomInt } from "node:crypto";
import { dayOf } from "@/lib/domain/china-time";
import { incidentNumber } from "@/lib/domain/incident-number";
import { failure, type Result, success } from "@/lib/domain/result";
import { ALERT_KINDS, noticeText, noticeTitle } from "@/lib/messages/notices";
import { appendAudit } from "../audit";
import { endWaiting } from "../corrections/own";
import { db, isUniqueViolation, type Tx, transaction } from "../db";
import { servedRegion } from "../fixed-region";
import { endFlowsOf } from "../flow-store";
import { lockPhones, promoteAnotherPhone } from "../phones/own-phone";
import { cancelTicketsOf } from "../scan/tickets";
import { type CurrentSession, revokeSessions } from "../session-store";
import { newToken } from "../tokens";
import { carryNotice } from "./carry";
import { notify } from "./notify";
import { REPORT_LINK_DAYS, reportHash, reportPath } from "./report-link";

/** What the page behind a link shows: what happened, or the number of the report that was made of it. */
export type ReportView =
  | {
      state: "OPEN";
      kind: string;
      params: Record<string, string>;
      title: string;
      text: string;
      at: Date;
    }
  | { state: "REPORTED"; number: string };

/** An alert that may be reported. */
type Alert = { id: string; personId: string; kind: string; createdAt: Date };

const ALERT_COLUMNS = { id: true, personId: true, kind: true, createdAt: true } as const;

function oldestLinked(now: Date): Date {
  return new Date(now.getTime() - REPORT_LINK_DAYS * 24 * 3_600_000);
}

/** The alert behind a link 「不是我本人操作」; null for one that is guessed, altered or too old. Looking changes nothing. */
export async function reportView(token: string, now: Date): Promise<ReportView | null> {
  const message = await db.message.findUnique({
    where: { reportHash: reportHash(token) },
    select: { kind: true, params: true, createdAt: true, incidents: { select: { number: true } } },
  });
  const [incident] = message?.incidents ?? [];
  if (incident) return { state: "REPORTED", number: incident.number };
  if (!message || message.createdAt < oldestLinked(now)) return null;
  const params: Record<string, string> = JSON.parse(message.params);
  return {
    state: "OPEN",
    kind: message.kind,
    params,
    title: noticeTitle(message.kind),
    text: noticeText(message.kind, params),
    at: message.createdAt,
  };
}

/**
 * 「不是我本人操作」 by the link that came by SMS or e-mail (B4): works signed out, once, within seven days.
 * Problems: `REPORT_LINK_INVALID`, `ALREADY_REPORTED`.
 */
export async function reportByLink(
  form: { region: string; token: string },
  { now }: { now: Date },
): Promise<Result<{ number: string }>> {
  if (!servedRegion(form.region)) return failure("REPORT_LINK_INVALID");
  const alert = await db.message.findFirst({
    where: {
      reportHash: reportHash(form.token),
      kind: { in: [...ALERT_KINDS] },
      createdAt: { gte: oldestLinked(now) },
    },
    select: ALERT_COLUMNS,
  });
  if (!alert) return failure("REPORT_LINK_INVALID");
  return openIncident(alert, form.region, now);
}

/**
 * 「不是我本人操作」 in the message centre (B4), of one's own alert. It ends this session too; the answer leads to the page that
 * keeps the report's number. Problems: `MESSAGE_NOT_FOUND`, `ALREADY_REPORTED`.
 */
export async function reportOwnMessage(
  form: { message: string },
  { session, now }: { session: CurrentSession; now: Date },
): Promise<Result<{ to: string }>> {
  const { personId, region } = session;
  const alert = await db.message.findFirst({
    where: { id: form.message, personId, kind: { in: [...ALERT_KINDS] } },
    select: ALERT_COLUMNS,
  });
  if (!alert) return failure("MESSAGE_NOT_FOUND");
  const token = newToken();
  const opened = await openIncident(alert, region, now, reportHash(token));
  return opened.ok ? success({ to: reportPath(region, token) }) : opened;
}

/** Opens the incident of an alert and shuts the account to whoever else is in it, once per alert. */
async function openIncident(
  alert: Alert,
  region: string,
  now: Date,
  newReportHash?: string,
): Promise<Result<{ number: string }>> {
  const number = incidentNumber(dayOf(now), (below) => randomInt(below));
  try {
    const noticeId = await transaction(async (tx) => {
      const { personId } = alert;
      const { id: subjectId } = await tx.incident.create({
        data: { number, personId, messageId: alert.id, createdAt: now },
        select: { id: true },
      });
      await tx.message.update({
        where: { id: alert.id },
        data: { readAt: now, ...(newReportHash && { reportHash: newReportHash }) },
        select: { id: true },
      });
      const detail = { kind: alert.kind, ...(await shutOut(tx, alert, now)) };
      const notice = await notify(
        tx,
        { personId, kind: "INCIDENT_OPENED", params: { number } },
        now,
      );
      await appendAudit(tx, {
        at: now,
        action: "REPORT_INCIDENT",
        outcome: "OK",
        region,
        actorKind: "PERSON",
        actorId: personId,
        personId,
        subjectKind: "Incident",
        subjectId,
        detail,
      });
      return notice;
    });
    await carryNotice(noticeId, { region, now });
    return success({ number });
  } catch (error) {
    if (isUniqueViolation(error, "messageId")) return failure("ALREADY_REPORTED");
    throw error;
  }
}

/**
 * What keeps an intruder out who may know the password: it has to be changed at the next login, and the second factor that
 * login needs cannot be one the intruder added, since phones verified since the event are taken away. Logins and other
 * steps under way end too, as do requests for correction and codes to scan; no device counts as known any more. Sessions end last: one that opened
 * meanwhile ends with them.
 */
async function shutOut(tx: Tx, { personId, createdAt }: Alert, now: Date) {
  await tx.account.updateMany({
    where: { personId, status: "ACTIVE" },
    data: { passwordState: "RESET_REQUIRED" },
  });
  await endFlowsOf(tx, personId, now);
  await endWaiting(tx, { personId }, now);
  await cancelTicketsOf(tx, personId, now);
  await lockPhones(tx, [personId], now);
  const phones = await tx.phone.deleteMany({ where: { personId, verifiedAt: { gte: createdAt } } });
  const defaults = await tx.phone.count({ where: { personId, isDefault: true } });
  if (phones.count > 0 && defaults === 0) await promoteAnotherPhone(tx, personId);
  await tx.knownDevice.deleteMany({ where: { personId } });
  const sessions = await revokeSessions(tx, { personId }, "REPORTED", now);
  return { phonesRemoved: phones.count, sessionsEnded: sessions };
}
