import "server-only";
import { env } from "../env";
import type { MessageGateway } from "./message";
import { outbox } from "./outbox";
import { smtpGateway } from "./smtp";

let smtp: MessageGateway | undefined;

/** The mail server when SMTP_URL is set, otherwise the outbox. */
function mailGateway(): MessageGateway {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (!url || !from) return outbox;
  smtp ??= smtpGateway({ url, from });
  return smtp;
}

const byChannel: MessageGateway = {
  send: (message, now) => (message.channel === "EMAIL" ? mailGateway() : outbox).send(message, now),
};

/** The gateway this deployment sends through: text messages to the outbox, mail to its server where there is one. */
export function messageGateway(): MessageGateway {
  return byChannel;
}
