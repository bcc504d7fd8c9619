import "server-only";
import { createTransport } from "nodemailer";
import { checkEmail } from "@/lib/domain/email-address";
import { db } from "../db";
import { blindIndex, protect } from "../protect";
import type { Delivery, MessageGateway, OutgoingMessage } from "./message";

const PROVIDER = "smtp";
/** Time to connect and be greeted, and time without a word from the server. */
const TIMEOUT_MS = 10_000;

/** A mail server (邮件服务器) over SMTP. What it refuses or leaves unanswered is an answer: nothing is thrown. */
export function smtpGateway(settings: {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  url: string;
  from: string;
  timeoutMs?: number;
}): MessageGateway {
  const { url, from, timeoutMs = TIMEOUT_MS } = settings;
  const transport = createTransport({
    ...serverOf(url),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function deliver({ to, purpose, text }: OutgoingMessage): Promise<Delivery> {
    // Checked here again: whoever calls, an address never becomes a second one or a header.
    if (checkEmail(to)) return refusal("ADDRESS_INVALID");
    const subject = purpose === "NOTICE" ? "账户安全提醒" : "验证码";
    try {
      const { messageId } = await transport.sendMail({
        from,
        to: { name: "", address: to },
        envelope: { from, to: [to] },
        subject,
        text,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return { accepted: true, provider: PROVIDER, reference: messageId };
    } catch (error) {
      return refusal(reasonOf(error));
    }
  }

  return {
    async send(message, now) {
      const delivery = await deliver(message);
      await db.outboundMessage.create({
        data: {
          channel: message.channel,
          toCipher: protect("OutboundMessage.to", message.to),
          toIndex: blindIndex("email", message.to),
          purpose: message.purpose,
          provider: PROVIDER,
          providerReference: delivery.accepted ? delivery.reference : null,
          status: delivery.accepted ? "ACCEPTED" : "REFUSED",
          failure: delivery.accepted ? null : delivery.reason,
          region: message.region,
          createdAt: now,
        },
        select: { id: true },
      });
      return delivery;
    },
  };
}

/** Given whole, nodemailer would take the address alone and none of the limits beside it. */
function serverOf(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    secure: protocol === "smtps:",
    ...(port && { port: Number(port) }),
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}

function refusal(reason: string): Delivery {
  return { accepted: false, provider: PROVIDER, reason };
}

/** Why the server did not take a message: its reply code, or what kept it from answering. Never its words: they quote addresses. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "UNKNOWN";
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode) return `SMTP_${responseCode}`;
  if (code === "ETIMEDOUT") return "TIMEOUT";
  return code ?? "UNKNOWN";
}
