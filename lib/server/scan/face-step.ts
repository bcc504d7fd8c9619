import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { MAX_FAILURES } from "@/lib/domain/lockout";
import { failure, type Result, success } from "@/lib/domain/result";
import { findRegion } from "@/lib/regions/list";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { type BegunFaceCheck, beginFaceCheck, type Frame, submitFrames } from "../face/check";
import { enrolFromPhotograph } from "../face/references";
import { type FaceSubject, personSubject } from "../face/subject";
import { boundBrowserHash } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { faceProved, registrationOfTicket } from "../registration/register-face";
import type { RequestContext } from "../request";
import { asksForFace, auditTicket } from "./phone";
import { markConfirmed, type Ticket, ticketOfPhone } from "./tickets";

/** 「开始扫脸」: begins a live check of the person the ticket is about; the last one begun is the only one that counts. */
export async function beginFace(
  { secret }: { secret: string },
  { now }: Pick<RequestContext, "now">,
): Promise<Result<BegunFaceCheck>> {
  const found = await ticketOfPhone(secret, await boundBrowserHash(), now);
  if (!found.ok) return found;
  const ticket = found.value;
  const { purpose, region } = ticket;
  const subject = await subjectOfTicket(ticket);
  if (!ticket.matchedAt || !subject || !asksForFace(ticket)) return failure("TICKET_USED");
  const document = purpose === "REGISTER" && { withDocument: "WHERE_UNKNOWN" as const };
  const begun = await beginFaceCheck({ subject, purpose, region, now, ...document });
  if (!begun.ok) return begun;
  const { count } = await db.scanTicket.updateMany({
    where: {
      id: ticket.id,
      status: "SCANNED",
      phoneHash: ticket.phoneHash,
      expiresAt: { gt: now },
    },
    data: { faceCheckId: begun.value.id },
  });
  return count === 1 ? begun : failure("TICKET_EXPIRED");
}

/** Whose face a ticket asks for: its person's, or that of whoever registers. */
async function subjectOfTicket(ticket: Ticket): Promise<FaceSubject | null> {
  if (ticket.purpose === "REGISTER") return (await registrationOfTicket(ticket))?.subject ?? null;
  return ticket.personId ? personSubject(ticket.personId) : null;
}

/**
 * The frames of a live capture, with the photograph of the document where nothing is enrolled: the server decides, and a face
 * that passes confirms the ticket (已确认). A photograph that passed is enrolled.
 */
export async function submitFace(
  {
    secret,
    check,
    frames,
    photo,
  }: { secret: string; check: string; frames: Frame[]; photo?: Buffer },
  { now }: Pick<RequestContext, "now">,
): Promise<Result> {
  const found = await ticketOfPhone(secret, await boundBrowserHash(), now);
  if (!found.ok) return found;
  const ticket = found.value;
  const { region } = ticket;
  if (ticket.faceCheckId !== check) return failure("TICKET_USED");
  const passed = await submitFrames(check, frames, { now, documentPhoto: photo });
  if (!passed.ok) return passed;
  if (photo) {
    const enrolled = await enrolFromPhotograph({
      subject: passed.value,
      photo,
      source: "APP",
      consentedAt: now,
      actor: { kind: "PERSON", region },
      now,
    });
    if (!enrolled.ok) return enrolled;
  }
  const confirmed = await confirmFace(ticket, "FACE_PASSED", now);
  return confirmed ? success() : failure("TICKET_EXPIRED");
}

/** A face passed, here or with an outside provider: confirms the ticket (已确认); true for exactly one caller. */
export async function confirmFace(
  ticket: Ticket,
  result: "FACE_PASSED" | "PROVIDER_PASSED",
  now: Date,
): Promise<boolean> {
  const { personId, identity, purpose, region } = ticket;
  const notices = await transaction(async (tx): Promise<string[] | null> => {
    if (!(await markConfirmed(tx, ticket, { personId, identity }, now))) return null;
    const registers = purpose === "REGISTER";
    if (registers) await faceProved(tx, ticket, now);
    const told = personId && !registers ? await applyFace(tx, { ticket, personId }, now) : [];
    await auditTicket(tx, ticket, "OK", result, now);
    return told;
  });
  for (const notice of notices ?? []) await carryNotice(notice, { region, now });
  return notices !== null;
}

/**
 * What a passed face changes at once: the real-name level (R4), failed tries, and locks where the bureau opens them by face
 * (山东 12). Returns the notices to carry (A5).
 */
async function applyFace(
  tx: Tx,
  { ticket, personId }: { ticket: Ticket; personId: string },
  now: Date,
): Promise<string[]> {
  const { purpose, region, app } = ticket;
  const raises = purpose === "REAL_NAME" || purpose === "STEP_UP";
  const raised = raises ? await raiseRealNameLevel(tx, { personId, region, app }, now) : null;
  const unlocks = findRegion(region)?.unlockWays.includes("FACE") ?? false;
  const account = { personId };
  const locked = await tx.authenticationCounter.count({
    where: { account, day: dayOf(now), failures: { gte: MAX_FAILURES } },
  });
  await tx.authenticationCounter.updateMany({
    where: { account, failures: { gt: 0 }, ...(!unlocks && { method: "FACE" }) },
    data: { failures: 0 },
  });
  const unlocked = unlocks && locked > 0 ? await tellUnlocked(tx, { personId, region }, now) : null;
  return [raised, unlocked].filter((each) => each !== null);
}

/** 刷脸解锁 in the audit trail and the message centre. */
async function tellUnlocked(
  tx: Tx,
  { personId, region }: { personId: string; region: string },
  now: Date,
): Promise<string> {
  const notice = await notify(tx, { personId, kind: "ACCOUNT_UNLOCKED_BY_FACE" }, now);
  await appendAudit(tx, {
    at: now,
    action: "UNLOCK",
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId,
    detail: { by: "FACE" },
  });
  return notice;
}

/** 实名等级 3→4: the face matched a reference (R4). Nobody falls by it. Returns the notice to carry, null when nothing rose. */
export async function raiseRealNameLevel(
  tx: Tx,
  { personId, region, app }: { personId: string; region: string; app: string },
  now: Date,
): Promise<string | null> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, realNameLevel: { lt: 4 } },
    data: { realNameLevel: 4 },
  });
  if (count === 0) return null;
  const notice = await notify(tx, { personId, kind: "REAL_NAME_LEVEL_RAISED" }, now);
  await appendAudit(tx, {
    at: now,
    action: "RAISE_REAL_NAME_LEVEL",
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId,
    detail: { app },
  });
  return notice;
}
