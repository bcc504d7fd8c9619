import "server-only";
import { z } from "zod";
import type { Unavailable } from "./exchange";
import type { OutgoingMessage } from "./message";

/** A code of a provider's, never words: they could quote a number. */
export const reasonCode = z.string().regex(/^[A-Za-z0-9_.:-]{1,80}$/);

/**
 * What a provider said of a message. REFUSED is about this message or number and final: another provider would refuse it as well.
 * UNAVAILABLE is about the provider or its settings: another one may be asked.
 */
export type SmsAnswer =
  | { kind: "ACCEPTED"; reference: string | null }
  | { kind: "REFUSED"; reason: string }
  | Unavailable;

/** One provider of text messages (短信服务商). */
export type SmsProvider = {
  /** Its name in OutboundMessage. */
  name: string;
  /** Hands over one message; `id` is its own number here, which receipts (回执) name. Never throws. */
  deliver(id: string, message: OutgoingMessage): Promise<SmsAnswer>;
};

/** Template and signature a provider has approved (短信模板, 短信签名). */
export type SmsTemplates = { signName: string; code: string; notice: string };

/**
 * Values of the approved template: code, use and minutes of a one-time code; else the text, without its signature 【…】 and on one
 * line, as providers refuse values with line breaks.
 */
export function templateValues({ text, code }: OutgoingMessage): [name: string, value: string][] {
  if (!code) {
    const content = text.replace(/^【[^】]*】/, "").replace(/\s+/g, " ");
    return [["content", content.trim()]];
  }
  return [
    ["code", code.value],
    ["purpose", code.purpose],
    ["minutes", String(code.minutes)],
  ];
}
