import "server-only";
import type { VerificationPurpose } from "@/generated/sqlite/enums";
import type { DocumentType } from "@/lib/domain/documents";
import { failure, type Result, success } from "@/lib/domain/result";
import { appSlug, type PhoneApp } from "@/lib/regions/apps";
import type { RegionProfile } from "@/lib/regions/types";
import { takeAttempt } from "../accounts/lockout";
import { db, transaction } from "../db";
import { env } from "../env";
import { faceLock } from "../face/check";
import { realNameGateway, verifiesItself } from "../gateways/real-name-provider";
import { log } from "../log";
import { reveal } from "../protect";
import { takeFromWindow } from "../rate-limit";
import { confirmFace } from "./face-step";
import { auditTicket } from "./phone";
import { type BegunElsewhere, cancelTicket, type Ticket, ticketElsewhere } from "./tickets";

/** Verifications one person may begin in ten minutes; the provider bills each. */
const PER_WINDOW = 10;
const WINDOW_SECONDS = 600;
/** A provider is asked that often about one code, however many connections look. */
const ASK_SECONDS = 3;

/** Somebody who registers (注册): nobody yet, or known by the document alone. */
export type Verifying = {
  /** Counts the verifications begun for them. */
  key: string;
  name: string;
  documentType: DocumentType;
  documentNumber: string;
  accountId: string | null;
};

async function knownPerson(personId: string): Promise<Verifying> {
  const { name, documentType, documentNumberCipher, account } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      documentType: true,
      documentNumberCipher: true,
      account: { select: { id: true } },
    },
  });
  const documentNumber = reveal("Person.documentNumber", documentNumberCipher);
  return { key: personId, name, documentType, documentNumber, accountId: account?.id ?? null };
}

/**
 * Begins a verification with the application's own provider (支付宝/微信实名认证); null where the companion APP stands in.
 * Problems: `ACCOUNT_LOCKED`, `RATE_LIMITED`, `PROVIDER_CONSENT` before the person agreed that name and number are given,
 * `PROVIDER_DOCUMENT`, `FACE_SERVICE_BUSY`. The last one counts for nothing.
 */
export async function beginElsewhere(
  request: {
    app: PhoneApp;
    whom: string | Verifying;
    purpose: VerificationPurpose;
    region: RegionProfile;
    consent: boolean;
  },
  now: Date,
): Promise<Result<BegunElsewhere | null>> {
  const { app, whom, purpose, region, consent } = request;
  if (!verifiesItself(app)) return success(null);
  if (!consent) return failure("PROVIDER_CONSENT");
  const person = typeof whom === "string" ? await knownPerson(whom) : whom;
  const lock = await faceLock(person.accountId, purpose, region, now);
  if (lock) return lock;
  const key = `real-name:${person.key}`;
  const window = await takeFromWindow(key, {
    limit: PER_WINDOW,
    windowSeconds: WINDOW_SECONDS,
    now,
  });
  if (!window.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
  }
  const gateway = realNameGateway(app);
  const begun = await gateway.begin({
    name: person.name,
    documentType: person.documentType,
    documentNumber: person.documentNumber,
    returnUrl: `${env().APP_URL}/app/${appSlug(app)}/verified`,
  });
  switch (begun.kind) {
    case "EXTERNAL":
      return success({ url: begun.url, reference: begun.reference });
    case "EMBEDDED":
      return success(null);
    case "DOCUMENT_NOT_OFFERED":
      return failure("PROVIDER_DOCUMENT");
    case "UNAVAILABLE":
      log.error("real-name provider refused", {
        provider: gateway.provider,
        cause: begun.cause,
      });
      return failure("FACE_SERVICE_BUSY");
  }
}

/**
 * Asks the provider how a code's verification stands: a pass confirms the ticket as a face of the companion APP does, a failure
 * ends it and counts as one of the face (K1). Unfinished or unreachable, nothing changes; the ticket expires in time.
 */
export async function settleByProvider(id: string, now: Date): Promise<void> {
  const ticket = await ticketElsewhere(id, now);
  if (!ticket?.providerReference) return;
  const limit = { limit: 1, windowSeconds: ASK_SECONDS, now };
  if (!(await takeFromWindow(`real-name-query:${id}`, limit)).allowed) return;
  const verdict = await realNameGateway(ticket.app).query(ticket.providerReference);
  if (verdict.kind === "PASSED") await confirmFace(ticket, "PROVIDER_PASSED", now);
  if (verdict.kind === "FAILED") await refuse(ticket, now);
}

async function refuse(ticket: Ticket, now: Date): Promise<void> {
  const cancelled = await transaction(async (tx) => {
    if (!(await cancelTicket(tx, ticket))) return false;
    await auditTicket(tx, ticket, "REFUSED", "PROVIDER_FAILED", now);
    return true;
  });
  if (!cancelled || !ticket.personId) return;
  const account = await db.account.findUnique({
    where: { personId: ticket.personId },
    select: { id: true },
  });
  if (account) await takeAttempt(account.id, "FACE", now);
}
