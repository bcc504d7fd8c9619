import "server-only";
import { env } from "../env";
import type { MessageGateway } from "./message";
import { outbox } from "./outbox";
import { smsPlatform } from "./sms-platform";
import { smtpGateway } from "./smtp";

let smtp: MessageGateway | undefined;
let sms: MessageGateway | undefined;

/** The short message platform when SMS_URL is set, otherwise the outbox. */
function smsGateway(): MessageGateway {
  const { SMS_URL: url, SMS_KEY: key } = env();
  if (!url || !key) return outbox;
  sms ??= smsPlatform({ url, key });
  return sms;
}

/** The mail server when SMTP_URL is set, otherwise the outbox. */
function mailGateway(): MessageGateway {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (!url || !from) return outbox;
  smtp ??= smtpGateway({ url, from });
  return smtp;
}

const byChannel: MessageGateway = {
  send: (message, now) =>
    (message.channel === "EMAIL" ? mailGateway() : smsGateway()).send(message, now),
};

/** The gateway this deployment sends through: the platform and the mail server where there are ones, else the outbox. */
export function messageGateway(): MessageGateway {
  return byChannel;
}
