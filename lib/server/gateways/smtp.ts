import "server-only";
import { createTransport } from "nodemailer";
import { checkEmail } from "@/lib/domain/email-address";
import { db } from "../db";
import { blindIndex, protect } from "../protect";
import { exchange, type Unavailable, unavailable } from "./exchange";
import type { Delivery, MessageGateway, OutgoingMessage } from "./message";

const PROVIDER = "smtp";
/** Time to connect and be greeted, and time without a word from the server. */
const TIMEOUT_MS = 10_000;

/** What one mail server said; UNAVAILABLE is about the server or its settings, so another one may be asked. */
type MailAnswer =
  | { kind: "ACCEPTED"; reference: string }
  | { kind: "REFUSED"; reason: string }
  | Unavailable;

/**
 * Mail servers (邮件服务器) over SMTP, best first: where one cannot be reached, keeps silent, refuses us or puts us off, the next one
 * gets the mail. What a server refuses because of the mailbox is final. Nothing is thrown. @param settings.urls at least one
 */
export function smtpGateway(settings: {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  urls: readonly string[];
  from: string;
  timeoutMs?: number;
}): MessageGateway {
  const { urls, from, timeoutMs = TIMEOUT_MS } = settings;
  const servers = urls.map((url) =>
    createTransport({
      ...serverOf(url),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );

  async function deliver({ to, purpose, text }: OutgoingMessage): Promise<Delivery> {
    // Checked here again: whoever calls, an address never becomes a second one or a header.
    if (checkEmail(to)) return refusal("ADDRESS_INVALID");
    const mail = {
      from,
      to: { name: "", address: to },
      envelope: { from, to: [to] },
      subject: purpose === "NOTICE" ? "账户安全提醒" : "验证码",
      text,
      headers: { "Auto-Submitted": "auto-generated" },
    };
    let answer: MailAnswer = unavailable("NO_SERVER");
    for (const server of servers) {
      answer = await exchange(() =>
        server
          .sendMail(mail)
          .then(
            ({ messageId }): MailAnswer => ({ kind: "ACCEPTED", reference: messageId }),
            readFailure,
          ),
      );
      if (answer.kind !== "UNAVAILABLE") break;
    }
    if (answer.kind === "ACCEPTED") {
      return { accepted: true, provider: PROVIDER, reference: answer.reference };
    }
    return refusal(answer.kind === "REFUSED" ? answer.reason : answer.cause);
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

/** Hosts on this machine: nobody between could listen. */
const THIS_MACHINE: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

/**
 * Given whole, nodemailer would take the address alone and none of the limits beside it. Nothing goes to another machine unencrypted, even
 * where somebody between strikes STARTTLS out of the server's greeting; certificates are checked by Node.
 */
function serverOf(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, "");
  return {
    host,
    secure: protocol === "smtps:",
    requireTLS: !THIS_MACHINE.has(host),
    ...(port && { port: Number(port) }),
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}

function refusal(reason: string): Delivery {
  return { accepted: false, provider: PROVIDER, reason };
}

/**
 * Why a server did not take a mail: its reply code, or what kept it from answering. Never its words: they quote addresses.
 * @throws the error where no connection came about, so that it is tried once more
 */
function readFailure(error: unknown): MailAnswer {
  if (!(error instanceof Error)) return unavailable("UNKNOWN");
  const { responseCode, code, command } = error as Partial<Record<"code" | "command", string>> & {
    responseCode?: number;
  };
  if (responseCode) {
    const reason = `SMTP_${responseCode}`;
    // About the mailbox; what a server says earlier or later is about us, or what it thinks of us.
    const final = responseCode >= 500 && command === "RCPT TO";
    return final ? { kind: "REFUSED", reason } : unavailable(reason);
  }
  if (code === "ETIMEDOUT") return unavailable("TIMEOUT");
  // Without a code: the server hung up before it greeted.
  if (!code || code === "ESOCKET" || code === "ECONNECTION") throw error;
  return unavailable(code);
}
