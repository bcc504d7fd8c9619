import "server-only";
import { randomInt } from "node:crypto";
import type { Entry, ScanTicketStatus, VerificationPurpose } from "@/generated/sqlite/enums";
import { describePlace } from "@/lib/domain/network-place";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  PROVIDER_SECONDS,
  TAKE_UP_SECONDS,
  TICKET_SECONDS,
  ticketState,
} from "@/lib/domain/scan-ticket";
import type { PhoneApp } from "@/lib/regions/apps";
import { db, type Tx } from "../db";
import { boundBrowserHash } from "../flow-store";
import type { RequestContext } from "../request";
import { hashToken, newToken } from "../tokens";

/**
 * What a code is for: signing in, a face for a login, an unlock, a registration or a recovery under way, or a face for a signed-in person.
 */
export type TicketRequest = {
  purpose: Extract<
    VerificationPurpose,
    | "LOGIN"
    | "REAL_NAME"
    | "STEP_UP"
    | "UNLOCK"
    | "REGISTER"
    | "FORGOT_PASSWORD"
    | "CHANGE_PASSWORD"
    | "CLOSE_ACCOUNT"
  >;
  app: PhoneApp;
  region: string;
  entry: Entry | null;
  flowId: string | null;
  /** Whose face is asked for; null when whoever confirms signs in, and for somebody who registers. */
  personId: string | null;
  sessionId: string | null;
};

/** A code as the web shows it; the secret is only in the link. */
export type ScanCode = {
  id: string;
  link: string;
  matchingNumber: number;
  seconds: number;
  /** The link is an outside provider's page, where no number is chosen. */
  external: boolean;
};

/** A verification begun with an outside provider (支付宝/微信实名认证). */
export type BegunElsewhere = { url: string; reference: string };

/** A ticket as the steps of the phone need it. */
export type Ticket = TicketRequest & {
  id: string;
  browserHash: string;
  status: ScanTicketStatus;
  matchingNumber: number;
  identity: string | null;
  userAgent: string;
  place: string;
  phoneHash: string | null;
  matchedAt: Date | null;
  faceCheckId: string | null;
  providerReference: string | null;
  expiresAt: Date;
};

const TICKET_COLUMNS = {
  id: true,
  browserHash: true,
  purpose: true,
  app: true,
  region: true,
  entry: true,
  flowId: true,
  personId: true,
  sessionId: true,
  status: true,
  matchingNumber: true,
  identity: true,
  userAgent: true,
  place: true,
  phoneHash: true,
  matchedAt: true,
  faceCheckId: true,
  providerReference: true,
  expiresAt: true,
} as const;

/** What the database keeps of a code's secret. */
function ticketHash(secret: string): string {
  return hashToken("scan-ticket", secret);
}

/**
 * Makes a code (二维码凭据): single use, two minutes, bound to the browser that shows it (Q4). With `elsewhere` the code leads to
 * a provider's page, and nobody is told the secret that would open it in the companion APP.
 */
export async function createTicket(
  request: TicketRequest,
  { now, userAgent, address }: RequestContext,
  elsewhere: BegunElsewhere | null = null,
): Promise<ScanCode> {
  const secret = newToken();
  const matchingNumber = randomInt(10, 100);
  const seconds = elsewhere ? PROVIDER_SECONDS : TICKET_SECONDS;
  const { id } = await db.scanTicket.create({
    data: {
      ...request,
      secretHash: ticketHash(secret),
      browserHash: await boundBrowserHash(),
      matchingNumber,
      userAgent,
      place: describePlace(address),
      providerReference: elsewhere?.reference,
      expiresAt: new Date(now.getTime() + seconds * 1000),
      createdAt: now,
    },
    select: { id: true },
  });
  const link = elsewhere?.url ?? `/app/scan/${secret}`;
  return { id, link, matchingNumber, seconds, external: elsewhere !== null };
}

/** The ticket of a secret, whoever asks; null when there is none. */
export async function findTicket(secret: string): Promise<Ticket | null> {
  const row = await db.scanTicket.findUnique({
    where: { secretHash: ticketHash(secret) },
    select: TICKET_COLUMNS,
  });
  return row as Ticket | null;
}

/** An open ticket a provider verifies somebody for; null when it is another one, or over. */
export async function ticketElsewhere(id: string, now: Date): Promise<Ticket | null> {
  const row = await db.scanTicket.findFirst({
    where: { id, status: "CREATED", providerReference: { not: null }, expiresAt: { gt: now } },
    select: TICKET_COLUMNS,
  });
  return row as Ticket | null;
}

