import "server-only";
import type { VerificationPurpose } from "@/generated/sqlite/enums";

/** A message to one phone or mailbox. */
export type OutgoingMessage = {
  channel: "SMS" | "EMAIL";
  /** Mainland number, E.164 number or e-mail address, normalised. */
  to: string;
  purpose: VerificationPurpose;
  text: string;
  /** The one-time code the text tells, for providers that send by approved templates; absent: a notice. */
  code?: { value: string; purpose: string; minutes: number };
  /** Slug of the bureau it is sent for, if it is one's. */
  region?: string;
};

/** What a provider said of a message; a refusal or time-out is an answer, not an exception. */
export type Delivery =
  | { accepted: true; provider: string; reference: string | null }
  | { accepted: false; provider: string; reason: string };

/** Anything that can carry a message: the embedded outbox, an SMS provider, a mail server. */
export type MessageGateway = { send(message: OutgoingMessage, now: Date): Promise<Delivery> };
