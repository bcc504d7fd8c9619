import "server-only";
import { createHmac } from "node:crypto";
import { browserName } from "@/lib/domain/browser-name";
import { maskName } from "@/lib/domain/masking";
import { failure, type Result, success } from "@/lib/domain/result";
import { FACE_SECONDS, numberChoices } from "@/lib/domain/scan-ticket";
import { roleLabel } from "@/lib/labels";
import { faceNeedsLogin, type PhoneApp } from "@/lib/regions/apps";
import { appendAudit } from "../audit";
import { companionSession } from "../companion/session";
import { db, transaction } from "../db";
import { faceIsKnown } from "../face/check";
import { boundBrowserHash } from "../flow-store";
import { registrationOfTicket } from "../registration/register-face";
import type { RequestContext } from "../request";
import { secretFor } from "../secrets";
import type { CurrentSession } from "../session-store";
import { enterpriseOfTicket } from "./acting-identity";
import { handOver } from "./confirm-login";
import {
  cancelTicket,
  claimTicket,
  findTicket,
  markConfirmed,
  type Ticket,
  ticketOfPhone,
  ticketProblem,
} from "./tickets";

/** What the phone shows before anything is confirmed (B6). */
export type PhoneView = {
  purpose: Ticket["purpose"];
  app: PhoneApp;
  region: string;
  entry: Ticket["entry"];
  /** Whom the web acts or will act for, or whose face is asked for; the role where it is settled. */
  who: { name: string; enterprise: string | null; role: string | null };
  browser: string;
  place: string;
  /** Two-digit numbers to choose from; null once the right one was chosen. */
  choices: number[] | null;
  /** A live face comes before the confirmation. */
  face: boolean;
  /** The portrait side of the document is photographed before the face: nothing is enrolled yet. */
  document: boolean;
  /** Where this very browser goes on, when it showed the code itself; null: on the web. */
  goOn: string | null;
};

/** A face is what the ticket asks for, except for 扫码登录 outside 特定主体. */
export function asksForFace(ticket: Pick<Ticket, "purpose" | "flowId" | "entry">): boolean {
  return !signsIn(ticket) || ticket.entry === "SPECIFIC";
}

/** 扫码登录: whoever confirms signs in. */
function signsIn(ticket: Pick<Ticket, "purpose" | "flowId">): boolean {
  return ticket.purpose === "LOGIN" && ticket.flowId === null;
}

/** Whether the APP has to be signed in: for signing in by it, and for 个人所得税APP always. */
function asksForLogin(ticket: Ticket): boolean {
  return signsIn(ticket) || faceNeedsLogin(ticket.app);
}

/** Opens a scanned code on the phone (已扫描) and tells what it would confirm; changes nothing when the APP must sign in first. */
export async function openOnPhone(
  { secret }: { secret: string },
  { now }: RequestContext,
): Promise<Result<PhoneView | { signIn: PhoneApp }>> {
  const phone = await boundBrowserHash();
  const found = await findTicket(secret);
  const problem = ticketProblem(found, phone, now);
  if (!found || problem) return failure(problem ?? "TICKET_UNKNOWN");
  const party = await partyOf(found);
  if (!party.ok) return party;
  if (!party.value) return success({ signIn: found.app });
  const claimed = await claimTicket(secret, phone, party.value.identity, now);
  if (!claimed.ok) return claimed;
  return success(await viewOf(claimed.value, party.value));
}

type Party = {
  personId: string | null;
  name: string;
  enterprise: string | null;
  role: string | null;
  identity: string | null;
};

/** Who would confirm; null when the APP has to be signed in first. */
async function partyOf(ticket: Ticket): Promise<Result<Party | null>> {
  if (ticket.purpose === "REGISTER") return registering(ticket);
  const session = asksForLogin(ticket) ? await companionSession(ticket.app) : null;
  if (asksForLogin(ticket) && !session) return success(null);
  const personId = ticket.personId ?? session?.personId;
  if (!personId || (session && session.personId !== personId)) {
    return failure("TICKET_OTHER_PERSON");
  }
  if (session && signsIn(ticket)) return signingIn(ticket, session);
  const { name } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true },
  });
  const enterprise = await enterpriseOfTicket(ticket);
  return success({ personId, name: maskName(name), enterprise, role: null, identity: null });
}

/** Whoever registers is named by the registration: there is no person yet, or none with an account. */
async function registering(ticket: Ticket): Promise<Result<Party>> {
  const registration = await registrationOfTicket(ticket);
  if (!registration) return failure("TICKET_USED");
  const { personId } = registration.subject;
  return success({
    personId,
    name: maskName(registration.data.name),
    enterprise: null,
    role: null,
    identity: null,
  });
}