/**
 * Takes a ticket for this phone (已扫描): of several phones exactly one gets it, and gets it again when it asks again. `identity`
 * is what the phone is about to show: only that can be confirmed.
 */
export async function claimTicket(
  secret: string,
  phoneHash: string,
  identity: string | null,
  now: Date,
): Promise<Result<Ticket>> {
  await db.scanTicket.updateMany({
    where: {
      secretHash: ticketHash(secret),
      expiresAt: { gt: now },
      OR: [{ status: "CREATED" }, { status: "SCANNED", phoneHash, matchedAt: null }],
    },
    data: { status: "SCANNED", phoneHash, scannedAt: now, identity },
  });
  return ticketOfPhone(secret, phoneHash, now);
}

/** The open ticket this phone has taken, or why it cannot go on. */
export async function ticketOfPhone(
  secret: string,
  phoneHash: string,
  now: Date,
): Promise<Result<Ticket>> {
  const ticket = await findTicket(secret);
  const problem = ticketProblem(ticket, phoneHash, now);
  return ticket && !problem ? success(ticket) : failure(problem ?? "TICKET_UNKNOWN");
}

/** Why a phone cannot go on with a ticket; null when it can, or could take it. */
export function ticketProblem(
  ticket: Pick<Ticket, "status" | "expiresAt" | "phoneHash"> | null,
  phoneHash: string | null,
  now: Date,
): string | null {
  if (!ticket) return "TICKET_UNKNOWN";
  const state = ticketState(ticket, now);
  if (state === "EXPIRED") return "TICKET_EXPIRED";
  if (state === "CANCELLED") return "TICKET_CANCELLED";
  if (state === "CONFIRMED") return "TICKET_USED";
  return state === "SCANNED" && ticket.phoneHash !== phoneHash ? "TICKET_TAKEN" : null;
}

/** How far an open ticket has come before it can be confirmed: a provider does not tell that its code was scanned. */
function openStatus({ providerReference }: Pick<Ticket, "providerReference">) {
  return providerReference === null ? "SCANNED" : "CREATED";
}

/** 已取消, by the phone that holds it or the provider that refused. */
export async function cancelTicket(tx: Tx, ticket: Ticket): Promise<boolean> {
  const { count } = await tx.scanTicket.updateMany({
    where: { id: ticket.id, status: openStatus(ticket), phoneHash: ticket.phoneHash },
    data: { status: "CANCELLED" },
  });
  return count === 1;
}

/** 已确认: true for exactly one caller. */
export async function markConfirmed(
  tx: Tx,
  ticket: Ticket,
  confirmed: { personId: string | null; identity: string | null },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.scanTicket.updateMany({
    where: {
      id: ticket.id,
      status: openStatus(ticket),
      phoneHash: ticket.phoneHash,
      faceCheckId: ticket.faceCheckId,
      expiresAt: { gt: now },
    },
    data: { status: "CONFIRMED", confirmedAt: now, ...confirmed },
  });
  return count === 1;
}

/** Uses a confirmed ticket up, for the browser that showed it; true for exactly one caller. */
export async function consumeTicket(
  tx: Tx,
  { id, binding, flowId }: { id: string; binding: string; flowId?: string },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.scanTicket.updateMany({
    where: {
      id,
      browserHash: binding,
      status: "CONFIRMED",
      consumedAt: null,
      confirmedAt: { gt: new Date(now.getTime() - TAKE_UP_SECONDS * 1000) },
    },
    data: { consumedAt: now, ...(flowId && { flowId }) },
  });
  return count === 1;
}

/** A ticket of this browser that the phone has confirmed and nobody used up. */
export async function confirmedTicket(id: string, binding: string): Promise<Ticket | null> {
  const row = await db.scanTicket.findFirst({
    where: { id, browserHash: binding, status: "CONFIRMED", consumedAt: null },
    select: TICKET_COLUMNS,
  });
  return row as Ticket | null;
}

/** Cancels the codes of a person that lead nowhere yet, confirmed or not. */
export async function cancelTicketsOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.scanTicket.updateMany({
    where: { personId, consumedAt: null, expiresAt: { gt: now } },
    data: { status: "CANCELLED" },
  });
}
