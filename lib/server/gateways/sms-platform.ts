import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { sameSecret } from "../tokens";
import { exchange, post, refusedStatus, unavailable } from "./exchange";
import { authoritySignature } from "./identity-authority";
import { reasonCode, type SmsAnswer, type SmsProvider } from "./sms-provider";

/** Name of the platform in OutboundMessage. */
export const SMS_PLATFORM = "sms-platform";
const PATH = "/v1/messages";
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_CHARACTERS = 10_000;

const answerSchema = z.discriminatedUnion("result", [
  z.object({ result: z.literal("ACCEPTED"), reference: z.string().max(64).optional() }),
  z.object({ result: z.literal("REFUSED"), reason: reasonCode }),
]);

/**
 * The bureau's short message platform (短信平台) over HTTP. Requests are signed over method, path, timestamp, nonce and body,
 * answers over status, the request's nonce and body. The message's own id goes along: a request that is tried again is no
 * second message, and receipts (回执) name it.
 */
export function smsPlatform(settings: {
  url: string;
  /** Shared key, base64url. */
  key: string;
  timeoutMs?: number;
}): SmsProvider {
  const { url, key, timeoutMs = TIMEOUT_MS } = settings;
  const address = new URL(`${url.replace(/\/$/, "")}${PATH}`);

  async function ask(id: string, body: string): Promise<SmsAnswer> {
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
    name: SMS_PLATFORM,
    deliver(id, { to, text, purpose, region }) {
      const body = JSON.stringify({ id, to, text, purpose, region });
      return exchange(() => ask(id, body));
    },
  };
}

function readAnswer(text: string): SmsAnswer {
  if (text.length > MAX_ANSWER_CHARACTERS) return unavailable("ANSWER_UNREADABLE");
  try {
    const answer = answerSchema.parse(JSON.parse(text));
    return answer.result === "ACCEPTED"
      ? { kind: "ACCEPTED", reference: answer.reference ?? null }
      : { kind: "REFUSED", reason: answer.reason };
  } catch {
    return unavailable("ANSWER_UNREADABLE");
  }
}
