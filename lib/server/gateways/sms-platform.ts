import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { db } from "../db";
import { blindIndex, protect } from "../protect";
import { sameSecret } from "../tokens";
import { exchange, post, refusedStatus, unavailable } from "./exchange";
import { authoritySignature } from "./identity-authority";
import type { Delivery, MessageGateway, OutgoingMessage } from "./message";

/** Name of the platform in OutboundMessage. */
export const SMS_PLATFORM = "sms-platform";
const PATH = "/v1/messages";
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_CHARACTERS = 10_000;

/** A code of the platform's, never words: they could quote a number. */
export const reasonCode = z.string().regex(/^[A-Z0-9_]{1,40}$/);

const answerSchema = z.discriminatedUnion("result", [
  z.object({ result: z.literal("ACCEPTED"), reference: z.string().max(64).optional() }),
  z.object({ result: z.literal("REFUSED"), reason: reasonCode }),
]);

type Answer = z.output<typeof answerSchema>;

/**
 * The bureau's short message platform (短信平台) over HTTP. Requests are signed over method, path, timestamp, nonce and body,
 * answers over status, the request's nonce and body. The message's own id goes along: a request that is tried again is no
 * second message, and receipts (回执) name it. The row is there before the platform is asked, so that no receipt is too early.
 */
export function smsPlatform(settings: {
  url: string;
  /** Shared key, base64url. */
  key: string;
  timeoutMs?: number;
}): MessageGateway {
  const { url, key, timeoutMs = TIMEOUT_MS } = settings;
  const address = new URL(`${url.replace(/\/$/, "")}${PATH}`);

  async function ask(id: string, body: string) {
    const timestamp = new Date().toISOString();
    const nonce = randomUUID();
    const signed = ["POST", address.pathname, timestamp, nonce, body];
    const { status, headers, text } = await post(address, {
      headers: {
        "content-type": "application/json",
        "idempotency-key": id,
        "x-timestamp": timestamp,
        "x-nonce": nonce,
        "x-signature": authoritySignature(key, signed),
      },
      body,
      timeoutMs,
    });
    const refused = refusedStatus(status);
    if (refused) return refused;
    const expected = authoritySignature(key, [String(status), nonce, text]);
    return sameSecret(expected, headers.get("x-signature") ?? "")
      ? readAnswer(text)
      : unavailable("ANSWER_NOT_SIGNED");
  }

  return {
    async send(message, now): Promise<Delivery> {
      const id = await keep(message, now);
      const { to, text, purpose, region } = message;
      const body = JSON.stringify({ id, to, text, purpose, region });
      const answer = await exchange(() => ask(id, body));
      if ("kind" in answer) return refuse(id, answer.cause);
      if (answer.result === "REFUSED") return refuse(id, answer.reason);
      const reference = answer.reference ?? null;
      await db.outboundMessage.updateMany({
        where: { id },
        data: { providerReference: reference },
      });
      return { accepted: true, provider: SMS_PLATFORM, reference };
    },
  };
}

async function keep(message: OutgoingMessage, now: Date): Promise<string> {
  const { id } = await db.outboundMessage.create({
    data: {
      channel: message.channel,
      toCipher: protect("OutboundMessage.to", message.to),
      toIndex: blindIndex("phone", message.to),
      purpose: message.purpose,
      provider: SMS_PLATFORM,
      status: "ACCEPTED",
      region: message.region,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}

async function refuse(id: string, reason: string): Promise<Delivery> {
  await db.outboundMessage.updateMany({
    where: { id, status: "ACCEPTED" },
    data: { status: "REFUSED", failure: reason },
  });
  return { accepted: false, provider: SMS_PLATFORM, reason };
}

function readAnswer(text: string): Answer | ReturnType<typeof unavailable> {
  if (text.length > MAX_ANSWER_CHARACTERS) return unavailable("ANSWER_UNREADABLE");
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    return unavailable("ANSWER_UNREADABLE");
  }
}