function signingIn(ticket: Ticket, session: CurrentSession): Result<Party> {
  const handed = handOver(ticket, session);
  if (!handed.ok) return handed;
  const { acting } = session;
  const { entry, identity } = handed.value;
  const handedOver = entry === "ENTERPRISE" && acting.kind === "ENTERPRISE" ? acting : null;
  return success({
    personId: session.personId,
    name: session.personName,
    enterprise: handedOver?.enterprise.name ?? null,
    // Without an identity the role is chosen on the web (L6).
    role: handedOver && identity ? roleLabel(handedOver.role, handedOver.primary) : null,
    identity: JSON.stringify(handed.value),
  });
}

async function viewOf(ticket: Ticket, party: Party): Promise<PhoneView> {
  const registration = await registrationOfTicket(ticket);
  const seed = createHmac("sha256", secretFor("matching-number")).update(ticket.id).digest();
  return {
    purpose: ticket.purpose,
    app: ticket.app,
    region: ticket.region,
    entry: ticket.entry,
    who: { name: party.name, enterprise: party.enterprise, role: party.role },
    browser: browserName(ticket.userAgent),
    place: ticket.place,
    choices: ticket.matchedAt ? null : numberChoices(ticket.matchingNumber, seed),
    face: asksForFace(ticket),
    document: registration ? !(await faceIsKnown(registration.subject)) : false,
    goOn: registration && ticket.browserHash === ticket.phoneHash ? registration.path : null,
  };
}

/**
 * 「确认登录」 with the number chosen on the phone. A wrong number ends the ticket: whoever looks at another screen cannot
 * guess. Where a face is asked for, the right number only opens the way to it.
 */
export async function confirmOnPhone(
  { secret, number }: { secret: string; number: number },
  { now }: RequestContext,
): Promise<Result<{ face: boolean }>> {
  const found = await ticketOfPhone(secret, await boundBrowserHash(), now);
  if (!found.ok) return found;
  const ticket = found.value;
  if (ticket.status !== "SCANNED" || ticket.matchedAt) return failure("TICKET_USED");
  if (number !== ticket.matchingNumber) {
    await transaction(async (tx) => {
      if (await cancelTicket(tx, ticket))
        await auditTicket(tx, ticket, "REFUSED", "WRONG_NUMBER", now);
    });
    return failure("TICKET_WRONG_NUMBER");
  }
  const party = await partyOf(ticket);
  if (!party.ok) return party;
  if (!party.value) return failure("SIGNED_OUT");
  const { personId, identity } = party.value;
  // The APP was signed in anew since the phone showed whom it confirms for (B7).
  if (identity !== ticket.identity) return failure("IDENTITY_SWITCHED");
  const face = asksForFace(ticket);
  const done = await transaction(async (tx) => {
    if (!face) {
      if (!(await markConfirmed(tx, ticket, { personId, identity }, now))) return false;
      await auditTicket(tx, { ...ticket, personId }, "OK", "CONFIRMED", now);
      return true;
    }
    const { count } = await tx.scanTicket.updateMany({
      where: {
        id: ticket.id,
        status: "SCANNED",
        phoneHash: ticket.phoneHash,
        matchedAt: null,
        expiresAt: { gt: now },
      },
      data: {
        matchedAt: now,
        personId,
        identity,
        expiresAt: new Date(now.getTime() + FACE_SECONDS * 1000),
      },
    });
    return count === 1;
  });
  return done ? success({ face }) : failure("TICKET_USED");
}

/** 「取消」 on the phone. */
export async function cancelOnPhone(
  { secret }: { secret: string },
  { now }: RequestContext,
): Promise<Result> {
  const found = await ticketOfPhone(secret, await boundBrowserHash(), now);
  if (!found.ok) return found;
  await transaction(async (tx) => {
    if (await cancelTicket(tx, found.value)) {
      await auditTicket(tx, found.value, "REFUSED", "CANCELLED", now);
    }
  });
  return success();
}

/** Records what the phone did with a ticket. */
export async function auditTicket(
  tx: Parameters<typeof appendAudit>[0],
  ticket: Ticket,
  outcome: "OK" | "REFUSED",
  result: string,
  now: Date,
): Promise<void> {
  await appendAudit(tx, {
    at: now,
    action: "SCAN",
    outcome,
    region: ticket.region,
    actorKind: "PERSON",
    actorId: ticket.personId ?? undefined,
    personId: ticket.personId ?? undefined,
    subjectKind: "ScanTicket",
    subjectId: ticket.id,
    detail: { purpose: ticket.purpose, app: ticket.app, result },
  });
}
